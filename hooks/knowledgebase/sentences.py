"""A paragraph into its sentences: for the rules of plain language and for the first line of a summary."""

from __future__ import annotations

import re
from functools import lru_cache

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")
_ABBREVIATED = re.compile(r"(?:\b(?:e\.g|i\.e|cf|Dr|Mr|Mrs|Ms|St|No|al|B\.C)\.)\s$")

_LONGEST_ABBREVIATION = 5  # with the sign before it


@lru_cache(maxsize=100)  # several rules ask for those of one summary, one after the other
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph; a full stop after a common abbreviation ends none."""
    found: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATED.search(text[max(start, end.start() - _LONGEST_ABBREVIATION) : end.start()] + " "):
            found.append(text[start : end.start()])
            start = end.end()
    return tuple(filter(None, [*found, text[start:].strip()]))
