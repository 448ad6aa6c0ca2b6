"""The whole site as values: pages, export files and the menu. This is what a site generator is handed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..links import Links
from ..model import KnowledgeBase, Record
from . import addresses
from .apa import Apa
from .citing.files import citation_files
from .citing.hand_pages import cited_at, how_to_cite
from .exports import Export, exports
from .hand_pages import write_notations
from .head import head_of, head_of_hand_page
from .imprint import NO_IMPRINT, Imprint
from .look import look
from .notice import notice
from .pages import Page, Writer, all_pages
from .promises.fragments import fragments
from .promises.keeping import Keeper
from .promises.ledger import Release, addresses_of_site
from .search import search_files
from .short.pages import short_pages


@dataclass(frozen=True)
class MenuEntry:
    """A line of the menu. Record pages are not in it: their indexes are."""

    title: str
    address: str


@dataclass(frozen=True)
class MenuGroup:
    """Lines of the menu under one heading."""

    title: str
    entries: tuple[MenuEntry, ...]


class Site:
    """Everything that is published from one knowledge base.

    ``bibliography`` is the text of bibliography.bib; ``can_be_edited`` says whether pages have a link for suggestions.
    """

    def __init__(
        self, base: KnowledgeBase, bibliography: str = "", can_be_edited: bool = False, imprint: Imprint = NO_IMPRINT
    ) -> None:
        self._links, self._apa, self._bibliography, self._imprint = Links(base), Apa(base.works), bibliography, imprint
        self._writer = Writer(self._links, self._apa, can_be_edited, imprint)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page that is made from the data, by address."""
        return self._keeper.pages()

    @cached_property
    def exports(self) -> tuple[Export, ...]:
        given = exports(self._links, self._apa, self._imprint, self._bibliography)
        data = (*given, *citation_files(self._links.base, self._apa, self._imprint))
        kept = (*self._keeper.files(data), *short_pages(self._writer, self.pages))
        return (*data, *kept, *look(), *search_files(self._links, self._apa))

    @property
    def menu(self) -> tuple[MenuGroup, ...]:
        """The indexes of the kinds in their order, then the ways to look something up."""
        kinds = tuple(MenuEntry(kind.plural, addresses.of_kind(kind)) for kind in self._links.base.kinds)
        look_up = (
            MenuEntry("Browse", addresses.BROWSE),
            MenuEntry("A–Z", addresses.A_TO_Z),
            MenuEntry("Map", addresses.MAP),
            MenuEntry("Bibliography", addresses.BIBLIOGRAPHY),
        )
        return MenuGroup("What it holds", kinds), MenuGroup("Look it up", look_up)

    @property
    def notice(self) -> str:
        """The HTML that stands before the content of every page; empty where help.yml sets nothing."""
        return notice(self._writer)

    def head(self, address: str) -> str:
        """The tags for the head of a page, made from the data or hand-written; none for what stands at an old address."""
        if made := self.pages.get(address):
            return made.head + (head_of(made, self._records.get(address), self._imprint) if made.listed else "")
        cited = cited_at(address, self._links.base, self._imprint)
        return head_of_hand_page(cited.title, address, self._links.base, self._imprint) if cited else ""

    def hand_written(self, article: str, address: str) -> str:
        """The HTML of a hand-written page with its notations written out, and with the anchors that were published for it."""
        written = write_notations(article, address, self._writer) + how_to_cite(address, self._writer)
        return written + self._keeper.what_lacks(address, fragments(written))

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        return {addresses.of_record(record): record for record in self._links.base.records}

    @property
    def release(self) -> Release:
        """What publishing the site as it is now would add to the promises."""
        known = {promise.address for promise in self._links.base.published.promises}
        found = {*addresses_of_site(self.pages.values(), self.exports, self._links.base), addresses.DOWNLOAD}
        codes = self._writer.codes.new(self._links.base.records)
        return Release(tuple(sorted(found - known)), tuple(codes))

    @cached_property
    def _keeper(self) -> Keeper:
        return Keeper(self._writer, {page.address: page for page in all_pages(self._writer)})
