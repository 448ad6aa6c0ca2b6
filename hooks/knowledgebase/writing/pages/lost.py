"""The page for readers whose address leads nowhere. A server shows it in the place of any page: its links start at the host."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from .. import addresses
from .draft import Draft
from .page import Page, Writer

_LEAD = "The address may have a slip in it."


def drafts(writer: Writer) -> Iterator[Draft]:
    """The one page."""
    yield Draft(addresses.NOT_FOUND, writer.keys.general, partial(_page, writer), listed=False)


def _page(writer: Writer) -> Page:
    base = writer.imprint.root
    page = writer.page(addresses.NOT_FOUND, "This page is not here", _LEAD, "lost.html", base=base)
    return page._replace(listed=False)
