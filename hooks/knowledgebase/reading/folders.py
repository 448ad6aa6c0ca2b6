"""Which files there are to read: records by their kind, hand-written pages, and what stands beside them.

What is in the place of a file and is none (a folder, a pipe, a link that leads nowhere or in a circle) is told.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from ..model import Kind
from ..problems import Place, Problem
from .records import kind_of_folder, unknown_kind
from .text import what_is

DATA, PAGES, FRONT = "data", "docs", "index.md"
_NO_KINDS = frozenset({"schema", "README.md"})
_NO_PART_OF_ADDRESSES = "the name of a file becomes part of an address and must hold no space and none of # ? : \\"
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})  # what MkDocs takes for a page


def record_files(root: Path, problems: list[Problem]) -> Iterator[tuple[Kind, str]]:
    """Every record's file, by its path under the root, with its kind; what has no place among the records is told."""
    for folder in _listed(root, DATA, problems):
        if folder.name in _NO_KINDS:
            continue
        if not os.path.isdir(folder):
            problems.append(_no_folder(Path(folder), root))
            continue
        kind = kind_of_folder(folder.name)
        if kind is None:
            problems.append(unknown_kind(folder.name, Place(f"{DATA}/{folder.name}")))
            continue
        for file in _listed(root, f"{DATA}/{folder.name}", problems):
            if file.name.endswith(".yml") and _is_file(file):
                yield kind, f"{DATA}/{folder.name}/{file.name}"
            else:
                problems.append(_no_record(Path(file), root))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is a file, or a link to one; mostly the folder itself says so."""
    return entry.is_file(follow_symlinks=False) or os.path.isfile(entry)


def _no_record(path: Path, root: Path) -> Problem:
    meant = f'; did you mean "{path.stem}.yml"?' if path.suffix in {".yaml", ".YML", ".txt", ".json"} else ""
    what = "" if os.path.isfile(path) else f", which is {what_is(path)}"
    message = f'a folder of records must hold files named ID.yml only: found "{path.name}"{what}{meant}'
    return Problem(Place(path.relative_to(root).as_posix()), message, "not-a-record", fatal=True)


def _no_folder(path: Path, root: Path) -> Problem:
    message = f'data/ must hold a folder for each kind and no files beside README.md: found "{path.name}"'
    return Problem(Place(path.relative_to(root).as_posix()), message, "not-a-record", fatal=True)


def _listed(root: Path, folder: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """What a folder under the root holds, in order, but for hidden files."""
    try:
        with os.scandir(root / folder) as entries:
            return sorted((entry for entry in entries if not entry.name.startswith(".")), key=attrgetter("name"))
    except OSError as error:
        message = f"this folder cannot be read: {error.strerror or error}"
        problems.append(Problem(Place(folder), message, "unreadable-file", fatal=True))
        return []


def page_files(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every hand-written page under docs/; a file there that would break the build is told, and a missing front page."""
    if not os.path.lexists(root / PAGES / FRONT):
        message = "the front page of the site must be there: found no such file"
        problems.append(Problem(Place(f"{PAGES}/{FRONT}"), message, "no-front-page", fatal=True))
    for path in _files(root / PAGES):
        if bad := _unpublishable(path, root / PAGES):
            problems.append(Problem(Place(path.relative_to(root).as_posix()), bad, "unreadable-file", fatal=True))
        elif path.suffix in _MARKDOWN:
            yield path


def other_files(root: Path) -> tuple[str, ...]:
    """The addresses of all the other files under docs/."""
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


def _unpublishable(path: Path, pages: Path) -> str:
    """Why a file under docs/ would break the build or could not be linked to, or nothing."""
    if _in_a_circle(path):
        return "a link must not lead to a folder that it stands in"
    if not os.path.isfile(path):
        return f"this must be a file: found {what_is(path)}"
    if not os.access(path, os.R_OK):
        return "this file cannot be opened: Permission denied"
    if not path.name.isprintable():
        return "the name of a file must be letters and signs that can be shown"
    return _NO_PART_OF_ADDRESSES if set(path.relative_to(pages).as_posix()) & set(" #?:\\") else ""
