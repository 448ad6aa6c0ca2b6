"""Where something is wrong, and how that is said.

A problem is a value: rules and readers yield problems, and only the scripts and the hook print them.
Every message names what must be, what was found and, where one is near, what may be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import chain, islice, repeat
from typing import NamedTuple

LONGEST_MESSAGE = 600
MOST_HINTS = 40  # looking for the nearest of many names is slow, and the first messages show what is wrong
# Control characters, line breaks, halves of characters from broken file names, and marks that turn the direction of text.
_UNSHOWABLE = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"


@lru_cache(maxsize=100)  # thousands of places name one file
def showable(text: str) -> str:
    """A text for one line of a terminal: what cannot be shown is written as its code, and a very long text loses its middle."""
    if len(text) > LONGEST_MESSAGE:
        text = f"{text[: LONGEST_MESSAGE // 2]} … {text[-LONGEST_MESSAGE // 2 :]}"
    return text if text.isprintable() else re.sub(_UNSHOWABLE, lambda found: f"\\u{ord(found[0]):04x}", text)


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file. Lines and columns count from 1, columns in characters; 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", showable(self.path))

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])

    def moved(self, columns: int) -> Place:
        """The place so many columns further on."""
        return Place(self.path, self.line, self.column + columns) if self.column else self


Location = tuple[str | int, ...]


class Spot(NamedTuple):
    """Where a value stands in a text: from its first character to the one after its last, as offsets."""

    start: int
    end: int


class Spots(NamedTuple):
    """Where the values of a text and the names of its fields stand."""

    values: Mapping[Location, Spot]
    keys: Mapping[Location, Spot]


def the_whole(text: str) -> Spots:
    """The spots of a text that has no parts."""
    return Spots({(): Spot(0, len(text))}, {})


@dataclass(frozen=True)
class Source:
    """The text of one file and where each of its values stands. A location is the way to a value: ``("claims", 0, "id")``.

    Most places are never asked for, so ``find`` looks for the spots of a text when the first one is.
    """

    path: str
    text: str = field(repr=False, default="")
    find: Callable[[str], Spots] = field(repr=False, default=the_whole)

    def place(self, location: Location, words: str | None = None) -> Place:
        """The place of a value, or of certain words within it; of its nearest surroundings if it is not in the file."""
        spots = self._spots.values
        while location and location not in spots:
            location = location[:-1]
        spot = spots.get(location)
        if spot is None:
            return Place(self.path)
        return self.at(self._offset_of(words, spot) if words else spot.start)

    def place_of_key(self, location: Location) -> Place:
        """The place of a field's name; of its surroundings if it is not in the file."""
        spot = self._spots.keys.get(location)
        return self.at(spot.start) if spot else self.place(location[:-1])

    def at(self, offset: int) -> Place:
        """The place of a character, by its offset in the text."""
        line = bisect_right(self._line_starts, offset)
        return Place(self.path, line, offset - self._line_starts[line - 1] + 1)

    @cached_property
    def digest(self) -> str:
        """A digest of the text."""
        return blake2b(self.text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    @cached_property
    def _spots(self) -> Spots:
        return self.find(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

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

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", showable(self.message))

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems sorted by place and message, each once."""
    return tuple(sorted(set(problems)))


def at_most(most: int, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first of many problems; where there are more, the last one says so, and no others are looked for."""
    looked_for = iter(problems)
    yield from islice(looked_for, most)
    if following := next(looked_for, None):
        words = f"more than {most:,} problems, and from here on they are not told; mend some of those above first"
        yield Problem(following.place, words, "many-problems", following.fatal)


def hints() -> Iterator[bool]:
    """Whether to look for what may be meant: for the first problems of a kind, and then no more."""
    return chain(repeat(True, MOST_HINTS), repeat(False))


def suggestion(found: str, known: Iterable[str]) -> str:
    """``; did you mean "…"?`` for the known word nearest to the one found, or nothing if none is near."""
    import difflib  # mostly nothing is wrong

    by_folded = {word.casefold(): word for word in known}
    near = difflib.get_close_matches(found.casefold(), by_folded, n=1, cutoff=0.7)
    return f'; did you mean "{by_folded[near[0]]}"?' if near else ""
