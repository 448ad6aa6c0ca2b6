"""The greater whole that an article or part stands in: *Journal*, *12*(3), 4–9, or In E. Ball (Ed.), *Book* (pp. 4–9).

APA 9.25 to 9.28.
"""

from __future__ import annotations

import re

from ...model.works import Names, Run, Work
from .case import sentence_case
from .identifiers import edition_of, numbers_of, pages_of
from .names import contributors, role
from .pieces import Piece, Pieces, bracketed, italic, joined, merged, rich, roman, sentence
from .shapes import is_recorded, periodical
from .titles import cased, in_volumes, with_subtitle

ADVANCE_ONLINE = "Advance online publication"


def journal_of(work: Work) -> Pieces:
    """The journal, volume, issue and pages as one sentence; "Advance online publication" as another."""
    journal = rich(with_subtitle(work.journaltitle or work.booktitle, work.journalsubtitle), True)
    journal = journal or italic(periodical(work))
    issue = bracketed(roman(work.number or work.issue))
    volume = (*italic(work.volume), *issue)
    where = roman(f"Article {article_number(work)}" if article_number(work) else work.pages)
    ahead = roman(ADVANCE_ONLINE) if is_ahead_of_print(work) else ()
    return joined([sentence(merged(joined([journal, volume, where]))), sentence(ahead)], " ")


def article_number(work: Work) -> str:
    """The number that stands for pages. One like e0209899 or CD004807 in place of the pages is taken for what it is."""
    return work.eid or (work.pages if re.fullmatch(r"[A-Za-z]+\d{3,}[\w.]*", work.pages) else "")


def is_ahead_of_print(work: Work) -> bool:
    if work.pubstate in {"aheadofprint", "prepublished"}:
        return not work.volume
    return any(text.lower().startswith(ADVANCE_ONLINE.lower()) for text in (work.howpublished, work.note))


def book_of(work: Work) -> Pieces:
    """The book, series or album that a part stands in, as one sentence."""
    preposition = "On" if work.type in {"audio", "music"} and work.entrysubtype.lower().startswith("song") else "In"
    whole = bracketed(roman("; ".join(filter(None, _about_the_whole(work)))))
    addon = work.maintitleaddon or work.booktitleaddon
    described = bracketed(rich(sentence_case(addon, work.language)), "[]") or _software(work)
    named = joined([rich(_title_of_book(work), True), whole, described], " ")
    return sentence(merged((Piece(f"{preposition} "), *joined([roman(_who_made_it(work)), named]))))


def _about_the_whole(work: Work) -> list[str]:
    if work.entry:
        return numbers_of(work)
    return [edition_of(work, pages_of(work))] if not is_recorded(work) else []


def _title_of_book(work: Work) -> tuple[Run, ...]:
    if work.entry:
        return cased(work, work.title, work.subtitle)
    if is_recorded(work):
        return with_subtitle(work.maintitle, work.mainsubtitle)
    main = cased(work, work.maintitle, work.mainsubtitle)
    return in_volumes(work, main, cased(work, work.booktitle, work.booksubtitle))


def _who_made_it(work: Work) -> str:
    """``A. Ball & B. Cole (Eds.)``; the author of the book where it is not the author of the part."""
    roles = [
        (work.bookauthor if work.bookauthor != work.author else Names(), ""),
        (work.editor, role(work.editor, work.editortype or "editor")),
        (work.editora, role(work.editora, work.editoratype or "editor")),
        (work.execproducer, role(work.execproducer, "execproducer")),
    ]
    return ", ".join(contributors(names) + (f" ({made})" if made else "") for names, made in roles if names)


def _software(work: Work) -> Pieces:
    return bracketed(roman(work.entrysubtype), "[]") if work.entry else ()
