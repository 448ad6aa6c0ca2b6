"""What one record refers to, and digests of it: taken out of it once, since the links, many rules and the keys ask for it.

It is made of names alone, so it is small and can be kept. Where a name stands is looked for only if something is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..known import digest
from ..syntax import Citation, Citations, Part, RecordLink, in_brackets
from .records import Cite, Record

_SAYING = {"claims", "differ", "no_difference", "unknown"}  # the fields that indexes show nothing of
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
    called: str  # a digest of what others may call it: its title, its kind and every id in it
    outline: str  # a digest of all of it but what its claims say


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
        called=digest(_called(record)),
        outline=digest(_outline(record)),
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


def _called(record: Record) -> str:
    claims = ((claim.id, *claim.aliases) for claim in record.claims)
    return repr((record.id, record.kind, record.title, record.aliases, *claims, *(own for _, own in record.own_ids())))


def _outline(record: Record) -> str:
    shown = [value for name, value in vars(record).items() if name not in _SAYING]
    cited = [(claim.id, cite.source, cite.via) for claim in record.claims for cite in claim.cite]
    checked = [(claim.id, cite.source) for claim in record.claims if claim.check for cite in claim.check.cite]
    return repr((shown, cited, checked))
