"""What became of an address that was published, known from the knowledge base alone, without making a page.

Records are found again by their ids and earlier ids, whichever kind they are of now; claims by theirs. What is found
nowhere must have a tombstone in published/removed.yml, or it is lost, and the check says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ...links import Links
from ...model import KINDS, Record
from ...model.anchors import is_part_of_pages
from ...model.published import Tombstone
from .. import addresses
from ..citing.formats import FORMATS, OF_ALL_WORKS
from ..exports import addresses_of as export_addresses
from . import headings


@dataclass(frozen=True)
class Stands:
    """It is where it was."""


class Moved(NamedTuple):
    """It stands at another address now."""

    to: str


class Removed(NamedTuple):
    """It is gone, and an editor has said why."""

    tombstone: Tombstone


@dataclass(frozen=True)
class LeftBehind:
    """A part or a list that pages have by themselves. When it is empty a line is left there; nobody has to write it."""


@dataclass(frozen=True)
class Lost:
    """It is gone, and nobody has said where to."""


Fate = Stands | Moved | Removed | LeftBehind | Lost


class Fates:
    """The fate of every address. ``tombstones`` are those to go by: all that were written, unless others are given."""

    def __init__(self, links: Links, tombstones: Iterable[Tombstone] | None = None) -> None:
        self._links = links
        stones = links.base.published.removed if tombstones is None else tombstones
        self._tombstones = {self._today(stone.address): stone for stone in stones}

    def of(self, address: str) -> Fate:
        """What became of a page, a part of a page or a file."""
        page, mark, fragment = address.partition("#")
        return self._of_part(page, fragment) if mark else self._of_page(page)

    def page_of(self, address: str) -> str:
        """The page that an address goes with: that of a part or of a citation file, or the address itself."""
        cited = _CITATION_FILE.fullmatch(address)
        return f"{cited['page']}.html" if cited else address.partition("#")[0]

    def record_at(self, page: str) -> Record | None:
        """The record whose page is or was here."""
        kind, _, name = page.removesuffix(".html").partition("/")
        return self._links.record(name) if kind in _FOLDERS else None

    def now(self, address: str) -> str | None:
        """The address of today of something that is not gone, with the id of today where a claim had another."""
        fate = self.of(address)
        if isinstance(fate, Removed | Lost):
            return None
        page, _, fragment = (fate.to if isinstance(fate, Moved) else address).partition("#")
        record = self.record_at(page)
        claim = self._links.claim(record, fragment) if record and fragment else None
        return addresses.of_claim(record, claim) if claim else f"{page}#{fragment}" if fragment else page

    def _of_page(self, page: str) -> Fate:
        if cited := _CITATION_FILE.fullmatch(page):
            fate = self._of_page(f"{cited['page']}.html")
            return Moved(addresses.of_citation(fate.to, cited["ending"])) if isinstance(fate, Moved) else fate
        if page in self._standing:
            return Stands()
        if record := self.record_at(page):
            return Moved(addresses.of_record(record))
        if stone := self._tombstones.get(page):
            return Removed(stone)
        return LeftBehind() if _is_list(page) else Lost()

    def _of_part(self, page: str, fragment: str) -> Fate:
        fate = self._of_page(page)
        if isinstance(fate, Stands | Moved) and self._has(page, fragment):
            return Moved(f"{fate.to}#{fragment}") if isinstance(fate, Moved) else fate
        if stone := self._tombstones.get(self._today(f"{page}#{fragment}")):
            return Removed(stone)
        if isinstance(fate, Stands | Moved) and self._needs_no_word(page, fragment):
            return fate if isinstance(fate, Moved) else LeftBehind()
        return Lost() if isinstance(fate, Stands | Moved) else fate

    def _has(self, page: str, fragment: str) -> bool:
        """Whether a page has an anchor of the kind that editors answer for."""
        record = self.record_at(page)
        return fragment in (record_anchors(record) if record else self._hand_written.get(page, ()))

    def _needs_no_word(self, page: str, fragment: str) -> bool:
        """Whether an anchor is of the kind that comes and goes with what a page holds."""
        if self.record_at(page) or page in self._hand_written:
            return is_part_of_pages(fragment)
        return True

    def _today(self, address: str) -> str:
        """An address with the page that its record has today, so that one tombstone serves all its earlier pages."""
        page, mark, fragment = address.partition("#")
        record = self.record_at(page) if mark else None
        return f"{addresses.of_record(record) if record else page}{mark}{fragment}"

    @cached_property
    def _standing(self) -> frozenset[str]:
        base = self._links.base
        made = {*addresses.of_all(base), *export_addresses(base), *_OTHER_FILES}
        earlier = {address for record in base.records for address in addresses.of_aliases(record)}
        return frozenset((made - earlier) | set(base.files) | set(self._hand_written))

    @cached_property
    def _hand_written(self) -> Mapping[str, frozenset[str]]:
        return {page.published_at: headings.anchors(page) for page in self._links.base.pages}


_FOLDERS = frozenset(kind.folder for kind in KINDS)
_LISTS = frozenset(map(addresses.of_kind, KINDS))
_WHOLE = (addresses.DOWNLOAD, addresses.SITEMAP, addresses.ROBOTS)
_OTHER_FILES = (*_WHOLE, *addresses.of_feeds(), *(addresses.of_all_works(form.ending) for form in OF_ALL_WORKS))
_ENDINGS = "|".join(re.escape(form.ending) for form in FORMATS)
_CITATION_FILE = re.compile(rf"cite/(?P<page>.+?)\.(?P<ending>{_ENDINGS})")  # it goes the way of its page


def record_anchors(record: Record) -> frozenset[str]:
    """Every anchor of a record that its editor answers for: claims by all their ids, pairs, positions."""
    claims = (name for claim in record.claims for name in (claim.id, *claim.aliases))
    return frozenset((*claims, *(name for _, name in record.own_ids())))


def _is_list(page: str) -> bool:
    """Whether a page or file is a list that is made while it has entries."""
    return page in _LISTS or page.startswith("shelves/") or (page.startswith("data/") and page.endswith(".csv"))
