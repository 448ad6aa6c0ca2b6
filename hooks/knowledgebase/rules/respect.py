"""Respectful wording: words for people that our own voice does not use. Quotations stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from ..links import Links
from ..model import Record
from ..problems import Problem
from ..syntax import plain
from .alone import TitleOf, Wrong

SAY_INSTEAD = {
    r"the mentally ill": "people with a mental illness",
    r"(?:a |the )?schizophrenics?(?= (?:are|is|who|and|or)\b|[.,;])": "people with schizophrenia",
    r"(?:a |the )?(?:psychotics|depressives|addicts|alcoholics)\b": "people with …",
    r"suffer(?:s|ed|ing)? from": "live with",
    r"sufferers? of": "people with",
    r"victims? of": "people who have lived through",
    r"afflicted (?:with|by)": "living with",
    r"non-?complian(?:t|ce)": "does not take, or: does not want",
    r"(?:low|high)-functioning": "what the person can do, or needs",
    r"commit(?:s|ted|ting)? suicide": "die by suicide",
    r"the homeless\b(?! )": "people without a home",
    r"(?:insane|lunatics?|crazy|nutcase)": "no such word",
    r"substance abusers?": "people who use substances",
}
# Each of the words above holds one of these, in small letters, or a letter of which there are more than two forms. Most
# texts hold none, and are asked nothing else.
STEMS = (
    "mentally", "schizophrenic", "psychotics", "depressives", "addicts", "alcoholics", "suffer", "victim", "afflicted",
    "complian", "functioning", "commit", "homeless", "insane", "lunatic", "crazy", "nutcase", "abuser", "ı", "ſ", "\u0307",
)  # fmt: skip
_MARK_IN_A_WORD = re.compile(r"\[(?<=\w\[)|\](?=\w)|\*")
_QUOTED = r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)"


def respectful_words(record: Record, title_of: TitleOf) -> Iterator[Wrong]:
    """A text must speak of people with respect, outside quotation marks."""
    if _is_suspect(record):
        yield from _wrong_words(record, title_of)


def respectful_titles(links: Links, today: date) -> Iterator[Problem]:
    """The title of a record must speak of people with respect, wherever a text that does so itself prints it."""
    if not _holds_a_stem("\n".join(record.title for record in links.base.records)):
        return
    for record in links.base.records:
        for wrong in () if _is_suspect(record) else _wrong_words(record, links.title_of):
            yield Problem(record.place(*wrong.location, words=wrong.words), wrong.message, wrong.rule)


RULES = (respectful_titles,)
RULES_OF_ONE = (respectful_words,)


def _wrong_words(record: Record, title_of: TitleOf) -> Iterator[Wrong]:
    for location, text in record.prose():
        for found, instead in _disrespectful(plain(text, title_of)):
            message = f'a text must speak of people with respect: found "{found}"; say "{instead}", or mark a quotation'
            yield Wrong(location, message, "disrespectful-word", found)


def _is_suspect(record: Record) -> bool:
    """Whether a text of a record may hold one of the words: a quick look at how it is written, which never misses one."""
    written = "\n".join(text for _, text in record.prose())
    return _holds_a_stem(written) or bool(_MARK_IN_A_WORD.search(written))


def _holds_a_stem(text: str) -> bool:
    lowered = text.lower()
    return any(stem in lowered for stem in STEMS)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b{words}", re.IGNORECASE), instead) for words, instead in SAY_INSTEAD.items())


def _disrespectful(text: str) -> Iterator[tuple[str, str]]:
    if not _holds_a_stem(text):
        return
    own_voice = re.sub(_QUOTED, lambda quotation: " " * len(quotation[0]), text)
    for pattern, instead in _patterns():
        yield from ((found[0], instead) for found in pattern.finditer(own_voice))
