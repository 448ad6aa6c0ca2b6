"""How the definitions stand to one another: which is broader, which narrower, which only related (SKOS Reference, 8).

SKOS does not let two concepts be related that stand above one another, by however many steps (S27).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...links import Links
from ...model import Definition, Record
from ...model.relations import Relation


class Hierarchy(NamedTuple):
    """The definitions of one knowledge base, as they are ordered by its relations."""

    links: Links

    def broader(self, record: Definition) -> tuple[Definition, ...]:
        return _definitions(self._by(record, Relation.part_of))

    def narrower(self, record: Definition) -> tuple[Definition, ...]:
        return _definitions(self._by(record, Relation.has_part))

    def related(self, record: Definition) -> tuple[Definition, ...]:
        """The definitions with any other relation to this one, but for those above and below it."""
        others = _definitions(self._by(record, *(set(Relation) - {Relation.part_of, Relation.has_part})))
        above = self._above(record)
        return tuple(other for other in others if other.id not in above and record.id not in self._above(other))

    def elsewhere(self, record: Record) -> tuple[Record, ...]:
        """The related records that are no definitions."""
        return tuple(other for other in self._by(record, *Relation) if not isinstance(other, Definition))

    def _by(self, record: Record, *relations: Relation) -> Iterator[Record]:
        found = (other for relation, others in self.links.relations(record) if relation in relations for other in others)
        return iter({other.id: other for other in found}.values())

    def _above(self, record: Definition) -> frozenset[str]:
        """The ids of all that is broader, by however many steps."""
        above: set[str] = set()
        ways = [record]
        while ways:
            found = [other for other in self.broader(ways.pop()) if other.id not in above]
            above |= {other.id for other in found}
            ways += found
        return frozenset(above)


def _definitions(records: Iterator[Record]) -> tuple[Definition, ...]:
    return tuple(record for record in records if isinstance(record, Definition))
