"""The continuum drawn from left to right: a column for each position, and each story on a line of its own below.

Only drawn where it can be read: with room for every word of a title in its column.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model.own_fields import Continuum
from .shapes import DOT, FONT, GAP, RADIUS, Band, Box, Figure, Line, Mark, Path, Words, ems, words
from .stories import Step, Story, directions, ends, target
from .wrapping import fits

WIDTH = 640
TARGET = 30  # at the narrowest width at which this drawing is shown, these are 24 px


def lying(record: Continuum, told: tuple[Story, ...]) -> Figure | None:
    """The drawing, or nothing where a word would not fit its column."""
    column = WIDTH / len(record.positions)
    names = [position.title for position in record.positions] + [step.words for story in told for step in story.steps]
    if not all(fits(name, ems(_room(column), bold=True)) for name in names):
        return None
    end_words = _ends(record)
    bands = _bands(record, column, max((end.end + GAP for end in end_words), default=0))
    axis = max(band.lines[0].y1 for band in bands) + GAP + RADIUS
    positions = tuple(_positions(record, column, axis))
    paths, height = _paths(told, column, max(mark.words.end for mark in positions) + GAP)
    line = Line(positions[0].x, axis, positions[-1].x, axis)
    return Figure("lying", WIDTH, height, FONT, end_words, line, bands, positions, paths)


def _room(column: float) -> float:
    return column - 10


def _ends(record: Continuum) -> tuple[Words, ...]:
    first, last = ends(record)
    if not first:
        return ()
    room = WIDTH / 2 - GAP
    return words(first, 0, 0, room), words(last, WIDTH, 0, room, "end")


def _bands(record: Continuum, column: float, top: float) -> tuple[Band, ...]:
    """Brackets over the positions, all at the height that the longest wording needs."""
    runs = [(start * column + 5, (end + 1) * column - 5, said) for said, start, end in directions(record)]
    said_over = [words(said, (x1 + x2) / 2, top, x2 - x1, "middle", bold=True) for x1, x2, said in runs]
    y = max(over.end for over in said_over) + 4
    brackets = [(Line(x1, y, x2, y), Line(x1, y, x1, y + 7), Line(x2, y, x2, y + 7)) for x1, x2, _ in runs]
    return tuple(Band(over, lines) for over, lines in zip(said_over, brackets, strict=True))


def _positions(record: Continuum, column: float, axis: float) -> Iterator[Mark]:
    for number, position in enumerate(record.positions):
        x, top = column * (number + 0.5), axis + RADIUS + 5
        title = words(position.title, x, top, _room(column), "middle", bold=True)
        area = Box(x - _room(column) / 2, axis - RADIUS, _room(column), title.end - axis + RADIUS)
        yield Mark(target(record, position), x, axis, RADIUS, title, area, number + 1)


def _paths(told: tuple[Story, ...], column: float, top: float) -> tuple[tuple[Path, ...], float]:
    """The stories one below the other, and where the last one ends."""
    paths: list[Path] = []
    for story in told:
        path = _path(story, column, top)
        paths.append(path)
        top = max(step.area.y + step.area.height for step in path.steps) + GAP
    return tuple(paths), top - GAP + 2


def _path(story: Story, column: float, top: float) -> Path:
    name = words(f"Story: {story.title}", 0, top + 5, WIDTH)
    y = max(name.end, top + TARGET) + GAP
    steps: list[Mark] = []
    for step in story.steps:
        above = [mark for mark in steps if mark.x == column * (step.position + 0.5)]
        steps.append(_step(step, column, above[-1].area.y + above[-1].area.height + DOT + 8 if above else y))
    line = Line(steps[0].x, y, steps[-1].x, y) if steps[0].x < steps[-1].x else None
    return Path(name, story.target, Box(0, top, WIDTH, max(name.end - top, TARGET)), line, tuple(steps))


def _step(step: Step, column: float, y: float) -> Mark:
    x = column * (step.position + 0.5)
    said = words(step.words, x, y + DOT + 3, _room(column), "middle")
    top = y - DOT - 2
    return Mark(step.target, x, y, DOT, said, Box(x - _room(column) / 2, top, _room(column), max(said.end - top, TARGET)))
