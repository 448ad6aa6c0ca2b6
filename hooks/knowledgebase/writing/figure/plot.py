"""A plot of times over sizes, both by powers of ten: one line for each thing that was measured, named at its end.

Numbers in, places out: the template draws what stands here. A straight line that rises by one step for each step to the right
grows as its work does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 520, 380  # narrow enough for its words to be read on a phone
LEFT, RIGHT, TOP, BOTTOM = 50, 185, 20, 50
NEAREST = 18  # units between the names of two lines


class Series(NamedTuple):
    """What was measured: a name, and a time in seconds for each size."""

    name: str
    times: tuple[tuple[int, float], ...]


class Spot(NamedTuple):
    x: float
    y: float
    words: str = ""


class Line(NamedTuple):
    """A drawn series: its points, and where its name stands."""

    points: tuple[Spot, ...]
    name: Spot

    @property
    def path(self) -> str:
        return " ".join(f"{spot.x:.1f},{spot.y:.1f}" for spot in self.points)


class Plot(NamedTuple):
    """The lines and the marks of both axes."""

    lines: tuple[Line, ...]
    sizes: tuple[Spot, ...]
    times: tuple[Spot, ...]
    size: tuple[int, int] = (WIDTH, HEIGHT)
    across: tuple[int, int] = (LEFT, WIDTH - RIGHT)  # where the lines begin and end
    below: int = HEIGHT - BOTTOM


def plot(series: Sequence[Series]) -> Plot:
    """The places of everything; ``series`` must hold at least two sizes between them and no time of zero."""
    sizes = sorted({size for one in series for size, _ in one.times})
    times = [time for one in series for _, time in one.times]
    across, up = _scale(min(sizes), max(sizes), LEFT, WIDTH - RIGHT), _scale(*_decades(times), HEIGHT - BOTTOM, TOP)
    drawn = [tuple(Spot(across(size), up(time)) for size, time in sorted(one.times)) for one in series]
    heights = _apart([points[-1].y for points in drawn])
    lines = (Line(points, Spot(points[-1].x + 10, y, one.name)) for one, points, y in zip(series, drawn, heights, strict=True))
    first, last = (round(math.log10(end)) for end in _decades(times))
    return Plot(
        lines=tuple(lines),
        sizes=tuple(Spot(across(size), HEIGHT - BOTTOM, f"{size:,}") for size in sizes),
        times=tuple(Spot(LEFT, up(10.0**power), f"{10.0**power:g}") for power in range(first, last + 1)),
    )


def _decades(values: Sequence[float]) -> tuple[float, float]:
    """The powers of ten around some values."""
    return 10.0 ** math.floor(math.log10(min(values))), 10.0 ** math.ceil(math.log10(max(values)))


def _scale(low: float, high: float, start: float, end: float):
    """Where a value stands between two places, by its logarithm."""
    width = math.log10(high) - math.log10(low) or 1
    return lambda value: start + (end - start) * (math.log10(value) - math.log10(low)) / width


def _apart(heights: Sequence[float]) -> list[float]:
    """The heights of names, pushed down where two would touch."""
    placed: dict[int, float] = {}
    lowest = -math.inf
    for n in sorted(range(len(heights)), key=heights.__getitem__):
        lowest = max(heights[n], lowest + NEAREST)
        placed[n] = lowest
    return [placed[n] for n in range(len(heights))]
