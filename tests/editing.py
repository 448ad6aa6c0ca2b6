"""What an editor does to the toy after its first release, for the tests of changes and of versions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from publishing import after_release, changed, record_of, with_notes, with_record, with_tombstones

FIRST, SECOND, THIRD = date(2026, 1, 1), date(2026, 2, 2), date(2026, 3, 3)
CLAIM = "forms/automatic-light.html#no-keeper"
LIGHT = "forms/automatic-light.html"


def edit_claim(base, record_id="automatic-light", n=0, **fields):
    record = record_of(base, record_id)
    claims = tuple(claim.model_copy(update=fields) if m == n else claim for m, claim in enumerate(record.claims))
    return with_record(base, record, changed(record, claims=claims))


def add_claim(base):
    record = record_of(base, "automatic-light")
    new = record.claims[0].model_copy(update={"id": "new", "aliases": ()})
    return with_record(base, record, changed(record, claims=(*record.claims, new)))


def remove_claim(base):
    record = record_of(base, "automatic-light")
    gone = with_record(base, record, changed(record, claims=record.claims[:1]))
    return with_tombstones(gone, ("forms/automatic-light.html#cheaper", None))


def edit_record(base, record_id="automatic-light", **fields):
    record = record_of(base, record_id)
    return with_record(base, record, changed(record, **fields))


def edit_part(base, record_id, field, **fields):
    record = record_of(base, record_id)
    first, *others = getattr(record, field)
    return with_record(base, record, changed(record, **{field: (first.model_copy(update=fields), *others)}))


def rename_record(base):
    record = record_of(base, "automatic-light")
    return with_record(base, record, changed(record, "clock-light", aliases=("automatic-light",)))


def move_record(base):
    record = record_of(base, "automatic-light")
    return with_record(base, record, changed(record, kind="values"))


def add_record(base):
    nights = record_of(base, "long-nights")
    return replace(base, records=(*base.records, changed(nights, "short-days")))


def twice_changed(base):
    """The claim changes in meaning, then only in its words; at the same time other things."""
    base = with_notes(edit_claim(base, text="It needs two."), (SECOND, CLAIM, "meaning", "Two keepers, not none."))
    base = after_release(base, SECOND)
    base = with_notes(edit_claim(base, text="Two are needed."), (THIRD, CLAIM, "wording", "Shorter."))
    return after_release(base, THIRD)
