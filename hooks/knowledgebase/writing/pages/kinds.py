"""The index of each kind: its records with the first sentence of their summaries, in groups; studies as a table."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from ...model import Kind, Record
from ...model.own_fields import Effect, Evidence
from .. import addresses
from ..apa.dates import year_of
from .draft import Draft
from .page import Heading, Page, Writer

_TITLES = {
    Effect.helps: "What helps",
    Effect.hinders: "What hinders",
    Effect.unclear: "Effect not clear",
    Effect.untold: "Direction not told",
}
_MEANINGS = {
    Effect.helps: "A source says that these help.",
    Effect.hinders: "A source says that these hinder.",
    Effect.unclear: "A source says that the effect of these was not clear.",
    Effect.untold: "A source counts these among the influences. It does not say which way they work.",
}


class Row(NamedTuple):
    """A record in an index, its opening sentence, and the headings of the other groups in which it stands."""

    record: Record
    opening: str
    also: tuple[Heading, ...] = ()


class Group(NamedTuple):
    """Rows under a heading, and what the heading means. An index that is not grouped is one group without a heading."""

    rows: tuple[Row, ...]
    heading: Heading | None = None
    meaning: str = ""


class Study(NamedTuple):
    """A line of the table of studies. ``year`` is empty where the work is not known."""

    record: Evidence
    year: str


def drafts(writer: Writer) -> Iterator[Draft]:
    """The index of each kind that has a record."""
    for kind in writer.base.kinds:
        yield Draft(addresses.of_kind(kind), writer.keys.outlines, partial(_page, writer, kind))


def _page(writer: Writer, kind: Kind) -> Page:
    if kind.record is Evidence:
        return writer.page(addresses.of_kind(kind), kind.plural, kind.lead, "studies.html", studies=_studies(writer, kind))
    return writer.page(addresses.of_kind(kind), kind.plural, kind.lead, "kind.html", groups=_groups(writer, kind))


def _studies(writer: Writer, kind: Kind) -> tuple[Study, ...]:
    works = writer.links.works
    records = writer.base.of_kind(kind)
    return tuple(Study(record, year_of(works[record.work]) if record.work in works else "") for record in records)


def _groups(writer: Writer, kind: Kind) -> tuple[Group, ...]:
    """The records under the values of the field they are grouped by, in the order of these; one may stand in several."""
    records = writer.base.of_kind(kind)
    if not kind.grouped_by:
        return (Group(tuple(Row(record, writer.opening(record)) for record in records)),)
    present = {value for record in records for value in getattr(record, kind.grouped_by)}
    return tuple(_group(writer, kind, value) for value in type(next(iter(present))) if value in present)


def _group(writer: Writer, kind: Kind, value: StrEnum) -> Group:
    rows = []
    for record in writer.base.of_kind(kind):
        values = getattr(record, kind.grouped_by)
        if value in values:
            rows.append(Row(record, writer.opening(record), tuple(_heading(other) for other in values if other is not value)))
    return Group(tuple(rows), _heading(value), _MEANINGS.get(value, ""))


def _heading(value: StrEnum) -> Heading:
    return Heading(value.value.replace(" ", "-"), _TITLES.get(value, value.value.capitalize()))
