"""What makes a page one of an edition: a line that says so and leads to the page of today, and a word to search engines.

An edition lives at ``editions/<day>/`` of the site of today. It holds neither editions nor what only makes sense today (the
pages behind short codes, feeds, the file to take along), so its links to these lead out of it.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from ..exports.export import Export
from ..imprint import Imprint
from ..pages.draft import Draft
from ..pages.page import Page, Writer
from ..policy import HEADERS_FILE

Made = TypeVar("Made", Draft, Export)

LEFT_OUT = (HEADERS_FILE, "download/", "editions/", "feeds/", "s/")
_WAY_OUT = "../../"  # from the root of an edition to that of the site
_LINK = re.compile(r'(?<=\shref=")(?P<href>(?:\.\./)*(?:[\w.-]+/)*[\w.-]+)(?=[#"])')
NOINDEX = '<meta name="robots" content="noindex">\n'


def frozen(page: Page, writer: Writer) -> Page:
    """A page of an edition; on a site that is none, the page as it is. What no search may find says so already."""
    if not writer.imprint.is_edition:
        return page
    article = _LINK.sub(lambda link: _led_out(link["href"], page.address), page.article)
    tag = NOINDEX if page.listed else ""
    return page._replace(article=f"{_banner(page.address, writer)}{article}", head=f"{page.head}{tag}")


def kept(made: Iterable[Made], imprint: Imprint) -> Iterator[Made]:
    """Of pages or files, those that an edition holds; on a site that is none, all of them."""
    left_out = LEFT_OUT if imprint.is_edition else ()
    return (one for one in made if not one.address.startswith(left_out))


def _banner(address: str, writer: Writer) -> str:
    live = "../" * address.count("/") + _WAY_OUT + address
    return writer.templates.get_template("parts/edition.html").render(day=writer.imprint.day, live=live)


def _led_out(href: str, page: str) -> str:
    """A link that leads out of the edition if what it names is left out of it."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), href))
    if not target.startswith(LEFT_OUT):
        return href
    return "../" * page.count("/") + _WAY_OUT + target
