"""The index cut into parts, so that a search loads only what it asks for, however large the site is.

The dictionary is cut by the beginnings of words: a part is named by a beginning and holds the words that begin so,
without those for which a longer beginning has a part of its own. So one rule leads from any word to its part: the
longest beginning that names one. Entries are cut in their order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple

WORDS_LIMIT = 25_000  # bytes of a part of the dictionary
ENTRIES_LIMIT = 12_000  # bytes of a part of the entries; one entry may be longer, and then stands alone

_AROUND = 60  # bytes at most of the call that stands around what a part holds


class Group(NamedTuple):
    """Words that share a stem, as they stand on the site, and the postings of the stem."""

    words: tuple[str, ...]
    postings: str


class WordsPart(NamedTuple):
    """The groups of the words that begin with ``beginning``. A group of which words lead elsewhere stands there, too."""

    beginning: str
    groups: tuple[Group, ...]


def words_parts(groups: Sequence[Group], limit: int = WORDS_LIMIT) -> tuple[WordsPart, ...]:
    """The dictionary in parts, in the order of their beginnings; the first has the empty one."""
    dictionary = _Dictionary(groups)
    cut = dict(_cut("", _Span(0, len(dictionary.words)), dictionary, limit))
    return tuple(WordsPart(beginning, tuple(dictionary.grouped(cut[beginning]))) for beginning in sorted(cut))


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


class _Span(NamedTuple):
    """Neighbours in the dictionary, by their numbers: from the first to the one before ``end``."""

    first: int
    end: int


class _Dictionary:
    """All words in order, with their groups. Words that begin in the same way are neighbours."""

    def __init__(self, groups: Iterable[Group]) -> None:
        by_word = {word: group for group in groups for word in group.words}
        self.words = sorted(by_word)
        self._groups = [by_word[word] for word in self.words]
        before = chain([None], self._groups)
        new = (0 if group is last else _size(group) for group, last in zip(self._groups, before, strict=False))
        self._sizes = list(accumulate(map(add, map(_size_of_word, self.words), new), initial=0))  # of all words before each

    def size(self, span: _Span) -> int:
        """At least the bytes that words take, each group that neighbours share once."""
        shared = span.first and self._groups[span.first] is self._groups[span.first - 1]
        return self._sizes[span.end] - self._sizes[span.first] + (_size(self._groups[span.first]) if shared else 0)

    def parted(self, span: _Span, length: int) -> Iterator[tuple[str, _Span]]:
        """The words by the beginnings of so many letters."""
        first = span.first
        while first < span.end:
            beginning = self.words[first][:length]
            end = first + 1 if len(beginning) < length else self._end_of(beginning, first, span.end)
            yield beginning, _Span(first, end)
            first = end

    def _end_of(self, beginning: str, first: int, end: int) -> int:
        return bisect_left(self.words, True, first, end, key=lambda word: not word.startswith(beginning))

    def grouped(self, spans: Iterable[_Span]) -> Iterator[Group]:
        """The groups of words, each with those of its words that are among them."""
        together: dict[int, tuple[Group, list[str]]] = {}
        for span in spans:
            for word, group in zip(self.words[slice(*span)], self._groups[slice(*span)], strict=True):
                together.setdefault(id(group), (group, []))[1].append(word)
        yield from (Group(tuple(words), group.postings) for group, words in together.values())


def _cut(beginning: str, span: _Span, dictionary: _Dictionary, limit: int) -> Iterator[tuple[str, list[_Span]]]:
    """Beginnings with their words: the heaviest longer beginnings are cut off until the words left are few enough."""
    left = dict(dictionary.parted(span, len(beginning) + 1))
    sizes = {name: dictionary.size(part) for name, part in left.items()}
    size = _AROUND + sum(sizes.values())
    lightest_first = sorted(left.keys() - {beginning}, key=lambda name: (sizes[name], name))
    while lightest_first and size > limit:
        heaviest = lightest_first.pop()
        size -= sizes[heaviest]
        yield from _cut(heaviest, left.pop(heaviest), dictionary, limit)
    if left or not beginning:
        yield beginning, list(left.values())


def _size(group: Group) -> int:
    return len(group.postings) + 6  # with the signs around its two texts


def _size_of_word(word: str) -> int:
    return len(word.encode()) + 1
