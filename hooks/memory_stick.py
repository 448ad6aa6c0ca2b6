"""The whole built site as one zip, to be carried on a memory stick and read without a server.

The same files, added in the same order for the same day, give the same bytes: all are of that day, all with the same rights.
What is as it was in an earlier zip is copied from there, compressed as it lies.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from zip_records import DEFLATED, STORED, beginning_at, day_of, end_of_zip, header, listed, name_of, read_list

FOLDER = "peer-support-site"
OLDEST = date(1980, 1, 1)  # zip files know no earlier day

_LEVEL = 1  # of 9: a tenth larger than with the usual 6, in less than half of the time
_BARE = -zlib.MAX_WBITS  # without the header of zlib, as zip wants it
_SHORT = 512  # bytes; what is shorter is stored as it is, for it would hardly become smaller
_PIECE = 1 << 20  # bytes that are copied at a time


class Pack:
    """A zip in the making, to be closed by ``with``. ``folder`` is what unzipping makes.

    ``earlier`` is a zip that was made by this class with the same ``folder`` and the same zlib. Files can be taken over from it
    if it is of the same day.
    """

    def __init__(self, target: Path, day: date, folder: str = FOLDER, earlier: Path | None = None) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        self._folder, self._day = folder, max(day, OLDEST)
        self._file, self._earlier = target.open("wb"), earlier.open("rb") if earlier else None
        self._there = dict(_places(self._earlier, self._day)) if self._earlier else {}
        self._run = 0, 0  # the part of the earlier zip that is to be copied next: many files at once
        self._listed, self._count = bytearray(), 0  # all files so far
        self._spot = 0  # where the next file begins

    def __enter__(self) -> Pack:
        return self

    def __exit__(self, *_: object) -> None:
        self._copy_run()
        self._file.write(self._listed + end_of_zip(self._count, len(self._listed), self._spot))
        self._file.close()
        if self._earlier:
            self._earlier.close()

    def add(self, address: str, content: bytes) -> None:
        """Put a file behind the others."""
        way, packed = STORED, content
        if len(content) >= _SHORT:
            way, packed = DEFLATED, zlib.compress(content, _LEVEL, _BARE)
        one = listed(self._name(address), self._day, way, zlib.crc32(content), len(packed), len(content))
        self._copy_run()
        self._list(one, self._spot)
        self._write(header(one) + packed)

    def take_over(self, address: str) -> bool:
        """Put a file behind the others that has the same bytes as in the earlier zip; False if it must be added instead."""
        if (name := self._name(address)) not in self._there:
            return False
        one, start, end = self._there[name]
        if start != self._run[1]:
            self._copy_run()
            self._run = start, start
        self._list(one, self._spot + start - self._run[0])
        self._run = self._run[0], end
        return True

    def _name(self, address: str) -> bytes:
        return f"{self._folder}/{address}".encode()

    def _list(self, one: bytes, spot: int) -> None:
        self._listed += beginning_at(one, spot)
        self._count += 1

    def _copy_run(self) -> None:
        start, end = self._run
        for spot in range(start, end, _PIECE):
            self._earlier.seek(spot)
            self._write(self._earlier.read(min(_PIECE, end - spot)))
        self._run = 0, 0

    def _write(self, content: bytes) -> None:
        self._file.write(content)
        self._spot += len(content)


def pack_folder(source: Path, target: Path, day: date, folder: str) -> None:
    """Write a zip of all files in a folder, in the order of their names."""
    with Pack(target, day, folder) as pack:
        for address, path in sorted(files_under(str(source))):
            pack.add(address, Path(path).read_bytes())


def files_under(folder: str, inside: str = "") -> Iterator[tuple[str, str]]:
    """Every file by its address, seen from the folder, and by its path; both as texts, for thousands of paths take time."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from files_under(entry.path, f"{inside}{entry.name}/")
            elif entry.is_file():
                yield f"{inside}{entry.name}", entry.path


def _places(earlier: BinaryIO, day: date) -> Iterator[tuple[bytes, tuple[bytes, int, int]]]:
    """Every file of a zip that is of this day, by its name: how it is listed, where it begins and ends."""
    of_day = day_of(listed(b"", day, STORED, 0, 0, 0))
    for one, start, end in read_list(earlier):
        if day_of(one) == of_day:
            yield name_of(one), (one, start, end)
