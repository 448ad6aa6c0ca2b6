"""A folder in, the knowledge base and everything wrong with it out: the one call that everybody makes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from .links import Links
from .model import KINDS, HandPage, KnowledgeBase, Record, Work
from .problems import Place, Problem, in_order
from .reading.bibtex import read_bibtex
from .reading.folders import PAGES, other_files, page_files, record_files
from .reading.pages import read_page
from .reading.records import read_record
from .reading.text import read_text
from .reading.works import read_work
from .rules import broken_rules

BIBLIOGRAPHY = "bibliography.bib"


@dataclass(frozen=True)
class Loaded:
    """What was read from a folder. ``problems`` are in order of place, the fatal and the others together."""

    base: KnowledgeBase
    problems: tuple[Problem, ...]

    @property
    def fatal(self) -> tuple[Problem, ...]:
        return tuple(problem for problem in self.problems if problem.fatal)


def load(root: Path, today: date) -> Loaded:
    """Read ``data/``, ``bibliography.bib`` and ``docs/`` under a folder, and hold the rules against the whole.

    The rules ask about the whole, so they are held only if every file could be read.
    """
    problems: list[Problem] = []
    records = tuple(_records(root, problems))
    works = tuple(_works(root, problems))
    pages = tuple(_pages(root, problems))
    base = KnowledgeBase(tuple(sorted(records, key=_order)), works, pages, other_files(root))
    if not any(problem.fatal for problem in problems):
        problems += broken_rules(Links(base), today)
    return Loaded(base, in_order(problems))


def build_day() -> date:
    """The day a build counts as its own: that of SOURCE_DATE_EPOCH if it is set, else today's, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    is_moment = re.fullmatch(r"[0-9]{1,11}", epoch)
    moment = datetime.fromtimestamp(int(epoch), UTC) if is_moment else datetime.now(UTC)
    return moment.date()


def _order(record: Record) -> tuple[int, str, str]:
    return [kind.folder for kind in KINDS].index(record.kind), record.title.casefold(), record.id


def _records(root: Path, problems: list[Problem]) -> Iterator[Record]:
    owners: dict[str, str] = {}
    for kind, path in record_files(root, problems):
        shown = path.relative_to(root).as_posix()
        if earlier := owners.get(path.stem):
            message = f'an id must be used once: found "{path.stem}", which is {earlier}'
            problems.append(Problem(Place(shown), message, "id-twice", fatal=True))
        owners.setdefault(path.stem, shown)
        text, found = read_text(path, shown)
        record = None
        if text is not None:
            record, found = read_record(text, shown, path.stem, kind)
        problems += found
        if record:
            yield record


def _works(root: Path, problems: list[Problem]) -> Iterator[Work]:
    text, found = read_text(root / BIBLIOGRAPHY, BIBLIOGRAPHY)
    problems += found
    entries, found = read_bibtex(text or "", BIBLIOGRAPHY)
    problems += found
    for entry in entries:
        work, found = read_work(entry)
        problems += found
        if work:
            yield work


def _pages(root: Path, problems: list[Problem]) -> Iterator[HandPage]:
    for path in page_files(root, problems):
        shown = path.relative_to(root).as_posix()
        text, found = read_text(path, shown)
        problems += found
        if text is not None:
            yield read_page(text, shown, path.relative_to(root / PAGES).as_posix())
