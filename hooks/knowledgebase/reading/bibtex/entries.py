"""What stands in a BibTeX file: entries and their fields, and the blocks they are written in.

``Entry`` and ``Field`` are what readers get. ``Block`` and ``Flaw`` are what the floors below hand to each other:
they know offsets in the text, which ``Lines`` turns into places for people.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from ...problems import Place

WORD = re.compile(r"""[^\s"#%'(),={}]++""")  # the characters BibTeX allows in the name of a field, a type or a @string
NO_ENTRIES = frozenset({"string", "comment", "preamble"})


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``name`` is in lower case; ``value`` is as written, LaTeX still in it, ``#`` joins and @strings resolved."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True)
class Entry:
    """One entry, ``type`` in lower case, with its own fields first and then those it inherits; ``place`` is its ``@``."""

    type: str
    key: str
    fields: tuple[Field, ...]
    place: Place

    def field(self, name: str) -> Field | None:
        """The field of this name, or None."""
        return next((field for field in self.fields if field.name == name), None)

    def value(self, name: str) -> str | None:
        """The value of the field of this name, or None."""
        found = self.field(name)
        return found.value if found else None


class Macro(NamedTuple):
    """The name of a @string where a value was expected."""

    name: str
    offset: int


Value = str | tuple[str | Macro, ...]


WrittenField = tuple[str, int, Value]  # name in lower case, its offset, its value: plain tuples, as there are very many


@dataclass(frozen=True)
class Flaw:
    """Something wrong at an offset. ``sought`` was looked for ``among`` known names: one of those may be meant."""

    offset: int
    rule: str
    message: str
    fatal: bool = True
    sought: str = ""
    among: Collection[str] = ()


@dataclass(frozen=True)
class Block:
    """One ``@type{…}`` from ``start`` to ``end``. ``key`` is empty in a @string, @comment or @preamble."""

    type: str
    key: str
    start: int
    end: int
    fields: tuple[WrittenField, ...] = ()
    flaws: tuple[Flaw, ...] = ()

    @property
    def is_entry(self) -> bool:
        return self.type not in NO_ENTRIES


class Lines:
    """The lines of one file, to turn an offset into a place."""

    def __init__(self, text: str, path: str) -> None:
        self._path = path
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        """The place of a character; lines and columns count from 1."""
        line = bisect_right(self._starts, offset)
        return Place(self._path, line, offset - self._starts[line - 1] + 1)
