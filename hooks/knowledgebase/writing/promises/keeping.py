"""Keeps what was promised: a page at every address that was published, an anchor for every part of one.

Where an anchor is missing, a line is left at the end of the page; where a page is missing, a page says where it is now, or
why it is gone. None of this needs a script in the reader's browser.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cached_property, partial

from .. import addresses
from ..exports.export import Export
from ..pages.draft import Draft
from ..pages.page import Page, Writer
from ..prose import Prose
from .fates import LeftBehind, Moved, Removed
from .pointers import Pointers


class Keeper:
    """Adds to the pages of a site what keeps its promises. ``pages`` are those that are made from the data, as written."""

    def __init__(self, writer: Writer, pages: Mapping[str, Page]) -> None:
        self._writer, self._written, self._fates = writer, pages, writer.fates
        self._pointers = Pointers(writer.links, writer.fates, pages)

    def completed(self, page: Page) -> Page:
        """A page with what it lacks."""
        lacks = self.what_lacks(page.address, page.anchors) if page.address in self._promised else ""
        return page._replace(article=page.article + lacks) if lacks else page

    def stand_ins(self) -> Iterator[Draft]:
        """A page for each address at which none is written."""
        for address in self._promised:
            if self._needs_page(address):
                yield Draft(address, self._writer.keys.everything, partial(self._stand_in, address), listed=False)

    def what_lacks(self, address: str, anchors: frozenset[str]) -> str:
        """The HTML that gives a page the anchors that were published for it and that it lacks; often nothing."""
        missing = sorted(self._promised.get(address, frozenset()) - anchors)
        if not missing:
            return ""
        return self._render("kept-parts.html", address, parts=[self._pointers.to(f"{address}#{name}") for name in missing])

    def files(self, there: Set[str], find: Callable[[str], Export]) -> Iterator[Export]:
        """What stands in the place of each file that is not made any more: the one it became, or a note.

        ``there`` are the addresses of the files that are made; ``find`` gives one.
        """
        for address in sorted(self._promised.keys() - there):
            fate = self._fates.of(address)
            if not address.endswith(".html") and isinstance(fate, Moved | Removed | LeftBehind):
                became = isinstance(fate, Moved) and fate.to in there
                yield Export(address, find(fate.to).content if became else self._note(address))

    def _note(self, address: str) -> str:
        pointer = self._pointers.to(address)
        since = f"Removed on {pointer.removed}. " if pointer.removed else ""
        return f"{since}{pointer.says} {pointer.to}".strip() + "\n"

    def _needs_page(self, address: str) -> bool:
        """Whether nothing else stands at the address of a page."""
        is_page = address.endswith(".html") and address not in self._written
        return is_page and isinstance(self._fates.of(address), Moved | Removed | LeftBehind)

    def _stand_in(self, address: str) -> Page:
        fate, here = self._fates.of(address), self._pointers.to(address)
        names = sorted(self._promised[address] - {"top"})
        parts = [self._pointers.to(f"{address}#{name}") for name in names]
        title = self._pointers.name_of(fate.to) if isinstance(fate, Moved) else _spoken(address)
        article = self._render("kept.html", address, title=title, here=here, parts=parts)
        return Page(address, title, here.says, article, listed=False)

    def _render(self, template: str, address: str, **parts: object) -> str:
        prose = Prose(self._writer.links, self._writer.apa, address)
        return self._writer.templates.get_template(template).render(prose=prose, **parts)

    @cached_property
    def _promised(self) -> Mapping[str, frozenset[str]]:
        """The anchors that were published, by page; the earlier ids of records are promises from the start."""
        promised: dict[str, set[str]] = defaultdict(set)
        for promise in self._writer.base.published.promises:
            promised[promise.page] |= {promise.fragment} - {""}
        for record in self._writer.base.records:
            promised |= {address: promised[address] for address in addresses.of_aliases(record)}
        return {address: frozenset(names) for address, names in promised.items()}


def _spoken(address: str) -> str:
    """A name for a page of which only the address is left: ``few-hours`` as "Few hours"."""
    folder, _, name = address.removesuffix(".html").rpartition("/")
    words = (folder if name == "index" else name).replace("-", " ")
    return words[:1].upper() + words[1:]
