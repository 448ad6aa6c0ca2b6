"""What a record says, part by part, as fingerprints: two that are equal were made from the same words and sources.

Ids are left out, since a claim that got another id says the same. So is what only sorts a record or leads to it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import NamedTuple

from ...model.records import Part, Record
from ...problems import Location
from .. import addresses

LENGTH = 16  # hexadecimal signs, 64 bits
_NAMES = {"id", "aliases"}
_SORTING = {"aliases", "see", "concerns", "levels", "everyday_words", "hard_words", "reviewed", "no_difference"}


class Said(NamedTuple):
    """One part of a record and the fingerprint of what it says. ``location`` is where it stands in the record's file."""

    address: str
    fingerprint: str
    location: Location


def said(record: Record) -> Iterator[Said]:
    """Every claim, pair and position of a record; before them the record itself, with all that is in none of these."""
    own = tuple(record.own_ids())
    parts = {"claims", *(str(location[0]) for location, _ in own)}
    yield Said(addresses.of_record(record), _fingerprint(record, _SORTING | parts), ("title",))
    for n, claim in enumerate(record.claims):
        yield Said(addresses.of_claim(record, claim), _fingerprint(claim, _NAMES), ("claims", n))
    for (field, n, *_), name in own:
        yield Said(addresses.of_part(record, name), _fingerprint(getattr(record, field)[n], _NAMES), (field, n))


def _fingerprint(part: Part, left_out: set[str]) -> str:
    """Values that a part does not have count for nothing, so a new field that nobody fills in changes no fingerprint."""
    values = part.model_dump(mode="json", exclude=left_out, exclude_defaults=True)
    written = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:LENGTH]
