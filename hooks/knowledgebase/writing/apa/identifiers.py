"""What stands in round brackets after a title: translators and editors, edition and volume, numbers of a report."""

from __future__ import annotations

import re

from ...model.works import Names, Work
from .names import contributors, role
from .shapes import Shape, head_of

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
_REPORTS = frozenset("report techreport manual booklet".split())
_THESES = frozenset("phdthesis mastersthesis thesis".split())


def contributors_of(work: Work, shape: Shape) -> list[str]:
    """``J. Strachey, Ed. & Trans.``: editors of a whole that has authors, translators and narrators of any work."""
    if not (work.editor or work.translator or work.narrator):
        return []
    editors = work.editor if shape is Shape.whole and head_of(work)[0] != work.editor else Names()
    if editors and editors.people == work.translator.people:
        both = f"{role(editors, work.editortype or 'editor')} & {role(work.translator, 'translator')}"
        return [f"{contributors(editors)}, {both}"]
    roles = [(editors, work.editortype or "editor"), (work.translator, "translator"), (work.narrator, "narrator")]
    return [f"{contributors(names)}, {role(names, kind)}" for names, kind in roles if names]


def edition_of(work: Work, pages: str = "") -> str:
    """``2nd ed., Vol. 1, pp. 3–9``."""
    volume = "" if work.maintitle and work.volume else _volume(work.volume)
    return ", ".join(filter(None, [_edition(work.edition), volume, pages]))


def pages_of(work: Work) -> str:
    """``p. 3``, ``pp. 3–9``, or the chapter where the book has no pages."""
    if work.pages:
        return f"{'pp.' if re.search(r'[–,&]', work.pages) else 'p.'} {work.pages}"
    return f"Chapter {work.chapter}" if work.chapter else ""


def numbers_of(work: Work) -> list[str]:
    """The numbers by which a report, thesis, data set or program is known."""
    return [*filter(None, [_number(work), _version(work), work.note if work.type == "report" else ""])]


def _number(work: Work) -> str:
    if work.type in _THESES:
        return f"Publication No. {work.number}" if work.number else ""
    if work.issue and work.number:
        return f"{work.issue} {work.number}"
    if work.type not in {"book", "collection", "proceedings", "inbook", "incollection", "inproceedings"}:
        return _labelled(work)
    return ""


def _labelled(work: Work) -> str:
    """``NIH Publication No. 18-2424``; a number with its own label, as in ``ICPSR 37080``, stays as it is."""
    if not work.number:
        return f"arXiv:{work.eprint}" if work.eprinttype.lower() == "arxiv" else ""
    label = work.kind if work.type in _REPORTS else ""
    has_label = re.match(r"[A-Z]{2,}[ -]?\d", work.number) or re.match(r"(?i)(no|nr|report)\b", work.number)
    return " ".join(filter(None, [label, work.number if has_label else f"No. {work.number}"]))


def _version(work: Work) -> str:
    if not work.version:
        return ""
    return work.version if work.type == "online" else f"Version {work.version.removeprefix('Version ')}"


def _edition(edition: str) -> str:
    if not edition:
        return ""
    number = _ORDINALS.get(edition.lower()) or (int(found[1]) if (found := re.match(r"(\d+)(?:st|nd|rd|th)?$", edition)) else 0)
    if number:
        return f"{number}{_ending(number)} ed."
    if edition.lower() in {"revised", "rev"}:
        return "Rev. ed."
    return edition if re.search(r"\bed(ition)?\b", edition) else f"{edition} ed."


def _ending(number: int) -> str:
    return "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _volume(volume: str) -> str:
    if not volume:
        return ""
    return f"{'Vols.' if re.search(r'[–,&]', volume) else 'Vol.'} {volume}"
