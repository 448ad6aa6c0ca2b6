"""Keys: what goes into a page, as a digest. Pages with the same key are the same, whenever and wherever they are made.

A key takes in more than a page shows, never less: it is cheaper to make a page once too often than to think of everything.

    beside      all that is no record: the works, the promises, the program, its settings, the day
    called      what other pages may call a record: its title, its kind and every id in it
    outline     a record but for what its claims say
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from ..known import digest
from ..links import Links
from ..model import Record, Work


class Keys:
    """The keys of one knowledge base. ``beside`` is a digest of everything beside its records that shapes the site."""

    def __init__(self, links: Links, beside: str) -> None:
        self._links, self._beside = links, beside
        self._of_records: dict[str, str] = {}

    @cached_property
    def general(self) -> str:
        """Of what every page may show: all that is no record, and the names of all records."""
        return digest(self._beside, *[outline.called for outline in self._links.outlines])

    @cached_property
    def everything(self) -> str:
        """Of what may show any text of any record."""
        return digest(self.general, *self._own.values())

    @cached_property
    def outlines(self) -> str:
        """Of indexes: what shows anything of the records but the texts of their claims."""
        return digest(self.general, *[outline.shown for outline in self._links.outlines])

    def of_record(self, record: Record) -> str:
        """Of the page of a record: also the records that it shows something of, and which ones lead to it."""
        found = self._of_records.get(name := record.id)
        if found is None:
            found = self._of_records[name] = self._of_record(record)
        return found

    def _of_record(self, record: Record) -> str:
        links, own = self._links, self._own
        shown = [*links.mentions(record), *(guidance for guidance, _ in links.pairs_answering(record))]
        related = [f"{relation} {other.id}" for relation, others in links.relations(record) for other in others]
        leading = [other.id for other in links.linked_from(record)]
        return digest(self.general, own[record.id], *[own[other.id] for other in shown], "", *related, "", *leading)

    def of_itself(self, record: Record) -> str:
        """Of what shows a record and which ones it is related with, but nothing that those say."""
        related = [f"{relation} {other.id}" for relation, others in self._links.relations(record) for other in others]
        return digest(self.general, self._own[record.id], *related)

    def of_records(self, records: Iterable[Record]) -> str:
        """Of what shows these records and no other."""
        return digest(self.general, *[self._own[record.id] for record in records])

    def of_work(self, work: Work) -> str:
        """Of the page of a work: the records that cite it, in whatever way."""
        return self.of_records(self._links.citing(work))

    @cached_property
    def _own(self) -> dict[str, str]:
        """By id, what tells each record's file from any other: its path, and a digest of its text."""
        return {record.id: f"{record.source.path} {record.source.digest}" for record in self._links.base.records}
