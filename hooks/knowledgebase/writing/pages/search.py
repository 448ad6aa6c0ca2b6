"""The page of the search. All that it shows is found in the browser, by look/search.js in the index of writing/search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .. import addresses
from ..search import PARTS, SCRIPT
from .page import Page, Writer


def pages(writer: Writer) -> Iterator[Page]:
    """The one page of the search; the script must run before the list of the parts, which it waits for."""
    page = writer.page(addresses.SEARCH, "Search", "Find records, claims and works by everyday words.", "search.html")
    yield replace(page, listed=False, scripts=(SCRIPT, PARTS))
