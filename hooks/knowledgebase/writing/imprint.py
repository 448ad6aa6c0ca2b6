"""Who publishes the site, under what name, where and when: what a page says of itself when it is cited or taken away.

``mkdocs.yml`` and the day of the build are its source; the hook fills it in.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit


class Imprint(NamedTuple):
    """The site as a publication. ``site_url`` is empty where the site knows no address; then nothing absolute is printed."""

    site_name: str = ""
    author: str = ""  # the group that answers for the pages
    site_url: str = ""
    day: date = date.min  # the day of the build
    is_edition: bool = False  # whether what is built is the edition of that day, and not the site of today

    def absolute(self, address: str) -> str:
        """Where an address of the site is on the web, or nothing where the site knows no address of its own."""
        return f"{self.site_url.rstrip('/')}/{address}" if self.site_url else ""

    @property
    def root(self) -> str:
        """The path of the site's root on its host."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"


NO_IMPRINT = Imprint()
