"""The files of published/ as they will be after a release: what was promised, and what this release promises.

Every page counts with its anchors, and every file but those that only pages, hosts and search engines ask for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...model import KnowledgeBase
from ...model.published import Published, PublishedForm
from ..exports.export import Export
from ..pages.page import Page
from ..policy import HEADERS_FILE
from . import headings
from .fragments import fragments

LEDGER_OPENING = "# Every address that was ever published. Only scripts/publish.py writes this file; no line ever leaves it."
CODES_OPENING = "# Every short code that was ever given out, and what to. Only scripts/publish.py writes this file."
REMOVED_OPENING = """\
# What was published and is gone. A reader who comes by an old link is told when it was removed, and why.
# The addresses stand in addresses.txt; a removed page covers all its parts. "instead" may be left out.
#
# - address: challenges/few-hours.html#paid
#   when: 2026-11-22
#   why: >-
#     The source was withdrawn.
#   instead: challenges/pay.html#paid
"""
_NO_PROMISE = (HEADERS_FILE, "assets/", "search/", "s/", "sitemap.xml")  # the list of codes promises the pages behind codes


class Release(NamedTuple):
    """What a release adds to the promises, each in order: addresses, codes with their addresses, forms of what is said."""

    addresses: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    forms: tuple[PublishedForm, ...] = ()


def addresses_of_site(pages: Iterable[Page], files: Iterable[Export], base: KnowledgeBase) -> Iterator[str]:
    """Every address of a site that is worth a promise: pages, their parts, files."""
    for page in pages:
        yield page.address
        yield from (f"{page.address}#{name}" for name in fragments(page.article))
    for written in base.pages:
        yield written.published_at
        yield from (f"{written.published_at}#{name}" for name in headings.anchors(written))
    yield from (file.address for file in files if not file.address.startswith(_NO_PROMISE))
    yield from base.files


def ledger_with(published: Published, release: Release) -> str:
    """The text of addresses.txt after a release."""
    known = {promise.address for promise in published.promises}
    return "\n".join([LEDGER_OPENING, *sorted(known | set(release.addresses)), ""])


def codes_with(published: Published, release: Release) -> str:
    """The text of codes.txt after a release: what was there as it was, then what is new."""
    lines = [*((code.code, code.address) for code in published.codes), *release.codes]
    return "\n".join([CODES_OPENING, *(f"{code}\t{address}" for code, address in lines), ""])
