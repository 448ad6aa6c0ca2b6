"""The places of one stem as a short text, which look/search_weights.js reads again.

For each entry: how many entries on from the one before it is, in base 36, then a capital for the weight in its head;
then for each passage a hyphen, how many passages on, and a capital. A step of one is left out. "@" says: not in the
head. So ``2K-C-3A`` is the second entry, its head with weight K, its first passage with C and its fourth with A.

What one entry brings is a text of the same form, but for the number at its front. For how heavy a word is depends on how
rare it is, a sign far beyond all letters keeps its weight to a small part of a step, until all entries are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import add, itemgetter, sub

from .weights import told

KEPT = 2000  # places of one stem, the heaviest: a word that stands everywhere tells nothing apart
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # the weights of steps 0 to 25

_FIGURES = "0123456789abcdefghijklmnopqrstuvwxyz"
_LOWEST, _HIGHEST = -30, 40  # steps; what is beyond them has the first or the last capital, however rare the word is
_FINE = 10_000  # signs for one step
_FIRST_SIGN = 0x10000


def stands(places: Sequence[Mapping[str, float]]) -> dict[str, str]:
    """Every stem of one entry with where it stands; ``places`` are the head and the passages, stems with their weights."""
    found: dict[str, str] = {}
    for passage, weights in enumerate(places):
        texts = {weight: _only(passage, weight) for weight in set(weights.values())}
        for stem, weight in weights.items():
            found[stem] = found[stem] + _next(passage, stem, places) if stem in found else texts[weight]
    return found


def sign(step: float) -> str:
    """The sign that keeps a weight."""
    return chr(_FIRST_SIGN + round((min(max(step, _LOWEST), _HIGHEST) - _LOWEST) * _FINE))


def written(numbers: Sequence[int], stands: Sequence[str], capitals: Capitals) -> str:
    """The postings of a stem that stands in the entries with these numbers.

    Of more places than ``KEPT`` the lightest are left out.
    """
    whole = "".join(stands)
    if whole.count("-") + len(stands) - whole.count("@") > KEPT:
        numbers, stands = _heaviest(numbers, stands)
    steps = map(_on, map(sub, numbers, chain([-1], numbers)))
    return "".join(map(add, steps, stands)).translate(capitals)


def capital(step: float) -> str:
    """The capital of a weight; what is beyond the last step is as heavy as it."""
    return CAPITALS[min(max(round(step), 0), len(CAPITALS) - 1)]


class Capitals(dict[int, str]):
    """What each sign of a text becomes: a capital; anything else stays as it is. ``rarity`` is added to each weight.

    It is worked out when it is first asked for, once for all stems that are as rare.
    """

    def __init__(self, rarity: float = 0) -> None:
        self._rarity = rarity

    def __missing__(self, code: int) -> str:
        step = (code - _FIRST_SIGN) / _FINE + _LOWEST + self._rarity
        self[code] = capital(step) if code >= _FIRST_SIGN else chr(code)
        return self[code]


def _heaviest(numbers: Sequence[int], stands: Sequence[str]) -> tuple[list[int], list[str]]:
    """As much of what stands in the entries as is kept; of equally heavy places the first."""
    every = [(number, *place) for number, stand in zip(numbers, stands, strict=True) for place in _places(stand)]
    kept = sorted(sorted(every, key=itemgetter(2), reverse=True)[:KEPT])
    by_entry = {number: _stand(own) for number, own in groupby(kept, key=itemgetter(0))}
    return list(by_entry), list(by_entry.values())


def _places(stand: str) -> Iterator[tuple[int, str]]:
    """Head and passages, by their numbers, with their signs."""
    head, *passages = stand.split("-")
    if head != "@":
        yield 0, head
    passage = 0
    for text in passages:
        passage += int(text[:-1] or "1", 36)
        yield passage, text[-1]


def _stand(places: Iterable[tuple[int, int, str]]) -> str:
    text, last = "@", 0
    for _, passage, weight in places:
        text = f"{text}-{_on(passage - last)}{weight}" if passage else weight
        last = passage
    return text


def _next(passage: int, stem: str, places: Sequence[Mapping[str, float]]) -> str:
    """How a passage goes on from the place before it."""
    before = next(number for number in range(passage - 1, -1, -1) if stem in places[number])
    return _passage(passage - before, places[passage][stem])


@lru_cache(maxsize=100_000)
def _only(passage: int, weight: float) -> str:
    return f"@{_passage(passage, weight)}" if passage else sign(told(weight))


@lru_cache(maxsize=100_000)
def _passage(on: int, weight: float) -> str:
    return f"-{_on(on)}{sign(told(weight))}"


@lru_cache(maxsize=10_000)
def _on(number: int) -> str:
    return "" if number == 1 else _base_36(number)


def _base_36(number: int) -> str:
    return _base_36(number // 36) + _FIGURES[number % 36] if number else ""
