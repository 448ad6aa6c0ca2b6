"""What one record refers to: taken out of its texts and fields once, since the links and many rules ask for it.

It is made of names alone, so it is small and can be kept. Where a name stands is looked for only if something is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..syntax import Citation, Citations, Part, RecordLink, in_brackets
from .records import Cite, Record

_OF_AN_ABSTRACT = frozenset({"abstract", "title"})  # the places in a work of which only the abstract was read


class References(NamedTuple):
    """The names in one record, each once."""

    records: frozenset[str]  # the records that its texts link to, or that it is related to
    mentioned: tuple[str, ...]  # those that its texts link to, or whose claims it names, in order
    claims: frozenset[tuple[str, str]]  # the claims that its texts link to, each after its record
    works: frozenset[str]  # the works that it cites or names in fields of its kind
    cited: frozenset[str]  # those that it cites: the sources, and what was read in their stead
    read: frozenset[str]  # those of them that were read
    read_on: frozenset[str]  # and of these, those of which more is cited than the abstract
    read_in_itself: bool  # whether a work is cited as read in itself


def references(record: Record) -> References:
    """What a record refers to; so every name of its texts and fields goes through here."""
    parts = [part for _, text in record.prose() for part in in_brackets(text)]
    linked = [part for part in parts if isinstance(part, RecordLink)]
    cites = _cites(record, parts)
    cited = frozenset([*(cite.source for cite in cites), *(cite.via for cite in cites if cite.via)])
    read = _or_same(cited, (cite.via or cite.source for cite in cites))
    return References(
        records=frozenset([*(link.record for link in linked), *(name for _, _, name in record.relations())]),
        mentioned=_mentioned(record, linked),
        claims=_or_same(_NOTHING, ((link.record, link.claim) for link in linked if link.claim)),
        works=_or_same(cited, [*cited, *(key for _, key in record.works())]),
        cited=cited,
        read=read,
        read_on=_or_same(read, (cite.via or cite.source for cite in cites if cite.at not in _OF_AN_ABSTRACT)),
        read_in_itself=any(cite.via == cite.source for cite in cites),
    )


_NOTHING: frozenset = frozenset()


def _or_same(known: frozenset, names: Iterable) -> frozenset:
    """The names as a set; the known one if it holds the same, so that the same is held, and kept, once."""
    found = frozenset(names)
    return known if found == known else found


def _cites(record: Record, parts: list[Part]) -> list[Cite | Citation]:
    """Every citation, in the fields and in the texts."""
    in_texts = [cite for part in parts if isinstance(part, Citations) for cite in part.items]
    return [*(cite for _, cite in record.cites()), *in_texts]


def _mentioned(record: Record, linked: list[RecordLink]) -> tuple[str, ...]:
    named = [address.partition("#")[0] for _, address in record.addresses() if "#" in address]
    return tuple(dict.fromkeys([*(link.record for link in linked), *named]))
