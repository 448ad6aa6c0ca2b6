"""A folder in, the knowledge base and everything wrong with it out: the one call that everybody makes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from .known import Known, digest
from .links import Links
from .model import KINDS, HandPage, Help, Kind, KnowledgeBase, Record, Work
from .model.outlines import Outline, outline
from .model.published import Published
from .model.references import References, references
from .problems import Place, Problem, in_order
from .reading import published as promises
from .reading.editions import opened
from .reading.folders import PAGES, other_files, page_files, record_files
from .reading.front_matter import misread_fields
from .reading.help import FILE as HELP
from .reading.help import read_help
from .reading.measured import SITE, SPEED, read_measured, read_speed
from .reading.pages import read_page
from .reading.record_file import RecordFile
from .reading.records import read_record
from .reading.text import read_text
from .rules import broken_by, broken_rules
from .rules.alone import Alone

BIBLIOGRAPHY = "bibliography.bib"
_PLACE_OF_KIND = {kind.folder: n for n, kind in enumerate(KINDS)}
Said = TypeVar("Said")


class Loaded(NamedTuple):
    """What was read from a folder. ``problems`` are in order of place, the fatal and the others together."""

    links: Links
    problems: tuple[Problem, ...]

    @property
    def base(self) -> KnowledgeBase:
        return self.links.base

    @property
    def fatal(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.fatal)


class _Read(NamedTuple):
    """A record that could be read, and what can be said of it by itself: all of it is known as long as its file is the same."""

    record: Record
    refer: References
    broken: Alone
    outline: Outline | None = None


Found = tuple[_Read | None, tuple[Problem, ...]]


def load(root: Path, today: date, known: Known | None = None, contents: Mapping[str, str] | None = None) -> Loaded:
    """Read ``data/``, ``bibliography.bib`` and ``docs/`` under a folder, and hold the rules against the whole.

    ``help.yml``, the folders ``measured/`` and ``published/`` are read where they are.
    The rules ask about the whole, so they are held only if every file could be read.
    ``known`` spares understanding what was read before; where ``contents`` gives, by path, a digest of what a record's file
    holds, the file is not even opened.
    """
    problems: list[Problem] = []
    read = sorted(_records(root, problems, known, contents or {}), key=_order)
    works = _works(root, problems, known or Known())
    pages = tuple(_pages(root, problems))
    settings = _if_there(root, HELP, read_help, problems) or Help.model_construct()
    measured = _if_there(root, SITE, read_measured, problems)
    speed = _if_there(root, SPEED, read_speed, problems)
    published = _published(root, problems)
    records = tuple(one.record for one in read)
    base = KnowledgeBase(records, works, pages, other_files(root), settings, measured, speed, published)
    links = Links(base, {one.record.id: one.refer for one in read}, tuple(filter(None, (one.outline for one in read))))
    if not any(problem.fatal for problem in problems):
        problems += broken_rules(links, today, {one.record.id: one.broken for one in read})
    return Loaded(links, in_order(problems))


def _order(one: _Read) -> tuple[int, str, str]:
    return _PLACE_OF_KIND[one.record.kind], one.record.title.casefold(), one.record.id


def _records(root: Path, problems: list[Problem], known: Known | None, contents: Mapping[str, str]) -> Iterator[_Read]:
    owners: dict[str, str] = {}
    for kind, shown in record_files(root, problems):
        name = shown.rpartition("/")[2].removesuffix(".yml")
        if earlier := owners.get(name):
            message = f'an id must be used once: found "{name}", which is {earlier}'
            problems.append(Problem(Place(shown), message, "id-twice", fatal=True))
        owners.setdefault(name, shown)
        read, found = _of_file(root, shown, (name, kind), known, contents.get(shown, ""))
        problems += found
        if read:
            yield read


def _of_file(root: Path, shown: str, named: tuple[str, Kind], known: Known | None, content: str) -> Found:
    """What a file holds: what is known of its content, or else what is known of its text, which is read now."""
    kept = known.get(digest(shown, content)) if known and content else None
    if kept is None:
        text, found = read_text(os.path.join(root, shown), shown)
        if text is None:
            return None, found
        content, work = digest(text), partial(_read_one, text, shown, *named)
        kept = known.of(digest(shown, content), partial(_with_outline, work)) if known else work()
    if read := kept[0]:
        name, kind = named
        read.record.read_from(name, kind.folder, RecordFile(root, shown, content))
    return kept


def _with_outline(work: Callable[[], Found]) -> Found:
    """What a file holds, with the outline that only a build asks for."""
    read, found = work()
    return (read._replace(outline=outline(read.record)) if read else None), found


def _read_one(text: str, shown: str, record_id: str, kind: Kind) -> Found:
    record, found = read_record(text, shown, record_id, kind)
    return (_Read(record, references(record), broken_by(record)) if record else None), found


def _works(root: Path, problems: list[Problem], known: Known) -> tuple[Work, ...]:
    text, found = read_text(root / BIBLIOGRAPHY, BIBLIOGRAPHY)
    problems += found
    works, found = known.of(digest(BIBLIOGRAPHY, text or ""), partial(_works_in, text or ""))
    problems += found
    return works


def _works_in(text: str) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    from .reading.bibtex import read_bibtex  # with a parser and all of LaTeX behind them, and mostly the works are known
    from .reading.works import read_works

    entries, unreadable = read_bibtex(text, BIBLIOGRAPHY)
    works, wrong = read_works(entries)
    return works, (*unreadable, *wrong)


def _pages(root: Path, problems: list[Problem]) -> Iterator[HandPage]:
    for path in page_files(root, problems):
        shown = path.relative_to(root).as_posix()
        text, found = read_text(path, shown)
        problems += found
        if text is not None:
            problems += misread_fields(text, shown)
            yield read_page(text, shown, path.relative_to(root / PAGES).as_posix())


def _published(root: Path, problems: list[Problem]) -> Published:
    """What was promised to readers; nothing, where there is no such folder."""
    return Published(
        promises=_if_there(root, promises.LEDGER, promises.read_ledger, problems) or (),
        codes=_if_there(root, promises.CODES, promises.read_codes, problems) or (),
        removed=_if_there(root, promises.REMOVED, promises.read_removed, problems) or (),
        forms=_if_there(root, promises.CLAIMS, promises.read_claims, problems) or (),
        changes=_if_there(root, promises.CHANGES, promises.read_changes, problems) or (),
        editions=tuple(opened(root, _if_there(root, promises.EDITIONS, promises.read_editions, problems) or (), problems)),
    )


def _if_there(
    root: Path, shown: str, read: Callable[[str], tuple[Said | None, tuple[Problem, ...]]], problems: list[Problem]
) -> Said | None:
    """What a file of the folder says that may be left out; ``shown`` is its path in the folder."""
    if not os.path.lexists(root / shown):
        return None
    text, found = read_text(root / shown, shown)
    said = None
    if text is not None:
        said, found = read(text)
    problems += found
    return said
