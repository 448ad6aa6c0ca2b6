"""The bibliography, and the page of each work with every claim that rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Work
from ...syntax import Citation
from .. import addresses
from ..apa import text_of
from ..citing.citable import BIBLIOGRAPHY, cited_bibliography, cited_work
from ..citing.formats import FORMATS
from .page import Page, Writer

_FILE = "bibliography.bib"


def pages(writer: Writer) -> Iterator[Page]:
    """The one list of all works, then a page for each."""
    works = sorted(writer.base.works, key=writer.apa.sort_key)
    lead = "Every work that a page of this site cites, in one list."
    citable = cited_bibliography(writer.imprint)
    files = [(form.name, addresses.of_all_works(form.ending)) for form in FORMATS]
    parts = {"works": works, "citable": citable, "files": files}
    yield writer.page(addresses.BIBLIOGRAPHY, BIBLIOGRAPHY, lead, "bibliography.html", source=_FILE, **parts)
    yield from (of_work(writer, work) for work in writer.base.works)


def of_work(writer: Writer, work: Work) -> Page:
    """A work: its reference and every claim that rests on it."""
    title = text_of(writer.apa.in_text((Citation(work.key),), narrative=True))
    lead = f"The claims on this site that rest on {title}."
    resting = writer.links.resting_on(work)
    parts = {"work": work, "resting": resting, "citable": cited_work(work, writer.apa)}
    return writer.page(addresses.of_work(work), title, lead, "work.html", source=_FILE, **parts)
