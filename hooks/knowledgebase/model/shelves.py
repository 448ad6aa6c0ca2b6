"""The shelves that readers browse: the records that share whom they concern, a level, or both.

A facet is told apart by its class too: "people who use services" is one of those whom a record concerns, and a level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from .facets import Concerned, Facet, Level
from .records import Record

Place = tuple[Concerned | None, Level | None]  # whom it concerns, and at which level; None where that does not matter
_PLACES: tuple[Place, ...] = (
    *((concerned, None) for concerned in Concerned),
    *((None, level) for level in Level),
    *product(Concerned, Level),
    (None, None),
)


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
    found: dict[Place, list[Record]] = {place: [] for place in _PLACES}
    for record in records:
        for place in product({*record.concerns, None}, {*record.levels, None}):
            found[place].append(record)
    return tuple(
        Shelf(tuple(filter(None, place)), tuple(there)) for place, there in found.items() if there and place != (None, None)
    )
