"""The page of the search. All that it shows is found in the browser, by look/search.js in the index of writing/search."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from .. import addresses
from ..search import PARTS, SCRIPT
from .draft import Draft
from .page import Page, Writer


def drafts(writer: Writer) -> Iterator[Draft]:
    """The one page of the search."""
    yield Draft(addresses.SEARCH, writer.keys.general, partial(_page, writer), listed=False)


def _page(writer: Writer) -> Page:
    """The script must run before the list of the parts, which it waits for."""
    page = writer.page(addresses.SEARCH, "Search", "Find records, claims and works by everyday words.", "search.html")
    return page._replace(listed=False, scripts=(SCRIPT, PARTS))
