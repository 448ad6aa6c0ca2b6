"""Respectful wording: words for people that our own voice does not use. Quotations stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..links import Links
from ..problems import Problem
from ..syntax import plain

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
_PATTERNS = tuple((re.compile(rf"\b{words}", re.IGNORECASE), instead) for words, instead in SAY_INSTEAD.items())
_ANY = re.compile(rf"\b(?:{'|'.join(SAY_INSTEAD)})", re.IGNORECASE)  # most texts have none, and are asked only this
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’(?!\w)")


def respectful_words(links: Links, today: date) -> Iterator[Problem]:
    """A text must speak of people with respect, outside quotation marks."""
    for record in links.base.records:
        for location, text in record.prose():
            for found, instead in _disrespectful(plain(text, links.title_of)):
                message = f'a text must speak of people with respect: found "{found}"; say "{instead}", or mark a quotation'
                yield Problem(record.place(*location, words=found), message, "disrespectful-word")


RULES = (respectful_words,)


def _disrespectful(text: str) -> Iterator[tuple[str, str]]:
    if not _ANY.search(text):
        return
    own_voice = _QUOTED.sub(lambda quotation: " " * len(quotation[0]), text)
    for pattern, instead in _PATTERNS:
        yield from ((found[0], instead) for found in pattern.finditer(own_voice))
