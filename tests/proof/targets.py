"""What must hold of every case of the fuzzing: problems that can be printed, or pages that say what their files say.

Work is counted in calls of functions, which is the same on every machine: how many a text may cost grows with its length.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from invented import BIBLIOGRAPHY, MORE, TOY, File
from reading_back import foreign, one_line, tree_of, words_of

from knowledgebase.links import Links
from knowledgebase.load import Loaded, load
from knowledgebase.model import KINDS, KnowledgeBase, Record
from knowledgebase.problems import Problem
from knowledgebase.reading.bibtex import read_bibtex
from knowledgebase.reading.records import read_record
from knowledgebase.reading.text import CONTROL
from knowledgebase.reading.works import read_works
from knowledgebase.rules import broken_rules
from knowledgebase.syntax import Citations, Emphasis, Malformed, Part, RecordLink, _parts, parse
from knowledgebase.writing.apa import Apa, text_of
from knowledgebase.writing.frame import Setting
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.pages import Page, Writer
from knowledgebase.writing.pages.records import record_page
from knowledgebase.writing.prose import Prose
from knowledgebase.writing.site import Site

DAY = date(2026, 11, 22)
IMPRINT = Imprint("Lights", "The Keepers", "https://example.org/kb/", DAY)
WITHOUT_NOTATIONS = {"title", "direction", "arranged", "with_whom", "where", "words"}
MOST_CALLS, MOST_CALLS_PER_SIGN = 60_000, 400  # several times what the costliest part of the toy costs


@cache
def toy() -> KnowledgeBase:
    return load(TOY, DAY).base


def calls_of(work: Callable[[], object]) -> tuple[object, int]:
    """What a function gives, and how many calls of functions it cost."""
    count = 0

    def counted(_frame: object, event: str, _what: object) -> None:
        nonlocal count
        count += event.endswith("call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        given = work()
    finally:
        sys.setprofile(before)
    return given, count


def within_reason(text: str, work: Callable[[], object]) -> object:
    """What reading a text gives; it may cost so much for its length and no more."""
    given, count = calls_of(work)
    assert count <= MOST_CALLS + MOST_CALLS_PER_SIGN * len(text), f"{count:,} calls for {len(text):,} signs"
    return given


def can_be_printed(problems: Iterable[Problem]) -> None:
    for problem in problems:
        assert str(problem).isprintable() or "\n" not in str(problem), repr(str(problem))
        str(problem).encode("utf-8")


# --- notations


def notations(text: str) -> None:
    text = CONTROL.sub("", text)  # what no file may hold
    within_reason(text, lambda: list(_parts(text)))
    prose = Prose(Links(toy()), Apa(toy().works), "x.html")
    tree = tree_of(f"<p>{prose.inline(text)}</p>")
    assert foreign(tree) == []
    assert words_of(tree) == one_line(spoken(text, toy(), prose.apa))


def spoken(text: str, base: KnowledgeBase, apa: Apa) -> str:
    """What a page must say for a text of a record."""
    return "".join(_spoken(part, Links(base), apa) for part in parse(text))


def _spoken(part: Part, links: Links, apa: Apa) -> str:
    match part:
        case Malformed():
            return f"{part.text} (malformed)"
        case Citations():
            return _bracket(part, links, apa)
        case RecordLink():
            return _linked(part, links)
        case Emphasis():
            return part.text
    return part.text


def _linked(link: RecordLink, links: Links) -> str:
    record = links.record(link.record)
    if record and (not link.claim or links.claim(record, link.claim)):
        return link.words or record.title
    return f"[[{link.record}{'#' + link.claim if link.claim else ''}]] (no such record or claim)"


def _bracket(part: Citations, links: Links, apa: Apa) -> str:
    missing = [key for item in part.items for key in (item.source, item.via) if key and key not in links.works]
    if not missing:
        return text_of(apa.in_text(part.items, authors=not part.narrative))
    known = [item for item in part.items if not {item.source, item.via} - {None} - set(links.works)]
    return " ".join([*([text_of(apa.in_text(known))] if known else []), *(f"{key} (no such work)" for key in missing)])


# --- records


def record(file: File) -> None:
    """A file of a record: problems, or a page with all its texts."""
    if CONTROL.search(file.text):
        return
    folder, name = Path(file.path).parts[1], Path(file.path).stem
    kind = next(kind for kind in KINDS if kind.folder == folder)
    made, problems = within_reason(file.text, lambda: read_record(file.text, file.path, name, kind))
    can_be_printed(problems)
    assert made or any(problem.fatal for problem in problems)
    if made:
        base = with_record(made)
        can_be_printed(broken_rules(Links(base), DAY))
        is_shown(made, base)


def with_record(made: Record) -> KnowledgeBase:
    others = (record for record in toy().records if record.id != made.id)
    return replace(toy(), records=(*others, made))


def is_shown(made: Record, base: KnowledgeBase) -> None:
    writer = Writer(Links(base), Apa(base.works), imprint=IMPRINT)
    page = record_page(writer, made)
    tree = tree_of(page.article)
    assert foreign(tree) == []
    said = words_of(tree)
    assert not CONTROL.search(said)
    lines = [line for _, text in made.prose() for line in text.split("\n")]
    missing = [line for line in lines if not any(way in said for way in ways_to_say(line, base, writer.apa))]
    missing += [line for line in lines_of(made.model_dump()) if one_line(line) not in said]
    assert missing == [], missing


def ways_to_say(line: str, base: KnowledgeBase, apa: Apa) -> tuple[str, str]:
    """A line as it is, and as it is where its full stop stands behind a bracket of citations."""
    return one_line(spoken(line, base, apa)), one_line(spoken(line.removesuffix("."), base, apa))


def lines_of(part: object) -> Iterator[str]:
    """The texts of a record in which no notation can stand, wherever they are."""
    if isinstance(part, dict):
        yield from (value for name, value in part.items() if name in WITHOUT_NOTATIONS and isinstance(value, str))
    if isinstance(part, dict | list | tuple):
        yield from (line for inner in (part.values() if isinstance(part, dict) else part) for line in lines_of(inner))


# --- bibliographies


def bibliography(file: File) -> None:
    """A bibliography: problems that can be printed, and every work it gives can be cited and taken along."""
    if CONTROL.search(file.text):
        return
    found, problems = within_reason(file.text, lambda: read_bibtex(file.text, file.path))
    can_be_printed(problems)
    works, problems = within_reason(file.text, lambda: read_works(found))
    can_be_printed(problems)
    assert [work.key for work in works] == [entry.key for entry in found]
    base = replace(toy(), works=works)
    if len({work.key for work in works}) == len(works):
        are_cited(base)


def are_cited(base: KnowledgeBase) -> None:
    apa = Apa(base.works)
    prose = Prose(Links(base), apa, "x.html")
    for work in base.works:
        printed = apa.in_list(work)
        tree = tree_of(f"<p>{prose.pieces(printed)}</p>")
        assert foreign(tree) == []
        assert words_of(tree) == one_line(text_of(printed))
        assert not CONTROL.search(text_of(printed)), repr(text_of(printed))


# --- sites


def site(files: list[File]) -> None:
    """A whole small site: what cannot be read is told; what can be shown has whole pages and whole files."""
    with tempfile.TemporaryDirectory() as place:
        loaded = loaded_with(Path(place, "toy"), files)
        can_be_printed(loaded.problems)
        if not loaded.fatal:
            made = Site(loaded.base, Path(place, "toy", BIBLIOGRAPHY).read_text("utf-8"), True, IMPRINT)
            are_whole(made, loaded.base)


def loaded_with(folder: Path, files: list[File]) -> Loaded:
    """The toy, with all that can stand beside it, and these files in the place of its own."""
    shutil.copytree(TOY, folder)
    (folder / "published").mkdir()
    for path, text in (MORE | {file.path: file.text for file in files}).items():
        (folder / path).write_text(text, "utf-8", newline="")
    return load(folder, DAY)


def are_whole(made: Site, base: KnowledgeBase) -> None:
    frame = made.frame((), Setting("What keepers do", "style.css", "https://example.org/edit/docs/"))
    for page in made.pages.values():
        if page.article not in clean_articles():
            is_whole(page, frame.around(page))
    for export in made.exports:
        is_read(export.address, export.content)


def is_whole(page: Page, html: str) -> None:
    tree = tree_of(html)
    assert foreign(tree) == [], f"{page.address}: {foreign(tree)}"
    title = tree.find("head/title").text
    assert one_line(title) == one_line(f"{page.title} – Lights"), page.address
    said = tree.find("head/meta[@name='description']").get("content")
    assert one_line(said) == one_line(page.description or "What keepers do"), page.address


@cache
def clean_articles() -> frozenset[str]:
    """The articles of the toy itself: they need not be read for every case."""
    with tempfile.TemporaryDirectory() as place:
        base = loaded_with(Path(place, "toy"), []).base
    return frozenset(page.article for page in Site(base, "", True, IMPRINT).pages.values())


def is_read(address: str, content: str | bytes) -> None:
    """A file that programs read: as they read it, it must be whole."""
    text = content if isinstance(content, str) else "" if address.endswith(".inv") else content.decode()
    match address.rpartition(".")[2]:
        case "json" | "jsonld":
            json.loads(text)
        case "xml":
            ElementTree.fromstring(text)
        case "csv":
            rows = list(csv.reader(io.StringIO(text, newline="")))
            assert {len(row) for row in rows} == {len(rows[0])}, address
        case "html":
            assert foreign(tree_of(text)) == [], f"{address}: {foreign(tree_of(text))}"
        case "js" if text.startswith("kbSearch("):
            json.loads(f"[{text.removeprefix('kbSearch(').rstrip().removesuffix(')')}]")


TARGETS: dict[str, Callable] = {
    "notations": notations,
    "records bent": record,
    "records worded": record,
    "records damaged": record,
    "bibliographies": bibliography,
    "sites": site,
}
