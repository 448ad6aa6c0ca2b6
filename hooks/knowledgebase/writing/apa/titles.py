"""The title of a work: sentence case, italics for a whole, then what tells the edition apart and what the work is.

    *Feminist therapy* (H. Weaver, Trans.; 2nd ed., Vol. 1) [Audiobook]

APA 9.18 to 9.22.
"""

from __future__ import annotations

from ...model.works import RichText, Run, Work, plain
from .case import sentence_case
from .descriptions import descriptions_of
from .identifiers import contributors_of, edition_of, numbers_of
from .pieces import Piece, Pieces, bracketed, joined, merged, rich, roman
from .shapes import Shape, is_recorded, shape_of


def title_of(work: Work) -> Pieces:
    """The title element without its full stop; nothing if the work has neither title nor description."""
    shape = shape_of(work)
    named = _named(work, in_italics=shape is Shape.whole)
    about = [bracketed(identifiers_of(work, shape)), *(bracketed(part, "[]") for part in descriptions_of(work))]
    return merged(joined([named, *about], " "))


def identifiers_of(work: Work, shape: Shape) -> Pieces:
    """What stands in round brackets after the title, groups apart by semicolons."""
    edition = edition_of(work) if shape is Shape.whole else ""
    numbers = [] if shape is Shape.article or work.entry else numbers_of(work)
    return roman("; ".join(filter(None, [*contributors_of(work, shape), edition, *numbers])))


def whole_title(work: Work) -> RichText:
    """Title and subtitle as they are written; the title of the book where a whole has no other."""
    if work.entry:
        return work.entry
    if not work.title and shape_of(work) is Shape.whole:
        return with_subtitle(work.booktitle, work.booksubtitle)
    return with_subtitle(work.title, work.subtitle)


def with_subtitle(title: RichText, subtitle: RichText) -> RichText:
    """Both, with a colon between, or nothing but a space after "?" and "!"."""
    if not (title and subtitle):
        return title or subtitle
    separator = " " if plain(title).endswith(("?", "!", ":", "—")) else ": "
    return (*title, Run(separator), *subtitle)


def cased(work: Work, title: RichText, subtitle: RichText = ()) -> RichText:
    """Title and subtitle in sentence case, which series of recordings are spared."""
    return sentence_case(with_subtitle(title, subtitle), work.language)


def in_volumes(work: Work, main: RichText, title: RichText) -> RichText:
    """``Handbook: Vol. 1. History``: a volume with a title of its own."""
    volume = f"Vol. {work.volume}. " if work.volume else ""
    if not (main and title):
        return main or title
    if volume or not work.mainsubtitle:
        return (*main, Run(f": {volume}"), *title)
    return (*main, Run(". "), *title)


def _named(work: Work, in_italics: bool) -> Pieces:
    title = sentence_case(whole_title(work), work.language)
    if in_italics and work.maintitle and not is_recorded(work):
        title = in_volumes(work, cased(work, work.maintitle, work.mainsubtitle), title)
    if not work.origtitle:
        return rich(title, in_italics)
    return (*rich(work.origtitle, in_italics), Piece(" ["), *rich(title, False), Piece("]"))
