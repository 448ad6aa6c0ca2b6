"""The pages that say whether a printed sheet is current: one for each version of a record that was ever published.

Their addresses stand on paper, so each goes on leading to the record, whatever becomes of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..changes.history import Version
from ..exports.export import Export
from ..pages.page import Page, Writer
from ..promises.pointers import Pointers
from ..prose import Prose


def version_pages(writer: Writer, pages: Mapping[str, Page]) -> Iterator[Export]:
    """A file for each version; ``pages`` are those of the site."""
    pointers = Pointers(writer.links, writer.fates, pages)
    homes = {code.code: code.address for code in writer.codes.given if not code.number}
    for version in writer.history.versions:
        if version.code in homes:
            yield _page(version, homes[version.code], writer, pointers)


def _page(version: Version, home: str, writer: Writer, pointers: Pointers) -> Export:
    page = writer.fates.now(home)
    since = writer.history.since(version)
    template = writer.templates.get_template("version.html")
    shown = template.render(
        version=version,
        latest=writer.history.latest(version.code),
        title=pointers.name_of(page or home),
        page=page,
        gone=None if page else pointers.to(home),
        meaning=[entry for entry in since if entry.changes_meaning],
        other=[entry for entry in since if not entry.changes_meaning],
        prose=Prose(writer.links, writer.apa, version.address),
    )
    return Export(version.address, shown)
