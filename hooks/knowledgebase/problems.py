"""Where something is wrong, and how that is said.

A problem is a value: rules and readers yield problems, and only the scripts and the hook print them.
Every message names what must be, what was found and, where one is near, what may be meant.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file. Lines and columns count from 1, columns in characters; 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])

    def moved(self, columns: int) -> Place:
        """The place so many columns further on."""
        return Place(self.path, self.line, self.column + columns) if self.column else self


Location = tuple[str | int, ...]


@dataclass(frozen=True)
class Spot:
    """Where a value stands in a text: from its first character to the one after its last, as offsets."""

    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """The text of one file and where each of its values stands. A location is the way to a value: ``("claims", 0, "id")``."""

    path: str
    text: str = field(repr=False, default="")
    spots: Mapping[Location, Spot] = field(repr=False, default_factory=dict)
    keys: Mapping[Location, Spot] = field(repr=False, default_factory=dict)

    def place(self, location: Location, words: str | None = None) -> Place:
        """The place of a value, or of certain words within it; of its nearest surroundings if it is not in the file."""
        while location and location not in self.spots:
            location = location[:-1]
        spot = self.spots.get(location)
        if spot is None:
            return Place(self.path)
        return self.at(self._offset_of(words, spot) if words else spot.start)

    def place_of_key(self, location: Location) -> Place:
        """The place of a field's name; of its surroundings if it is not in the file."""
        spot = self.keys.get(location)
        return self.at(spot.start) if spot else self.place(location[:-1])

    def at(self, offset: int) -> Place:
        """The place of a character, by its offset in the text."""
        before = self.text[:offset]
        return Place(self.path, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)

    def _offset_of(self, words: str, spot: Spot) -> int:
        spaced = r"\s+".join(map(re.escape, words.split()))
        found = re.compile(spaced).search(self.text, spot.start, spot.end)
        return found.start() if found else spot.start


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, at one place.

    ``rule`` is the name of the rule that was broken. A ``fatal`` problem means that the text could not be read
    as what it must be, so no page can be made from it; any other problem leaves a page that can be shown.
    """

    place: Place
    message: str
    rule: str
    fatal: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems sorted by place and message, each once."""
    return tuple(sorted(set(problems)))


def suggestion(found: str, known: Iterable[str]) -> str:
    """``; did you mean "…"?`` for the known word nearest to the one found, or nothing if none is near."""
    by_folded = {word.casefold(): word for word in known}
    near = difflib.get_close_matches(found.casefold(), by_folded, n=1, cutoff=0.7)
    return f'; did you mean "{by_folded[near[0]]}"?' if near else ""
