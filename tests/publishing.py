"""What the tests of promises share: a knowledge base after a release, and what an editor does to one."""

from __future__ import annotations

import importlib.util
import sys
from contextlib import contextmanager
from dataclasses import replace

import pytest
from conftest import ROOT, TODAY

from knowledgebase.model.published import Change, Promise, ShortCode, Tombstone
from knowledgebase.problems import Place
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site


@contextmanager
def publish_script():
    """scripts/publish.py as a module, on the day of the tests; it must not start itself anew under the tests' own Python."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # TODAY
        patch.setitem(sys.modules, "inside", type(sys)("inside"))
        sys.modules["inside"].go_inside = lambda: None
        spec = importlib.util.spec_from_file_location("publish_script", ROOT / "scripts" / "publish.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield module


def promised(addresses):
    """Addresses as lines of the ledger."""
    return tuple(Promise(address, Place("published/addresses.txt", line)) for line, address in enumerate(addresses, 2))


def after_release(base, day=TODAY):
    """A knowledge base whose every address, code and word has been published on a day, beside those from before."""
    release, before = Site(base, imprint=Imprint(day=day)).release, base.published
    addresses = sorted({promise.address for promise in before.promises} | set(release.addresses))
    codes = [*((code.code, code.address) for code in before.codes), *release.codes]
    given = tuple(ShortCode(code, address, Place("published/codes.txt", line)) for line, (code, address) in enumerate(codes, 2))
    forms = (*before.forms, *(form._replace(place=Place("published/claims.txt", 9)) for form in release.forms))
    published = replace(before, promises=promised(addresses), codes=given, forms=forms)
    return replace(base, published=published)


def with_tombstones(base, *tombstones):
    """A knowledge base with these removals written down, as (address, instead) each, beside those from before."""
    stones = [Tombstone(address=address, when="2026-11-21", why="It was wrong.", instead=instead) for address, instead in tombstones]
    return replace(base, published=replace(base.published, removed=(*base.published.removed, *stones)))


def with_notes(base, *notes):
    """A knowledge base with these notes of changes, as (day, address, kind, note) each, beside those from before."""
    new = [Change(day=day, address=address, kind=kind, note=note) for day, address, kind, note in notes]
    return replace(base, published=replace(base.published, changes=(*base.published.changes, *new)))


def changed(record, record_id=None, kind=None, **fields):
    """A record with other fields, another id or another kind; it remembers its file."""
    return record.model_copy(update=fields).read_from(record_id or record.id, kind or record.kind, record.source)


def with_record(base, old, *new):
    """A knowledge base with a record replaced, or taken out."""
    return replace(base, records=tuple(one for record in base.records for one in (new if record is old else (record,))))


def record_of(base, record_id):
    return next(record for record in base.records if record.id == record_id)
