"""The notations in the running texts that the rules read, those of records and of hand-written pages, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..links import Links
from ..model import Record
from ..problems import Location, Place, Source
from ..syntax import Part, in_brackets


class Noted(NamedTuple):
    """One notation in a text: the part, and which text it is of."""

    part: Part
    source: Source
    location: Location

    def place(self, words: str) -> Place:
        """Where certain words near the notation stand."""
        return self.source.place(self.location, words)


def notations_in(records: Iterable[Record]) -> Iterator[Noted]:
    """Every notation in the texts of records; rules ask for it where something is wrong."""
    for record in records:
        for location, text in record.prose():
            yield from (Noted(part, record.source, location) for part in in_brackets(text))


@lru_cache(maxsize=1)
def notations_on_pages(links: Links) -> tuple[Noted, ...]:
    """Every notation on the hand-written pages; many rules ask for them."""
    return tuple(Noted(part, page.source, ()) for page in links.base.pages for part in in_brackets(page.source.text))
