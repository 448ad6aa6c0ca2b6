"""The files of the site that are no pages, for other programs and other sites.

    knowledge   everything, as JSON; shape.py is its schema
    tables      the records of each kind, the claims, pairs and positions as CSV; cells.py is the format
    terms       the definitions and the continuum as SKOS; turtle.py and json_ld.py write statements.py down
    inventory   objects.inv, by which handbooks made with Sphinx or mkdocstrings link here
    guide       llms.txt, a guide to the site for language models

What one record brings to them is made once, in shares.py; the files only join it.

The hand-written page docs/data.md explains them to readers, with an example of use each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from ...links import Links
from ...model import KnowledgeBase, Record, Work
from ..apa import Apa
from ..imprint import Imprint
from . import guide, inventory, knowledge, tables, terms
from .export import Export
from .shares import Share, share_of, work_share_of
from .wording import Wording

__all__ = ["Export", "Exports", "Share", "addresses_of", "share_of", "work_share_of"]

BIBLIOGRAPHY = "data/bibliography.bib"
_ALWAYS = (BIBLIOGRAPHY, knowledge.KNOWLEDGE, knowledge.SCHEMA, terms.TURTLE, terms.JSON_LD, inventory.INVENTORY, guide.GUIDE)


def addresses_of(base: KnowledgeBase) -> Iterator[str]:
    """The address of every file that is made of a knowledge base."""
    yield from _ALWAYS
    yield from tables.addresses_of(base)


class Exports:
    """Every export file; ``bibliography`` is the text of bibliography.bib.

    ``of_record`` and ``of_work`` may hand in shares that were kept; without them, ``share_of`` and ``work_share_of`` make all.
    """

    def __init__(
        self,
        links: Links,
        apa: Apa,
        imprint: Imprint,
        bibliography: str,
        of_record: Callable[[Record], Share] | None = None,
        of_work: Callable[[Work], bytes] | None = None,
    ) -> None:
        self._links, self._apa, self._imprint, self._bibliography = links, apa, imprint, bibliography
        self._of_record = of_record or partial(share_of, wording=Wording(links, apa), imprint=imprint)
        self._of_work = of_work or partial(work_share_of, apa=apa)

    def files(self) -> Iterator[Export]:
        """All of them."""
        yield self.bibliography()
        yield knowledge.schema_file()
        yield self.inventory()
        yield self.guide()
        yield from self.data()

    def bibliography(self) -> Export:
        """The bibliography as it is."""
        return Export(BIBLIOGRAPHY, self._bibliography)

    def inventory(self) -> Export:
        """What others may link to; it holds no texts of claims."""
        newest = max((share.reviewed for share in self._shares), default="")
        return inventory.file([share.names for share in self._shares], newest, self._imprint)

    def guide(self) -> Export:
        """The guide; it holds no texts of claims either."""
        base = self._links.base
        lines: dict[str, list[str]] = {kind.folder: [] for kind in base.kinds}
        for record, share in zip(base.records, self._shares, strict=True):
            lines[record.kind].append(share.guide)
        return guide.file({kind.plural: lines[kind.folder] for kind in base.kinds}, self._imprint)

    def data(self) -> Iterator[Export]:
        """Those that hold the records as a whole. Shares are as large as these files, so they are let go of afterwards."""
        base = self._links.base
        works = map(self._of_work, base.works)
        yield knowledge.file((share.knowledge for share in self._shares), works, self._imprint)
        yield from tables.files(base.kinds, [share.rows for share in self._shares])
        del self._shares
        yield from terms.files(self._links, self._apa, self._imprint)

    @cached_property
    def _shares(self) -> tuple[Share, ...]:
        return tuple(map(self._of_record, self._links.base.records))
