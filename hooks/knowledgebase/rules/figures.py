"""Rules about the places for figures on hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ..links import Links
from ..model import HandPage
from ..model.own_fields import Continuum
from ..model.whole import FIGURE
from ..problems import Problem, suggestion

_TAG = re.compile(r"<[^<>]*>(?:</div>)?")
_FORM = '<div data-figure="id"></div>'


def known_figures(links: Links, today: date) -> Iterator[Problem]:
    """A place for a figure must be written in its one form and name a record that is drawn, each once on a page."""
    drawn = [record.id for record in links.base.records if isinstance(record, Continuum)]
    for page in links.base.pages:
        yield from _problems_on(page, drawn)


RULES = (known_figures,)


def _problems_on(page: HandPage, drawn: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for found in (tag for tag in _TAG.finditer(page.source.text) if "data-figure" in tag[0]):
        form = FIGURE.fullmatch(found[0])
        if wrong := _wrong(found[0], form[1] if form else None, drawn, seen):
            yield Problem(page.source.at(found.start()), wrong, "unknown-figure")
        seen.add(form[1] if form else "")


def _wrong(written: str, name: str | None, drawn: list[str], seen: set[str]) -> str:
    """What is wrong with a place for a figure, or nothing."""
    if name is None:
        return f"a figure must be asked for as {_FORM}: found {written}"
    if name not in drawn:
        return f'a figure must be that of a continuum: found "{name}"{suggestion(name, drawn)}'
    return f'a page must show a figure once: found "{name}" again' if name in seen else ""
