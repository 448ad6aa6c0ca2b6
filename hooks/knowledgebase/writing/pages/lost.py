"""The page for readers whose address leads nowhere. A server shows it in the place of any page: its links start at the host."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .. import addresses
from .page import Page, Writer

_LEAD = "The address may have a slip in it."


def pages(writer: Writer) -> Iterator[Page]:
    """The one page."""
    base = writer.imprint.root
    page = writer.page(addresses.NOT_FOUND, "This page is not here", _LEAD, "lost.html", base=base)
    yield replace(page, listed=False)
