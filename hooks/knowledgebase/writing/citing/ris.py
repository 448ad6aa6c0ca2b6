"""A work in RIS, the oldest common tongue of reference managers (Research Information Systems, specification of 2011).

Where readings of the specification differ, tags stand where Zotero's translator reads them (RIS.js, ``fieldMap``).
RIS knows no groups: what stands before the first comma of a name is the family name. So a group is a name without a comma;
one that has commas loses them, for nothing can mark them as its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model.works import Date, Name, Work, plain
from ..apa.dates import IN_PRESS, date_in_list
from .facts import Facts, facts_of

_TYPES = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK", "chapter": "CHAP",
    "dataset": "DATA", "entry-encyclopedia": "ENCYC", "graphic": "ART", "legal_case": "CASE", "legislation": "STAT",
    "manuscript": "MANSCPT", "motion_picture": "MPCT", "pamphlet": "PAMP", "paper-conference": "CONF", "patent": "PAT",
    "performance": "ADVS", "periodical": "SER", "personal_communication": "PCOMM", "post-weblog": "BLOG", "report": "RPRT",
    "review": "JOUR", "software": "COMP", "song": "SOUND", "speech": "SLIDE", "standard": "STAND", "thesis": "THES",
    "webpage": "ELEC",
}  # fmt: skip
_EDITORS = {"BOOK": "A3", "RPRT": "ED"}  # of everything else A2
_BREAKS = re.compile(r"[^\S\u00a0]+")  # a line ends a value; a no-break space is none
Lines = list[tuple[str, str]]


def ris(works: Iterable[Work]) -> str:
    """A file of works, one record each."""
    return "\n".join(map(record_of, works))


def record_of(work: Work) -> str:
    """The record of a work; tags that would be empty are left out."""
    facts = facts_of(work)
    lines = [("TY", _TYPES.get(facts.type, "GEN")), ("ID", work.key), *_lines(work, facts)]
    return "".join([f"{tag}  - {_in_one_line(text)}\n" for tag, text in lines if text]) + "ER  - \n"


def _in_one_line(text: str) -> str:
    """A value; mostly it has single spaces alone, for a text whose every sign is printed has no other white space."""
    return text if text.isprintable() and "  " not in text else _BREAKS.sub(" ", text)


def _lines(work: Work, facts: Facts) -> Lines:
    return [
        *_names(work, _EDITORS.get(_TYPES.get(facts.type, ""), "A2")),
        *_titles(work, facts),
        *_dates(work),
        *_numbers(work, facts),
        ("PB", facts.publisher),
        ("CY", work.location or work.venue),
        ("M3", work.kind),
        ("DO", work.doi),
        ("UR", work.url),
        ("LA", work.language),
        ("N1", facts.remark),
    ]


def _names(work: Work, editors: str) -> Lines:
    roles = (("AU", work.author), (editors, work.editor), ("A4", work.translator), ("C2", work.bookauthor))
    return [(tag, _name(name)) for tag, names in roles for name in names.people]


def _name(name: Name) -> str:
    """``van der Berg, Jan, Jr.``"""
    if name.group:
        return name.family.replace(",", "")
    given = " ".join(filter(None, [name.given, name.particle]))
    return ", ".join(filter(None, [name.last, given, name.suffix]))


def _titles(work: Work, facts: Facts) -> Lines:
    event = plain(work.eventtitle)
    if facts.type == "paper-conference":
        whole = [("C3", facts.container), ("T2", event), ("T3", work.series)]
    elif facts.type in {"book", "report"}:
        whole = [("T2", work.series or facts.container)]
    else:
        whole = [("T2", facts.container or event), ("T3", work.series)]
    return [("TI", facts.title), ("ST", plain(work.shorttitle)), *whole]


def _dates(work: Work) -> Lines:
    """``PY`` is a year; ``DA`` is ``2019/07/14/``, with words at its end where numbers do not say all."""
    return [
        ("PY", _year(work.date)),
        ("DA", _day(work.date, _in_words(work))),
        ("Y2", _day(work.urldate, "")),
        ("N1", IN_PRESS if work.pubstate == "inpress" else ""),
    ]


def _year(date: Date) -> str:
    return f"{date.year:04d}" if date.year and date.year > 0 else ""


def _in_words(work: Work) -> str:
    date = work.date
    more = date.words or date.circa or date.end or date.ongoing or (date.year or 1) <= 0 or (date.month or 0) > 12
    return date_in_list(work)[1:-1] if more else ""


def _day(date: Date, words: str) -> str:
    if not date:
        return ""
    month = date.month if (date.month or 0) <= 12 else None
    parts = [_year(date), f"{month:02d}" if month else "", f"{date.day:02d}" if month and date.day else "", words]
    return "/".join(parts)


def _numbers(work: Work, facts: Facts) -> Lines:
    """The number of an article without pages stands for its first page; that of a report in ``SN``, as ISBNs do."""
    first, _, last = facts.pages.partition("-")
    return [
        ("VL", work.volume),
        ("IS", facts.issue),
        ("SP", first or work.eid),
        ("EP", last),
        ("ET", work.edition or work.version),
        ("SE", work.chapter),
        ("SN", work.isbn or (facts.number if facts.number != work.eid else "")),
    ]
