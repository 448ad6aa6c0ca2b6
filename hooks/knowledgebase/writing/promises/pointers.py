"""The one line that stands where something was: what became of it, and a link to where it is now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ...links import Links
from .. import addresses
from ..pages.page import Page
from .fates import Fate, Fates, LeftBehind, Lost, Moved, Removed


class Pointer(NamedTuple):
    """A line at an anchor, or for a whole page where ``anchor`` is empty.

    ``to`` is an address and ``title`` its name; ``removed`` is the day on which an editor took away what was here.
    """

    anchor: str
    says: str
    to: str = ""
    title: str = ""
    removed: date | None = None


class Pointers:
    """Writes the line for any address that was published."""

    def __init__(self, links: Links, fates: Fates, pages: Mapping[str, Page]) -> None:
        self._links, self._fates, self._pages = links, fates, pages

    def to(self, address: str) -> Pointer:
        """The line for an address at which nothing stands any more."""
        page, _, anchor = address.partition("#")
        fate = self._fates.of(address)
        if isinstance(fate, Moved):
            return self._leading(anchor, "This page has a new name:" if not anchor else "Now at:", self._target(fate, anchor))
        if isinstance(fate, Removed):
            return self._removed(anchor, fate)
        if anchor.startswith("ref-"):
            return self._no_longer_cited(anchor)
        return Pointer(anchor, _holds_nothing(fate, anchor), addresses.A_TO_Z if not anchor else "", "A–Z")

    def name_of(self, address: str) -> str:
        """What a reader would call an address."""
        page, _, anchor = address.partition("#")
        record = self._fates.record_at(page)
        title = record.title if record else self._pages[page].title if page in self._pages else page
        return f"{title} #{anchor}" if anchor else title

    def _target(self, fate: Moved, anchor: str) -> str:
        """Where something moved to, as exactly as that page has it."""
        page = self._pages.get(fate.to)
        return f"{fate.to}#{anchor}" if anchor and page and anchor in page.anchors else fate.to

    def _removed(self, anchor: str, fate: Removed) -> Pointer:
        stone = fate.tombstone
        if stone.instead is None:
            return Pointer(anchor, stone.why, removed=stone.when)
        pointer = self._leading(anchor, f"{stone.why} Instead:", self._fates.now(stone.instead) or stone.instead)
        return pointer._replace(removed=stone.when)

    def _no_longer_cited(self, anchor: str) -> Pointer:
        key = anchor.removeprefix("ref-")
        page = f"works/{key}.html"
        if isinstance(self._fates.of(page), Lost):
            return Pointer(anchor, "This page no longer cites this work.")
        return self._leading(anchor, "This page no longer cites this work:", page)

    def _leading(self, anchor: str, says: str, to: str) -> Pointer:
        return Pointer(anchor, says, to, self.name_of(to))


def _holds_nothing(fate: Fate, anchor: str) -> str:
    if anchor:
        return "This part of the page is empty now."
    what = "This list is empty now" if isinstance(fate, LeftBehind) else "This page is not here now"
    return f"{what}. All that the site holds is in the list from"
