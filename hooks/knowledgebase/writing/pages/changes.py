"""What changed since it was published, day by day, and whether that changes the meaning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import groupby
from typing import NamedTuple

from ...model import Kind
from .. import addresses
from ..changes.entries import Entry
from ..changes.feeds import has_feeds
from .draft import Draft
from .page import Page, Writer

_LEAD = "What has changed on this site since it was published, the newest first."


class Day(NamedTuple):
    """The changes of one day."""

    day: date
    entries: tuple[Entry, ...]


class Feed(NamedTuple):
    """A feed that a reader may follow: of one kind of record, or of everything."""

    title: str
    address: str


def drafts(writer: Writer) -> Iterator[Draft]:
    """The one page."""
    yield Draft(addresses.CHANGES, writer.keys.general, partial(_page, writer))


def _page(writer: Writer) -> Page:
    found = groupby(writer.history.entries, key=lambda entry: entry.day)
    days = tuple(Day(day, tuple(entries)) for day, entries in found)
    return writer.page(addresses.CHANGES, "Changes", _LEAD, "changes.html", days=days, feeds=_feeds(writer))


def _feeds(writer: Writer) -> tuple[Feed, ...]:
    """Nothing where the site knows no address of its own: a feed is made of whole addresses."""
    if not has_feeds(writer.imprint):
        return ()
    kinds: tuple[Kind, ...] = writer.base.kinds
    return (Feed("Everything", addresses.FEED_OF_ALL), *(Feed(kind.plural, addresses.of_feed(kind)) for kind in kinds))
