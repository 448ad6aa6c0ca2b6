"""What an export file is: an address and its content."""

from __future__ import annotations

from typing import NamedTuple


class Export(NamedTuple):
    """A file of the site that is not a page."""

    address: str
    content: str | bytes
