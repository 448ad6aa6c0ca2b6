"""The pages behind the short codes: one for each record, small and whole by itself, with a line for each of its parts.

They are files, not pages of the site: no menu, no search. A script leads on at once; without it, the link does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from ...syntax import plain
from ..exports.export import Export
from ..pages.page import Page, Writer
from ..promises.fates import Removed
from ..promises.pointers import Pointer, Pointers
from ..prose import Prose
from . import codes


class Line(NamedTuple):
    """What a code leads to. ``words`` are what stands there; ``number`` is 0 for the record itself."""

    number: int
    words: str
    pointer: Pointer


def short_pages(writer: Writer, pages: Mapping[str, Page]) -> Iterator[Export]:
    """A file for each code of a record; ``pages`` are those of the site."""
    pointers = Pointers(writer.links, writer.fates, pages)
    given = sorted(writer.codes.given, key=lambda code: (code.page_code, code.number))
    for code, group in groupby(given, key=lambda code: code.page_code):
        lines = [_line(one.number, one.address, writer, pointers) for one in group]
        yield _page(code, lines, writer)


def _page(code: str, lines: list[Line], writer: Writer) -> Export:
    address = codes.address_of(code)
    prose = Prose(writer.links, writer.apa, address)
    template = writer.templates.get_template("short.html")
    return Export(address, template.render(code=code, whole=lines[0], lines=lines[1:], prose=prose))


def _line(number: int, address: str, writer: Writer, pointers: Pointers) -> Line:
    """Where a code leads today: on, to what is left of it, or to why it is gone."""
    if isinstance(writer.fates.of(address), Removed):
        return Line(number, "", pointers.to(address))
    now = writer.fates.now(address) or address
    return Line(number, _words(now, writer), Pointer("", "", now, pointers.name_of(now)))


def _words(address: str, writer: Writer) -> str:
    """What a claim says, without notations; nothing for what is not a claim."""
    page, _, anchor = address.partition("#")
    record = writer.fates.record_at(page)
    claim = writer.links.claim(record, anchor) if record and anchor else None
    return plain(claim.text, writer.links.title_of) if claim else ""
