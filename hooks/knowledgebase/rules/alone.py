"""The rules that one record keeps or breaks by itself: what is found can be kept, and is looked for again only if it changes.

What is found has no place yet, because looking for places takes long; it is given one when it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from ..links import Links
from ..model import Record
from ..problems import Location, Problem
from ..syntax import RecordLink


class Wrong(NamedTuple):
    """A problem within a record: ``words`` are those near which it stands in the value at a location."""

    location: Location
    message: str
    rule: str
    words: str | None = None


TitleOf = Callable[[RecordLink], str]
RuleOfOne = Callable[[Record, TitleOf], Iterable[Wrong]]
# By the name of each rule that is broken, what is wrong; None if the rule must be asked when the titles of others are known.
Alone = Mapping[str, tuple[Wrong, ...] | None]


class _AsksForOthers(Exception):
    """A rule wants the title of another record."""


def broken_alone(record: Record, rules: Iterable[RuleOfOne]) -> Alone:
    """What is wrong with a record, as far as it can be said without another one."""
    found = {rule.__name__: _asked(rule, record) for rule in rules}
    return {name: wrong for name, wrong in found.items() if wrong != ()}


def told(links: Links, rule: RuleOfOne, alone: Iterable[tuple[Record, Alone]]) -> Iterator[Problem]:
    """The problems of one rule in all records."""
    for record, broken in alone:
        wrong = broken.get(rule.__name__, ())
        for one in rule(record, links.title_of) if wrong is None else wrong:
            yield Problem(record.place(*one.location, words=one.words), one.message, one.rule)


def _asked(rule: RuleOfOne, record: Record) -> tuple[Wrong, ...] | None:
    try:
        return tuple(rule(record, _unknown))
    except _AsksForOthers:
        return None


def _unknown(link: RecordLink) -> str:
    raise _AsksForOthers
