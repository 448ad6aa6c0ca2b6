"""The privacy receipt and the accessibility statement: what was measured on the built site, in plain words.

Both pages are made from measured/site.json, and say so where nothing has been measured yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from .. import addresses
from .draft import Draft
from .page import Page, Writer

_FILE = "measured/site.json"
_PRIVACY = "What this site asks of others and keeps about you, and how we measured it."
_ACCESSIBILITY = "What is done so that everyone can use this site, what was checked, and what was not."


def drafts(writer: Writer) -> Iterator[Draft]:
    """The two pages."""
    yield Draft(addresses.PRIVACY, writer.keys.general, partial(_privacy, writer))
    yield Draft(addresses.ACCESSIBILITY, writer.keys.general, partial(_accessibility, writer))


def _privacy(writer: Writer) -> Page:
    measured = writer.base.measured
    return writer.page(addresses.PRIVACY, "Privacy", _PRIVACY, "privacy.html", _FILE if measured else None, measured=measured)


def _accessibility(writer: Writer) -> Page:
    measured = writer.base.measured
    return writer.page(
        addresses.ACCESSIBILITY, "Accessibility", _ACCESSIBILITY, "accessibility.html", _FILE if measured else None,
        measured=measured, can_be_edited=writer.can_be_edited,
    )  # fmt: skip
