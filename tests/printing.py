"""Printing one work for a table of cases: BibTeX in, the line of the list out, italics shown as *…*."""

from __future__ import annotations

from knowledgebase.model.works import Work
from knowledgebase.reading.bibtex import read_bibtex
from knowledgebase.reading.works import read_work
from knowledgebase.writing.apa import Apa, Piece


def works_of(bib: str) -> list[Work]:
    return [read_work(entry)[0] for entry in read_bibtex(bib, "bibliography.bib")[0]]


def shown(pieces: tuple[Piece, ...]) -> str:
    return "".join(f"*{piece.text}*" if piece.italic else piece.text for piece in pieces)


def line(bib: str) -> str:
    """The line of the first entry."""
    works = works_of(bib)
    return shown(Apa(works).in_list(works[0]))
