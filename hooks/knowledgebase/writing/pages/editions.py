"""The editions: the whole site as it was on a day, each with the checksum of its file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from .. import addresses
from .draft import Draft
from .page import Page, Writer

_LEAD = "The whole site as it was on a day, kept as it was. Cite an edition where the exact words matter."


def drafts(writer: Writer) -> Iterator[Draft]:
    """The one page."""
    yield Draft(addresses.EDITIONS, writer.keys.general, partial(_page, writer))


def _page(writer: Writer) -> Page:
    """The editions, the newest first."""
    newest_first = sorted(writer.base.published.editions, key=lambda edition: edition.day, reverse=True)
    return writer.page(addresses.EDITIONS, "Editions", _LEAD, "editions.html", editions=newest_first)
