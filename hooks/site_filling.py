"""Fills the folder of a new site: what would come out the same is taken over from the site that is there, by a hard link.

So a build writes only what changed. Where the disk knows no links, files are copied. Every file goes into the zip of the whole
site too, while its content is at hand. Knows no site generator.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from memory_stick import Pack, files_under
from site_memory import Left, Memory, left

if TYPE_CHECKING:
    from knowledgebase.writing.batches import Batch

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
What = TypeVar("What")


class Filling:
    """One new site in the making, to be completed by ``with``. Then ``batches`` and ``files`` are what to remember of it.

    What others have put into the folder stays. ``zip_at`` is the address of the zip of the whole site, which is made for a day.
    """

    def __init__(self, new: Path, memory: Memory, zip_at: str, day: date) -> None:
        self._new, self._memory, self._zip_at = str(new), memory, zip_at
        earlier = Path(memory.site, zip_at) if memory.is_as_left(zip_at) else None
        self._there = sorted(files_under(str(new))) if new.exists() else []
        self._pack = Pack(new / zip_at, day, earlier=earlier)
        self.batches: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.files: dict[str, Left] = {}

    def __enter__(self) -> Filling:
        return self

    def __exit__(self, *error: object) -> None:
        with self._pack:
            if error == (None, None, None):
                self._pack_what_is_there()
        self.files[self._zip_at] = left(os.stat(f"{self._new}/{self._zip_at}"))

    def add(self, batches: Iterable[Batch]) -> None:
        """Put the files of batches in their places; only those are made whose key is another than before."""
        for batch in batches:
            addresses = self._memory.addresses(batch.name, batch.key)
            if addresses is None:
                addresses = tuple(self._put(file.address, file.content) for file in batch.make())
            else:
                for address in addresses:
                    self._take_over(address)
            self.batches[batch.name] = batch.key, addresses

    def _put(self, address: str, content: str | bytes) -> str:
        encoded = content.encode() if isinstance(content, str) else content
        if self._is_as_before(address, encoded):
            self._take_over(address)
        else:
            self.files[address] = _in_place(_written, encoded, f"{self._new}/{address}")
            self._pack.add(address, encoded)
        return address

    def _is_as_before(self, address: str, content: bytes) -> bool:
        """Whether a file that was made anew came out the same."""
        if not self._memory.is_as_left(address):
            return False
        return self._memory.files[address][0] == len(content) and Path(self._memory.site, address).read_bytes() == content

    def _take_over(self, address: str) -> None:
        old = f"{self._memory.site}/{address}"
        self.files[address] = _in_place(_linked, old, f"{self._new}/{address}") or self._memory.files[address]
        if not self._pack.take_over(address):
            self._pack.add(address, Path(old).read_bytes())

    def _pack_what_is_there(self) -> None:
        """What others have put into the folder, unless it was replaced."""
        for address, path in self._there:
            if address not in self.files and address != self._zip_at:
                self.files[address] = left(os.stat(path))
                self._pack.add(address, Path(path).read_bytes())


def _in_place(put: Callable[[What, str], Left | None], what: What, place: str) -> Left | None:
    """Put something in a place, of which the folder may not be there yet, and where something else may be."""
    try:
        return put(what, place)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
    except FileExistsError:
        os.unlink(place)
    return put(what, place)


def _written(content: bytes, place: str) -> Left:
    """A file in a place where none may be, by asking the system as little as can be: there are thousands of files."""
    file = os.open(place, _NEW, 0o666)
    try:
        done = os.write(file, content)
        while done < len(content):  # as where a disk fills up: the next try says why
            done += os.write(file, memoryview(content)[done:])
        return left(os.fstat(file))
    finally:
        os.close(file)


def _linked(old: str, place: str) -> Left | None:
    """A link is as the old file was; of a copy that is not certain."""
    try:
        os.link(old, place)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:
        shutil.copy2(old, place)
        return left(os.stat(place))
    return None
