"""What every format of citation says of a work: what it is, what it stands in, who brought it out.

The formats differ in their words for these facts, not in the facts. ``type`` is one of the types of CSL 1.0.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...model.works import Work, plain
from ..apa.shapes import Shape, is_in_periodical, is_scholarly, periodical, shape_of, subtype
from ..apa.titles import whole_title, with_subtitle

_TYPES = {
    "article": "article-journal", "audio": "song", "artwork": "graphic", "book": "book", "bookinbook": "chapter",
    "booklet": "pamphlet", "collection": "book", "dataset": "dataset", "image": "graphic", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference", "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case", "legislation": "legislation", "letter": "personal_communication", "manual": "book",
    "mastersthesis": "thesis", "misc": "document", "movie": "motion_picture", "music": "song", "online": "webpage",
    "patent": "patent", "performance": "performance", "periodical": "periodical", "phdthesis": "thesis",
    "presentation": "speech", "proceedings": "book", "reference": "book", "report": "report", "review": "review",
    "software": "software", "standard": "standard", "suppbook": "chapter", "suppcollection": "chapter",
    "suppperiodical": "article-journal", "techreport": "report", "thesis": "thesis", "unpublished": "manuscript",
    "video": "motion_picture",
}  # fmt: skip
_PERIODICALS = {"blog": "post-weblog", "blogpost": "post-weblog", "blog-post": "post-weblog"} | dict.fromkeys(
    ("news", "newspaper"), "article-newspaper"
)


class Facts(NamedTuple):
    """The facts of a work that no single field of it holds; those that it does not have are empty."""

    type: str
    title: str
    container: str  # journal, book, series or site
    publisher: str
    issue: str  # of a periodical
    number: str  # of anything else, and of an article without pages
    pages: str  # with a plain hyphen
    remark: str  # what a reader must be told besides: unnamed authors, details nobody has checked


class _This:
    """A work as the very object that it is: what two that are alike have in common need not be looked for."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def __hash__(self) -> int:
        return id(self.work)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.work is other.work


def facts_of(work: Work) -> Facts:
    """The facts of a work."""
    return _facts(_This(work))


@lru_cache(maxsize=8)  # each format asks for the facts of the same work in turn
def _facts(this: _This) -> Facts:
    work, kind = this.work, _type(this.work)
    return Facts(
        type=kind,
        title=plain(whole_title(work)) or plain(work.titleaddon),
        container=_container(work, kind),
        publisher=_publisher(work, kind),
        **_numbers(work),
        pages=work.pages.replace("–", "-"),
        remark=" ".join(_remarks(work)),
    )


def _remarks(work: Work) -> Iterator[str]:
    if work.author.others:
        yield "The work has more authors than are named here."
    if work.unchecked:
        yield f"Details not checked: {work.unchecked}."


def _type(work: Work) -> str:
    if shape_of(work) is Shape.article and work.type not in {"review", "periodical"}:
        magazine = _PERIODICALS.get(subtype(work), "article-magazine")
        return magazine if is_in_periodical(work) or not is_scholarly(work) else "article-journal"
    if work.type == "misc" and work.url:
        return "webpage"
    return _TYPES.get(work.type, "document")


def _container(work: Work, kind: str) -> str:
    book = with_subtitle(work.booktitle, work.booksubtitle) or with_subtitle(work.maintitle, work.mainsubtitle)
    journal = plain(with_subtitle(work.journaltitle, work.journalsubtitle))
    site = periodical(work) if kind == "webpage" or is_in_periodical(work) else ""
    return journal or (plain(book) if work.title else "") or site


def _numbers(work: Work) -> dict[str, str]:
    if shape_of(work) is Shape.article:
        return {"issue": work.number or work.issue, "number": work.eid}
    return {"issue": work.issue, "number": work.number or work.eid}


def _publisher(work: Work, kind: str) -> str:
    if is_in_periodical(work) or kind == "webpage":
        return ""
    return next(filter(None, [work.publisher, work.institution, work.organization, work.howpublished]), "")
