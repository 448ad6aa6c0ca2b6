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
_HEADER = 30  # bytes in front of a file, before its name
_NAME_LENGTH, _EXTRA_LENGTH = slice(26, 28), slice(28, 30)  # of the header


class _Packed(NamedTuple):
    """A file as it lies in a zip."""

    method: int
    crc: int
    size: int
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
            _put(whole, _entry(f"{folder}/{name}", day), kept.get(name) or _packed(path))


def _files(folder: str, inside: str = "") -> Iterator[tuple[str, str]]:
    """Every file by its address, seen from the folder, and by its path; both as texts, for thousands of paths take time."""
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{inside}{entry.name}/")
            elif entry.is_file():
                yield f"{inside}{entry.name}", entry.path


def _packed(path: str) -> _Packed:
    with open(path, "rb") as file:
        content = file.read()
    if len(content) < _SHORT:
        return _Packed(zipfile.ZIP_STORED, zlib.crc32(content), len(content), content)
    squeezing = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)  # without the header of zlib, as zip wants it
    squeezed = squeezing.compress(content) + squeezing.flush()
    return _Packed(zipfile.ZIP_DEFLATED, zlib.crc32(content), len(content), squeezed)


def _from(earlier: Path, folder: str, names: Collection[str]) -> dict[str, _Packed]:
    """Files of an earlier zip, by their addresses; those that it does not hold are left out."""
    whole = earlier.read_bytes()
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        entries = ((entry.filename.removeprefix(f"{folder}/"), entry) for entry in packed.infolist())
        return {name: _taken(entry, whole) for name, entry in entries if name in names}


def _taken(entry: zipfile.ZipInfo, whole: bytes) -> _Packed:
    header = whole[entry.header_offset : entry.header_offset + _HEADER]
    lengths = (int.from_bytes(header[part], "little") for part in (_NAME_LENGTH, _EXTRA_LENGTH))
    start = entry.header_offset + _HEADER + sum(lengths)
    return _Packed(entry.compress_type, entry.CRC, entry.file_size, whole[start : start + entry.compress_size])


def _put(whole: zipfile.ZipFile, entry: zipfile.ZipInfo, packed: _Packed) -> None:
    """Write a file behind the others; the list of all, at the end of the zip, is written when it is closed."""
    entry.compress_type, entry.CRC, entry.file_size = packed.method, packed.crc, packed.size
    entry.compress_size, entry.header_offset = len(packed.content), whole.start_dir
    header = entry.FileHeader(zip64=False)
    whole.fp.write(header + packed.content)
    whole.start_dir += len(header) + len(packed.content)
    whole.filelist.append(entry)
    whole.NameToInfo[entry.filename] = entry


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    day = max(day, OLDEST)
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.external_attr, entry.create_system = READABLE, MADE_ON_UNIX
    return entry
