"""The pages of records, and what stands at the addresses that they had before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...model import Record
from .. import addresses
from ..references import references_for
from .page import Page, Writer


def pages(writer: Writer) -> Iterator[Page]:
    """A page for each record and for each of its earlier addresses."""
    for record in writer.base.records:
        yield of_record(writer, record)
        yield from (moved(writer, record, address) for address in addresses.of_aliases(record))


def of_record(writer: Writer, record: Record) -> Page:
    """A record: in short, the claims, what differs, what is not known, its links and references."""
    kind = next(kind for kind in writer.base.kinds if kind.folder == record.kind)
    return writer.page(
        addresses.of_record(record),
        record.title,
        writer.opening(record),
        kind.template,
        source=record.source.path,
        record=record,
        kind=kind,
        references=references_for(writer.links.citations(record), writer.links, writer.apa),
    )


def moved(writer: Writer, record: Record, address: str) -> Page:
    """What stands at an address that a record had before: where it is now."""
    page = writer.page(address, record.title, "This page has a new name.", "moved.html", record=record)
    return replace(page, listed=False)
