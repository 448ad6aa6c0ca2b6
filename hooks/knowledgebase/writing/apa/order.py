"""The order of works: by names letter by letter, then year, then title (APA 9.44 to 9.49).

Spaces, hyphens, accents and capitals do not count; "A", "An" and "The" at the start of a title do not either. Works
without a date come first among those of an author, works in press last.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...model.works import Date, Name, Work, plain
from .dates import IN_PRESS, NO_DATE, year_of
from .names import initials
from .shapes import head_of, is_dated_by_year
from .titles import whole_title

SortKey = tuple[object, ...]

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """A text as it is sorted: small letters and digits without accents, nothing else."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(letter for letter in letters if letter.isalnum())


def sort_key(work: Work, suffix: str = "") -> SortKey:
    """What a list of works is sorted by; the letter of the year comes before the title, whose order it states."""
    return (names_key(work), year_order(work), suffix, *title_order(work), work.key)


def title_order(work: Work) -> tuple[tuple[int, int], str]:
    """The order of works by the same authors in the same year, and so the order of their letters."""
    return _day_key(work), title_key(work)


def title_key(work: Work) -> str:
    title = work.sorttitle or plain(whole_title(work)) or plain(work.titleaddon)
    return folded(re.sub(r"(?i)^\W*(?:an?|the)\s+(?=\S)", "", title))


def names_key(work: Work) -> tuple[tuple[str, str, str], ...]:
    """The names that the entry begins with; the title where there are none."""
    if work.sortname:
        return ((folded(work.sortname), "", ""),)
    names, _ = head_of(work)
    return tuple(_name_key(name) for name in names) or ((title_key(work), "", ""),)


def _name_key(name: Name) -> tuple[str, str, str]:
    return folded(name.last), folded(initials(name.given)), name.suffix


def year_order(work: Work) -> tuple[int, int]:
    """No date, then years, then in press."""
    year = year_of(work)
    if year == NO_DATE:
        return 0, 0
    return (2, 0) if year == IN_PRESS or work.date.year is None else (1, work.date.year)


def _day_key(work: Work) -> tuple[int, int]:
    date = Date() if is_dated_by_year(work) else work.date
    return date.month or 0, date.day or 0
