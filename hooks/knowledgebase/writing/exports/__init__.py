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

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ...links import Links
from ...model import Kind, KnowledgeBase, Record, Work
from ..apa import Apa
from ..imprint import Imprint
from . import guide, inventory, knowledge, tables, terms
from .export import Export
from .shares import Share, share_of, work_share_of
from .wording import Wording

__all__ = ["Export", "Share", "addresses_of", "exports", "share_of", "work_share_of"]

BIBLIOGRAPHY = "data/bibliography.bib"
_ALWAYS = (BIBLIOGRAPHY, knowledge.KNOWLEDGE, knowledge.SCHEMA, terms.TURTLE, terms.JSON_LD, inventory.INVENTORY, guide.GUIDE)


def addresses_of(base: KnowledgeBase) -> Iterator[str]:
    """The address of every file that ``exports`` makes of a knowledge base."""
    yield from _ALWAYS
    yield from tables.addresses_of(base)


def exports(
    links: Links,
    apa: Apa,
    imprint: Imprint,
    bibliography: str,
    of_record: Callable[[Record], Share] | None = None,
    of_work: Callable[[Work], str] | None = None,
) -> Iterator[Export]:
    """Every export file; ``bibliography`` is the text of bibliography.bib.

    ``of_record`` and ``of_work`` may hand in shares that were kept; without them, ``share_of`` and ``work_share_of`` make all.
    """
    wording = Wording(links, apa)
    shares = tuple(map(of_record or partial(share_of, wording=wording, imprint=imprint), links.base.records))
    works = map(of_work or partial(work_share_of, apa=apa), links.base.works)
    yield Export(BIBLIOGRAPHY, bibliography)
    yield from knowledge.files((share.knowledge for share in shares), works, imprint)
    yield from tables.files(links.base.kinds, [share.rows for share in shares])
    yield from terms.files(links, apa, imprint)
    newest = max((share.reviewed for share in shares), default="")
    yield from inventory.files([share.names for share in shares], newest, imprint)
    yield from guide.files(_lines(shares, links.base.kinds), imprint)


def _lines(shares: Iterable[Share], kinds: Iterable[Kind]) -> dict[str, list[str]]:
    """The lines of the guide by the plural name of the kind of their records."""
    return {kind.plural: [share.guide for share in shares if share.rows.kind == kind.folder] for kind in kinds}
