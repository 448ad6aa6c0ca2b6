"""Rules about the texts themselves: plain sentences, well-formed notations, reviews that are not overdue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ..links import Links
from ..model import Record
from ..problems import Problem
from ..sentences import sentences
from ..syntax import Malformed, in_brackets, locator_problem, plain
from .alone import TitleOf, Wrong
from .prose import notations_on_pages

LONGEST_SENTENCE = 20
MOST_SENTENCES = 3
_NOTATION = r"((?:\[\[|\[-?@)[^\[\]\n]*\]{1,2})"
_NO_PLACE_FOR_NOTATIONS = {
    "a heading": re.compile(rf"^ {{0,3}}#[^\n\[]*{_NOTATION}|^[^\n\[]*{_NOTATION}[^\n]*\n(?:=+|-+)[ \t]*$", re.MULTILINE),
    "the words of a link or picture": re.compile(rf"(?<!\[)\[[^\[\]\n@]*{_NOTATION}[^\[\]\n]*\][(\[]"),
    "an HTML tag": re.compile(rf"<[a-zA-Z][^<>\[\n]*{_NOTATION}[^<>\n]*>"),
}
REVIEW_EVERY = timedelta(days=730)

_LOOKED = re.compile(r"none found\b[^.;]*\bin\b[^.;]*\b\d{4}-\d{2}-\d{2}\b", re.IGNORECASE)


def short_sentences(record: Record, title_of: TitleOf) -> Iterator[Wrong]:
    """A sentence of "in short" must have at most 20 words."""
    for sentence in (s for paragraph in _paragraphs(record, title_of) for s in sentences(paragraph)):
        if (count := len(sentence.split())) > LONGEST_SENTENCE:
            start = _start(sentence)
            message = f'a sentence of "in_short" must have at most {LONGEST_SENTENCE} words: found {count} in "{start} …"'
            yield Wrong(("in_short",), message, "long-sentence", start)


def short_paragraphs(record: Record, title_of: TitleOf) -> Iterator[Wrong]:
    """A paragraph of "in short" must have at most three sentences."""
    for paragraph in _paragraphs(record, title_of):
        if (count := len(sentences(paragraph))) > MOST_SENTENCES:
            must = f'a paragraph of "in_short" must have at most {MOST_SENTENCES} sentences'
            message = f"{must}: found {count}; an empty line starts a new one"
            yield Wrong(("in_short",), message, "long-paragraph", _start(paragraph))


def well_formed_notations(record: Record, title_of: TitleOf) -> Iterator[Wrong]:
    """What opens like a notation must be one."""
    for location, text in record.prose():
        for part in in_brackets(text):
            if isinstance(part, Malformed):
                yield Wrong(location, part.why, "malformed-notation", part.text)


def well_formed_notations_on_pages(links: Links, today: date) -> Iterator[Problem]:
    """What opens like a notation on a hand-written page must be one."""
    for noted in notations_on_pages(links):
        if isinstance(noted.part, Malformed):
            yield Problem(noted.place(noted.part.text), noted.part.why, "malformed-notation")


def notations_in_running_text(links: Links, today: date) -> Iterator[Problem]:
    """A notation of a hand-written page must stand in running text: a heading, a link and a tag have words of their own."""
    for page in links.base.pages:
        for where, pattern in _NO_PLACE_FOR_NOTATIONS.items():
            for found in pattern.finditer(page.source.text):
                shown, start = found[found.lastindex], found.start(found.lastindex)
                message = f'{where} must hold no notation: found "{shown}"; write the words themselves, and link below'
                yield Problem(page.source.at(start), message, "misplaced-notation")


def well_formed_places(record: Record, title_of: TitleOf) -> Iterator[Wrong]:
    """The place in a work must be a label and a number, as in "p. 450"."""
    for location, cite in record.cites():
        if cite.at and (why := locator_problem(cite.at)):
            yield Wrong((*location, "at"), why, "malformed-place")


def reviewed_in_time(links: Links, today: date) -> Iterator[Problem]:
    """A record must have been reviewed within two years, and not in the future."""
    for record in links.base.records:
        if record.reviewed > today:
            message = f"the review must not lie in the future: found {record.reviewed}, and today is {today}"
            yield Problem(record.place("reviewed"), message, "review-in-future")
        elif today - record.reviewed > REVIEW_EVERY:
            due = record.reviewed + REVIEW_EVERY
            message = f"a record must be reviewed every two years: found {record.reviewed}, so the review was due on {due}"
            yield Problem(record.place("reviewed"), message, "overdue-review")


def dated_none_found(record: Record, title_of: TitleOf) -> Iterator[Wrong]:
    """"None found" must say on which date one looked, under "unknown" and under "no_difference"."""
    for field, text in (("unknown", record.unknown), ("no_difference", record.no_difference or "")):
        if text.lower().startswith("none found") and not _LOOKED.match(text):
            message = f'"None found" must say where and on which date you looked: found "{text}"'
            yield Wrong((field,), message, "undated-none-found")


def differences_or_none(record: Record, title_of: TitleOf) -> Iterator[Wrong]:
    """A record must have either "differ" or "no_difference", so that it is seen that somebody looked."""
    if bool(record.differ) == bool(record.no_difference):
        found = "both" if record.differ else "neither"
        message = f'a record must have "differ" or, where nothing was found, "no_difference": found {found}'
        yield Wrong(("no_difference" if record.differ else "unknown",), message, "differences-unsaid")


RULES = (well_formed_notations_on_pages, notations_in_running_text, reviewed_in_time)
RULES_OF_ONE = (
    short_sentences, short_paragraphs, well_formed_notations, well_formed_places, dated_none_found, differences_or_none,
)  # fmt: skip


def _paragraphs(record: Record, title_of: TitleOf) -> list[str]:
    return [text for text in plain(record.in_short, title_of).split("\n") if text]


def _start(text: str) -> str:
    return " ".join(text.split()[:4])
