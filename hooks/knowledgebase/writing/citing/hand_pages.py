"""Hand-written pages, cited like the others: which of them can be, and the part of the page that says how."""

from __future__ import annotations

from ...model import KnowledgeBase
from ..imprint import Imprint
from ..pages import Writer
from ..prose import Prose
from .citable import Citable, cited_hand_page


def cited_at(address: str, base: KnowledgeBase, imprint: Imprint) -> Citable | None:
    """The hand-written page at an address; None if there is none, or if it has no heading."""
    page = next((page for page in base.pages if page.published_at == address), None)
    return cited_hand_page(page, imprint) if page else None


def how_to_cite(address: str, writer: Writer) -> str:
    """The HTML that tells how to cite the hand-written page at an address; nothing where it cannot be cited."""
    citable = cited_at(address, writer.base, writer.imprint)
    prose = Prose(writer.links, writer.apa, address)
    return str(writer.macros.cite(prose, citable)) if citable else ""
