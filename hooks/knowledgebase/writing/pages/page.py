"""What a page is, and the writer that every family of pages shares: it fills a template for one address.

A page is a finished article that any site generator can take over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property, lru_cache
from html import unescape
from importlib import import_module
from typing import Any, NamedTuple

from markupsafe import Markup

from ...links import Links
from ...model import KnowledgeBase, Record, Work
from ...model.own_fields import Aspect
from ...model.published import Edition
from ...sentences import sentences
from ...syntax import plain
from .. import addresses
from ..apa import Apa
from ..apa.dates import MONTHS
from ..changes.history import History
from ..citing.coins import coins
from ..imprint import NO_IMPRINT, Imprint
from ..keys import Keys
from ..policy import IN_PAGES
from ..promises.fates import Fates
from ..prose import Printed, Prose
from ..section_links import with_section_links
from ..short.codes import Codes
from ..short.codes import address_of as short_address
from ..short.qr import qr_code
from .compiled import templates

_HEADING = re.compile(r'([^"]+)">(.*)')  # from its id to its end


class Heading(NamedTuple):
    """A section of a page, as its table of contents lists it."""

    id: str
    title: str


class Page(NamedTuple):
    """A page: where it lives, what it is called, its finished article, and the file that a change of it begins in."""

    address: str
    title: str
    description: str
    article: str
    source: str | None = None
    listed: bool = True  # whether a search may find it
    scripts: tuple[str, ...] = ()  # the addresses of scripts that only this page needs
    head: str = ""  # finished tags for the head of the page: what programs read

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The second-level headings of the article."""
        sections = self.article.split('<h2 id="')[1:]
        return tuple(filter(None, [_heading(section.partition("</h2>")[0]) for section in sections]))

    @property
    def anchors(self) -> frozenset[str]:
        """Every fragment that a link to this page may use."""
        return frozenset(re.findall(r' id="([^"]+)"', self.article))


@lru_cache(maxsize=1_000)
def _heading(opened: str) -> Heading | None:
    """A heading without its markup, if it has an id and nothing else. Most pages have the same few."""
    found = _HEADING.fullmatch(opened)
    return Heading(found[1], unescape(re.sub(r"<[^>]+>", "", found[2]))) if found else None


class Writer:
    """Fills the templates for one knowledge base. ``beside`` is a digest of all that shapes pages beside the records."""

    def __init__(
        self, links: Links, apa: Apa, can_be_edited: bool = False, imprint: Imprint = NO_IMPRINT, beside: str = ""
    ) -> None:
        self.links, self.apa, self.can_be_edited, self.imprint = links, apa, can_be_edited, imprint
        self.keys = Keys(links, beside)
        self._openings: dict[str, str] = {}
        self._coins: dict[str, str] = {}
        self._printed = Printed()
        self.templates = templates()
        self.templates.filters |= {"letter_id": _letter_id, "day_in_words": _day_in_words, "coins": self.coins}
        self.templates.filters |= {"units": _of_figures("units")}
        self.templates.globals |= {"addresses": addresses, "aspects": tuple(Aspect)}
        self.templates.globals |= {"figures": _of_figures("drawings"), "figure_ends": _of_figures("ends")}
        self.templates.globals |= {"figure_stories": _of_figures("stories")}
        self.templates.globals |= {"links": links, "apa": apa, "base": links.base}
        self.templates.globals |= {"imprint": imprint, "codes": self.codes, "short_address": short_address, "qr_code": qr_code}
        self.templates.globals |= {"history": self.history, "edition_of": self.edition_of, "policy": Markup(IN_PAGES)}
        self.macros = self.templates.get_template("macros.html").module
        self.templates.globals["macros"] = self.macros

    @property
    def base(self) -> KnowledgeBase:
        return self.links.base

    @cached_property
    def fates(self) -> Fates:
        """What became of every address that was published."""
        return Fates(self.links)

    @cached_property
    def codes(self) -> Codes:
        """The short codes that were given out."""
        return Codes(self.base.published.codes, self.fates)

    @cached_property
    def history(self) -> History:
        """The versions of records that were published, and what changed in them."""
        return History(self.base.published, self.fates, self.codes)

    def edition_of(self, page: str) -> Edition | None:
        """The newest edition that holds a page; none on the pages of an edition, which are to be cited themselves."""
        holding = (edition for edition in self.base.published.editions if page in edition.files)
        return None if self.imprint.is_edition else max(holding, key=lambda edition: edition.day, default=None)

    def opening(self, record: Record) -> str:
        """The first sentence of a record's summary, without notations."""
        found = self._openings.get(name := record.id)
        if found is None:
            words = plain(record.in_short, self.links.title_of)
            found = self._openings[name] = next(iter(sentences(words.split("\n")[0])), record.title)
        return found

    def coins(self, work: Work) -> str:
        """A work of the bibliography as COinS: its page has them, and so has the list of all works."""
        if work.key not in self._coins:
            self._coins[work.key] = coins(work)
        return self._coins[work.key]

    def page(
        self, address: str, title: str, lead: str, template: str, source: str | None = None, **parts: object
    ) -> Page:
        """A page whose article a template writes from its title, its lead and its own parts."""
        prose = Prose(self.links, self.apa, address, self._printed)
        article = self.templates.get_template(template).render(title=title, lead=lead, prose=prose, **parts)
        return Page(address, title, lead, with_section_links(article), source)


def _of_figures(name: str) -> Callable[..., Any]:
    """A function of ``figure``, which few pages need, and few builds: it is imported when a page is drawn."""
    return lambda *given: getattr(import_module("..figure", __package__), name)(*given)


def _letter_id(letter: str) -> str:
    return letter.lower() if letter.isalpha() else "digits"


def _day_in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
