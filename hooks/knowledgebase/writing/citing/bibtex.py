"""A work as a BibTeX entry that both BibTeX and biblatex read, and from which our own reader makes the same work.

Fields have the names that classic BibTeX knows where it knows them (``journal``, ``year``), else those of biblatex.
How far we have read a work is our own business and is left out; what a reader must be told of it is told in ``annotation``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields

from ...model.works import Date, Name, Names, Work
from .facts import facts_of
from .latex import braced, escaped, rich

_CLASSIC = {"journaltitle": "journal", "location": "address", "kind": "type"}
_ORDER = {field.name: place for place, field in enumerate(fields(Work))}
_OURS = frozenset({"key", "type", "place", "date", "read", "unchecked", "yearsuffix"})
_VERBATIM = frozenset({"url", "doi", "eprint"})  # LaTeX means nothing in these
_MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())
_TAKEN_APART = re.compile(r",|\band\b")  # what ends a name, or a part of one
_NUMBERS = frozenset({"pages", "volume", "number"})  # BibTeX writes their dash as two hyphens


def bibtex(works: Iterable[Work]) -> str:
    """A file of works, one entry each."""
    return "\n".join(map(entry_of, works))


def entry_of(work: Work) -> str:
    """The entry of a work; fields that the work does not have are left out."""
    lines = [f"  {name} = {{{value}}},\n" for name, value in _fields(work)]
    if month := _month(work.date):
        lines.append(f"  month = {month},\n")
    return f"@{work.type}{{{work.key},\n{''.join(lines)}}}\n"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    for field in sorted(vars(work).keys() - _OURS, key=_ORDER.__getitem__):
        if value := vars(work)[field]:
            yield _CLASSIC.get(field, field), _written(field, value)
    yield from _date(work)
    if any(name.particle for name in work.author):
        yield "options", "useprefix=false"
    if remark := facts_of(work).remark:
        yield "annotation", escaped(remark)


def _written(field: str, value: object) -> str:
    match value:
        case Names():
            return _names(value)
        case Date():
            return _iso(value)
        case tuple():
            return rich(value)
    text = str(value)
    if field in _VERBATIM:
        return text
    if field == "publisher":
        return " and ".join(braced(house) if " and " in house else escaped(house) for house in text.split("; "))
    return escaped(text).replace("–", "--") if field in _NUMBERS else escaped(text)


def _date(work: Work) -> Iterator[tuple[str, str]]:
    """Year and day apart, which every program knows; a date that is more than that as biblatex writes it."""
    date = work.date
    if date.words:
        yield "year", escaped(date.words)
    elif date.year is None:
        yield from () if work.pubstate == "inpress" else (("year", "n.d."),)
    elif _is_simple(date):
        yield "year", str(date.year)
        yield from (("day", str(date.day)),) if date.day else ()
    else:
        yield "date", _iso(date)


def _month(date: Date) -> str:
    """A macro that BibTeX knows from the start, and that stands without braces."""
    return _MONTHS[date.month - 1] if date.month and _is_simple(date) else ""


def _is_simple(date: Date) -> bool:
    """Whether the date is one day, month or year, and known."""
    return (date.year or 0) >= 1000 and not (date.circa or date.end or date.ongoing) and (date.month or 0) <= 12


def _iso(date: Date) -> str:
    """``2019-07-14``, ``2015/2020``, ``1994/``, ``-0349~``."""
    year = f"{date.year:04d}" if (date.year or 0) >= 0 else f"-{-(date.year or 0):04d}"
    day = "-".join([year, *(f"{part:02d}" for part in (date.month, date.day) if part)])
    rest = f"/{_iso(date.end)}" if date.end else "/" if date.ongoing else ""
    return day + ("~" if date.circa else "") + rest


def _names(names: Names) -> str:
    return " and ".join([*map(_name, names), *(["others"] if names.others else [])])


def _name(name: Name) -> str:
    """``van der Berg, Jr., Jan``; a group in braces of its own, so that no program takes it apart."""
    if name.group:
        return braced(name.family)
    small = name.prefix or name.particle
    family = f"{escaped(small)} {_whole(name.family)}" if small else _whole(name.family)
    parts = [family, *([escaped(name.suffix)] if name.suffix else []), _part(name.given)]
    return ", ".join(parts) if name.given or name.suffix or " " in family else family


def _whole(family: str) -> str:
    """A family name; in braces where a small first word would be taken for a "van"."""
    return braced(family) if " " in family and family[:1].islower() else _part(family)


def _part(text: str) -> str:
    return braced(text) if _TAKEN_APART.search(text) else escaped(text)
