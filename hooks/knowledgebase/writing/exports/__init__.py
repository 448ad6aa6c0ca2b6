"""The files of the site that are no pages, for other programs and other sites.

    knowledge   everything, as JSON; shape.py is its schema
    tables      the records of each kind, the claims, pairs and positions as CSV; cells.py is the format
    terms       the definitions and the continuum as SKOS; turtle.py and json_ld.py write statements.py down
    inventory   objects.inv, by which handbooks made with Sphinx or mkdocstrings link here
    guide       llms.txt, a guide to the site for language models

The hand-written page docs/data.md explains them to readers, with an example of use each.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...links import Links
from ...model import KnowledgeBase
from ..apa import Apa
from ..imprint import Imprint
from . import guide, inventory, knowledge, tables, terms
from .export import Export

__all__ = ["Export", "addresses_of", "exports"]

BIBLIOGRAPHY = "data/bibliography.bib"
_ALWAYS = (BIBLIOGRAPHY, knowledge.KNOWLEDGE, knowledge.SCHEMA, terms.TURTLE, terms.JSON_LD, inventory.INVENTORY, guide.GUIDE)


def addresses_of(base: KnowledgeBase) -> Iterator[str]:
    """The address of every file that ``exports`` makes of a knowledge base."""
    yield from _ALWAYS
    yield from tables.addresses_of(base)


def exports(links: Links, apa: Apa, imprint: Imprint, bibliography: str) -> Iterator[Export]:
    """Every export file; ``bibliography`` is the text of bibliography.bib."""
    yield Export(BIBLIOGRAPHY, bibliography)
    yield from knowledge.files(links, apa, imprint)
    yield from tables.files(links, apa)
    yield from terms.files(links, apa, imprint)
    yield from inventory.files(links, imprint)
    yield from guide.files(links, imprint)
