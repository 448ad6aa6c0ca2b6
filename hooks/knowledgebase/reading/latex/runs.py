"""Runs of text on their way from LaTeX: what commands make of the runs of their argument, and how runs are joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from ...model.works import Run
from .commands import STANDING_ALONE, Style

BLANKS = re.compile(r"[ \t\r\n]+")  # no-break spaces are none of these
MOST_ACCENTS = 8  # on one letter
_ENDINGS_OF_NUMBERS = frozenset(("st", "nd", "rd", "th"))
_SIMPLE = re.compile(r"[\w.,]+")
_ACCENTS = re.compile(r"[\u0300-\u036f\u20d7]*")


def restyled(said: list[Run], style: Style, alone: Run) -> list[Run]:
    """What a command makes of the runs of its argument; ``alone`` has the marks of what the command adds."""
    if style.dropped:
        return []
    if style.accent:
        return _accented(said, style.accent, alone)
    return _raised_or_lowered(said, style, alone)


def _raised_or_lowered(said: list[Run], style: Style, alone: Run) -> list[Run]:
    """Small signs where all of them exist; if not, the words, after the mark that tells n^2.5 from n2.5."""
    letters, words = style.letters or {}, "".join(run.text for run in said)
    if all(sign in letters for sign in words):
        return [Run("".join(letters[sign] for sign in run.text), run.protected, run.italic) for run in said]
    if not style.mark or words in _ENDINGS_OF_NUMBERS:
        return said
    before, after = (style.mark, "") if _SIMPLE.fullmatch(words) else (f"{style.mark}(", ")")
    return [alone._replace(text=before), *said, alone._replace(text=after)]


def _accented(said: list[Run], accent: str, alone: Run) -> list[Run]:
    """The accent on the first letter, which loses its dot; or the accent alone."""
    first = next((n for n, run in enumerate(said) if run.text.strip(" ")), None)
    if first is None:
        return [alone._replace(text=STANDING_ALONE.get(accent, ""))]
    run = said[first]
    letter = {"ı": "i", "ȷ": "j"}.get(run.text[0], run.text[0])
    marks = _ACCENTS.match(run.text, 1)[0]
    said[first] = Run(letter + (marks + accent)[:MOST_ACCENTS] + run.text[1 + len(marks) :], run.protected, run.italic)
    return said


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs in NFC, neighbours of the same marks joined, without double blanks and without blanks at the ends."""
    groups = _groups(runs)
    after_blank = True
    for number, (run, texts) in enumerate(groups, 1):
        text = normalize("NFC", BLANKS.sub(" ", "".join(texts)))
        text = text.lstrip(" ") if after_blank else text
        text = text.rstrip(" ") if number == len(groups) else text
        after_blank = text.endswith(" ") if text else after_blank
        if text:
            yield Run(text, run.protected, run.italic)


def _groups(runs: Iterable[Run]) -> list[tuple[Run, list[str]]]:
    """Runs that will be one: those of the same marks, and blanks, which need none."""
    groups: list[tuple[Run, list[str]]] = []
    for run in runs:
        if groups and (not run.text.strip(" ") or _same_marks(run, groups[-1][0])):
            groups[-1][1].append(run.text)
        elif run.text:
            groups.append((run, [run.text]))
    return groups


def _same_marks(one: Run, other: Run) -> bool:
    return (one.protected, one.italic) == (other.protected, other.italic)
