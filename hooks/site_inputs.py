"""Everything that a build reads, as digests: as long as they are the same, so is the site.

Contents count, not times: a file that was touched, or checked out anew, is the same file. Knows no site generator.
"""

from __future__ import annotations

import os
import stat
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

DATA = "data"  # the folder of the records
READ = ("bibliography.bib", DATA, "docs", "help.yml", "measured", "mkdocs.yml", "published")
_PROGRAM = Path(__file__).parent

Seen = tuple[str, int, int, int]  # a path, and what the system tells of it: which file, how large, when it was written


class NotPlain(Exception):
    """Something stands among the files of which no digest can be made, as a pipe or a link to a folder."""


@dataclass(frozen=True)
class Inputs:
    """Digests of what a build reads. ``seen`` is everything that was read, to tell whether it changed meanwhile."""

    program: str  # of the code, the packages that it uses and the Python that runs it
    beside_records: str  # of the program, the settings, and every file but the records
    whole: str
    seen: tuple[Seen, ...]
    records: Mapping[str, str]  # the digest of what the file of each record holds, by its path in the project

    def have_changed(self) -> bool:
        """Whether anything was written, added or taken away since it was read."""
        return any(_seen_now(one[0]) != one for one in self.seen)


def read_inputs(root: Path, names: Iterable[str], folders: Iterable[str], settings: str) -> Inputs | None:
    """The digests of what lies in a project under these names. ``folders`` and ``settings`` shape its pages too.

    None where no digest can be made: the build says what is wrong, or does without its memory.
    """
    seen: list[Seen] = []
    try:
        program = _digest([*_digests(str(_PROGRAM), seen), *_surroundings()])
        seen = [one for one in seen if not os.path.isdir(one[0])]  # Python puts what it compiles into folders of the program
        read = [line for path in (*(str(root / name) for name in names), *folders) for line in _digests(path, seen)]
    except (OSError, NotPlain):
        return None
    data = str(root / DATA) + os.sep
    records = [line for line in read if line.startswith(data)]
    contents = dict(line.removeprefix(f"{root}{os.sep}").split("\0") for line in records)
    beside = _digest([program, settings, *(line for line in read if not line.startswith(data))])
    return Inputs(program, beside, _digest([beside, *records]), tuple(seen), contents)


def token() -> str:
    """What stands for a digest where none can be made: it is never the same."""
    return os.urandom(16).hex()


def _digests(path: str, seen: list[Seen]) -> Iterator[str]:
    """A line for each file at or under a path, in order; where nothing is, that is a line too."""
    status = _status(path)
    seen.append(_as_seen(path, status))
    if status is None:
        yield path
    elif stat.S_ISDIR(status.st_mode):
        for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
            if entry.is_dir() and entry.is_symlink():
                raise NotPlain(entry.path)
            if entry.name != "__pycache__":
                yield from _digests(entry.path, seen)
    elif stat.S_ISREG(status.st_mode):
        yield f"{path}\0{blake2b(_content(path, status.st_size), digest_size=16).hexdigest()}"
    else:
        raise NotPlain(path)


def _content(path: str, size: int) -> bytes:
    """What a file of a certain size holds, by asking the system as little as can be: there are thousands of files."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        content = os.read(file, size + 1)
    finally:
        os.close(file)
    if len(content) != size:  # somebody is writing to it
        raise NotPlain(path)
    return content


def _status(path: str) -> os.stat_result | None:
    """What the system tells of a path; None where nothing is."""
    try:
        return os.stat(path)
    except FileNotFoundError:
        if os.path.lexists(path):
            raise NotPlain(path) from None
        return None


def _seen_now(path: str) -> Seen | None:
    """What is seen at a path now; None where it is no longer plain."""
    try:
        return _as_seen(path, _status(path))
    except NotPlain:
        return None


def _as_seen(path: str, status: os.stat_result | None) -> Seen:
    return (path, status.st_ino, status.st_size, status.st_mtime_ns) if status else (path, 0, 0, 0)


def _surroundings() -> list[str]:
    """The Python, and the name and version of every package that is installed beside it."""
    return [sys.version, *sorted(name for name in os.listdir(sysconfig.get_path("purelib")) if name.endswith("-info"))]


def _digest(lines: Iterable[str]) -> str:
    return blake2b("\n".join(lines).encode("utf-8", "surrogateescape"), digest_size=20).hexdigest()
