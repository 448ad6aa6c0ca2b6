"""The shelves: a page for each person or group that records concern, for each level, and for the one within the other.

These pages are the filters of the site: they work without any script.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from ...model import Kind, Record
from ...model.facets import Facet, Level
from ...model.shelves import Shelf, shelves
from .. import addresses
from .browse import OURS, Choice, to_shelf
from .draft import Draft
from .page import Page, Writer

Row = tuple[Record, str]  # a record and its opening


class Section(NamedTuple):
    """The records of one kind on a shelf, each with its opening."""

    kind: Kind
    rows: tuple[Row, ...]


def drafts(writer: Writer) -> Iterator[Draft]:
    """A page for each shelf that holds a record."""
    every = shelves(writer.base.records)
    for shelf in every:
        yield Draft(addresses.of_shelf(*shelf.facets), writer.keys.outlines, partial(_page, writer, shelf, every))


def _page(writer: Writer, shelf: Shelf, every: tuple[Shelf, ...]) -> Page:
    number = len(shelf.records)
    lead = f"{number} {'record' if number == 1 else 'records'}, by kind. {OURS}"
    sections, choices = tuple(_sections(shelf, writer)), tuple(_choices(shelf, every))
    parts = {"sections": sections, "choices": choices, "onward": _onward(shelf)}
    return writer.page(addresses.of_shelf(*shelf.facets), _title(shelf.facets), lead, "shelf.html", **parts)


def _title(facets: tuple[Facet, ...]) -> str:
    """A shelf in words: "What concerns managers, at the level of teams"."""
    words = ", ".join(f"{'at the level of' if isinstance(facet, Level) else 'what concerns'} {facet}" for facet in facets)
    return words[0].upper() + words[1:]


def _sections(shelf: Shelf, writer: Writer) -> Iterator[Section]:
    """The records of a shelf, which stand in the order of their kinds, kind by kind."""
    by_folder = {kind.folder: kind for kind in writer.base.kinds}
    for folder, records in groupby(shelf.records, key=lambda record: record.kind):
        yield Section(by_folder[folder], tuple((record, writer.opening(record)) for record in records))


def _onward(shelf: Shelf) -> str:
    """The name of the choices that a shelf offers."""
    if len(shelf.facets) > 1:
        return "Back to all of"
    return "Only what concerns" if isinstance(shelf.facets[0], Level) else "Only at the level of"


def _choices(shelf: Shelf, every: tuple[Shelf, ...]) -> Iterator[Choice]:
    """The shelves within this one, by the facet that narrows them; for a narrow one, those that it is within."""
    for other in every:
        if other.is_within(shelf):
            yield to_shelf(other, next(facet for facet in other.facets if facet is not shelf.facets[0]))
        elif shelf.is_within(other):
            yield to_shelf(other, _title(other.facets))
