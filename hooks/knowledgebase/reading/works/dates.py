"""Dates as bibliographies write them: biblatex's ``2019-07-14``, ``2015/2020``, ``-0349~``, and BibTeX's year and month."""

from __future__ import annotations

import re
from dataclasses import replace

from ...model.works import Date

_DAY = re.compile(r"(?P<year>-?\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?:T[\d:.Z+-]*)?(?P<unsure>[~?%]*)")
_YEAR = re.compile(r"(?P<circa>(?:c|ca|circa)\.?\s*)?(?P<year>\d{3,4})(?P<bce>\s*B\.?\s?C\.?(?:\s?E\.?)?)?", re.IGNORECASE)
_YEARS = re.compile(r"(?P<start>\d{4})\s*[-–—/]+\s*(?P<end>\d{4}|present)?", re.IGNORECASE)
_MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NO_DATE = re.compile(r"n\.?\s?d\.?|no date", re.IGNORECASE)
IN_PRESS = re.compile(r"in[ -]?press|forthcoming|to appear|accepted", re.IGNORECASE)


def read_date(value: str) -> Date | None:
    """A date as biblatex writes it, or a year; None if it is neither. Seasons are months 21 to 24."""
    start, slash, end = value.strip().partition("/")
    first = _read_day(start)
    if first is None or not slash:
        return first or _read_years(value.strip())
    if end in {"", ".."}:
        return replace(first, ongoing=True)
    last = _read_day(end)
    return replace(first, end=last) if last else None


def read_year(year: str, month: str, day: str) -> Date | None:
    """A date in BibTeX's three fields. ``month`` may be a name, a number, a span, or hold the day as well."""
    date = read_date(year)
    if date is None or not month.strip():
        return date
    start, _, end = re.sub(r"\s*[-–—/]+\s*", "/", month.strip()).partition("/")
    first = _read_month(start, day)
    if first is None:
        return None
    last = (first[0], int(end)) if end.isdigit() and first[1] else _read_month(end, "")
    closing = replace(date, month=last[0], day=last[1]) if last else None
    return replace(date, month=first[0], day=first[1], end=closing)


def _read_day(text: str) -> Date | None:
    found = _DAY.fullmatch(text.strip())
    if not found:
        return None
    month, day = (int(found[name]) if found[name] else None for name in ("month", "day"))
    if month is not None and month not in range(1, 13) and month not in range(21, 25):
        return None
    if day is not None and not 1 <= day <= 31:
        return None
    return Date(int(found["year"]), month, day, circa="~" in found["unsure"] or "%" in found["unsure"])


def _read_years(text: str) -> Date | None:
    if found := _YEAR.fullmatch(text.strip("[]")):
        year = int(found["year"])
        return Date(1 - year if found["bce"] else year, circa=bool(found["circa"]))
    if not (found := _YEARS.fullmatch(text)):
        return None
    end = found["end"]
    return Date(int(found["start"]), end=Date(int(end)) if end and end.isdigit() else None, ongoing=not (end and end.isdigit()))


def _read_month(text: str, day: str) -> tuple[int, int | None] | None:
    """The number of the month or season, and the day if it is known: ``July 14``, ``14 July``, ``7``."""
    words = re.findall(r"[^\W\d]+|\d+", text)
    names = [word.lower() for word in words if not word.isdigit()]
    numbers = [int(word) for word in [*words, *re.findall(r"\d+", day)] if word.isdigit()]
    if not names:
        return (numbers[0], next(iter(numbers[1:]), None)) if numbers and 1 <= numbers[0] <= 12 else None
    month = _SEASONS.get(names[0]) or next((n for n, name in enumerate(_MONTHS, 1) if names[0].startswith(name)), None)
    return (month, next((number for number in numbers if 1 <= number <= 31), None)) if month else None
