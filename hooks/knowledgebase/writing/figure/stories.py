"""What a drawing of a continuum tells, taken from the record: its ends, the runs of one direction, the stories along it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from ...links import Links
from ...model.own_fields import Continuum, Position
from .. import addresses


class Step(NamedTuple):
    """A claim of a story that shows the position with this number, counted from 0."""

    position: int
    target: str
    words: str


class Story(NamedTuple):
    """A record whose claims show positions, and these claims in the order of the positions."""

    title: str
    target: str
    steps: tuple[Step, ...]


def stories(record: Continuum, links: Links) -> tuple[Story, ...]:
    """The stories that show positions of a continuum, in the order in which they first do."""
    steps: dict[str, list[Step]] = {}
    for number, position in enumerate(record.positions):
        for home, claim in links.claims_at(record, position.story):
            step = Step(number, addresses.of_claim(home, claim), claim.id.replace("-", " "))
            steps.setdefault(home.id, []).append(step)
    told = [(links.records[name], tuple(found)) for name, found in steps.items()]
    return tuple(Story(home.title, addresses.of_record(home), found) for home, found in told)


def ends(record: Continuum) -> tuple[str, str]:
    """What the record says of the first and of the last position, in its own words, where that differs."""
    first, last = record.positions[0], record.positions[-1]
    told = [(getattr(first, field), getattr(last, field)) for field in ("arranged", "where")]
    differing = [pair for pair in told if pair[0] != pair[1]]
    return ", ".join(pair[0] for pair in differing), ", ".join(pair[1] for pair in differing)


def directions(record: Continuum) -> Iterator[tuple[str, int, int]]:
    """Each run of neighbouring positions with one direction: the direction, its first and its last position."""
    for direction, run in groupby(enumerate(record.positions), key=lambda numbered: numbered[1].direction):
        numbers = [number for number, _ in run]
        yield direction, numbers[0], numbers[-1]


def target(record: Continuum, position: Position) -> str:
    """The address of a position's own entry in the list."""
    return f"{addresses.of_record(record)}#{position.id}"
