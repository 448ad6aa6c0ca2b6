"""The places of one stem as a short text, which look/search_weights.js reads again.

For each entry: how many entries on from the one before it is, then a capital for the weight in its head; then for each passage
a hyphen, its number, and a capital. A step of one is left out. "@" says: not in the head. So ``2K-1C-4A`` is the second entry,
its head with weight K, its first passage with C and its fourth with A.

Of a stem that stands almost everywhere a part is told, with the number of all its entries in front: ``4000|2K-1C``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate, chain
from operator import add, sub
from sys import intern

from .entries import Entry
from .weights import steps, told, weight

KEPT = 1000  # entries that are told of one stem, the heaviest: a word that stands everywhere tells nothing apart
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # the weights of steps 0 to 25

_ENTRY = re.compile(r"(\d*)([@A-Z](?:-\d+[A-Z])*)")


def stands(entry: Entry) -> dict[str, str]:
    """Every stem of an entry with where it stands. Texts that are equal are one: there are hundreds of thousands of few."""
    weights: dict[str, float] = {}
    for field in entry.fields:
        for stem, count in Counter(field.stems).items():
            weights[stem] = weights.get(stem, 0) + weight(field, count)
    found = {stem: _capital(total) for stem, total in weights.items()}
    for number, passage in enumerate(entry.passages, 1):
        counts = Counter(passage.field.stems)
        there = {count: _there(number, _capital(weight(passage.field, count))) for count in set(counts.values())}
        for stem, count in counts.items():
            found[stem] = intern(found[stem] + there[count][1:]) if stem in found else there[count]
    return found


def written(numbers: Sequence[int], stands: Sequence[str]) -> str:
    """The postings of a stem that stands in the entries with these numbers."""
    return "".join(map(add, map(_step, map(sub, numbers, chain([-1], numbers))), stands))


def read(postings: str) -> tuple[list[int], list[str]]:
    """In which entries a stem stands, and where in each."""
    found = _ENTRY.findall(postings)
    return list(accumulate((int(step or 1) for step, _ in found), initial=-1))[1:], [stand for _, stand in found]


def as_told(numbers: Sequence[int], stands: Sequence[str]) -> str:
    """The postings of a stem in too many entries, as much of them as readers are told; of equally heavy entries the first.

    Empty where all can be told.
    """
    if len(numbers) <= KEPT:
        return ""
    heaviest = [max(stand) for stand in stands]  # no sign and no figure comes behind a capital
    kept = sorted(sorted(range(len(heaviest)), key=heaviest.__getitem__, reverse=True)[:KEPT])
    return f"{len(numbers)}|{written([numbers[n] for n in kept], [stands[n] for n in kept])}"


def capital(share: float) -> str:
    """The capital of a weight between 0 and 1; what is lighter than the first step is as heavy as it."""
    return CAPITALS[max(round(steps(share)), 0)]


@lru_cache(maxsize=10_000)
def _capital(weight: float) -> str:
    return capital(told(weight))


@cache
def _there(passage: int, letter: str) -> str:
    """What stands in a passage alone."""
    return f"@-{passage}{letter}"


@lru_cache(maxsize=100_000)
def _step(on: int) -> str:
    return "" if on == 1 else str(on)
