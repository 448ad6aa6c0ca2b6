"""The pages of records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from ...links import Links
from ...model import Definition, Record
from ...syntax import RecordLink, parse
from .. import addresses
from ..citing.citable import cited_record
from ..references import claims_by_work, references_for
from .draft import Draft
from .page import Page, Writer


class Explained(NamedTuple):
    """A word of a summary: the record that explains it, and the sentence with which that opens."""

    record: Definition
    opening: str


def drafts(writer: Writer) -> Iterator[Draft]:
    """A page for each record. What stands at its earlier addresses is made where promises are kept."""
    for record in writer.base.records:
        address, key = addresses.of_record(record), writer.keys.of_record(record)
        yield Draft(address, key, partial(record_page, writer, record), changed=record.reviewed)


def record_page(writer: Writer, record: Record) -> Page:
    """A record: in short, the claims, what differs, what is not known, its links and references."""
    kind = next(kind for kind in writer.base.kinds if kind.folder == record.kind)
    refers = writer.links.references_of(record)
    return writer.page(
        addresses.of_record(record),
        record.title,
        writer.opening(record),
        kind.template,
        source=record.source.path,
        record=record,
        kind=kind,
        words=tuple(Explained(word, writer.opening(word)) for word in _defined(record, writer.links)),
        references=references_for(refers.cited, refers.read, writer.links, writer.apa),
        cited_in=claims_by_work(record),
        citable=cited_record(record, writer.imprint),
    )


def _defined(record: Record, links: Links) -> tuple[Definition, ...]:
    """The definitions that a record's summary links to, each once, in the order of the summary."""
    named = (links.record(part.record) for part in parse(record.in_short) if isinstance(part, RecordLink))
    found = {other.id: other for other in named if isinstance(other, Definition) and other is not record}
    return tuple(found.values())
