"""The pages for search engines: those that may be found, each with the day of its last known change, where one is known.

The format is that of sitemaps.org, version 0.9.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ..model import HandPage
from .exports import Export
from .imprint import Imprint
from .pages import Page

ADDRESS = "sitemap.xml"
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_URL, _CHANGED = Markup("<url><loc>{}</loc>{}</url>\n"), Markup("<lastmod>{}</lastmod>")


def sitemap(pages: Iterable[Page], written: Iterable[HandPage], imprint: Imprint) -> Iterator[Export]:
    """The one file; none where the site knows no address of its own."""
    if imprint.site_url:
        changed = {page.published_at: None for page in written}
        changed |= {page.address: page.changed for page in pages if page.listed}
        lines = (
            _URL.format(imprint.absolute(address), _CHANGED.format(day.isoformat()) if day else "")
            for address, day in sorted(changed.items())
        )
        yield Export(ADDRESS, _OPENING + "".join(lines) + "</urlset>\n")
