"""The bibliography, and the page of each work with every claim that rests on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from ...model import Record, Work
from ...model.resting import ClaimOn
from ...syntax import Citation
from .. import addresses
from ..apa import text_of
from ..citing.citable import BIBLIOGRAPHY, cited_bibliography, cited_work
from ..citing.formats import FORMATS
from .draft import Draft
from .page import Page, Writer

FOLDED = 40  # claims; of more, a reader sees the records at a glance
_FILE = "bibliography.bib"


class OnRecord(NamedTuple):
    """The claims of one record that rest on a work in one way."""

    record: Record
    claims: tuple[ClaimOn, ...]


class Way(NamedTuple):
    """All claims that rest on a work in one way. If they are many, they are folded by record."""

    on_records: tuple[OnRecord, ...]
    is_folded: bool


def drafts(writer: Writer) -> Iterator[Draft]:
    """The one list of all works, then a page for each."""
    yield Draft(addresses.BIBLIOGRAPHY, writer.keys.outlines, partial(_list, writer))
    for work in writer.base.works:
        yield Draft(addresses.of_work(work), writer.keys.of_work(work), partial(_page, writer, work))


def _list(writer: Writer) -> Page:
    works = sorted(writer.base.works, key=writer.apa.sort_key)
    lead = "Every work that a page of this site cites, in one list."
    citable = cited_bibliography(writer.imprint)
    files = [(form.name, addresses.of_all_works(form.ending)) for form in FORMATS]
    parts = {"works": works, "citable": citable, "files": files}
    return writer.page(addresses.BIBLIOGRAPHY, BIBLIOGRAPHY, lead, "bibliography.html", source=_FILE, **parts)


def _page(writer: Writer, work: Work) -> Page:
    """A work: its reference and every claim that rests on it."""
    title = text_of(writer.apa.in_text((Citation(work.key),), narrative=True))
    lead = f"The claims on this site that rest on {title}."
    resting = writer.links.resting_on(work)
    ways = {name: Way(_by_record(found), len(found) > FOLDED) for name, found in vars(resting).items()}
    parts = {"work": work, "resting": ways, "citable": cited_work(work, writer.apa)}
    return writer.page(addresses.of_work(work), title, lead, "work.html", source=_FILE, **parts)


def _by_record(found: tuple[ClaimOn, ...]) -> tuple[OnRecord, ...]:
    """Claims by the record that they stand in, in the order of titles."""
    groups: dict[str, list[ClaimOn]] = defaultdict(list)
    for one in found:
        groups[one.record.title.lower()].append(one)
    return tuple([OnRecord(groups[title][0].record, tuple(groups[title])) for title in sorted(groups)])
