"""A work as CSL-JSON, which reference managers read (schema: citation-style-language/schema, csl-data.json, 1.0.2)."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic_core import to_json

from ...model.works import Date, Name, Names, Work, plain
from .facts import facts_of

CslValue = str | dict[str, object] | list[dict[str, str]]

_NAMES = {
    "author": "author", "container-author": "bookauthor", "editor": "editor", "translator": "translator",
    "narrator": "narrator", "executive-producer": "execproducer",
}  # fmt: skip
_TEXTS = {
    "volume": "volume", "edition": "edition", "version": "version", "collection-title": "series",
    "chapter-number": "chapter", "publisher-place": "location", "event-place": "venue", "DOI": "doi", "URL": "url",
    "ISBN": "isbn", "language": "language",
}  # fmt: skip
_TITLES = {"title-short": "shorttitle", "original-title": "origtitle", "event-title": "eventtitle"}
_DATES = {"issued": "date", "original-date": "origdate", "accessed": "urldate"}


def csl_json(works: Iterable[Work]) -> str:
    """A file of works for a reference manager: a list of items."""
    return to_json([csl_item(work) for work in works], indent=1).decode() + "\n"


def csl_item(work: Work) -> dict[str, CslValue]:
    """The CSL item of a work. Its ``id`` is the key; variables that the work does not have are left out."""
    facts, has = facts_of(work), {field: value for field, value in vars(work).items() if value}
    item: dict[str, CslValue] = {
        "id": work.key,
        "type": facts.type,
        "title": facts.title,
        **{variable: _names(has[field]) for variable, field in _NAMES.items() if field in has},
        **{variable: _date(has[field]) for variable, field in _DATES.items() if field in has},
        **{variable: plain(has[field]) for variable, field in _TITLES.items() if field in has},
        **{variable: has[field] for variable, field in _TEXTS.items() if field in has},
        "container-title": facts.container,
        "publisher": facts.publisher,
        "page": facts.pages,
        "issue": facts.issue,
        "number": facts.number,
        "note": facts.remark,
        "genre": work.kind or work.entrysubtype,
        "status": "in press" if work.pubstate == "inpress" else work.pubstate,
    }
    return {variable: value for variable, value in item.items() if value}


def _names(names: Names) -> list[dict[str, str]]:
    return [_name(name) for name in names]


def _name(name: Name) -> dict[str, str]:
    if name.group:
        return {"literal": name.family}
    parts = {
        "family": name.family, "given": name.given, "non-dropping-particle": name.prefix,
        "dropping-particle": name.particle, "suffix": name.suffix,
    }  # fmt: skip
    return {part: text for part, text in parts.items() if text}


def _date(date: Date) -> dict[str, object]:
    """Years before the common era are negative and have no year 0; seasons are 1 to 4."""
    if date.words:
        return {"literal": date.words}
    if date.year is None:
        return {}
    parts = [_parts(date), *([_parts(date.end)] if date.end else [])]
    season = {"season": date.month - 20} if (date.month or 0) > 20 else {}
    return {"date-parts": parts} | season | ({"circa": True} if date.circa else {})


def _parts(date: Date) -> list[int]:
    year = date.year if date.year is None or date.year > 0 else date.year - 1
    month = date.month if (date.month or 0) <= 12 else None
    return [part for part in (year, month, date.day if month else None) if part is not None]
