"""Texts and addresses of the knowledge base as other programs get them: without notations, nothing of them lost."""

from __future__ import annotations

from collections.abc import Iterable

from ...links import Links
from ...model import Record
from ...syntax import Citation, Citations, Part, RecordLink, Text, has_notations, parse
from .. import addresses
from ..apa import Apa, text_of


class Wording:
    """Writes the texts of one knowledge base. A bracket of citations is printed once, however often it stands there."""

    def __init__(self, links: Links, apa: Apa) -> None:
        self.links, self.apa = links, apa
        self._printed: dict[tuple[Citation, ...], str] = {}

    def text(self, text: str) -> str:
        """A text as one reads it aloud: links as their words, citations as they are printed. A line is a paragraph."""
        if "\n" not in text:
            return self._line(text)
        return "\n".join(filter(None, map(self._line, text.split("\n"))))

    def cited(self, bracket: tuple[Citation, ...]) -> str:
        """Citations as one printed bracket; those of works that are not in the bibliography are left out."""
        found = self._printed.get(bracket)
        if found is None:
            works = self.links.works
            known = [one for one in bracket if one.source in works and (one.via or one.source) in works]
            found = self._printed[bracket] = text_of(self.apa.in_text(known)) if known else ""
        return found

    def urls(self, record: Record, named: Iterable[str]) -> tuple[str, ...]:
        """The addresses of the claims that a record names."""
        return tuple(addresses.of_claim(*found) for found in self.links.claims_at(record, named))

    def ids(self, named: Iterable[str]) -> tuple[str, ...]:
        """The ids of today of records named by an id or an earlier one."""
        return tuple(record.id for record in map(self.links.record, named) if record)

    def _line(self, line: str) -> str:
        if not has_notations(line):
            return _spaced(line)
        return _spaced("".join([part.text if isinstance(part, Text) else self._part(part) for part in parse(line)]))

    def _part(self, part: Part) -> str:
        if isinstance(part, RecordLink):
            return part.words or self.links.title_of(part)
        return self._citations(part) if isinstance(part, Citations) else part.text

    def _citations(self, part: Citations) -> str:
        if part.narrative and part.items[0].source in self.links.works:
            return text_of(self.apa.in_text(part.items, authors=False))
        return self.cited(part.items)


def _spaced(words: str) -> str:
    """Words with a space between; mostly they are so, and a text whose every sign is printed has no other white space."""
    if words.isprintable() and "  " not in words:
        return words.strip()
    return " ".join(words.split())
