"""The whole site as values: pages, export files and the menu. This is what a site generator is handed.

Nothing is written before it is asked for: a build asks for the batches of files whose key is a new one, the live preview for
what a browser shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial

from ..known import Known
from ..links import Links
from ..model import KnowledgeBase, Record
from ..model.published import Edition
from . import addresses
from .apa import Apa
from .batches import Batch
from .changes.feeds import links_to_feeds
from .changes.release import new_forms
from .citing.hand_pages import cited_at, how_to_cite
from .editions.frozen import frozen, kept
from .exports import Export
from .files import Files
from .frame import Frame, MenuEntry, MenuGroup, Setting
from .hand_pages import write_notations
from .head import head_of, head_of_hand_page
from .imprint import NO_IMPRINT, Imprint
from .notice import notice
from .on_demand import OnDemand
from .pages import Draft, Page, Writer, all_drafts
from .promises.fragments import fragments
from .promises.keeping import Keeper
from .promises.ledger import Release, addresses_of_site
from .section_links import with_section_links


class Site:
    """Everything that is published from one knowledge base.

    ``bibliography`` is the text of bibliography.bib; ``can_be_edited`` says whether pages have a link for suggestions;
    ``beside`` is a digest of all that shapes the site beside its records; ``known`` is what was worked out before; ``links``
    are those of this knowledge base, where somebody has them already.
    """

    def __init__(
        self,
        base: KnowledgeBase,
        bibliography: str = "",
        can_be_edited: bool = False,
        imprint: Imprint = NO_IMPRINT,
        beside: str = "",
        known: Known | None = None,
        links: Links | None = None,
    ) -> None:
        self._known = Known() if known is None else known
        self._links = Links(base) if links is None else links
        self._apa, self._bibliography, self._imprint = Apa(base.works), bibliography, imprint
        self._writer = Writer(self._links, self._apa, can_be_edited, imprint, beside)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page that is made from the data, by address."""
        return OnDemand({address: partial(self._page, draft) for address, draft in self._drafts.items()})

    @cached_property
    def exports(self) -> tuple[Export, ...]:
        """Every file that is no page."""
        return tuple(kept((file for batch in self._files.batches() for file in batch.make()), self._imprint))

    @property
    def addresses(self) -> Iterator[str]:
        """Where everything stands that a hand-written page may link to."""
        yield from self._drafts
        yield from self._files.addresses
        yield addresses.DOWNLOAD

    def batches(self, frame: Frame) -> Iterator[Batch]:
        """Everything that is made from the data, each page in its frame."""
        for batch in self._files.batches():  # what takes most memory comes first, before anything else takes some
            yield Batch(batch.name, batch.key, partial(self._held, batch))
        for draft in self._drafts.values():
            yield Batch(draft.address, draft.key, partial(self._framed, draft, frame))

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
        return self._finished(Page(address, title, description, whole, source), self.head(address))

    def frame(self, hand_written: Sequence[MenuGroup], setting: Setting) -> Frame:
        """The frame of every page. The groups of the menu that lead to hand-written pages stand around the others."""
        return Frame(self._writer, (*hand_written[:-1], *self.menu, *hand_written[-1:]), self.notice, setting)

    def _head_of(self, page: Page) -> str:
        """The tags for the head of a page that is made from the data; what stands at an old address has none."""
        return head_of(page, self._records.get(page.address), self._imprint) if page.listed else ""

    def _finished(self, page: Page, head: str) -> Page:
        """A page with its head and the links to its feeds, or, in an edition, with all that marks it as a page of one."""
        feeds = links_to_feeds(page.address, self._imprint) if page.listed else ""
        return frozen(page._replace(head=f"{page.head}{head}{feeds}"), self._writer)

    @cached_property
    def _files(self) -> Files:
        return Files(self._writer, self._bibliography, self._drafts, self.pages, self._keeper, self._known)

    def _held(self, batch: Batch) -> Iterator[Export]:
        """The files of a batch, as far as an edition holds them."""
        return kept(batch.make(), self._imprint)

    def _page(self, draft: Draft) -> Page:
        page = self._keeper.completed(draft.write())
        return self._finished(page, self._head_of(page))

    def _framed(self, draft: Draft, frame: Frame) -> tuple[Export]:
        return (Export(draft.address, frame.around(self._page(draft))),)

    @cached_property
    def _drafts(self) -> Mapping[str, Draft]:
        """By address, every page that the site, or the edition, holds."""
        return {draft.address: draft for draft in kept((*self._written.values(), *self._keeper.stand_ins()), self._imprint)}

    @cached_property
    def _written(self) -> Mapping[str, Draft]:
        return {draft.address: draft for draft in all_drafts(self._writer)}

    @cached_property
    def _keeper(self) -> Keeper:
        return Keeper(self._writer, OnDemand({address: draft.write for address, draft in self._written.items()}))

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
