"""How the records connect, as a drawing: records are dots around a circle, kind by kind, and lines join the connected ones.

Pure geometry, as for the continuum. Every kind gets a part of the circle that its number fits beside, whatever it holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin
from typing import NamedTuple

SIZE = 640  # units of the viewBox, across and down
FONT = 31  # of the numbers: 13 px where the drawing is 270 px wide
RING, NUMBERS = 262, 298  # how far from the middle the dots and the middles of the numbers stand
BAND = 275  # how far the arc over the dots of a kind does
SPREAD = 0.4  # the part of the circle that is dealt out evenly; the rest goes by the number of records
GAP = 0.018  # of the circle, between two kinds
BEND = 0.3  # lines are drawn towards the middle: 0 through it, 1 straight


class Point(NamedTuple):
    """A place in the drawing."""

    x: float
    y: float


class Sector(NamedTuple):
    """A kind on the circle: its number, where that stands, its arc, and a dot for each of its records."""

    number: int
    label: Point
    start: Point
    end: Point
    wide: bool  # whether the arc is more than half of the circle
    dots: tuple[Point, ...]


class Curve(NamedTuple):
    """A line that joins two dots, drawn towards a third point."""

    start: Point
    bend: Point
    end: Point


def sectors(counts: Sequence[int]) -> tuple[Sector, ...]:
    """The circle for so many records of each kind, from the top and clockwise. Every count is at least 1."""
    turn, found = 0.0, []
    for number, count in enumerate(counts, start=1):
        share = SPREAD / len(counts) + (1 - SPREAD) * count / sum(counts)
        found.append(_sector(number, count, turn + GAP / 2, turn + share - GAP / 2))
        turn += share
    return tuple(found)


def curve(start: Point, end: Point) -> Curve:
    """The line between two dots: dots that stand close are joined near the edge, distant ones through the middle."""
    middle = SIZE / 2
    bend = Point(middle + ((start.x + end.x) / 2 - middle) * BEND, middle + ((start.y + end.y) / 2 - middle) * BEND)
    return Curve(start, bend, end)


def _sector(number: int, count: int, start: float, end: float) -> Sector:
    label = _at((start + end) / 2, NUMBERS)
    dots = tuple(_at(turn, RING) for turn in _spread(count, start, end))
    return Sector(number, label, _at(start, BAND), _at(end, BAND), end - start > 0.5, dots)


def _spread(count: int, start: float, end: float) -> Iterator[float]:
    """So many turns between two, at equal distances."""
    yield from (start + (end - start) * (n + 0.5) / count for n in range(count))


def _at(turn: float, far: float) -> Point:
    """The point so far from the middle, at a part of a full turn."""
    return Point(SIZE / 2 + far * sin(2 * pi * turn), SIZE / 2 - far * cos(2 * pi * turn))
