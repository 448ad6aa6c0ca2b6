"""What editors say of changes, as readers are shown it: notes of changes, and removals, which need no other note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ...model.published import Change, ChangeKind, Published, Tombstone
from .. import addresses
from ..promises.fates import Fates

_WORDS = {
    ChangeKind.meaning: "Meaning",
    ChangeKind.wording: "Wording",
    ChangeKind.source: "Source",
    ChangeKind.correction: "Correction",
}
REMOVED = "Removed"


class Entry(NamedTuple):
    """A change as one line. ``at`` is its own address on the page of changes, ``address`` that of what changed.

    ``today`` is where this is now, or was until it was removed; ``title`` is its name.
    """

    at: str
    day: date
    words: str
    changes_meaning: bool
    address: str
    today: str
    title: str
    says: str
    removal: bool = False

    @property
    def anchor(self) -> str:
        return self.at.partition("#")[2]

    @property
    def page(self) -> str:
        """The page of today that it is about."""
        return self.today.partition("#")[0]


def entries(published: Published, fates: Fates) -> Iterator[Entry]:
    """Every note, then every removal, in the order of their files."""
    serial: Counter[str] = Counter()
    for change in published.changes:
        yield _noted(change, _numbered(f"{change.day}-{_slug(change.address)}", serial), fates)
    for stone in published.removed:
        yield _removed(stone, _numbered(f"removed-{stone.when}-{_slug(stone.address)}", serial), fates)


def today(address: str, fates: Fates) -> str:
    """Where something is now; of what was removed, where it was, on the page that its record has today."""
    page, mark, fragment = address.partition("#")
    return fates.now(address) or f"{fates.now(page) or page}{mark}{fragment}"


def _noted(change: Change, anchor: str, fates: Fates) -> Entry:
    now, at = today(change.address, fates), f"{addresses.CHANGES}#{anchor}"
    words, title = _WORDS[change.kind], _title(now, fates)
    return Entry(at, change.day, words, change.kind.changes_meaning, change.address, now, title, change.note)


def _removed(stone: Tombstone, anchor: str, fates: Fates) -> Entry:
    now, at = today(stone.address, fates), f"{addresses.CHANGES}#{anchor}"
    return Entry(at, stone.when, REMOVED, True, stone.address, now, _title(now, fates), stone.why, removal=True)


def _title(address: str, fates: Fates) -> str:
    """What a reader would call it: the title of its record, with the name of the part; else its address."""
    page, mark, fragment = address.partition("#")
    record = fates.record_at(page)
    return f"{record.title} {mark}{fragment}".strip() if record else address


def _slug(address: str) -> str:
    """``challenges-few-hours-paid`` for ``challenges/few-hours.html#paid``."""
    return re.sub(r"[^a-z0-9]+", "-", address.replace(".html", "").lower()).strip("-")


def _numbered(name: str, serial: Counter[str]) -> str:
    """The name itself the first time, and then with a number."""
    serial[name] += 1
    return name if serial[name] == 1 else f"{name}-{serial[name]}"
