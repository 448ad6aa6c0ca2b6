"""What search engines are told: that all may be read, and which pages may be found, each with the day of its last change.

The formats are those of RFC 9309 (robots.txt) and of sitemaps.org, version 0.9.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from ..model import HandPage
from .addresses import ROBOTS, SITEMAP
from .exports import Export
from .imprint import Imprint
from .pages import Draft

_FOR_ALL = "User-agent: *\nAllow: /\n"
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_URL, _CHANGED = Markup("<url><loc>{}</loc>{}</url>\n"), Markup("<lastmod>{}</lastmod>")


def for_search_engines(drafts: Iterable[Draft], written: Iterable[HandPage], imprint: Imprint) -> Iterator[Export]:
    """Both files; without an address of its own, the site can have no list of its pages."""
    if not imprint.site_url:
        yield Export(ROBOTS, _FOR_ALL)
    else:
        yield Export(ROBOTS, f"{_FOR_ALL}Sitemap: {imprint.absolute(SITEMAP)}\n")
        changed = {page.published_at: None for page in written}
        changed |= {page.address: page.changed for page in drafts if page.listed}
        lines = (
            _URL.format(imprint.absolute(address), _CHANGED.format(day.isoformat()) if day else "")
            for address, day in sorted(changed.items())
        )
        yield Export(SITEMAP, _OPENING + "".join(lines) + "</urlset>\n")
