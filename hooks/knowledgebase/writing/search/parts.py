"""The index cut into parts, so that a search loads only what it asks for, however large the site is.

The dictionary is cut by the beginnings of words: a part is named by a beginning and holds the words that begin so,
without those for which a longer beginning has a part of its own. So one rule leads from any word to its part: the
longest beginning that names one. Entries are cut in their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WORDS_LIMIT = 25_000  # bytes of a part of the dictionary
ENTRIES_LIMIT = 12_000  # bytes of a part of the entries; one entry may be longer, and then stands alone

_AROUND = 60  # bytes at most of the call that stands around what a part holds


@dataclass(frozen=True)
class Group:
    """Words that share a stem, as they stand on the site, and the postings of the stem."""

    words: tuple[str, ...]
    postings: str


@dataclass(frozen=True)
class WordsPart:
    """The groups of the words that begin with ``beginning``. A group of which words lead elsewhere stands there, too."""

    beginning: str
    groups: tuple[Group, ...]


def words_parts(groups: Sequence[Group], limit: int = WORDS_LIMIT) -> tuple[WordsPart, ...]:
    """The dictionary in parts, in the order of their beginnings; the first has the empty one."""
    by_word = {word: group for group in groups for word in group.words}
    cut = sorted(_cut("", tuple(sorted(by_word)), by_word, limit))
    return tuple(WordsPart(beginning, tuple(_grouped(words, by_word))) for beginning, words in cut)


def part_of(word: str, beginnings: Sequence[str]) -> str:
    """The beginning that names the part of a word: the longest there is."""
    return max((beginning for beginning in beginnings if word.startswith(beginning)), key=len)


def entries_parts(written: Sequence[str], limit: int = ENTRIES_LIMIT) -> tuple[tuple[str, ...], ...]:
    """Entries, as they are written, in parts; each part as long as the limit allows."""
    parts: list[list[str]] = [[]]
    size = _AROUND
    for entry in written:
        length = len(entry.encode()) + 1
        if parts[-1] and size + length > limit:
            parts.append([])
            size = _AROUND
        parts[-1].append(entry)
        size += length
    return tuple(map(tuple, parts))


def _cut(beginning: str, words: Sequence[str], by_word: Mapping[str, Group], limit: int) -> Iterator[tuple[str, Sequence[str]]]:
    """Beginnings with their words: the heaviest longer beginnings are cut off until the words left are few enough."""
    longer: dict[str, list[str]] = defaultdict(list)
    for word in words:
        longer[word[: len(beginning) + 1]].append(word)
    longer.pop(beginning, None)
    lightest_first = sorted(longer, key=lambda name: (_size(longer[name], by_word), name))
    while lightest_first and _size(words, by_word) > limit:
        heaviest = lightest_first.pop()
        yield from _cut(heaviest, longer[heaviest], by_word, limit)
        words = [word for word in words if not word.startswith(heaviest)]
    if words or not beginning:
        yield beginning, words


def _size(words: Sequence[str], by_word: Mapping[str, Group]) -> int:
    """At least the bytes of a part with these words: each group once, and the signs around its two texts."""
    held = {id(group): group for group in map(by_word.get, words)}
    return sum(len(group.postings) + 6 for group in held.values()) + len(" ".join(words).encode()) + _AROUND


def _grouped(words: Sequence[str], by_word: Mapping[str, Group]) -> Iterator[Group]:
    together: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for word in words:
        together[by_word[word].words].append(word)
    yield from (Group(tuple(own), by_word[own[0]].postings) for own in together.values())
