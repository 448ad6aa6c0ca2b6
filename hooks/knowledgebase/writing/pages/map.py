"""The map: how the records connect, as a picture and, in words, as a list for each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from ...links import Links
from ...model import Kind, Record
from ...model.relations import Relation
from .. import addresses
from .draft import Draft
from .page import Page, Writer

if TYPE_CHECKING:
    from ..figure.map import Curve, Point, Sector


class Section(NamedTuple):
    """A kind with its records, and how it stands on the circle."""

    kind: Kind
    records: tuple[Record, ...]
    sector: Sector


class Connection(NamedTuple):
    """Two records that a relation joins, each pair once. ``named`` says that a relation tells more than "related"."""

    first: Record
    second: Record
    named: bool


def drafts(writer: Writer) -> Iterator[Draft]:
    """The one page of the map."""
    yield Draft(addresses.MAP, writer.keys.outlines, partial(_page, writer))


def _page(writer: Writer) -> Page:
    from ..figure import map as circle  # few builds draw it

    base, joined = writer.base, connections(writer.links)
    counts = [len(base.of_kind(kind)) for kind in base.kinds]
    found = tuple(
        Section(kind, base.of_kind(kind), sector) for kind, sector in zip(base.kinds, circle.sectors(counts), strict=True)
    )
    lead = "How the records connect: first as a picture, then kind by kind in words."
    lines = tuple(zip(joined, _lines(found, joined, circle.curve), strict=True))
    return writer.page(addresses.MAP, "Map", lead, "map.html", sections=found, lines=lines, circle=circle)


def connections(links: Links) -> tuple[Connection, ...]:
    """Every pair of records that a relation joins, whichever side wrote it down, in the order of the records."""
    order = {record.id: n for n, record in enumerate(links.base.records)}
    found: dict[tuple[int, int], Connection] = {}
    for record in links.base.records:
        for relation, others in links.relations(record):
            for other in (other for other in others if order[other.id] > order[record.id]):
                pair = order[record.id], order[other.id]
                named = relation is not Relation.related or (pair in found and found[pair].named)
                found[pair] = Connection(record, other, named)
    return tuple(found[pair] for pair in sorted(found))


def _lines(
    found: tuple[Section, ...], joined: tuple[Connection, ...], curve: Callable[[Point, Point], Curve]
) -> Iterator[Curve]:
    pairs = chain.from_iterable(zip(section.records, section.sector.dots, strict=True) for section in found)
    dots: dict[str, Point] = {record.id: dot for record, dot in pairs}
    return (curve(dots[one.first.id], dots[one.second.id]) for one in joined)
