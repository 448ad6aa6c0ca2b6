"""A work in the list of works: author, date, title, source (APA chapter 9).

Ball, A. (2019). *Peer support* (2nd ed.). Harbour Press. https://doi.org/10.1000/1
"""

from __future__ import annotations

from ...model.works import Work
from .containers import book_of, journal_of
from .dates import date_in_list, original_date
from .names import heading, role
from .pieces import Piece, Pieces, joined, merged, roman, sentence
from .shapes import Shape, head_of, shape_of
from .sources import link_of, publisher_of
from .titles import title_of


def entry_of(work: Work, suffix: str = "", related: Pieces = (), reprinted: Pieces = ()) -> Pieces:
    """The entry of a work. ``suffix`` is the letter of its year.

    ``related`` follows the title in square brackets (what is reviewed or commented on); ``reprinted`` closes the entry.
    """
    head = sentence(roman(_head(work)))
    date = (Piece(f"{date_in_list(work, suffix)}."),)
    title = sentence(joined([title_of(work), related], " "))
    first = [head, date, title] if head else [title, date]
    return merged(joined([*first, *_source(work), link_of(work), reprinted or _republished(work)], " "))


def _head(work: Work) -> str:
    names, kind = head_of(work)
    if not names:
        return ""
    return heading(names, work.authorwith) + (f" ({role(names, kind)})" if kind else "")


def _source(work: Work) -> list[Pieces]:
    shape = shape_of(work)
    if shape is Shape.article:
        return [journal_of(work)]
    return [book_of(work) if shape is Shape.part else (), publisher_of(work)]


def _republished(work: Work) -> Pieces:
    return roman(f"(Original work published {original_date(work)})" if work.origdate else "")
