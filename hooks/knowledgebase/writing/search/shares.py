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
from .postings import sign, stands
from .weights import names_of, weights_of
from .words import stem

encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Share(NamedTuple):
    """What an entry brings."""

    shown: str  # what a result shows of it, as JSON
    words: dict[str, str]  # every word with its stem
    stands: dict[str, str]  # every stem with where it stands, as in postings.py
    names: tuple[tuple[tuple[str, ...], str], ...]  # every name, as its words, with the sign of its weight


def share_of(entry: Entry) -> Share:
    """What an entry brings to the index."""
    texts = (*entry.fields, *(passage.field for passage in entry.passages))
    words = dict.fromkeys(chain.from_iterable(field.words for field in texts))
    stems = dict(zip(words, map(stem, words), strict=True))
    names = tuple((named, sign(weight)) for named, weight in names_of(entry))
    return Share(encoded(_shown(entry)), stems, stands(weights_of(entry, stems)), names)


def record_share_of(record: Record, links: Links) -> Share:
    """What a record brings."""
    return share_of(entry_of_record(record, links))


def work_share_of(work: Work, apa: Apa) -> Share:
    """What a work brings."""
    return share_of(entry_of_work(work, apa))


def _shown(entry: Entry) -> list[object]:
    """What a result shows: title, kind, address, opening, then anchor and text of each passage in turn."""
    passages = [text for passage in entry.passages for text in (passage.anchor, passage.shown)]
    return [entry.title, entry.kind, entry.address, entry.opening, passages]
