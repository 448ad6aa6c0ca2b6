"""Plain words in summaries: a hard word is linked to the record that explains it, or said in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ..links import Links
from ..model import Definition, Record
from ..problems import Problem
from ..syntax import RecordLink, Text, parse

# Words that no record explains; a summary says them in plain words, or links to where they are told.
HARD_WORDS = (
    "meta-analysis", "systematic review", "randomised", "quasi-experimental", "qualitative", "quantitative", "efficacy",
    "psychosocial", "stakeholder", "stakeholders", "paradigm", "autonomy", "self-efficacy", "longitudinal", "intersectional",
    "heterogeneous", "unidirectional", "reciprocal", "statutory", "tokenism", "tokenistic", "co-opted", "co-optation",
    "socialised", "modality", "intervention", "interventions", "attainment", "remedial", "interactional", "de-escalation",
)  # fmt: skip


def explained_words(links: Links, today: date) -> Iterator[Problem]:
    """A hard word of "in short" must be linked to the record that explains it, or said in plain words."""
    explaining = {word: record.id for record in links.base.records for word in _words_of(record)}
    hard = _pattern(frozenset(explaining) | frozenset(HARD_WORDS))
    for record in links.base.records:
        for word in _unlinked_words(record.in_short, hard):
            linked = {link.record for link in parse(record.in_short) if isinstance(link, RecordLink)}
            home = explaining.get(word)
            if home not in linked | {record.id} or home is None:
                yield Problem(record.place("in_short", words=word), _message(word, home), "hard-word")


RULES = (explained_words,)


def _words_of(record: Record) -> tuple[str, ...]:
    return tuple(word.lower() for word in record.hard_words) if isinstance(record, Definition) else ()


def _unlinked_words(text: str, hard: re.Pattern[str]) -> Iterator[str]:
    """The hard words that stand in a text outside its links, each once."""
    running = " ".join([part.text for part in parse(text) if isinstance(part, Text)]).lower()
    yield from dict.fromkeys(" ".join(word.split()) for word in hard.findall(running))


@lru_cache(maxsize=1)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    alternatives = "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first)
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])")


def _message(word: str, home: str | None) -> str:
    must = 'a hard word of "in_short" must be linked to the record that explains it, or said in plain words'
    return f'{must}: found "{word}"' + (f'; did you mean "[[{home}|{word}]]"?' if home else "")
