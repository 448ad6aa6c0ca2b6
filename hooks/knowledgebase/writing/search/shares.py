"""What one entry brings to the index: plain values, of which the whole index is put together.

The share of a record is made of the record itself and of the titles of the records that its texts link to; that of a work, of
the work and of its name in the text. As long as those stay the same, so does the share, whatever else there is.
"""

from __future__ import annotations

import json
from itertools import chain
from typing import NamedTuple

from ...links import Links
from ...model import Record, Work
from ..apa import Apa
from .entries import Entry, entry_of_record, entry_of_work
from .postings import capital, stands

WHOLE = "="  # ends a whole name, as it ends no word

encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Share(NamedTuple):
    """What an entry brings."""

    shown: str  # what a result shows of it, as JSON
    words: dict[str, str]  # every word with its stem
    stands: dict[str, str]  # every stem with where it stands, as in postings.py
    names: dict[str, str]  # every name, written ``peer-worker=``, with the capital of its weight


def share_of(entry: Entry) -> Share:
    """What an entry brings to the index."""
    texts = (*entry.fields, *(passage.field for passage in entry.passages))
    stems = chain.from_iterable(zip(field.words, field.stems, strict=True) for field in texts)
    return Share(encoded(_shown(entry)), dict(stems), stands(entry), _names(entry))


def record_share_of(record: Record, links: Links) -> Share:
    """What a record brings."""
    return share_of(entry_of_record(record, links))


def work_share_of(work: Work, apa: Apa) -> Share:
    """What a work brings."""
    return share_of(entry_of_work(work, apa))


def _names(entry: Entry) -> dict[str, str]:
    """Its names; of two that are the same, the heavier."""
    lightest_first = sorted((field.whole, "-".join(dict.fromkeys(field.words))) for field in entry.fields if field.whole)
    return {f"{name}{WHOLE}": capital(whole) for whole, name in lightest_first if name}


def _shown(entry: Entry) -> list[object]:
    """What a result shows: title, kind, address, opening, then anchor and text of each passage in turn."""
    passages = [text for passage in entry.passages for text in (passage.anchor, passage.shown)]
    return [entry.title, entry.kind, entry.address, entry.opening, passages]
