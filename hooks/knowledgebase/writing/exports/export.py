"""What an export file is: an address and its content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Export:
    """A file of the site that is not a page."""

    address: str
    content: str | bytes
