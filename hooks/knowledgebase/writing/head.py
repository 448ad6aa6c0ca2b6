"""What programs read in the head of a page: for Zotero who wrote what and when, for search engines what the page is.

Zotero's translator "Embedded Metadata" (with "RDF", of which it is the front) decides by rules of its own:

- ``og:type`` "website" makes a web page. Any of ``citation_title`` and its like would make an article of it; so there are none.
- ``og:title`` is the title, ``og:site_name`` the site, ``DC.date`` the date, ``DC.language`` the language; the address is
  that of the canonical link.
- ``DC.creator`` is the author. A name without a comma is cut before its last word. A comma at the end keeps a group whole:
  it is taken off, but what stands before it counts as one name.

A page of this site has COinS only where works are its subject: Zotero asks for them first (priority 310, before 320), and on
the page of a record it would then offer the references in the place of the page.
"""

from __future__ import annotations

from datetime import date

from ..model import KnowledgeBase, Record
from . import addresses
from .escaping import escaped
from .imprint import Imprint
from .linked_data import described_page, described_site, in_script
from .pages import Page


def head_of(page: Page, record: Record | None, imprint: Imprint) -> str:
    """The tags of a page that is made from the data: of a record, if one is given."""
    tags = _tags(page.title, record.reviewed if record else None, imprint)
    return tags + (in_script(described_page(page.description, record, imprint)) if record else "")


def head_of_hand_page(title: str, address: str, base: KnowledgeBase, imprint: Imprint) -> str:
    """The tags of a hand-written page. The front page speaks for the whole."""
    whole = in_script(described_site(base, imprint)) if address == addresses.FRONT else ""
    return _tags(title, None, imprint) + whole


def _uncut(group: str) -> str:
    """A group as Zotero keeps it in one piece: a comma at its end and none within."""
    return f"{group.replace(',', '')}," if group else ""


def _tags(title: str, reviewed: date | None, imprint: Imprint) -> str:
    tags = [
        ("name", "author", imprint.author),
        ("property", "og:type", "website"),
        ("property", "og:title", title),
        ("property", "og:site_name", imprint.site_name),
        ("name", "DC.creator", _uncut(imprint.author)),
        ("name", "DC.date", reviewed.isoformat() if reviewed else ""),
        ("name", "DC.language", "en"),
    ]
    return "".join([f'<meta {kind}="{name}" content="{escaped(says)}">\n' for kind, name, says in tags if says])
