"""What rests on little: claims that one work alone says, that were read at second hand only, or whose works are older.

The page counts and lists; it does not judge. A claim rests on the works that say it, wherever they were read. It counts as
older if every one of them came out more than ten years before the day of the build; a year alone counts from its last day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, partial
from typing import NamedTuple

from ...model import Claim, Date, Kind, Record, Work
from .. import addresses
from .draft import Draft
from .page import Page, Writer

YEARS = 10
LastDay = tuple[int, int, int]
Ends = Mapping[str, LastDay | None]  # by the key of each work; None where nobody knows
_LEAD = "Which claims rest on one work, on second-hand reading or on older works. They need not be wrong."


class Footing(NamedTuple):
    """What a claim rests on. ``undated`` says that the age of a work is not known, so ``older`` cannot be."""

    claim: Claim
    one_work: bool
    second_hand: bool
    older: bool
    undated: bool

    @property
    def marks(self) -> tuple[str, ...]:
        """What holds of the claim, in words."""
        return _marks(self.one_work, self.second_hand, self.older)

    @property
    def in_words(self) -> str:
        return ", ".join(self.marks)

    @property
    def all_three(self) -> bool:
        return self.one_work and self.second_hand and self.older


@cache
def _marks(one_work: bool, second_hand: bool, older: bool) -> tuple[str, ...]:
    named = (("one work", one_work), ("second-hand", second_hand), ("older", older))
    return tuple(words for words, holds in named if holds)


class Counts(NamedTuple):
    """How many claims of a list there are, and of how many each thing holds."""

    claims: int
    one_work: int
    second_hand: int
    older: int
    all_three: int
    undated: int


@dataclass(frozen=True)
class OnRecord:
    """The claims of one record, with what they rest on."""

    record: Record
    footings: tuple[Footing, ...]

    @cached_property
    def marked(self) -> tuple[Footing, ...]:
        """The claims of which something holds that the page counts."""
        return tuple(footing for footing in self.footings if footing.marks)

    @property
    def counts(self) -> Counts:
        return counted(self.footings)


def drafts(writer: Writer) -> Iterator[Draft]:
    """The one page."""
    yield Draft(addresses.FRAGILITY, writer.keys.outlines, partial(_page, writer))


def _page(writer: Writer) -> Page:
    ends, day = last_days(writer.links.works), writer.imprint.day
    found = [OnRecord(record, tuple([footing(claim, ends, day) for claim in record.claims])) for record in writer.base.records]
    groups = tuple((kind, _of_kind(kind, found)) for kind in writer.base.kinds)
    total = counted([footing for one in found for footing in one.footings])
    return writer.page(
        addresses.FRAGILITY, "What rests on little", _LEAD, "fragility.html", groups=groups, total=total, day=writer.imprint.day
    )


def last_days(works: Mapping[str, Work]) -> Ends:
    """The last day on which each work may have come out, by its key: many claims rest on one work."""
    return {key: _last_day(work.date) for key, work in works.items()}


def footing(claim: Claim, ends: Ends, day: date) -> Footing:
    """What one claim rests on, on a day. Works that are not in the bibliography have no date."""
    sources = {cite.source for cite in claim.cite}
    came_out = [ends.get(key) for key in sources]
    undated = None in came_out
    older = not undated and max(came_out) < (day.year - YEARS, day.month, day.day)
    return Footing(claim, len(sources) == 1, all(cite.via for cite in claim.cite), older, undated)


def counted(footings: Sequence[Footing]) -> Counts:
    """The counts of a list of claims."""
    return Counts(
        claims=len(footings),
        one_work=sum([footing.one_work for footing in footings]),
        second_hand=sum([footing.second_hand for footing in footings]),
        older=sum([footing.older for footing in footings]),
        all_three=sum([footing.all_three for footing in footings]),
        undated=sum([footing.undated for footing in footings]),
    )


def _of_kind(kind: Kind, found: list[OnRecord]) -> tuple[OnRecord, ...]:
    return tuple(one for one in found if one.record.kind == kind.folder and one.marked)


def _last_day(came_out: Date) -> LastDay | None:
    """The last day that a date may mean; a season counts to the end of its year, and what goes on has the end of all time."""
    if came_out.ongoing:
        return date.max.timetuple()[:3]
    end = came_out.end or came_out
    if end.year is None:
        return None
    known_month = end.month is not None and end.month <= 12
    return end.year, end.month if known_month else 12, (end.day or 31) if known_month else 31
