"""Dates as APA prints them: the year in the text, year and day in the list, "n.d." where there is none (APA 9.13 to 9.17)."""

from __future__ import annotations

from dataclasses import replace

from ...model.works import Date, Work
from .shapes import is_dated_by_year

NO_DATE = "n.d."
IN_PRESS = "in press"
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "Spring", 22: "Summer", 23: "Fall", 24: "Winter"}


def year_of(work: Work) -> str:
    """What stands for the year of the edition that is cited: ``2019``, ``2015–2020``, ``n.d.`` or ``in press``."""
    if work.date:
        return _years(work.date)
    return IN_PRESS if work.pubstate == "inpress" else NO_DATE


def year_in_text(work: Work, suffix: str = "") -> str:
    """``2019a``, ``n.d.-a``, ``in press-a``; of a republished work both years, ``1900/1953``."""
    original = f"{_years(work.origdate)}/" if work.origdate else ""
    return original + suffixed(year_of(work), suffix)


def suffixed(year: str, suffix: str) -> str:
    """A year with its letter, which follows a hyphen where there is no number."""
    return year + (f"-{suffix}" if suffix and not year[-1:].isdigit() else suffix)


def date_in_list(work: Work, suffix: str = "") -> str:
    """``(2019a, July 14)``; an approximate date of the work itself is in square brackets."""
    year = suffixed(year_of(work), suffix)
    shown = ", ".join(filter(None, [year, "" if is_dated_by_year(work) else _day(work.date)]))
    return f"[{shown}]" if work.date.circa else f"({shown})"


def original_date(work: Work) -> str:
    """``1900`` or ``ca. 350 B.C.E.``: when a republished or translated work first came out."""
    return _years(work.origdate)


def day_in_full(date: Date) -> str:
    """``July 22, 2019``."""
    return ", ".join(filter(None, [_day(replace(date, end=None)), _year(date)]))


def _years(date: Date) -> str:
    if date.words:
        return date.words
    if date.ongoing:
        return f"{_year(date)}–present"
    if date.end and date.end.year != date.year:
        return f"{_year(date)}–{_year(date.end)}"
    return _year(date)


def _year(date: Date) -> str:
    if date.year is None:
        return date.words
    circa = "ca. " if date.circa else ""
    return circa + (str(date.year) if date.year > 0 else f"{1 - date.year} B.C.E.")


def _day(date: Date) -> str:
    """``July 14``, ``July 12–15``, ``March 30–April 2``, ``Spring/Summer``; nothing where only years are known."""
    start = _month_and_day(date)
    if not date.end or not start or date.end.year != date.year:
        return start
    if date.end.month == date.month and date.end.day:
        return f"{start}–{date.end.day}"
    return f"{start}{'/' if (date.month or 0) > 12 else '–'}{_month_and_day(date.end)}"


def _month_and_day(date: Date) -> str:
    if date.month is None:
        return ""
    month = _SEASONS.get(date.month) or MONTHS[date.month - 1]
    return f"{month} {date.day}" if date.day else month
