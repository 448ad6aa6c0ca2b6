"""Every running text that the rules read: those of the records and those of the hand-written pages, with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..links import Links
from ..model import Record
from ..problems import Place
from ..syntax import Citations, Malformed, Part, RecordLink, parse


@dataclass(frozen=True)
class Noted:
    """One notation in a text: the part, whose record it stands in (None on a hand-written page) and where it is."""

    part: Part
    record: Record | None
    place: Callable[[str], Place]  # of certain words near the notation


def notations(links: Links) -> Iterator[Noted]:
    """Every notation of every text."""
    for record in links.base.records:
        for location, text in record.prose():
            for part in _marked(text):
                yield Noted(part, record, lambda words, r=record, at=location: r.place(*at, words=words))
    for page in links.base.pages:
        for part in _marked(page.source.text):
            yield Noted(part, None, lambda words, s=page.source: s.place((), words))


def _marked(text: str) -> Iterator[Part]:
    return (part for part in parse(text) if isinstance(part, RecordLink | Citations | Malformed))
