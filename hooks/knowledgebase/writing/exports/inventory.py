"""``objects.inv``: by it, handbooks made with Sphinx or mkdocstrings link to this site by id (Sphinx inventory, version 2).

Labels (``std:label``) are the ids of records, ``record#claim``, ``record#pair`` and ``record#position``; terms (``std:term``)
are the titles and other names of definitions. Earlier ids are labels too, which Sphinx does not list but finds.
The format stands in Sphinx itself, ``sphinx/util/inventory.py``: four lines of text, the rest compressed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence

from ...model import Definition, Record
from .. import addresses
from ..imprint import Imprint
from .export import Export

INVENTORY = "objects.inv"
_LISTED, _FOUND_ONLY = 1, -1
_AS_READ = re.compile(r"(?P<name>.+?)\s+(?P<role>\S+)\s+(?P<priority>-?\d+)\s+?(?P<address>\S*)\s+(?P<words>.*)\n")

# A name that others may link by: what tells it from others, and its line. The names of one record are of four sorts: labels
# of today, titles and other names of definitions, and earlier labels. Those of all records stand in this order.
Entry = tuple[str, str]
Names = tuple[tuple[Entry, ...], tuple[Entry, ...], tuple[Entry, ...], tuple[Entry, ...]]
Named = Iterator[tuple[str, str, str]]  # a name, the address that it leads to, and the words of a link that brings none


def file(names: Sequence[Names], newest: str, imprint: Imprint) -> Export:
    """The one file, of the names of all records. Its version is the day of the newest review."""
    head = f"# Sphinx inventory version 2\n# Project: {imprint.site_name}\n# Version: {newest}\n"
    packed = zlib.compress("".join(lines(names)).encode())
    return Export(INVENTORY, f"{head}# The remainder of this file is compressed using zlib.\n".encode() + packed)


def lines(names: Sequence[Names]) -> tuple[str, ...]:
    """The line of every name, once for its role.

    Titles go before other names: where one definition's other name is another's title, the title counts.
    """
    found = [entry for of_a_sort in zip(*names, strict=True) for own in of_a_sort for entry in own]
    return tuple(dict(reversed(found)).values())[::-1]


def names_of(record: Record) -> Names:
    """Every name of a record that can be read back."""
    titles = [record.title] if isinstance(record, Definition) else []
    others = record.other_names if isinstance(record, Definition) else ()
    page = addresses.of_record(record)
    return (
        _entries("label", _labels(record, page)),
        _entries("term", ((title, page, title) for title in titles)),
        _entries("term", ((name, page, name) for name in others)),
        _entries("label", _earlier(record, page), _FOUND_ONLY),
    )


def _labels(record: Record, page: str) -> Named:
    name, title = record.id, record.title
    yield name, page, title
    for anchor in (*[claim.id for claim in record.claims], *[own for _, own in record.own_ids()]):
        yield f"{name}#{anchor}", f"{page}#{anchor}", f"{title} #{anchor}"


def _earlier(record: Record, page: str) -> Named:
    yield from ((alias, page, record.title) for alias in record.aliases)
    for claim in record.claims:
        for alias in claim.aliases:
            yield f"{record.id}#{alias}", f"{page}#{claim.id}", f"{record.title} #{claim.id}"


def _entries(role: str, named: Iterable[tuple[str, str, str]], priority: int = _LISTED) -> tuple[Entry, ...]:
    """Names are told apart within their role, without regard to capitals, as Sphinx does."""
    written = ((name, address, f"{name} std:{role} {priority} {address} {words}\n") for name, address, words in named)
    return tuple([(f"{role} {name.casefold()}", line) for name, address, line in written if _is_read_back(name, address, line)])


def _is_read_back(name: str, address: str, line: str) -> bool:
    """Whether a reader finds the name in its line; of "survey of 18 towers" it would take 18 for the priority."""
    if name.split() == [name]:
        return True
    found = _AS_READ.fullmatch(line)
    return found is not None and (found["name"], found["address"]) == (name, address)
