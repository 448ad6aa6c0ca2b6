"""The privacy receipt and the accessibility statement: what was measured on the built site, in plain words.

Both pages are made from measured/site.json, and say so where nothing has been measured yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from .. import addresses
from .page import Page, Writer

_FILE = "measured/site.json"
_PRIVACY = "What this site asks of others and keeps about you, and how we measured it."
_ACCESSIBILITY = "What is done so that everyone can use this site, what was checked, and what was not."


def pages(writer: Writer) -> Iterator[Page]:
    """The two pages."""
    measured = writer.base.measured
    source = _FILE if measured else None
    yield writer.page(addresses.PRIVACY, "Privacy", _PRIVACY, "privacy.html", source, measured=measured)
    yield writer.page(
        addresses.ACCESSIBILITY, "Accessibility", _ACCESSIBILITY, "accessibility.html", source,
        measured=measured, can_be_edited=writer.can_be_edited,
    )  # fmt: skip
