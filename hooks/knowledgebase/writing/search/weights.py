"""How much a word tells of an entry, worked out at build time, so that the browser only has to add.

The measure is BM25F of Robertson, Zaragoza and Taylor (2004): a word counts for more the rarer it is among the entries,
the heavier the fields are in which it stands and the shorter they are, and for less and less each time it comes again.
Unlike there, lengths are held against a usual length, so that an entry's words weigh the same whatever else there is.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from .entries import Entry, Field

STEPS_TO_DOUBLE = 4
LIGHTEST = 0.05  # the weight of step 0

_LENGTH = 0.6  # how far a text longer than usual makes its words lighter: 0 not at all, 1 in full
_SATURATION = 8.0  # the weight of words at which half of all that a word can tell is reached


def weights_of(entry: Entry, stems: Mapping[str, str]) -> list[dict[str, float]]:
    """The stems of the head of an entry and of each passage, with the weight of their words there."""
    return [_weights(entry.fields, stems), *(_weights([passage.field], stems) for passage in entry.passages)]


def told(weight: float) -> float:
    """What words of such a weight tell, between 0 and 1, in steps."""
    return step(weight / (_SATURATION + weight))


def names_of(entry: Entry) -> tuple[tuple[tuple[str, ...], float], ...]:
    """Every name of an entry, as its words, with what it weighs for a question that has just these, in steps."""
    named = ((tuple(dict.fromkeys(field.words)), step(field.whole)) for field in entry.fields if field.whole)
    return tuple(name for name in named if name[0])


def step(weight: float) -> float:
    """A weight in steps, of which ``STEPS_TO_DOUBLE`` double it; below 0 where it is lighter than ``LIGHTEST``."""
    return STEPS_TO_DOUBLE * math.log2(weight / LIGHTEST)


def rarity(holding: int, entries: int) -> float:
    """What a stem gains, in steps, for standing in so few of all entries."""
    return STEPS_TO_DOUBLE * math.log2(math.log(1 + (entries - holding + 0.5) / (holding + 0.5)))


def _weights(fields: Iterable[Field], stems: Mapping[str, str]) -> dict[str, float]:
    """Each stem of one place with the weight of its words there."""
    weights: dict[str, float] = {}
    for field in fields:
        length = 1 - _LENGTH + _LENGTH * len(field.words) / field.usual
        counts = Counter(map(stems.__getitem__, field.words))
        told = {count: field.weight * count / length for count in set(counts.values())}
        for one, count in counts.items():
            weights[one] = weights[one] + told[count] if one in weights else told[count]
    return weights
