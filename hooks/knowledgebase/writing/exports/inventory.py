"""``objects.inv``: by it, handbooks made with Sphinx or mkdocstrings link to this site by id (Sphinx inventory, version 2).

Labels (``std:label``) are the ids of records, ``record#claim``, ``record#pair`` and ``record#position``; terms (``std:term``)
are the titles and other names of definitions. Earlier ids are labels too, which Sphinx does not list but finds.
The format stands in Sphinx itself, ``sphinx/util/inventory.py``: four lines of text, the rest compressed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...model import Definition, Record
from .. import addresses
from ..imprint import Imprint
from .export import Export

INVENTORY = "objects.inv"
_LISTED, _FOUND_ONLY = 1, -1
_AS_READ = re.compile(r"(?P<name>.+?)\s+(?P<role>\S+)\s+(?P<priority>-?\d+)\s+?(?P<address>\S*)\s+(?P<words>.*)\n")


class Entry(NamedTuple):
    """A name that others may link by, where it leads, and the words of a link that brings none of its own."""

    name: str
    role: str
    address: str
    words: str
    priority: int = _LISTED

    @property
    def line(self) -> str:
        return f"{self.name} std:{self.role} {self.priority} {self.address} {self.words}\n"

    @property
    def is_read_back(self) -> bool:
        """Whether a reader finds the name in its line; of "survey of 18 towers" it would take 18 for the priority."""
        if self.name.split() == [self.name]:
            return True
        found = _AS_READ.fullmatch(self.line)
        return found is not None and (found["name"], found["address"]) == (self.name, self.address)


class Names(NamedTuple):
    """What others may link to one record by, for those of all records stand in this order."""

    labels: tuple[Entry, ...]  # of today
    titles: tuple[Entry, ...]  # of a definition
    other_names: tuple[Entry, ...]
    earlier: tuple[Entry, ...]


def file(names: Sequence[Names], newest: str, imprint: Imprint) -> Export:
    """The one file, of the names of all records. Its version is the day of the newest review."""
    head = f"# Sphinx inventory version 2\n# Project: {imprint.site_name}\n# Version: {newest}\n"
    lines = "".join(entry.line for entry in entries(names))
    packed = zlib.compress(lines.encode())
    return Export(INVENTORY, f"{head}# The remainder of this file is compressed using zlib.\n".encode() + packed)


def entries(names: Sequence[Names]) -> tuple[Entry, ...]:
    """Every name once for its role: names are told apart without regard to capitals, as Sphinx does.

    Titles go before other names: where one definition's other name is another's title, the title counts.
    """
    found = [entry for together in zip(*names, strict=True) for own in together for entry in own]
    return tuple({(entry.role, entry.name.casefold()): entry for entry in reversed(found)}.values())[::-1]


def names_of(record: Record) -> Names:
    """Every name of a record that can be read back."""
    here = _Page(record.id, record.title, addresses.of_record(record))
    titles = [here.term(record.title)] if isinstance(record, Definition) else []
    others = map(here.term, record.other_names) if isinstance(record, Definition) else []
    found = (_labels(record, here), titles, others, _earlier(record, here))
    return Names(*(tuple(entry for entry in own if entry.is_read_back) for own in found))


class _Page(NamedTuple):
    """The page of a record, to which its names lead."""

    id: str
    title: str
    address: str

    def label(self, name: str, priority: int = _LISTED) -> Entry:
        return Entry(name, "label", self.address, self.title, priority)

    def label_of_part(self, anchor: str, name: str, priority: int = _LISTED) -> Entry:
        return Entry(f"{self.id}#{name}", "label", f"{self.address}#{anchor}", f"{self.title} #{anchor}", priority)

    def term(self, name: str) -> Entry:
        return Entry(name, "term", self.address, name)


def _labels(record: Record, here: _Page) -> Iterator[Entry]:
    yield here.label(here.id)
    for anchor in (*(claim.id for claim in record.claims), *(own for _, own in record.own_ids())):
        yield here.label_of_part(anchor, anchor)


def _earlier(record: Record, here: _Page) -> Iterator[Entry]:
    for alias in record.aliases:
        yield here.label(alias, _FOUND_ONLY)
    for claim in record.claims:
        yield from (here.label_of_part(claim.id, alias, _FOUND_ONLY) for alias in claim.aliases)
