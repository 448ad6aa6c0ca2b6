"""Every page that is made from the data, one family of pages a file; a family is a function ``pages(writer)``."""

from __future__ import annotations

from collections.abc import Iterator

from . import a_to_z, browse, changes, editions, fragility, kinds, lost, map, measured, records, search, shelves, speed, works
from .page import Heading, Page, Writer

__all__ = ["Heading", "Page", "Writer", "all_pages"]

FAMILIES = (
    kinds, records, works, browse, shelves, a_to_z, map, search, measured, fragility, speed, changes, editions, lost,
)  # fmt: skip


def all_pages(writer: Writer) -> Iterator[Page]:
    """Every page, indexes first."""
    for family in FAMILIES:
        yield from family.pages(writer)
