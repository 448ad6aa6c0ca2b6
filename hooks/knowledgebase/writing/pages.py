"""Every page that is made from the data, as a finished article that any site generator can take over."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..links import Links
from ..model import Definition, Kind, KnowledgeBase, Record, Work
from ..model.own_fields import Aspect
from ..sentences import sentences
from ..syntax import Citation, plain
from . import addresses
from .apa import Apa, text_of
from .apa.dates import MONTHS
from .figure import drawings, ends, stories, units
from .prose import Prose
from .references import References, claims_citing, references_for


@dataclass(frozen=True)
class Heading:
    """A section of a page, as its table of contents lists it."""

    id: str
    title: str


@dataclass(frozen=True)
class Page:
    """A page: where it lives, what it is called, its finished article, and the file that its edit button opens."""

    address: str
    title: str
    description: str
    article: str
    source: str | None = None
    listed: bool = True  # whether a search may find it

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The second-level headings of the article."""
        found = re.findall(r'<h2 id="([^"]+)">(.*?)</h2>', self.article)
        return tuple(Heading(anchor, re.sub(r"<[^>]+>", "", title)) for anchor, title in found)

    @property
    def anchors(self) -> frozenset[str]:
        """Every fragment that a link to this page may use."""
        return frozenset(re.findall(r'\bid="([^"]+)"', self.article))


@dataclass(frozen=True)
class Entry:
    """A line of the A–Z: a title, or another name that leads to it."""

    words: str
    record: Record

    @property
    def is_title(self) -> bool:
        return self.words == self.record.title

    @property
    def letter(self) -> str:
        first = unicodedata.normalize("NFD", self.words.lstrip("“‘\"'("))[:1].upper()
        return first if "A" <= first <= "Z" else "0–9"


class Pages:
    """Writes the pages of one knowledge base."""

    def __init__(self, links: Links, apa: Apa) -> None:
        self.links, self.apa = links, apa
        self._templates = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters |= {"letter_id": _letter_id, "day_in_words": _day_in_words, "units": units}
        self._templates.globals |= {"addresses": addresses, "aspects": tuple(Aspect), "claims_citing": claims_citing}
        self._templates.globals |= {"figures": drawings, "figure_stories": stories, "figure_ends": ends}

    @property
    def base(self) -> KnowledgeBase:
        return self.links.base

    def all(self) -> Iterator[Page]:
        """Every page, indexes first."""
        yield from (self.kind(kind) for kind in self.base.kinds)
        yield from (self.record(record) for record in self.base.records)
        yield from (self.moved(record, address) for record in self.base.records for address in addresses.of_aliases(record))
        yield self.bibliography()
        yield from (self.work(work) for work in self.base.works)
        yield self.a_to_z()

    def kind(self, kind: Kind) -> Page:
        """The index of a kind: its records, each with the first sentence of its summary."""
        address = addresses.of_kind(kind)
        records = [(record, self._opening(record)) for record in self.base.of_kind(kind)]
        return self._page(address, kind.plural, kind.lead, "kind.html", groups=_groups(kind, records))

    def record(self, record: Record) -> Page:
        """The page of a record: in short, the claims, what differs, what is not known, its links and references."""
        kind = next(kind for kind in self.base.kinds if kind.folder == record.kind)
        return self._page(
            addresses.of_record(record),
            record.title,
            self._opening(record),
            kind.template,
            source=record.source.path,
            record=record,
            kind=kind,
            references=references_for(self.links.citations(record), self.links, self.apa),
        )

    def moved(self, record: Record, address: str) -> Page:
        """What stands at an address that a record had before: where it is now."""
        page = self._page(address, record.title, "This page has a new name.", "moved.html", record=record)
        return replace(page, listed=False)

    def bibliography(self) -> Page:
        """Every work of the site in one list, each with a link to its own page."""
        works = sorted(self.base.works, key=self.apa.sort_key)
        lead = "Every work that a page of this site cites, in one list."
        at = addresses.BIBLIOGRAPHY
        return self._page(at, "Bibliography", lead, "bibliography.html", source="bibliography.bib", works=works)

    def work(self, work: Work) -> Page:
        """The page of a work: its reference and every claim that rests on it."""
        title = text_of(self.apa.in_text((Citation(work.key),), narrative=True))
        lead = f"The claims on this site that rest on {title}."
        rests = {"work": work, "resting": self.links.resting_on(work)}
        return self._page(addresses.of_work(work), title, lead, "work.html", source="bibliography.bib", **rests)

    def a_to_z(self) -> Page:
        """Every title and every other name, under its first letter."""
        lead = "Every title and every other name on this site, from A to Z."
        entries = sorted(self._entries(), key=lambda entry: (entry.letter, _folded(entry.words), entry.record.id))
        letters = [(letter, list(group)) for letter, group in groupby(entries, key=lambda entry: entry.letter)]
        return self._page(addresses.A_TO_Z, "A–Z", lead, "a-z.html", letters=letters)

    def references(self, address: str, references: References) -> str:
        """The list of references at the end of a page that is not made here."""
        macros = self._templates.get_template("macros.html").module
        return str(macros.references(Prose(self.links, self.apa, address), self.apa, references))

    def _entries(self) -> Iterator[Entry]:
        for record in self.base.records:
            yield Entry(record.title, record)
            if isinstance(record, Definition):
                yield from (Entry(name, record) for name in record.other_names)

    def _opening(self, record: Record) -> str:
        words = plain(record.in_short, self.links.title_of)
        return next(iter(sentences(words.split("\n")[0])), record.title)

    def _page(
        self, address: str, title: str, lead: str, template: str, source: str | None = None, **parts: object
    ) -> Page:
        prose = Prose(self.links, self.apa, address)
        article = self._templates.get_template(template).render(
            title=title, lead=lead, prose=prose, links=self.links, apa=self.apa, base=self.base, **parts
        )
        return Page(address, title, lead, article, source)


def _groups(kind: Kind, records: list[tuple[Record, str]]) -> list[tuple[str, list[tuple[Record, str]]]]:
    """The records of an index under the values of the field they are grouped by; a record may stand in several groups."""
    if not kind.grouped_by:
        return [("", records)]
    groups: dict[StrEnum, list[tuple[Record, str]]] = defaultdict(list)
    for row in records:
        for value in getattr(row[0], kind.grouped_by):
            groups[value].append(row)
    return [(value.value, groups[value]) for value in type(next(iter(groups))) if groups[value]]


def _letter_id(letter: str) -> str:
    return letter.lower() if letter.isalpha() else "digits"


def _day_in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKD", words).casefold()
