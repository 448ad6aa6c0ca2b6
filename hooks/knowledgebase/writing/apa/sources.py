"""Where a work can be had: its publisher or site, its DOI or address (APA 9.29 to 9.37)."""

from __future__ import annotations

from urllib.parse import quote

from ...model.works import Work
from .dates import day_in_full
from .descriptions import THESES, is_published
from .names import contributors, in_order
from .pieces import Piece, Pieces, roman, sentence
from .shapes import head_of

_DOI = "https://doi.org/"
_ARCHIVES = {"arxiv": "arXiv", "pubmed": "PubMed", "hdl": "", "jstor": "JSTOR"}


def publisher_of(work: Work) -> Pieces:
    """The publisher, site or institution as a sentence, unless it is the author."""
    publisher = _publisher(work)
    return () if not publisher or publisher in _authors(work) else sentence(roman(publisher))


def link_of(work: Work) -> Pieces:
    """The DOI, else the address, with the day it was seen where the editor gives one; no full stop follows it."""
    if work.doi:
        return (Piece(_DOI + work.doi, href=_DOI + quote(work.doi, safe="/:;()._-")),)
    url = work.url or _archived_at(work)
    if not url:
        return ()
    seen = (Piece(f"Retrieved {day_in_full(work.urldate)}, from "),) if work.urldate else ()
    return (*seen, Piece(url, href=url))


def _authors(work: Work) -> tuple[str, ...]:
    """The author as a publisher would be written."""
    head, _ = head_of(work)
    return contributors(head), "; ".join(map(in_order, head)), "Author"


def _publisher(work: Work) -> str:
    if work.type in THESES:
        return _archive(work) if is_published(work) else work.institution
    if work.eventtitle:
        event = "".join(run.text for run in work.eventtitle)
        return ", ".join(filter(None, [event, work.venue or work.location]))
    if work.type == "unpublished":
        return ", ".join(filter(None, [work.venue, work.institution or work.organization]))
    if work.type in {"image", "artwork"}:
        return ", ".join(filter(None, [work.location, work.publisher or work.institution]))
    return _site(work) if work.type == "online" else _house(work)


def _house(work: Work) -> str:
    if work.type in {"report", "techreport"}:
        return work.institution or work.publisher or work.organization or _words(work.howpublished)
    return work.publisher or work.organization or work.institution or _words(work.howpublished) or _archive(work)


def _site(work: Work) -> str:
    names = [_archive(work), work.organization, work.publisher, work.institution, _words(work.howpublished)]
    return next(filter(None, names), "")


def _archive(work: Work) -> str:
    if work.eprinttype:
        return _ARCHIVES.get(work.eprinttype.lower(), work.eprinttype)
    return work.eprint or work.publisher or work.organization or _words(work.howpublished)


def _archived_at(work: Work) -> str:
    return f"https://arxiv.org/abs/{work.eprint}" if work.eprinttype.lower() == "arxiv" and work.eprint else ""


def _words(howpublished: str) -> str:
    return "" if "://" in howpublished else howpublished
