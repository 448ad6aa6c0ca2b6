"""The places of one stem as a short text, which look/search_weights.js reads again.

For each entry: how many entries on from the one before it is, in base 36, then a capital for the weight in its head;
then for each passage a hyphen, how many passages on, and a capital. A step of one is left out. "@" says: not in the
head. So ``2K-C-3A`` is the second entry, its head with weight K, its first passage with C and its fourth with A.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from .weights import SEVERAL, Stands

KEPT = 2000  # places of one stem, the heaviest: a word that stands everywhere tells nothing apart
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # the weights of steps 0 to 25

_FIGURES = "0123456789abcdefghijklmnopqrstuvwxyz"


def written(stands: Stands) -> str:
    """The text of a stem's places; of more than ``KEPT`` the lightest are left out."""
    steps = stands.steps
    kept = sorted(steps, key=lambda place: (-steps[place], place))[:KEPT] if len(steps) > KEPT else steps
    return "".join(_pieces({place: capital(steps[place] + stands.rarity) for place in sorted(kept)}))


def capital(step: float) -> str:
    """The capital of a weight; what is beyond the last step is as heavy as it."""
    return CAPITALS[min(max(round(step), 0), len(CAPITALS) - 1)]


def _pieces(capitals: Mapping[int, str]) -> Iterator[str]:
    entry, passage = -1, 0
    for place, weight in capitals.items():
        here, spot = divmod(place, SEVERAL)
        if here != entry:
            yield _on(here - entry) + (weight if spot == 0 else "@")
            entry, passage = here, 0
        if spot:
            yield f"-{_on(spot - passage)}{weight}"
            passage = spot


@lru_cache(maxsize=10_000)
def _on(number: int) -> str:
    return "" if number == 1 else _base_36(number)


def _base_36(number: int) -> str:
    return _base_36(number // 36) + _FIGURES[number % 36] if number else ""
