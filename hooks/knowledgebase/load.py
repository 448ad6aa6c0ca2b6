"""A folder in, the knowledge base and everything wrong with it out: the one call that everybody makes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from .links import Links
from .model import KINDS, HandPage, Kind, KnowledgeBase, Record, Work
from .problems import Place, Problem, in_order
from .reading.bibtex import read_bibtex
from .reading.pages import read_page
from .reading.records import kind_of_folder, read_record, unknown_kind
from .reading.text import read_text, what_is
from .reading.works import read_work
from .rules import broken_rules

DATA, BIBLIOGRAPHY, PAGES = "data", "bibliography.bib", "docs"
_NO_KINDS = frozenset({"schema", "README.md"})
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})  # what MkDocs takes for a page


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
    base = KnowledgeBase(tuple(sorted(records, key=_order)), works, pages, _other_files(root))
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
    for kind, path in _record_files(root, problems):
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


def _record_files(root: Path, problems: list[Problem]) -> Iterator[tuple[Kind, Path]]:
    for folder in _listed(root, root / DATA, problems):
        if folder.name in _NO_KINDS:
            continue
        if not os.path.isdir(folder):
            problems.append(_no_folder(folder, root))
            continue
        kind = kind_of_folder(folder.name)
        if kind is None:
            problems.append(unknown_kind(folder.name, Place(folder.relative_to(root).as_posix())))
            continue
        for path in _listed(root, folder, problems):
            if path.suffix == ".yml" and os.path.isfile(path):
                yield kind, path
            else:
                problems.append(_no_record(path, root))


def _no_record(path: Path, root: Path) -> Problem:
    meant = f'; did you mean "{path.stem}.yml"?' if path.suffix in {".yaml", ".YML", ".txt", ".json"} else ""
    what = "" if os.path.isfile(path) else f", which is {what_is(path)}"
    message = f'a folder of records must hold files named ID.yml only: found "{path.name}"{what}{meant}'
    return Problem(Place(path.relative_to(root).as_posix()), message, "not-a-record", fatal=True)


def _no_folder(path: Path, root: Path) -> Problem:
    message = f'data/ must hold a folder for each kind and no files beside README.md: found "{path.name}"'
    return Problem(Place(path.relative_to(root).as_posix()), message, "not-a-record", fatal=True)


def _listed(root: Path, folder: Path, problems: list[Problem]) -> list[Path]:
    """What a folder holds, in order, but for hidden files."""
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        message = f"this folder cannot be read: {error.strerror or error}"
        problems.append(Problem(Place(folder.relative_to(root).as_posix()), message, "unreadable-file", fatal=True))
        return []


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
    for path in _files(root / PAGES):
        if bad := _unpublishable(path):
            problems.append(Problem(Place(path.relative_to(root).as_posix()), bad, "unreadable-file", fatal=True))
        if bad or path.suffix not in _MARKDOWN:
            continue
        shown = path.relative_to(root).as_posix()
        text, found = read_text(path, shown)
        problems += found
        if text is not None:
            yield read_page(text, shown, path.relative_to(root / PAGES).as_posix())


def _other_files(root: Path) -> tuple[str, ...]:
    pages = root / PAGES
    return tuple(path.relative_to(pages).as_posix() for path in _files(pages) if path.suffix not in _MARKDOWN)


def _files(folder: Path) -> list[Path]:
    """Every file under a folder, in order; folders, unless they are links in a circle, and what is hidden are none."""
    found: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        circles = [name for name in folders if _in_a_circle(Path(here, name))]
        found += [Path(here, name) for name in (*circles, *names) if not name.startswith(".")]
    return sorted(found)


def _in_a_circle(path: Path) -> bool:
    """Whether a link leads to a folder that it stands in itself."""
    return os.path.islink(path) and os.path.realpath(path) in map(os.path.realpath, path.parents)


def _unpublishable(path: Path) -> str:
    """Why a file under docs/ would break the build, or nothing."""
    if _in_a_circle(path):
        return "a link must not lead to a folder that it stands in"
    if not os.path.isfile(path):
        return f"this must be a file: found {what_is(path)}"
    return "" if path.name.isprintable() else "the name of a file must be letters and signs that can be shown"
