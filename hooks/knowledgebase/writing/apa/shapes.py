"""What shape the entry of a work has: an article in a periodical, a part of a greater whole, or a whole.

The shape decides what is in italics (the whole, never the part), where the title of the whole stands, and how it is dated.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from ...model.works import Names, Work

PERIODICAL = frozenset(
    "blog blogpost blog-post magazine news newspaper newsletter nonacademic webzine".split()
)  # entry subtypes whose works stand in a periodical and are dated to the day
_ARTICLES = frozenset("article review suppperiodical periodical".split())
_PARTS = frozenset(
    "inbook incollection inproceedings conference inreference bookinbook suppbook suppcollection presentation video audio"
    " movie music software artwork image performance".split()
)
_SPACES = re.compile(r"\s+")
_RECORDED = frozenset("audio video movie music".split())
_DATED_BY_YEAR = frozenset(
    "incollection inproceedings conference proceedings collection phdthesis mastersthesis thesis mvbook mvcollection".split()
)


class Shape(Enum):
    article = auto()
    part = auto()
    whole = auto()


def shape_of(work: Work) -> Shape:
    """The shape of a work's entry, from its type and from what it stands in."""
    if work.type in _ARTICLES or is_in_periodical(work) or _is_in_serial_proceedings(work):
        return Shape.article
    if work.type in _PARTS and (_container(work) or work.entry):
        return Shape.part
    return Shape.whole


def is_in_periodical(work: Work) -> bool:
    """Whether the work stands in a newspaper, magazine or blog: its title is then set upright, the periodical's in italics."""
    if subtype(work) in PERIODICAL:
        return bool(periodical(work))
    return work.type == "misc" and bool(work.organization and work.url and not work.howpublished)


def periodical(work: Work) -> str:
    """The name of a newspaper, magazine or blog that has not been given as a journal's title."""
    return "".join(run.text for run in work.journaltitle) or next(
        filter(None, [work.organization, work.eprint, _site(work.howpublished), work.publisher, work.institution]), ""
    )


def subtype(work: Work) -> str:
    return _SPACES.sub("-", work.entrysubtype.lower()) if work.entrysubtype else ""


def is_recorded(work: Work) -> bool:
    """Whether the work is to be heard or seen: its series is a name, which keeps its capitals."""
    return work.type in _RECORDED


def is_scholarly(work: Work) -> bool:
    """Whether an article is in a journal, which is dated by its year; one with a month and no volume is in a magazine."""
    if work.type not in _ARTICLES or subtype(work) in PERIODICAL:
        return False
    return bool(work.volume or work.number or work.doi or work.eid or (work.date.month or 21) > 20)


def is_dated_by_year(work: Work) -> bool:
    """Whether the list shows the year alone, even if the day is known."""
    if (work.date.month or 0) > 20:
        return False
    if is_scholarly(work) or work.type in _DATED_BY_YEAR:
        return True
    return work.type in {"book", "inbook"} and bool(work.publisher)


def head_of(work: Work) -> tuple[Names, str]:
    """Who stands at the head of the entry and in what role: the authors, else the editors of a whole, else nobody."""
    if work.author:
        return work.author, ""
    if work.editor and (shape_of(work) is Shape.whole or work.type == "periodical"):
        return work.editor, work.editortype or "editor"
    return Names(), ""


def _container(work: Work) -> bool:
    if work.type == "presentation" or is_recorded(work):
        return bool(work.maintitle)
    return bool(work.booktitle or work.maintitle)


def _is_in_serial_proceedings(work: Work) -> bool:
    """Proceedings that come out in volumes and issues like a journal are cited as one (APA 10.5)."""
    return work.type in {"inproceedings", "conference"} and bool(work.volume and work.number and not work.publisher)


def _site(howpublished: str) -> str:
    return "" if "://" in howpublished else howpublished
