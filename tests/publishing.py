"""What the tests of promises share: a knowledge base after a release, and what an editor does to one."""

from __future__ import annotations

from dataclasses import replace

from knowledgebase.model.published import Promise, Published, ShortCode, Tombstone
from knowledgebase.problems import Place
from knowledgebase.writing.site import Site


def promised(addresses):
    """Addresses as lines of the ledger."""
    return tuple(Promise(address, Place("published/addresses.txt", line)) for line, address in enumerate(addresses, 2))


def after_release(base):
    """A knowledge base whose every address and code has been published, beside those from before."""
    release, before = Site(base).release, base.published
    addresses = sorted({promise.address for promise in before.promises} | set(release.addresses))
    codes = [*((code.code, code.address) for code in before.codes), *release.codes]
    given = tuple(ShortCode(code, address, Place("published/codes.txt", line)) for line, (code, address) in enumerate(codes, 2))
    return replace(base, published=Published(promised(addresses), given, before.removed))


def with_tombstones(base, *tombstones):
    """A knowledge base with these removals written down, as (address, instead) each, beside those from before."""
    stones = [Tombstone(address=address, when="2026-11-21", why="It was wrong.", instead=instead) for address, instead in tombstones]
    return replace(base, published=replace(base.published, removed=(*base.published.removed, *stones)))


def changed(record, record_id=None, kind=None, **fields):
    """A record with other fields, another id or another kind; it remembers its file."""
    new = record.model_copy(update=fields)
    new._id, new._kind = record_id or record.id, kind or record.kind
    return new


def with_record(base, old, *new):
    """A knowledge base with a record replaced, or taken out."""
    return replace(base, records=tuple(one for record in base.records for one in (new if record is old else (record,))))


def record_of(base, record_id):
    return next(record for record in base.records if record.id == record_id)
