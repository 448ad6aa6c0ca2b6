"""The continuum drawn from top to bottom, for narrow pages: all words beside the line, the steps of a story under the
position that they show. Each story has a line of its own and is named above its first step.
"""

from __future__ import annotations

from ...model.own_fields import Continuum
from .shapes import ASCENT, DOT, FONT, GAP, RADIUS, Band, Box, Figure, Line, Mark, Path, Words, words
from .stories import Step, Story, directions, ends, target

WIDTH = 280
TARGET = 27  # on a page of 320 px, these are at least 24 px
AXIS, FIRST_PATH, NEXT_PATH = RADIUS + 2, 48, 17
MIDDLE = 6  # from the middle of a circle to the baseline of the line beside it


def upright(record: Continuum, told: tuple[Story, ...]) -> Figure:
    """The drawing; there is always room for it."""
    return _Drawing(record, told).figure()


class _Drawing:
    """A drawing while it grows: everything goes below ``y``, where what stands already ends."""

    def __init__(self, record: Continuum, told: tuple[Story, ...]) -> None:
        self.record, self.told, self.y = record, told, 0.0
        self.text = FIRST_PATH + NEXT_PATH * len(told) - (1 if told else 6)
        self.names: dict[str, tuple[Words, Box]] = {}
        self.steps: dict[str, list[Mark]] = {story.target: [] for story in told}

    def figure(self) -> Figure:
        first, last = ends(self.record)
        above = self._end(first)
        bands, positions = [], []
        for direction, start, end in directions(self.record):
            bands.append(self._band(direction))
            positions += [self._position(number) for number in range(start, end + 1)]
        below = self._end(last)
        axis = Line(AXIS, positions[0].y, AXIS, positions[-1].y)
        paths = tuple(self._path(story) for story in self.told)
        return Figure("upright", WIDTH, self.y, FONT, above + below, axis, tuple(bands), tuple(positions), paths)

    def _end(self, said: str) -> tuple[Words, ...]:
        if not said:
            return ()
        end = words(said, 0, self.y, WIDTH)
        self.y = end.end + GAP
        return (end,)

    def _band(self, direction: str) -> Band:
        """The direction over a rule, across the room for words."""
        self.y += GAP / 2
        said = words(direction, self.text, self.y, WIDTH - self.text, bold=True)
        self.y = said.end + 4 + GAP
        return Band(said, (Line(self.text, said.end + 4, WIDTH, said.end + 4),))

    def _position(self, number: int) -> Mark:
        position = self.record.positions[number]
        y = self.y + RADIUS + 1
        mark = self._mark(target(self.record, position), position.title, AXIS, y, RADIUS, number + 1)
        for n, story in enumerate(self.told):
            for step in story.steps:
                if step.position == number:
                    self._step(story, step, FIRST_PATH + NEXT_PATH * n)
        self.y += GAP
        return mark

    def _step(self, story: Story, step: Step, x: float) -> None:
        if story.target not in self.names:
            self.names[story.target] = self._name(story)
        self.steps[story.target].append(self._mark(step.target, step.words, x, self.y + TARGET / 2, DOT))

    def _name(self, story: Story) -> tuple[Words, Box]:
        top = self.y
        name = words(f"Story: {story.title}", self.text, top + 7, WIDTH - self.text)
        self.y = max(name.end + 5, top + TARGET)
        return name, Box(self.text, top, WIDTH - self.text, self.y - top)

    def _mark(self, href: str, said: str, x: float, y: float, radius: float, number: int = 0) -> Mark:
        top, left = self.y, x - radius
        beside = words(said, self.text, y + MIDDLE - ASCENT, WIDTH - self.text, bold=bool(number))
        self.y = max(beside.end + 2, top + TARGET, y + radius + 1)
        return Mark(href, x, y, radius, beside, Box(left, top, WIDTH - left, self.y - top), number)

    def _path(self, story: Story) -> Path:
        name, area = self.names[story.target]
        steps = tuple(self.steps[story.target])
        line = Line(steps[0].x, steps[0].y, steps[-1].x, steps[-1].y) if len(steps) > 1 else None
        return Path(name, story.target, area, line, steps)
