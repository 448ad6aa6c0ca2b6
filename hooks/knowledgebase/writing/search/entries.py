"""What the search can find: each record with its claims and pairs of guidance, and each work.

An entry says what a result shows, and which texts it is found by, each with the weight of a word in it. A passage is a
spot on the page that a result can lead to by itself: it has an anchor and a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ...links import Links
from ...model import KINDS, Definition, Record, Work
from ...model.own_fields import Continuum, Guidance
from ...model.works import plain as unmarked
from ...sentences import sentences
from ...syntax import Citation, plain
from .. import addresses
from ..apa import Apa, text_of
from .words import STEMS, words

_IN_WORDS = {kind.folder: kind.singular for kind in KINDS}


@dataclass(frozen=True)
class Field:
    """A text to be found by. ``weight`` is that of a word in a text of the usual length, ``usual`` in words.

    ``whole`` is what the text weighs for a question that has just its words, between 0 and 1; 0 for a text that is no name.
    """

    text: str
    weight: float
    usual: int
    whole: float = 0

    @cached_property
    def words(self) -> list[str]:
        """The words that it is found by."""
        return words(self.text)

    @cached_property
    def stems(self) -> list[str]:
        """Their stems, in the same order."""
        return list(map(STEMS.__getitem__, self.words))


@dataclass(frozen=True)
class Passage:
    """A claim or a pair: its anchor, the text that a result shows of it, and the text that it is found by."""

    anchor: str
    shown: str
    field: Field


@dataclass(frozen=True)
class Entry:
    """A page that can be found. ``kind`` says in words what it is, ``opening`` is one sentence."""

    address: str
    title: str
    kind: str
    opening: str
    fields: tuple[Field, ...]
    passages: tuple[Passage, ...] = ()


def title(text: str) -> Field:
    return Field(text, 12, 3, whole=1)


def name(text: str) -> Field:
    """Another name, or what a reader may say for it."""
    return Field(text, 2, 3, whole=0.75)


def summary(text: str) -> Field:
    return Field(text, 2, 60)


def rest(text: str) -> Field:
    """What stands on the page besides."""
    return Field(text, 0.4, 60)


def passage(text: str) -> Field:
    return Field(text, 1, 18)


def entries(links: Links, apa: Apa) -> Iterator[Entry]:
    """Every record in the order of kinds and titles, then every work."""
    yield from (entry_of_record(record, links) for record in links.base.records)
    yield from (entry_of_work(work, apa) for work in links.base.works)


def entry_of_record(record: Record, links: Links) -> Entry:
    """What is found of a record."""
    kind = _IN_WORDS[record.kind]
    short = plain(record.in_short, links.title_of)
    opening = next(iter(sentences(short.split("\n")[0])), record.title)
    fields = (title(record.title), *map(name, _names(record)), summary(short), rest(f"{kind}. {_rest(record, links)}"))
    return Entry(addresses.of_record(record), record.title, kind, opening, fields, tuple(_passages(record, links)))


def _names(record: Record) -> tuple[str, ...]:
    own = (*record.other_names, *record.hard_words) if isinstance(record, Definition) else ()
    return tuple(dict.fromkeys((*own, *record.everyday_words)))


def _rest(record: Record, links: Links) -> str:
    """The texts that are neither the summary nor a passage: what differs, what is not known, the parts of the kind."""
    texts = [plain(text, links.title_of) for place, text in record.prose() if place[0] not in {"in_short", "claims", "pairs"}]
    positions = record.positions if isinstance(record, Continuum) else ()
    return " ".join([*texts, *(position.title for position in positions)])


def _passages(record: Record, links: Links) -> Iterator[Passage]:
    for claim in record.claims:
        text = plain(claim.text, links.title_of)
        yield Passage(claim.id, text, passage(text))
    for pair in record.pairs if isinstance(record, Guidance) else ():
        do, *others = (plain(text, links.title_of) for text in (pair.do.text, pair.avoid.text, pair.why))
        yield Passage(pair.id, do, passage(" ".join([do, *others])))


def entry_of_work(work: Work, apa: Apa) -> Entry:
    """A work by its authors, its year and its title."""
    named = text_of(apa.in_text((Citation(work.key),), narrative=True))
    authors = " ".join(person.last for person in work.author or work.editor)
    titles = ". ".join(filter(None, map(unmarked, (work.title, work.subtitle))))
    fields = (name(f"{named} {work.date.year or ''}"), summary(authors), summary(titles))
    return Entry(addresses.of_work(work), named, "Work", titles or named, fields)
