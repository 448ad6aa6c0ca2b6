"""Who refers to whom: ids and aliases to records, records to records, claims to the works they rest on.

Everything here is known before any page is written, so that back-links are ordinary content of a page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from .model import Claim, KnowledgeBase, Record, Work
from .model.outlines import Outline, outline
from .model.own_fields import Guidance, Pair
from .model.references import References, references
from .model.relations import Relation
from .model.resting import OnWorks, Resting
from .syntax import RecordLink


class Links:
    """The references within one knowledge base, resolved.

    ``refer`` says, by id, what a record refers to, and ``outlines`` gives the outlines of all records, if that is known.
    """

    def __init__(
        self, base: KnowledgeBase, refer: Mapping[str, References] | None = None, outlines: Sequence[Outline] = ()
    ) -> None:
        self.base = base
        if outlines:
            self.outlines = outlines
        self._refer: dict[str, References] = dict(refer or {})
        self._on_works = OnWorks()
        self.works: dict[str, Work] = {work.key: work for work in base.works}
        self.records: dict[str, Record] = {alias: record for record in base.records for alias in record.aliases}
        self.records |= {record.id: record for record in base.records}

    def record(self, name: str) -> Record | None:
        """The record with this id or earlier id."""
        return self.records.get(name)

    def claim(self, record: Record, name: str) -> Claim | None:
        """The claim of a record with this id or earlier id."""
        return next((claim for claim in record.claims if name == claim.id or name in claim.aliases), None)

    def title_of(self, link: RecordLink) -> str:
        """The words of a link that brings none of its own."""
        record = self.record(link.record)
        return record.title if record else link.record.replace("-", " ")

    def claim_at(self, record: Record, address: str) -> tuple[Record, Claim] | None:
        """What an address in a record names: a claim of this record, or ``record#claim`` of another."""
        name, _, claim_id = address.rpartition("#")
        home = self.record(name) if name else record
        claim = self.claim(home, claim_id) if home else None
        return (home, claim) if home and claim else None

    def claims_at(self, record: Record, addresses: Iterable[str]) -> tuple[tuple[Record, Claim], ...]:
        """The claims that addresses in a record name, each with its record; unknown ones are left out."""
        found = (self.claim_at(record, address) for address in addresses)
        return tuple(claim for claim in found if claim)

    def references_of(self, record: Record) -> References:
        """What a record refers to, whether or not that is there."""
        found = self._refer.get(name := record.id)
        if found is None:
            found = self._refer[name] = references(record)
        return found

    @cached_property
    def referring(self) -> tuple[tuple[Record, References], ...]:
        """Every record with what it refers to."""
        return tuple((record, self.references_of(record)) for record in self.base.records)

    @cached_property
    def outlines(self) -> Sequence[Outline]:
        """The outline of each record, in their order."""
        return tuple(map(outline, self.base.records))

    def mentions(self, record: Record) -> tuple[Record, ...]:
        """The other records that a record's texts link to, each once, in order."""
        return self._mentioned[record.id]

    def relations(self, record: Record) -> tuple[tuple[Relation, tuple[Record, ...]], ...]:
        """The records related to a record, by relation, whichever side wrote it down."""
        return self._related.get(record.id, ())

    def pairs_answering(self, record: Record) -> tuple[tuple[Guidance, Pair], ...]:
        """The pairs of guidance that answer a record, each with the record that holds it, in their order."""
        return tuple(self._answering.get(record.id, ()))

    def is_answered(self, record: Record) -> bool:
        """Whether any pair of guidance, or any record, answers a record."""
        return record.id in self._answering or any(relation is Relation.answered_by for relation, _ in self.relations(record))

    def linked_from(self, record: Record) -> tuple[Record, ...]:
        """The records whose texts or ``see`` lead to this one, in the order of the knowledge base."""
        return self._incoming.get(record.id, ())

    def citing(self, work: Work) -> tuple[Record, ...]:
        """The records that cite a work, in whatever way, in the order of the knowledge base."""
        return tuple(self._citing.get(work.key, ()))

    def resting_on(self, work: Work) -> Resting:
        """Every claim that rests on a work, by how it does."""
        return self._on_works.resting_on(work.key, self.citing(work))

    @cached_property
    def _mentioned(self) -> dict[str, tuple[Record, ...]]:
        return {record.id: self._mentions(record, refer.mentioned) for record, refer in self.referring}

    def _mentions(self, record: Record, names: Iterable[str]) -> tuple[Record, ...]:
        return _unique([other for other in map(self.records.get, names) if other is not record])

    @cached_property
    def _related(self) -> dict[str, tuple[tuple[Relation, tuple[Record, ...]], ...]]:
        related: dict[str, dict[Relation, list[Record]]] = defaultdict(lambda: defaultdict(list))
        for record, relation, other in self._seen():
            related[record.id][relation].append(other)
            related[other.id][relation.inverse].append(record)
        return {
            name: tuple((relation, _unique(found[relation])) for relation in Relation if relation in found)
            for name, found in related.items()
        }

    @cached_property
    def _answering(self) -> dict[str, list[tuple[Guidance, Pair]]]:
        answering: dict[str, list[tuple[Guidance, Pair]]] = defaultdict(list)
        for guidance in self.base.records:
            for pair in guidance.pairs if isinstance(guidance, Guidance) else ():
                for answered in _unique(self.record(name) for name in pair.answers):
                    answering[answered.id].append((guidance, pair))
        return answering

    @cached_property
    def _incoming(self) -> dict[str, tuple[Record, ...]]:
        incoming: dict[str, list[Record]] = defaultdict(list)
        for record in self.base.records:
            leads_to = (*self.mentions(record), *(other for _, other in self._see(record)))
            for name in dict.fromkeys([other.id for other in leads_to]):
                incoming[name].append(record)
        return {name: tuple(found) for name, found in incoming.items()}

    def _seen(self) -> Iterator[tuple[Record, Relation, Record]]:
        for record in self.base.records:
            yield from ((record, relation, other) for relation, other in self._see(record))

    def _see(self, record: Record) -> Iterator[tuple[Relation, Record]]:
        found = ((relation, self.record(name)) for _, relation, name in record.relations())
        yield from ((relation, other) for relation, other in found if other and other is not record)

    @cached_property
    def _citing(self) -> dict[str, list[Record]]:
        citing: dict[str, list[Record]] = defaultdict(list)
        for record, refer in self.referring:
            for key in refer.cited:
                citing[key].append(record)
        return citing


def _unique(records: Iterable[Record | None]) -> tuple[Record, ...]:
    return tuple({id(record): record for record in records if record}.values())
