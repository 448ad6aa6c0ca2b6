"""What stands in square brackets after a title: what kind of thing the work is, where that is not plain (APA 9.21)."""

from __future__ import annotations

from ...model.works import Work
from .case import sentence_case
from .pieces import Pieces, joined, rich, roman
from .shapes import PERIODICAL, subtype

THESES = frozenset("phdthesis mastersthesis thesis".split())
_THESIS_KINDS = {
    "phdthesis": "Doctoral dissertation", "mathesis": "Master’s thesis", "mastersthesis": "Master’s thesis",
    "phd thesis": "Doctoral dissertation", "thesis": "Thesis", "bathesis": "Bachelor’s thesis",
}  # fmt: skip
_KINDS = {
    "data-set": "Data set", "podcast": "Audio podcast", "podcastepisode": "Audio podcast episode", "tvseries": "TV series",
    "tvepisode": "TV series episode", "powerpoint": "PowerPoint slides", "speech": "Speech audio recording",
    "manunpub": "Unpublished manuscript", "maninprep": "Manuscript in preparation",
    "mansub": "Manuscript submitted for publication",
}  # fmt: skip
_BY_TYPE = {"dataset": "Data set", "movie": "Film", "unpublished": "Unpublished manuscript"}
_WITH_NOTE = frozenset("video movie audio".split())


def descriptions_of(work: Work) -> list[Pieces]:
    """The descriptions, one for each pair of brackets."""
    if work.entry:  # the description is that of the whole
        return []
    addon = rich(sentence_case(work.titleaddon, work.language))
    issue = rich(work.issuetitle) if work.type == "periodical" else ()
    kind = thesis_of(work) if work.type in THESES else _kind(work)
    note = roman(work.note) if work.type in _WITH_NOTE else ()
    return [part for part in (addon, issue, joined([roman(kind), note], "; ")) if part]


def thesis_of(work: Work) -> str:
    """``Doctoral dissertation, University of X``, or ``Unpublished doctoral dissertation`` where nobody has published it."""
    kind = _THESIS_KINDS.get((work.kind or work.type).lower(), work.kind)
    if kind.lower().startswith("unpublished"):
        return kind
    if is_published(work):
        return ", ".join(filter(None, [kind, work.institution]))
    return f"Unpublished {kind[0].lower()}{kind[1:]}"


def is_published(work: Work) -> bool:
    """Whether a thesis can be had from an archive or at an address."""
    return bool(work.publisher or work.eprint or work.organization or work.howpublished or work.url or work.doi)


def _kind(work: Work) -> str:
    """An entry subtype is printed as it is written, unless it is a word of biblatex for something longer."""
    if work.entrysubtype:
        known = _KINDS.get(subtype(work))
        return "" if subtype(work) in PERIODICAL else known or work.entrysubtype[:1].upper() + work.entrysubtype[1:]
    if work.type == "unpublished" and work.howpublished:
        return _KINDS.get(work.howpublished, work.howpublished)
    if work.type == "unpublished" and work.eventtitle or work.titleaddon:
        return ""
    if work.type == "software" and work.version:
        return "Computer software"
    return _BY_TYPE.get(work.type, "") or _report_kind(work)


def _report_kind(work: Work) -> str:
    return work.kind if work.type in {"report", "techreport"} and not work.number else ""
