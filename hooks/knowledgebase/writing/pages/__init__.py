"""Every page that is made from the data, one family of pages a file; a family is a function ``drafts(writer)``."""

from __future__ import annotations

from collections.abc import Iterator

from . import a_to_z, browse, changes, editions, fragility, kinds, lost, map, measured, records, search, shelves, speed, works
from .draft import Draft
from .page import Heading, Page, Writer

__all__ = ["Draft", "Heading", "Page", "Writer", "all_drafts"]

FAMILIES = (
    kinds, records, works, browse, shelves, a_to_z, map, search, measured, fragility, speed, changes, editions, lost,
)  # fmt: skip


def all_drafts(writer: Writer) -> Iterator[Draft]:
    """Every page, indexes first."""
    for family in FAMILIES:
        yield from family.drafts(writer)
