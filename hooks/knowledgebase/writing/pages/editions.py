"""The editions: the whole site as it was on a day, each with the checksum of its file."""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from .page import Page, Writer

_LEAD = "The whole site as it was on a day, kept as it was. Cite an edition where the exact words matter."


def pages(writer: Writer) -> Iterator[Page]:
    """The one page, the newest edition first."""
    newest_first = sorted(writer.base.published.editions, key=lambda edition: edition.day, reverse=True)
    yield writer.page(addresses.EDITIONS, "Editions", _LEAD, "editions.html", editions=newest_first)
