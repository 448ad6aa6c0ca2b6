"""Feeds of changes in the format Atom (RFC 4287): one of everything and one for each kind of record.

A feed needs whole addresses, so there is none where the site knows no address of its own. Every kind has a feed from the
start, records or not: who follows one must never find it gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from xml.etree import ElementTree as xml

from markupsafe import Markup

from ...model import KINDS
from .. import addresses
from ..exports.export import Export
from ..imprint import Imprint
from .entries import Entry
from .history import History

_ATOM = "http://www.w3.org/2005/Atom"
_TYPE = "application/atom+xml"
_LINK = Markup('<link rel="alternate" type="' + _TYPE + '" title="{}" href="{}">\n')


def has_feeds(imprint: Imprint) -> bool:
    """Whether a site has feeds; an edition has none, since nothing in it changes."""
    return bool(imprint.site_url) and not imprint.is_edition


def feeds(history: History, imprint: Imprint) -> Iterator[Export]:
    """Every feed; the newest change stands first."""
    if not has_feeds(imprint):
        return
    yield _feed(addresses.FEED_OF_ALL, "Changes", history.entries, history, imprint)
    for kind in KINDS:
        within = tuple(entry for entry in history.entries if entry.page.startswith(f"{kind.folder}/"))
        yield _feed(addresses.of_feed(kind), f"Changes in {kind.plural}", within, history, imprint)


def links_to_feeds(address: str, imprint: Imprint) -> str:
    """The tags by which a feed reader finds the feeds of a page: that of its kind, then that of everything."""
    if not has_feeds(imprint):
        return ""
    folder = address.partition("/")[0]
    named = [(f"Changes in {kind.plural}", addresses.of_feed(kind)) for kind in KINDS if kind.folder == folder]
    named.append(("Changes", addresses.FEED_OF_ALL))
    return "".join(_LINK.format(title, addresses.relative(feed, address)) for title, feed in named)


def _feed(address: str, title: str, entries: tuple[Entry, ...], history: History, imprint: Imprint) -> Export:
    feed = xml.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(feed, "title", f"{imprint.site_name}: {title}" if imprint.site_name else title)
    _add(feed, "id", imprint.absolute(address))
    _add(feed, "link", rel="self", type=_TYPE, href=imprint.absolute(address))
    _add(feed, "link", rel="alternate", type="text/html", href=imprint.absolute(addresses.CHANGES))
    _add(feed, "updated", _moment(_last_day(entries, history, imprint)))
    _add(xml.SubElement(feed, "author"), "name", imprint.author or imprint.site_name or "The editors")
    for entry in entries:
        _add_entry(feed, entry, imprint)
    xml.indent(feed, " ")
    return Export(address, '<?xml version="1.0" encoding="utf-8"?>\n' + xml.tostring(feed, "unicode") + "\n")


def _add_entry(feed: xml.Element, entry: Entry, imprint: Imprint) -> None:
    """A change. Its id is its address on the page of changes, which stays the same when what changed gets another."""
    item = xml.SubElement(feed, "entry")
    _add(item, "title", f"{entry.words}: {entry.title}")
    _add(item, "id", imprint.absolute(entry.at))
    where = entry.address if entry.removal else entry.today
    _add(item, "link", rel="alternate", type="text/html", href=imprint.absolute(where))
    _add(item, "updated", _moment(entry.day))
    _add(item, "category", term=entry.words.lower())
    _add(item, "summary", entry.says)


def _add(parent: xml.Element, name: str, text: str = "", **attributes: str) -> None:
    xml.SubElement(parent, name, attributes).text = text or None


def _last_day(entries: Iterable[Entry], history: History, imprint: Imprint) -> date:
    """The day of the newest change; before the first one, that of the last release, or else that of the build."""
    days = [entry.day for entry in entries] or [version.day for version in history.versions] or [imprint.day]
    return max(days)


def _moment(day: date) -> str:
    """The beginning of a day, as Atom writes moments: changes are known by their day alone."""
    return f"{day}T00:00:00Z"
