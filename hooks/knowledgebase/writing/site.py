"""The whole site as values: pages, export files and the menu. This is what a site generator is handed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from ..links import Links
from ..model import KnowledgeBase, Record
from ..model.published import Edition
from . import addresses
from .apa import Apa
from .changes.feeds import feeds, links_to_feeds
from .changes.release import new_forms
from .citing.files import citation_files
from .citing.hand_pages import cited_at, how_to_cite
from .editions.frozen import frozen, kept
from .exports import Export, exports
from .frame import Frame, MenuEntry, MenuGroup, Setting
from .hand_pages import write_notations
from .head import head_of, head_of_hand_page
from .imprint import NO_IMPRINT, Imprint
from .look import look
from .notice import notice
from .pages import Page, Writer, all_pages
from .policy import headers_file
from .promises.fragments import fragments
from .promises.keeping import Keeper
from .promises.ledger import Release, addresses_of_site
from .search import search_files
from .section_links import with_section_links
from .short.pages import short_pages
from .short.versions import version_pages
from .sitemap import for_search_engines


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
        made = kept(self._keeper.pages().values(), self._imprint)
        return {page.address: self._finished(self._with_head(page)) for page in made}

    @cached_property
    def exports(self) -> tuple[Export, ...]:
        given = exports(self._links, self._apa, self._imprint, self._bibliography)
        data = (*given, *citation_files(self._links.base, self._apa, self._imprint))
        short = (*short_pages(self._writer, self.pages), *version_pages(self._writer, self.pages))
        told = (*self._keeper.files(data), *short, *feeds(self._writer.history, self._imprint))
        listed = for_search_engines(self.pages.values(), self._links.base.pages, self._imprint)
        found = (*listed, *search_files(self._links, self._apa), headers_file())
        return tuple(kept((*data, *told, *look(), *found), self._imprint))

    @property
    def menu(self) -> tuple[MenuGroup, ...]:
        """The indexes of the kinds in their order, then the ways to look something up."""
        kinds = tuple(MenuEntry(kind.plural, addresses.of_kind(kind)) for kind in self._links.base.kinds)
        look_up = (
            MenuEntry("Browse", addresses.BROWSE),
            MenuEntry("A–Z", addresses.A_TO_Z),
            MenuEntry("Map", addresses.MAP),
            MenuEntry("Bibliography", addresses.BIBLIOGRAPHY),
            MenuEntry("Changes", addresses.CHANGES),
        )
        return MenuGroup("What it holds", kinds), MenuGroup("Look it up", look_up)

    @property
    def notice(self) -> str:
        """The HTML that stands before the content of every page; empty where help.yml sets nothing."""
        return notice(self._writer)

    def head(self, address: str) -> str:
        """The tags for the head of a page, made from the data or hand-written; none for what stands at an old address."""
        if made := self.pages.get(address):
            return made.head
        cited = cited_at(address, self._links.base, self._imprint)
        return head_of_hand_page(cited.title, address, self._links.base, self._imprint) if cited else ""

    def hand_page(self, address: str, title: str, description: str, source: str, article: str) -> Page:
        """A hand-written page: its notations written out, how to cite it, and the anchors that were published for it."""
        written = with_section_links(write_notations(article, address, self._writer)) + how_to_cite(address, self._writer)
        whole = written + self._keeper.what_lacks(address, fragments(written))
        return self._finished(Page(address, title, description, whole, source, head=self.head(address)))

    def frame(self, hand_written: Sequence[MenuGroup], setting: Setting) -> Frame:
        """The frame of every page. The groups of the menu that lead to hand-written pages stand around the others."""
        return Frame(self._writer, (*hand_written[:-1], *self.menu, *hand_written[-1:]), self.notice, setting)

    def _with_head(self, page: Page) -> Page:
        """A page with the tags for its head; what stands at an old address has none but its own."""
        tags = head_of(page, self._records.get(page.address), self._imprint) if page.listed else ""
        return replace(page, head=page.head + tags)

    def _finished(self, page: Page) -> Page:
        """A page with the links to its feeds, or, in an edition, with all that marks it as a page of one."""
        tags = links_to_feeds(page.address, self._imprint) if page.listed else ""
        return frozen(replace(page, head=f"{page.head}{tags}"), self._writer)

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        return {addresses.of_record(record): record for record in self._links.base.records}

    @property
    def release(self) -> Release:
        """What publishing the site as it is now would add to the promises."""
        known = {promise.address for promise in self._links.base.published.promises}
        found = {*addresses_of_site(self.pages.values(), self.exports, self._links.base), addresses.DOWNLOAD}
        new = tuple(self._writer.codes.new(self._links.base.records))
        forms = new_forms(self._links.base.records, self._writer.history, new, self._imprint.day)
        return Release(tuple(sorted(found - known)), new, tuple(forms))

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions that stand beside the pages; an edition itself holds none."""
        return () if self._imprint.is_edition else self._links.base.published.editions

    @cached_property
    def _keeper(self) -> Keeper:
        return Keeper(self._writer, {page.address: page for page in all_pages(self._writer)})
