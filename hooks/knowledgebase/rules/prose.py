"""Every running text that the rules read: those of the records and those of the hand-written pages, with their places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..links import Links
from ..model import Record
from ..problems import Location, Place, Source
from ..syntax import Citations, Malformed, Part, RecordLink, parse

_IN_BRACKETS = (RecordLink, Citations, Malformed)


class Noted(NamedTuple):
    """One notation in a text: the part, whose record it stands in (None on a hand-written page) and which text it is of."""

    part: Part
    record: Record | None
    source: Source
    location: Location

    def place(self, words: str) -> Place:
        """Where certain words near the notation stand."""
        return self.source.place(self.location, words)


@lru_cache(maxsize=1)
def notations(links: Links) -> tuple[Noted, ...]:
    """Every notation of every text; most rules ask for them."""
    return (*_in_records(links), *_on_pages(links))


def _in_records(links: Links) -> Iterator[Noted]:
    for record in links.base.records:
        for location, text in record.prose():
            for part in _marked(text):
                yield Noted(part, record, record.source, location)


def _on_pages(links: Links) -> Iterator[Noted]:
    for page in links.base.pages:
        for part in _marked(page.source.text):
            yield Noted(part, None, page.source, ())


def _marked(text: str) -> list[Part]:
    return [part for part in parse(text) if isinstance(part, _IN_BRACKETS)] if "[" in text else []
