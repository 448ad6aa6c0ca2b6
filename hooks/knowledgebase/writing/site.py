"""The whole site as values: pages, export files and the menu. This is what a site generator is handed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..links import Links
from ..model import KnowledgeBase
from . import addresses
from .apa import Apa
from .exports import Export, exports
from .hand_pages import write_notations
from .pages import Page, Pages


@dataclass(frozen=True)
class MenuEntry:
    """A line of the menu. Record pages are not in it: their indexes are."""

    title: str
    address: str


class Site:
    """Everything that is published from one knowledge base. ``bibliography`` is the text of bibliography.bib."""

    def __init__(self, base: KnowledgeBase, bibliography: str = "") -> None:
        self._links, self._apa, self._bibliography = Links(base), Apa(base.works), bibliography

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page that is made from the data, by address."""
        return {page.address: page for page in Pages(self._links, self._apa).all()}

    @cached_property
    def exports(self) -> tuple[Export, ...]:
        return tuple(exports(self._links, self._apa, self._bibliography))

    @property
    def menu(self) -> tuple[MenuEntry, ...]:
        """The indexes of the kinds in their order, then the A–Z and the bibliography."""
        kinds = tuple(MenuEntry(kind.plural, addresses.of_kind(kind)) for kind in self._links.base.kinds)
        return (*kinds, MenuEntry("A–Z", addresses.A_TO_Z), MenuEntry("Bibliography", addresses.BIBLIOGRAPHY))

    def hand_written(self, article: str, address: str) -> str:
        """The HTML of a hand-written page with its notations written out."""
        return write_notations(article, address, self._links, self._apa)
