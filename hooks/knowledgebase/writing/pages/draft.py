"""A page that is not written yet: what must be known of it before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from .page import Page


class Draft(NamedTuple):
    """Where a page will be, a key of all that it is made from (``keys.py``), and what writes it.

    ``listed`` is that of the page; ``changed`` is the day of its last change, where one is known.
    """

    address: str
    key: str
    write: Callable[[], Page]
    listed: bool = True
    changed: date | None = None
