"""Works that speak of another work: a review, a comment, a reprint. The other is named in the entry (APA 10.7, 9.41)."""

from __future__ import annotations

from dataclasses import replace

from ...model.works import Work
from .case import sentence_case
from .dates import year_of
from .identifiers import pages_of
from .names import contributors, in_order, role
from .pieces import Piece, Pieces, bracketed, italic, joined, merged, rich, roman
from .shapes import Shape, shape_of
from .sources import link_of
from .titles import whole_title, with_subtitle

_REPRINTS = frozenset({"reprintfrom", "reprintof"})
_ROLES_IN_BRACKETS = {"director": "Dir."}


def about(work: Work, other: Work) -> Pieces:
    """``[Review of the book *We are here*, by A. Ball]`` after the title of a review or comment."""
    if work.relatedtype not in {"reviewof", "commenton"}:
        return ()
    what = work.relatedstring or {"reviewof": "Review of", "commenton": "Comment on"}[work.relatedtype]
    makers = _makers(other) if work.relatedtype == "reviewof" else ""
    if not makers:
        return bracketed((Piece(f"{what} "), *_title(other, "")), "[]")
    return bracketed((Piece(f"{what} "), *_title(other, ","), Piece(f" by {makers}")), "[]")


def reprinted(work: Work, other: Work) -> Pieces:
    """``(Reprinted from “Title,” 1981, *Journal*, *51*[3], 391–402, https://doi.org/…)`` at the end of a reprint."""
    if work.relatedtype not in _REPRINTS:
        return ()
    first = _title(other, ",")
    if shape_of(other) is Shape.article:
        rest = [roman(year_of(other)), *_journal(other), link_of(other)]
    else:
        rest = [roman(pages_of(other)), roman(_by(other)), roman(year_of(other)), roman(other.publisher)]
    return merged(bracketed((Piece("Reprinted from "), *first, Piece(" "), *joined(rest))))


def with_first_date(work: Work, other: Work | None) -> Work:
    """A reprint with the date of what it reprints, for both years stand in the text: ``1981/2014``."""
    if other is None or work.origdate or work.relatedtype not in _REPRINTS:
        return work
    return replace(work, origdate=other.date)


def _title(other: Work, comma: str) -> Pieces:
    """A whole in italics, a part in quotation marks with the comma inside."""
    text = sentence_case(whole_title(other), other.language)
    if shape_of(other) is Shape.whole and "episode" not in other.entrysubtype:
        return (*rich(text, True), Piece(comma))
    return (Piece("“"), *rich(text), Piece(f"{comma}”"))


def _journal(other: Work) -> list[Pieces]:
    issue = bracketed(roman(other.number), "[]")
    journal = rich(with_subtitle(other.journaltitle, other.journalsubtitle), True)
    return [journal, (*italic(other.volume), *issue), roman(other.pages)]


def _by(other: Work) -> str:
    if other.author:
        return f"by {contributors(other.author)}"
    return f"by {contributors(other.editor)}, {role(other.editor, 'editor')}" if other.editor else ""


def _makers(other: Work) -> str:
    """``M. Schur, Writer & Director``."""
    return " & ".join(", ".join(filter(None, [in_order(name), _made(name.role)])) for name in other.author)


def _made(roles: str) -> str:
    return " & ".join(_ROLES_IN_BRACKETS.get(word, word.capitalize()) for word in filter(None, roles.split(",")))
