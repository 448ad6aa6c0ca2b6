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
from .look import look
from .pages import Page, Writer, all_pages


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
    """Everything that is published from one knowledge base. ``bibliography`` is the text of bibliography.bib."""

    def __init__(self, base: KnowledgeBase, bibliography: str = "") -> None:
        self._links, self._apa, self._bibliography = Links(base), Apa(base.works), bibliography
        self._writer = Writer(self._links, self._apa)

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page that is made from the data, by address."""
        return {page.address: page for page in all_pages(self._writer)}

    @cached_property
    def exports(self) -> tuple[Export, ...]:
        return (*exports(self._links, self._apa, self._bibliography), *look())

    @property
    def menu(self) -> tuple[MenuGroup, ...]:
        """The indexes of the kinds in their order, then the ways to look something up."""
        kinds = tuple(MenuEntry(kind.plural, addresses.of_kind(kind)) for kind in self._links.base.kinds)
        look_up = (MenuEntry("A–Z", addresses.A_TO_Z), MenuEntry("Bibliography", addresses.BIBLIOGRAPHY))
        return MenuGroup("What it holds", kinds), MenuGroup("Look it up", look_up)

    def hand_written(self, article: str, address: str) -> str:
        """The HTML of a hand-written page with its notations written out."""
        return write_notations(article, address, self._writer)
