"""The shelves that readers browse: the records that share whom they concern, a level, or both.

A facet is told apart by its class too: "people who use services" is one of those whom a record concerns, and a level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

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
    named = (*((facet,) for facet in (*Concerned, *Level)), *product(Concerned, Level))
    found = (Shelf(facets, tuple(record for record in every if _has(record, facets))) for facets in named)
    return tuple(shelf for shelf in found if shelf.records)


def _has(record: Record, facets: tuple[Facet, ...]) -> bool:
    return all(facet in (record.levels if isinstance(facet, Level) else record.concerns) for facet in facets)
