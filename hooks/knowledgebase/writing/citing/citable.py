"""What a reader can cite: a page of this site, or a work. A page is made into a work, so that both are printed alike.

A page is an online work of the group that publishes the site. Its date is the day on which it was last reviewed; a page
without one has no date (n.d.).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ...model import HandPage, KnowledgeBase, Record, Work
from ...model.works import Date, Name, Names, RichText, Run
from ...syntax import Citation
from .. import addresses
from ..apa import Apa, Piece
from ..apa.in_list import entry_of
from ..imprint import Imprint
from .facts import facts_of
from .formats import FORMATS, Format

BIBLIOGRAPHY = "Bibliography"
_TITLE = re.compile(r"^# +(?P<words>.+?)\s*(?:\{[^{}]*\})?\s*$", re.MULTILINE)


class Citable(NamedTuple):
    """A page or a work as it is cited. ``page`` is the address that its files are named after.

    ``apa`` prints a work among those it must differ from. A page is printed by itself, so it has none.
    """

    work: Work
    page: str
    apa: Apa | None = None

    @property
    def is_page(self) -> bool:
        return self.apa is None

    @property
    def title(self) -> str:
        return facts_of(self.work).title

    @property
    def reference(self) -> tuple[Piece, ...]:
        """The entry in a list of references."""
        return self.apa.in_list(self.work) if self.apa else entry_of(self.work)

    @property
    def parenthetical(self) -> tuple[Piece, ...]:
        """``(Ball, 2019)``, without links."""
        return self._in_text(narrative=False)

    @property
    def narrative(self) -> tuple[Piece, ...]:
        """``Ball (2019)``, without links."""
        return self._in_text(narrative=True)

    @property
    def files(self) -> tuple[tuple[Format, str], ...]:
        """The address of its file in each format."""
        return tuple((form, addresses.of_citation(self.page, form.ending)) for form in FORMATS)

    def _in_text(self, narrative: bool) -> tuple[Piece, ...]:
        if self.apa:
            return _unlinked(self.apa, self.work.key, narrative)
        work = self.work
        return _by_itself(work.author, () if work.author else work.title, work.date.year, narrative)


def cited_work(work: Work, apa: Apa) -> Citable:
    """A work of the bibliography, which ``apa`` knows with all others, so that look-alikes have their letters."""
    return Citable(work, addresses.of_work(work), apa)


def cited_record(record: Record, imprint: Imprint) -> Citable:
    """The page of a record."""
    return _cited_page(addresses.of_record(record), record.title, imprint, record.reviewed)


def cited_bibliography(imprint: Imprint) -> Citable:
    """The page with the list of all works."""
    return _cited_page(addresses.BIBLIOGRAPHY, BIBLIOGRAPHY, imprint)


def cited_hand_page(page: HandPage, imprint: Imprint) -> Citable | None:
    """A hand-written page by its first heading; None if it has none."""
    found = _TITLE.search(page.source.text)
    return _cited_page(page.published_at, found["words"], imprint) if found else None


def other_citable(base: KnowledgeBase, imprint: Imprint) -> Iterator[Citable]:
    """The pages that can be cited and show no record."""
    yield cited_bibliography(imprint)
    yield from filter(None, (cited_hand_page(page, imprint) for page in base.pages))


@lru_cache(maxsize=10_000)  # the page says how to cite it, then files do
def _cited_page(address: str, title: str, imprint: Imprint, reviewed: date | None = None) -> Citable:
    work = Work(
        key=address.removesuffix(".html").replace("/", "-"),
        type="online",
        author=_publisher(imprint.author or imprint.site_name),
        title=(Run(title, protected=True),),
        organization=imprint.site_name if imprint.site_name != title else "",
        date=_day(reviewed),
        url=imprint.absolute(address),
        language="en",
    )
    return Citable(work, address)


@lru_cache(maxsize=8)  # that of all pages of a site
def _publisher(name: str) -> Names:
    return Names((Name(name, group=True),) if name else ())


@lru_cache(maxsize=1_000)
def _day(reviewed: date | None) -> Date:
    return Date(reviewed.year, reviewed.month, reviewed.day) if reviewed else Date()


@lru_cache(maxsize=1_000)
def _by_itself(author: Names, title: RichText, year: int | None, narrative: bool) -> tuple[Piece, ...]:
    """A page in the text: by its author and year, or by its title where it has no author. Many pages share these."""
    page = Work(key="", type="online", author=author, title=title, date=Date(year))
    return _unlinked(Apa([page]), page.key, narrative)


def _unlinked(apa: Apa, key: str, narrative: bool) -> tuple[Piece, ...]:
    return tuple([Piece(piece.text, piece.italic) for piece in apa.in_text((Citation(key),), narrative=narrative)])
