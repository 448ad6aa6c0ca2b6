"""The frame around every article: head, header, menu, contents, foot. What comes out is a whole page, ready to be served.

It is made here and not by the site generator's theme, so that any generator can publish the pages as they are, and so that
what all pages share is worked out once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import NamedTuple
from urllib.parse import urljoin

from . import addresses
from .escaping import html
from .pages import Page, Writer


class MenuEntry(NamedTuple):
    """A line of the menu. Record pages are not in it: their indexes are."""

    title: str
    address: str


class MenuGroup(NamedTuple):
    """Lines of the menu, under a heading if there is one."""

    title: str
    entries: tuple[MenuEntry, ...]


class Setting(NamedTuple):
    """What the frame needs to know of the site beyond its imprint.

    ``style`` is the address of the theme's stylesheet. ``edit_uri`` is the web address of the folder docs/ where changes are
    suggested, or empty. ``previewing`` lets a page run the script by which the live preview reloads it.
    """

    description: str = ""
    style: str = ""
    edit_uri: str = ""
    previewing: bool = False


class Frame:
    """The frame of one site. ``notice`` is the HTML that stands before the content of every page."""

    def __init__(self, writer: Writer, menu: Sequence[MenuGroup], notice: str, setting: Setting) -> None:
        self._imprint, self._setting = writer.imprint, setting
        self._template = writer.templates.get_template("frame.html")
        self._shared = {"notice": html(notice), "setting": setting, "menu": menu}
        self._part = cache(partial(self._write_part, writer))

    def around(self, page: Page) -> str:
        """A whole page."""
        base, contents = self._base(page.address), () if page.address == addresses.FRONT else page.headings
        return self._template.render(
            self._shared,
            page=page,
            article=html(page.article),
            head=html(page.head),
            base=base,
            header=self._part("header.html", base, self._marked(page.address), bool(contents)),
            contents=contents,
            foot=self._part("foot.html", base),
            canonical=self._imprint.absolute(page.address) if page.listed else "",
            edit=self._edit(page),
        )

    def _base(self, address: str) -> str:
        """What leads from a page to the site's root; the page for lost readers, shown at any depth, needs the whole path."""
        if address == addresses.NOT_FOUND:
            return self._imprint.root
        return "../" * address.count("/")

    def _marked(self, address: str) -> str:
        """The line of the menu that is marked on a page: its own, or that of the index it belongs to."""
        folder, slash, _ = address.rpartition("/")
        return f"{folder}/index.html" if slash else address

    def _edit(self, page: Page) -> str:
        return urljoin(self._setting.edit_uri, f"../{page.source}") if self._setting.edit_uri and page.source else ""

    def _write_part(self, writer: Writer, template: str, base: str, here: str = "", has_contents: bool = False) -> str:
        """What most pages share; ``here`` is the line of the menu that is marked on them."""
        part = writer.templates.get_template(template)
        return html(part.render(self._shared, base=base, here=here, has_contents=has_contents))
