"""The page from which a reader gets to everything: by kind, by whom it concerns, by level, by source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from ...model import Work
from ...model.facets import Concerned, Level
from ...model.shelves import Shelf, shelves
from ...model.works import Read, plain
from ...syntax import Citation
from .. import addresses
from ..apa import text_of
from .draft import Draft
from .page import Page, Writer

OURS = "Which record stands where is our own sorting. No source says it."


class Choice(NamedTuple):
    """One way to go: its words, where it leads, how many records wait there, and what else is to be said of it."""

    words: str
    address: str
    count: int
    about: str = ""


class Choices(NamedTuple):
    """Ways of one sort, under a heading with this id."""

    id: str
    title: str
    note: str
    choices: tuple[Choice, ...]


def drafts(writer: Writer) -> Iterator[Draft]:
    """The one page of all ways."""
    yield Draft(addresses.BROWSE, writer.keys.outlines, partial(_page, writer))


def _page(writer: Writer) -> Page:
    lead = "Every way to the records: by kind, by whom they concern, by level and by source."
    groups = tuple(group for group in _groups(writer) if group.choices)
    return writer.page(addresses.BROWSE, "Browse", lead, "browse.html", groups=groups)


def to_shelf(shelf: Shelf, words: str) -> Choice:
    """The way to a shelf."""
    return Choice(words[0].upper() + words[1:], addresses.of_shelf(*shelf.facets), len(shelf.records))


def _groups(writer: Writer) -> Iterator[Choices]:
    single = [shelf for shelf in shelves(writer.base.records) if len(shelf.facets) == 1]
    yield Choices("kinds", "By kind", "", tuple(_kinds(writer)))
    yield Choices("concerns", "By whom it concerns", OURS, _to(single, Concerned))
    yield Choices("levels", "By level of a service", OURS, _to(single, Level))
    yield Choices("read", "By source: read whole", "We read these from end to end.", _works(writer, Read.whole))
    note = "Of these works we read the abstract only."
    yield Choices("abstracts", "By source: abstract read", note, _works(writer, Read.abstract))


def _kinds(writer: Writer) -> Iterator[Choice]:
    for kind in writer.base.kinds:
        yield Choice(kind.plural, addresses.of_kind(kind), len(writer.base.of_kind(kind)), kind.lead)


def _to(single: list[Shelf], facets: type[Concerned] | type[Level]) -> tuple[Choice, ...]:
    return tuple(to_shelf(shelf, shelf.facets[0]) for shelf in single if isinstance(shelf.facets[0], facets))


def _works(writer: Writer, read: Read) -> tuple[Choice, ...]:
    """The works that were read so far, in the order of the bibliography."""
    works = sorted((work for work in writer.base.works if work.read is read), key=writer.apa.sort_key)
    return tuple(_work(writer, work) for work in works)


def _work(writer: Writer, work: Work) -> Choice:
    """A work by its authors and year, with the number of records of which a claim rests on it in any way."""
    name = text_of(writer.apa.in_text((Citation(work.key),), narrative=True))
    resting = {on.record.id for group in vars(writer.links.resting_on(work)).values() for on in group}
    return Choice(name, addresses.of_work(work), len(resting), plain(work.title))
