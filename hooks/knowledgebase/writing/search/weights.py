"""How much a word tells of an entry, worked out at build time, so that the browser only has to add.

The measure is BM25F of Robertson, Zaragoza and Taylor (2004): a word counts for more the rarer it is among the entries,
the heavier the fields are in which it stands and the shorter they are, and for less and less each time it comes again.
Unlike there, lengths are held against a usual length, so that an entry's words weigh the same whatever else there is.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .entries import Entry, Field
from .words import stem

SEVERAL = 65536  # more passages than any entry has; look/search_weights.js counts places in the same way
STEPS_TO_DOUBLE = 4
LIGHTEST = 0.05  # the weight of step 0

_LENGTH = 0.6  # how far a text longer than usual makes its words lighter: 0 not at all, 1 in full
_SATURATION = 8.0  # the weight of words at which half of all that a word can tell is reached


@dataclass(frozen=True)
class Stands:
    """The places of one stem, and what it tells in each.

    A place is a number: that of the entry times ``SEVERAL``, and the number of the passage, from 1, or 0 for the head.
    A weight is told in steps, of which ``STEPS_TO_DOUBLE`` double it; ``rarity``, in steps, is to be added to each.
    """

    steps: Mapping[int, float]
    rarity: float = 0


def stands(found: Sequence[Entry]) -> Mapping[str, Stands]:
    """Every stem with its places, in their order."""
    by_stem: dict[str, dict[int, float]] = defaultdict(dict)
    for place, fields in _places(found):
        for one, told in _told(fields).items():
            by_stem[one][place] = step(told)
    return {one: Stands(steps, _rarity(steps, len(found))) for one, steps in by_stem.items()}


def whole_names(found: Sequence[Entry]) -> Mapping[tuple[str, ...], Stands]:
    """Every name, as its words, with the heads of the entries that bear it."""
    bearing: dict[tuple[str, ...], dict[int, float]] = defaultdict(dict)
    for number, entry in enumerate(found):
        for field in entry.fields:
            if field.whole and (named := tuple(dict.fromkeys(field.words))):
                place = number * SEVERAL
                bearing[named][place] = max(step(field.whole), bearing[named].get(place, 0))
    return {named: Stands(steps) for named, steps in bearing.items()}


def step(weight: float) -> float:
    """A weight in steps; below 0 where it is lighter than ``LIGHTEST``."""
    return STEPS_TO_DOUBLE * math.log2(weight / LIGHTEST)


def _places(found: Sequence[Entry]) -> Iterator[tuple[int, Sequence[Field]]]:
    """Every head and every passage with its texts."""
    for number, entry in enumerate(found):
        yield number * SEVERAL, entry.fields
        yield from ((number * SEVERAL + n, (passage.field,)) for n, passage in enumerate(entry.passages, 1))


def _told(fields: Iterable[Field]) -> dict[str, float]:
    """Each stem of one place with what it tells of it, between 0 and 1."""
    weights: dict[str, float] = defaultdict(float)
    for field in fields:
        length = 1 - _LENGTH + _LENGTH * len(field.words) / field.usual
        for one, count in Counter(map(stem, field.words)).items():
            weights[one] += field.weight * count / length
    return {one: weight / (_SATURATION + weight) for one, weight in weights.items()}


def _rarity(places: Iterable[int], entries: int) -> float:
    holding = len({place // SEVERAL for place in places})
    return STEPS_TO_DOUBLE * math.log2(math.log(1 + (entries - holding + 0.5) / (holding + 0.5)))
