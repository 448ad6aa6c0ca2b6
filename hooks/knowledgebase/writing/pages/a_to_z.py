"""The A–Z: every title, every other name and every everyday word for a record, under the first letter that matters.

As in the index of a book, "a", "an" and "the" at the beginning do not count: "The fable of the two pots" is under F.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from ...model import Definition, Record
from .. import addresses
from .draft import Draft
from .page import Page, Writer

_PASSED_OVER = re.compile(r"[“‘\"'(]*(?:(?:a|an|the) )?", re.IGNORECASE)


class Entry(NamedTuple):
    """A line of the A–Z: a title, or other words that lead to it."""

    words: str
    record: Record

    @property
    def is_title(self) -> bool:
        return self.words == self.record.title

    @property
    def filed(self) -> str:
        """The words by which the entry has its place in the alphabet."""
        return unicodedata.normalize("NFKD", _PASSED_OVER.sub("", self.words, count=1)).casefold()

    @property
    def letter(self) -> str:
        first = self.filed[:1].upper()
        return first if "A" <= first <= "Z" else "0–9"


def drafts(writer: Writer) -> Iterator[Draft]:
    """The one page of the A–Z."""
    yield Draft(addresses.A_TO_Z, writer.keys.outlines, partial(_page, writer))


def _page(writer: Writer) -> Page:
    lead = "Every title on this site, and other words for it, from A to Z."
    entries = sorted(_entries(writer), key=lambda entry: (entry.letter, entry.filed, entry.words, entry.record.id))
    letters = [(letter, list(group)) for letter, group in groupby(entries, key=lambda entry: entry.letter)]
    return writer.page(addresses.A_TO_Z, "A–Z", lead, "a-z.html", letters=letters)


def _entries(writer: Writer) -> Iterator[Entry]:
    for record in writer.base.records:
        names = record.other_names if isinstance(record, Definition) else ()
        words = dict.fromkeys((record.title, *names, *record.everyday_words))
        yield from (Entry(one, record) for one in words)
