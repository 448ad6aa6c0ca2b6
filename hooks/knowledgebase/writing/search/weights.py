"""How much a word tells of an entry.

The measure is BM25F of Robertson, Zaragoza and Taylor (2004): a word counts for more the rarer it is among the entries,
the heavier the fields are in which it stands and the shorter they are, and for less and less each time it comes again.
Unlike there, lengths are held against a usual length, so that an entry's words weigh the same whatever else there is. How rare
a word is can only be said of all entries together: look/search_weights.js works it out.
"""

from __future__ import annotations

import math

from .entries import Field

STEPS_TO_DOUBLE = 4
LIGHTEST = 0.0125  # the weight of step 0
NAMED = 4  # what a name weighs at most for a question that has just its words

_LENGTH = 0.6  # how far a text longer than usual makes its words lighter: 0 not at all, 1 in full
_SATURATION = 8.0  # the weight of words at which half of all that a word can tell is reached


def weight(field: Field, count: int) -> float:
    """What words of a text weigh that share a stem and stand there so many times."""
    return field.weight * count / (1 - _LENGTH + _LENGTH * len(field.words) / field.usual)


def told(weight: float) -> float:
    """What words of such a weight tell, between 0 and 1."""
    return weight / (_SATURATION + weight)


def steps(weight: float) -> float:
    """A weight in steps, of which ``STEPS_TO_DOUBLE`` double it; below 0 where it is lighter than ``LIGHTEST``."""
    return STEPS_TO_DOUBLE * math.log2(weight / LIGHTEST)
