"""Every file of the site that is no page, in batches, each with the key of what it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from typing import TypeVar

from ..known import Known
from ..model import Record, Work
from . import addresses
from .batches import Batch
from .changes.feeds import feeds
from .citing.files import addresses_of as addresses_of_citations
from .citing.files import of_all_works, of_other_pages, of_record, of_work
from .exports import Export, Exports, share_of, work_share_of
from .exports import addresses_of as addresses_of_exports
from .exports.guide import GUIDE
from .exports.inventory import INVENTORY
from .exports.knowledge import SCHEMA, schema_file
from .exports.wording import Wording
from .look import look
from .pages import Draft, Page, Writer
from .policy import HEADERS_FILE, headers_file
from .promises.keeping import Keeper
from .search import FOLDER as SEARCH
from .search import search_files
from .search import shares as in_search
from .search.index import index_of
from .short.codes import FOLDER as SHORT
from .short.pages import short_pages
from .short.versions import version_pages
from .sitemap import for_search_engines

Share = TypeVar("Share")


class Files:
    """The files of one site. ``drafts`` and ``pages`` are its pages, before and after they are written.

    ``known`` spares working out again what a single record brings to a file that holds all of them.
    """

    def __init__(
        self,
        writer: Writer,
        bibliography: str,
        drafts: Mapping[str, Draft],
        pages: Mapping[str, Page],
        keeper: Keeper,
        known: Known,
    ) -> None:
        self._writer, self._bibliography, self._known = writer, bibliography, known
        self._drafts, self._pages, self._keeper = drafts, pages, keeper

    @property
    def addresses(self) -> Iterator[str]:
        """Where the files stand that are made for readers to take away."""
        yield from addresses_of_exports(self._writer.base)
        yield from addresses_of_citations(self._writer.base)

    def batches(self) -> Iterator[Batch]:
        """Every file; of batches whose names begin alike, the more exact one comes first."""
        keys, writer = self._writer.keys, self._writer
        yield Batch("assets/", keys.general, look)
        yield Batch(HEADERS_FILE, keys.general, lambda: [headers_file()])
        yield Batch(addresses.ROBOTS, keys.outlines, self._for_search_engines)
        yield from self._data()  # for a moment it takes much memory, as the search does: both come before what stays
        yield Batch(SEARCH, keys.everything, self._search)
        yield from self._citations()
        yield Batch(f"{SHORT}/", keys.everything, self._short)
        yield Batch("feeds/", keys.general, partial(feeds, writer.history, writer.imprint))
        yield Batch("", keys.everything, self._kept)

    def _citations(self) -> Iterator[Batch]:
        """What reference managers take: three files for each record, work and hand-written page."""
        keys, base, imprint = self._writer.keys, self._writer.base, self._writer.imprint
        for record in base.records:
            name = addresses.of_citation(addresses.of_record(record), "")
            yield Batch(name, keys.of_records([record]), partial(of_record, record, imprint))
        for work in base.works:
            name = addresses.of_citation(addresses.of_work(work), "")
            yield Batch(name, keys.general, partial(of_work, work, self._writer.apa))
        yield Batch("cite/", keys.general, partial(of_other_pages, base, imprint))

    def _data(self) -> Iterator[Batch]:
        keys, writer = self._writer.keys, self._writer
        given = self._exports
        yield Batch(addresses.of_all_works(""), keys.general, lambda: [given.bibliography(), *of_all_works(writer.base)])
        yield Batch(SCHEMA, keys.general, lambda: [schema_file()])
        yield Batch(INVENTORY, keys.outlines, lambda: [given.inventory()])
        yield Batch(GUIDE, keys.outlines, lambda: [given.guide()])
        yield Batch("data/", keys.everything, given.data)

    @cached_property
    def _exports(self) -> Exports:
        links, apa, imprint = self._writer.links, self._writer.apa, self._writer.imprint
        wording = Wording(links, apa)
        return Exports(
            links,
            apa,
            imprint,
            self._bibliography,
            of_record=lambda record: self._share("data", record, partial(share_of, record, wording, imprint)),
            of_work=self._of_works("data", partial(work_share_of, apa=apa)),
        )

    def _search(self) -> Iterable[Export]:
        links, apa, keys, base = self._writer.links, self._writer.apa, self._writer.keys, self._writer.base
        records = {keys.of_records([record]): partial(in_search.record_share_of, record, links) for record in base.records}
        works = {f"{keys.general} {work.key}": partial(in_search.work_share_of, work, apa) for work in base.works}
        shares = {f"search {key}": make for key, make in (records | works).items()}
        return search_files(index_of(shares, self._known))

    def _share(self, of: str, record: Record, make: Callable[[], Share]) -> Share:
        """What a record brings to the files of a sort; of the records that it mentions, that is the titles alone."""
        return self._known.of(f"{of} {self._writer.keys.of_itself(record)}", make)

    def _of_works(self, of: str, share_of_work: Callable[[Work], Share]) -> Callable[[Work], Share]:
        """What each work brings to them: all is the same as long as the bibliography is, and so kept as one."""
        works = self._writer.base.works
        key = f"{of} of works {self._writer.keys.general}"
        shares = cache(lambda: self._known.of(key, lambda: {work.key: share_of_work(work) for work in works}))
        return lambda work: shares()[work.key]

    def _for_search_engines(self) -> Iterable[Export]:
        return for_search_engines(self._drafts.values(), self._writer.base.pages, self._writer.imprint)

    def _short(self) -> Iterator[Export]:
        yield from short_pages(self._writer, self._pages)
        yield from version_pages(self._writer, self._pages)

    def _kept(self) -> Iterator[Export]:
        """What stands where other data once did."""
        made: dict[str, Export] = {}

        def find(address: str) -> Export:
            if not made:
                made.update((file.address, file) for batch in (*self._citations(), *self._data()) for file in batch.make())
            return made[address]

        return self._keeper.files(frozenset(self.addresses), find)
