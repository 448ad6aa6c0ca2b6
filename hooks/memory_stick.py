"""The whole built site as one zip, to be carried on a memory stick and read without a server.

The same site built for the same day gives the same bytes: files in order, all of that day, all with the same rights. Headers
are written by the standard library. What did not change since an earlier zip is copied from there, compressed as it lies.
"""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

FOLDER = "peer-support-site"
OLDEST = date(1980, 1, 1)  # zip files know no earlier day
READABLE = 0o644 << 16  # rights as zip files keep them: the owner writes, everybody reads
MADE_ON_UNIX = 3  # without this, the rights are not heeded

_LEVEL = 1  # of 9: a tenth larger than with the usual 6, in less than half of the time
_SHORT = 512  # bytes; what is shorter is stored as it is, for it would hardly become smaller


class _Packed(NamedTuple):
    """A file as it lies in a zip. ``entry`` describes it, but for the day and the place."""

    entry: zipfile.ZipInfo
    content: bytes


def pack_site(
    site: Path, target: Path, day: date, folder: str = FOLDER, earlier: Path | None = None, unchanged: Collection[str] = ()
) -> None:
    """Write the zip of a site to ``target``, which may lie in it and is then left out; ``folder`` is what unzipping makes.

    ``unchanged`` are the addresses of files that have the same bytes as in ``earlier``, a zip that was packed by this function
    with the same ``folder`` and the same zlib. They are not read again; the zip has the same bytes as without.
    """
    kept = _from(earlier, folder, unchanged) if earlier else {}
    files = {name: path for name, path in _files(str(site)) if path != str(target)}
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as whole:
        for name, path in sorted(files.items()):
            _put(whole, kept.get(name) or _packed(f"{folder}/{name}", path), max(day, OLDEST))


def _files(folder: str, inside: str = "") -> Iterator[tuple[str, str]]:
    """Every file by its address, seen from the folder, and by its path; both as texts, for thousands of paths take time."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{inside}{entry.name}/")
            elif entry.is_file():
                yield f"{inside}{entry.name}", entry.path


def _packed(name: str, path: str) -> _Packed:
    with open(path, "rb") as file:
        content = file.read()
    entry = zipfile.ZipInfo(name)
    entry.external_attr, entry.create_system = READABLE, MADE_ON_UNIX
    entry.CRC, entry.file_size = zlib.crc32(content), len(content)
    if len(content) >= _SHORT:
        squeezing = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)  # without the header of zlib, as zip wants it
        content = squeezing.compress(content) + squeezing.flush()
        entry.compress_type = zipfile.ZIP_DEFLATED
    entry.compress_size = len(content)
    return _Packed(entry, content)


def _from(earlier: Path, folder: str, names: Collection[str]) -> dict[str, _Packed]:
    """Files of an earlier zip, by their addresses; those that it does not hold are left out."""
    whole = earlier.read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        entries, end_of_last = packed.infolist(), packed.start_dir
    ends = (*(entry.header_offset for entry in entries[1:]), end_of_last)  # nothing lies between a file and the one behind it
    found = ((entry.filename.removeprefix(f"{folder}/"), entry, end) for entry, end in zip(entries, ends, strict=True))
    return {name: _Packed(entry, whole[end - entry.compress_size : end]) for name, entry, end in found if name in names}


def _put(whole: zipfile.ZipFile, packed: _Packed, day: date) -> None:
    """Write a file behind the others; the list of all, at the end of the zip, is written when it is closed."""
    entry, content = packed
    entry.date_time, entry.header_offset = (day.year, day.month, day.day, 0, 0, 0), whole.start_dir
    header = entry.FileHeader(zip64=False)
    whole.fp.write(header + content)
    whole.start_dir += len(header) + len(content)
    whole.filelist.append(entry)
