"""The index of each kind: its records, each with the first sentence of its summary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

from ...model import Kind, Record
from .. import addresses
from .page import Page, Writer

Row = tuple[Record, str]  # a record and its opening


def pages(writer: Writer) -> Iterator[Page]:
    """The index of each kind that has a record."""
    for kind in writer.base.kinds:
        rows = [(record, writer.opening(record)) for record in writer.base.of_kind(kind)]
        groups = _groups(kind, rows)
        yield writer.page(addresses.of_kind(kind), kind.plural, kind.lead, "kind.html", groups=groups)


def _groups(kind: Kind, rows: list[Row]) -> list[tuple[str, list[Row]]]:
    """The rows under the values of the field they are grouped by; a record may stand in several groups."""
    if not kind.grouped_by:
        return [("", rows)]
    groups: dict[StrEnum, list[Row]] = defaultdict(list)
    for row in rows:
        for value in getattr(row[0], kind.grouped_by):
            groups[value].append(row)
    return [(value.value, groups[value]) for value in type(next(iter(groups))) if groups[value]]
