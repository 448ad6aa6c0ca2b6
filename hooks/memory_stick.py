"""The whole built site as one zip, to be carried on a memory stick and read without a server.

The same files, added in the same order for the same day, give the same bytes: all are of that day, all with the same rights.
Headers are written by the standard library. What is as it was in an earlier zip is copied from there, compressed as it lies.
"""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

FOLDER = "peer-support-site"
OLDEST = date(1980, 1, 1)  # zip files know no earlier day
READABLE = 0o644 << 16  # rights as zip files keep them: the owner writes, everybody reads
MADE_ON_UNIX = 3  # without this, the rights are not heeded

_LEVEL = 1  # of 9: a tenth larger than with the usual 6, in less than half of the time
_SHORT = 512  # bytes; what is shorter is stored as it is, for it would hardly become smaller
_PIECE = 1 << 20  # bytes that are copied at a time


class Pack:
    """A zip in the making, to be closed by ``with``. ``folder`` is what unzipping makes.

    ``earlier`` is a zip that was made by this class with the same ``folder`` and the same zlib. Files can be taken over from it
    if it is of the same day.
    """

    def __init__(self, target: Path, day: date, folder: str = FOLDER, earlier: Path | None = None) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        day = max(day, OLDEST)
        self._folder, self._day = folder, (day.year, day.month, day.day, 0, 0, 0)
        self._whole = zipfile.ZipFile(target, "w")
        self._earlier = zipfile.ZipFile(earlier) if earlier else None
        self._there = dict(_places(self._earlier, self._day)) if self._earlier else {}
        self._run = 0, 0  # the part of the earlier zip that is to be copied next: many files at once

    def __enter__(self) -> Pack:
        return self

    def __exit__(self, *_: object) -> None:
        self._copy_run()
        self._whole.close()
        if self._earlier:
            self._earlier.close()

    def add(self, address: str, content: bytes) -> None:
        """Put a file behind the others."""
        entry = zipfile.ZipInfo(f"{self._folder}/{address}", self._day)
        entry.external_attr, entry.create_system = READABLE, MADE_ON_UNIX
        entry.CRC, entry.file_size = zlib.crc32(content), len(content)
        if len(content) >= _SHORT:
            squeezing = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)  # without the header of zlib, as zip wants it
            content = squeezing.compress(content) + squeezing.flush()
            entry.compress_type = zipfile.ZIP_DEFLATED
        entry.compress_size = len(content)
        self._copy_run()
        self._list(entry, self._whole.start_dir)
        self._write(entry.FileHeader(zip64=False) + content)

    def take_over(self, address: str) -> bool:
        """Put a file behind the others that has the same bytes as in the earlier zip; False if it must be added instead."""
        name = f"{self._folder}/{address}"
        if name not in self._there:
            return False
        entry, start, end = self._there[name]
        if start != self._run[1]:
            self._copy_run()
            self._run = start, start
        self._list(entry, self._whole.start_dir + start - self._run[0])
        self._run = self._run[0], end
        return True

    def _list(self, entry: zipfile.ZipInfo, place: int) -> None:
        """Let the list of all, which is written when the zip is closed, hold a file that begins at a place."""
        entry.header_offset = place
        self._whole.filelist.append(entry)

    def _copy_run(self) -> None:
        start, end = self._run
        for place in range(start, end, _PIECE):
            self._earlier.fp.seek(place)
            self._write(self._earlier.fp.read(min(_PIECE, end - place)))
        self._run = 0, 0

    def _write(self, content: bytes) -> None:
        self._whole.fp.write(content)
        self._whole.start_dir += len(content)


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


def _places(earlier: zipfile.ZipFile, day: tuple[int, ...]) -> Iterator[tuple[str, tuple[zipfile.ZipInfo, int, int]]]:
    """Every file of a zip that is of this day, with where it begins and ends: nothing lies between two files."""
    entries = earlier.infolist()
    starts = [entry.header_offset for entry in entries]
    for entry, start, end in zip(entries, starts, [*starts[1:], earlier.start_dir], strict=True):
        if entry.date_time == day:
            yield entry.filename, (entry, start, end)
