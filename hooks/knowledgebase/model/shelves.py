"""The shelves that readers browse: the records that share whom they concern, a level, or both.

A facet is told apart by its class too: "people who use services" is one of those whom a record concerns, and a level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .facets import Concerned, Facet, Level
from .records import Record


@dataclass(frozen=True)
class Shelf:
    """The records that have every facet of a shelf: a ``Concerned``, a ``Level``, or the first and then the second."""

    facets: tuple[Facet, ...]
    records: tuple[Record, ...]

    def is_within(self, other: Shelf) -> bool:
        """Whether this shelf is another one narrowed by one more facet."""
        return len(self.facets) > len(other.facets) and any(facet is other.facets[0] for facet in self.facets)


def shelves(records: Iterable[Record]) -> tuple[Shelf, ...]:
    """Every shelf that holds a record: by whom it concerns, by level, then each of the first at each of the second."""
    every = tuple(records)
    concerned = [Shelf((facet,), tuple(one for one in every if facet in one.concerns)) for facet in Concerned]
    levels = [Shelf((level,), _at(level, every)) for level in Level]
    both = [Shelf((*shelf.facets, level), _at(level, shelf.records)) for shelf in concerned for level in Level]
    return tuple(shelf for shelf in (*concerned, *levels, *both) if shelf.records)


def _at(level: Level, records: tuple[Record, ...]) -> tuple[Record, ...]:
    return tuple(record for record in records if level in record.levels)
