"""``objects.inv``: by it, handbooks made with Sphinx or mkdocstrings link to this site by id (Sphinx inventory, version 2).

Labels (``std:label``) are the ids of records, ``record#claim``, ``record#pair`` and ``record#position``; terms (``std:term``)
are the titles and other names of definitions. Earlier ids are labels too, which Sphinx does not list but finds.
The format stands in Sphinx itself, ``sphinx/util/inventory.py``: four lines of text, the rest compressed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from ...links import Links
from ...model import Definition, Record
from .. import addresses
from ..imprint import Imprint
from .export import Export

INVENTORY = "objects.inv"
_LISTED, _FOUND_ONLY = 1, -1
_AS_READ = re.compile(r"(?P<name>.+?)\s+(?P<role>\S+)\s+(?P<priority>-?\d+)\s+?(?P<address>\S*)\s+(?P<words>.*)\n")


@dataclass(frozen=True)
class Entry:
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
        found = _AS_READ.fullmatch(self.line)
        return found is not None and (found["name"], found["address"]) == (self.name, self.address)


def files(links: Links, imprint: Imprint) -> tuple[Export]:
    """The one file. Its version is the day of the newest review."""
    version = max((record.reviewed.isoformat() for record in links.base.records), default="")
    head = f"# Sphinx inventory version 2\n# Project: {imprint.site_name}\n# Version: {version}\n"
    lines = "".join(entry.line for entry in entries(links))
    packed = zlib.compress(lines.encode(), 9)
    return (Export(INVENTORY, f"{head}# The remainder of this file is compressed using zlib.\n".encode() + packed),)


def entries(links: Links) -> tuple[Entry, ...]:
    """Every name that can be read back, once for its role: names are told apart without regard to capitals, as Sphinx does."""
    records = links.base.records
    found = [*(entry for record in records for entry in _labels(record)), *_terms(records), *_earlier(records)]
    found = [entry for entry in found if entry.is_read_back]
    return tuple({(entry.role, entry.name.casefold()): entry for entry in reversed(found)}.values())[::-1]


def _labels(record: Record) -> Iterator[Entry]:
    yield Entry(record.id, "label", addresses.of_record(record), record.title)
    for anchor in (*(claim.id for claim in record.claims), *(own for _, own in record.own_ids())):
        yield _label(record, anchor)


def _label(record: Record, anchor: str, name: str = "", priority: int = _LISTED) -> Entry:
    words = f"{record.title} #{anchor}"
    return Entry(f"{record.id}#{name or anchor}", "label", addresses.of_part(record, anchor), words, priority)


def _terms(records: tuple[Record, ...]) -> Iterator[Entry]:
    """Titles go before other names: where one definition's other name is another's title, the title counts."""
    definitions = [record for record in records if isinstance(record, Definition)]
    yield from (_term(record, record.title) for record in definitions)
    yield from (_term(record, name) for record in definitions for name in record.other_names)


def _term(record: Definition, name: str) -> Entry:
    return Entry(name, "term", addresses.of_record(record), name)


def _earlier(records: tuple[Record, ...]) -> Iterator[Entry]:
    for record in records:
        for alias in record.aliases:
            yield Entry(alias, "label", addresses.of_record(record), record.title, _FOUND_ONLY)
        for claim in record.claims:
            yield from (_label(record, claim.id, alias, _FOUND_ONLY) for alias in claim.aliases)
