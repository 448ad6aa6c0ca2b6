"""What a drawing consists of: lines, circles, and words that were broken into lines."""

from __future__ import annotations

from typing import NamedTuple

from .wrapping import wrapped

FONT, ASCENT, DESCENT, LEADING = 15, 14, 4, 19
BOLD = 1.07  # how much wider bold letters run
SPACED = 1.2  # room for readers who set their letters apart (WCAG 1.4.12)
RADIUS, DOT = 15, 6
GAP = 14


class Row(NamedTuple):
    """One line of text and its baseline."""

    text: str
    y: float


class Words(NamedTuple):
    """Some lines of text that stand at ``x`` by their ``anchor``: start, middle or end."""

    x: float
    anchor: str
    rows: tuple[Row, ...]

    @property
    def end(self) -> float:
        """The lower edge of the last line."""
        return self.rows[-1].y + DESCENT


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


class Line(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float


class Mark(NamedTuple):
    """A circle with its words, linked together; ``area`` is what a finger may hit. ``number`` is 0 where there is none."""

    target: str
    x: float
    y: float
    radius: float
    words: Words
    area: Box
    number: int = 0


class Band(NamedTuple):
    """Neighbouring positions whose help has the same direction: a bracket or a rule, and the word for it."""

    words: Words
    lines: tuple[Line, ...]


class Path(NamedTuple):
    """One story along the line: what it is called, the line through its steps (if it has several), and the steps."""

    name: Words
    target: str
    area: Box
    line: Line | None
    steps: tuple[Mark, ...]


class Figure(NamedTuple):
    """A finished drawing. ``way`` is lying or upright; ``font`` is the size of its text."""

    way: str
    width: float
    height: float
    font: float
    ends: tuple[Words, ...]
    axis: Line
    bands: tuple[Band, ...]
    positions: tuple[Mark, ...]
    paths: tuple[Path, ...]


def words(text: str, x: float, top: float, room: float, anchor: str = "start", bold: bool = False) -> Words:
    """A text in lines from ``top`` down, none wider than ``room``. An empty text is one empty line."""
    lines = wrapped(text, ems(room, bold)) or ("",)
    return Words(x, anchor, tuple(Row(line, top + ASCENT + n * LEADING) for n, line in enumerate(lines)))


def ems(room: float, bold: bool) -> float:
    """The room for text within a length, in em."""
    return room / FONT / SPACED / (BOLD if bold else 1)
