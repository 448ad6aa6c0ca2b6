"""The records of a zip file that stand around its files, after APPNOTE.TXT, the specification that PKWARE publishes.

Before each file stands a header, and at the end a list of all files, with where each begins, and where the list begins.
The standard library writes and reads them too, but an object for each of thousands of files, in every build, takes longer than
copying the files themselves. What is written here is what it reads (tests/test_download.py).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

STORED, DEFLATED = 0, 8  # the ways in which a file lies in the zip

_LISTED = struct.Struct("<4s6H3L5H2L")  # a file in the list; its name comes behind
_END = struct.Struct("<4s4H2LH")
_LARGE_END = struct.Struct("<4sQ2H2L4Q")  # of more files than _END can count, with _LOCATOR to find it
_LOCATOR = struct.Struct("<4sLQL")
_SPOT = struct.Struct("<L")  # where a file begins; it stands in the list
_SPOT_AT = 42
_UNIX, _VERSION, _LARGE_VERSION = 3 << 8, 20, 45
_READABLE = 0o644 << 16  # rights as Unix keeps them: the owner writes, everybody reads
_UTF8 = 1 << 11
_MOST = 0xFFFF  # files that _END can count
_UNSAID = 0xFFFFFFFF


def listed(name: bytes, day: date, way: int, checksum: int, packed: int, size: int) -> bytes:
    """A file as it is listed, but for where it begins. ``packed`` are its bytes in the zip, ``size`` those that come out."""
    of_day = (day.year - 1980) << 9 | day.month << 5 | day.day
    flags = 0 if name.isascii() else _UTF8
    about = (_VERSION, flags, way, 0, of_day, checksum, packed, size, len(name))
    return _LISTED.pack(b"PK\1\2", _UNIX | _VERSION, *about, 0, 0, 0, 0, _READABLE, 0) + name


def header(one: bytes) -> bytes:
    """What stands before a file, from how it is listed: the same in the same order."""
    return b"PK\3\4" + one[6:32] + one[_LISTED.size :]


def beginning_at(one: bytes, spot: int) -> bytes:
    """A file as it is listed, with where it begins."""
    return one[:_SPOT_AT] + _SPOT.pack(spot) + one[_LISTED.size :]


def end_of_zip(count: int, size: int, spot: int) -> bytes:
    """What stands behind a list of so many files, of so many bytes, that begins at a spot."""
    if count < _MOST:
        return _END.pack(b"PK\5\6", 0, 0, count, count, size, spot, 0)
    version = _UNIX | _LARGE_VERSION
    large = _LARGE_END.pack(b"PK\6\6", _LARGE_END.size - 12, version, _LARGE_VERSION, 0, 0, count, count, size, spot)
    return large + _LOCATOR.pack(b"PK\6\7", 0, spot + size, 1) + _END.pack(b"PK\5\6", 0, 0, _MOST, _MOST, _UNSAID, _UNSAID, 0)


def read_list(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Every file of a zip that was made of these records: how it is listed, where it begins and where the next thing does."""
    size, spot = _where_the_list_is(file)
    file.seek(spot)
    every = list(_parted(file.read(size)))
    spots = [_SPOT.unpack_from(one, _SPOT_AT)[0] for one in every]
    return zip(every, spots, [*spots[1:], spot], strict=False)


def name_of(one: bytes) -> bytes:
    """The name of a file that is listed so."""
    return one[_LISTED.size :]


def day_of(one: bytes) -> bytes:
    """The day and time of a file that is listed so; to be compared."""
    return one[12:16]


def _where_the_list_is(file: BinaryIO) -> tuple[int, int]:
    """Of how many bytes the list is, and where it begins."""
    file.seek(-_END.size, os.SEEK_END)
    *_, count, size, spot, _ = _END.unpack(file.read())
    if count == _MOST:
        file.seek(-_END.size - _LOCATOR.size - _LARGE_END.size, os.SEEK_END)
        *_, size, spot = _LARGE_END.unpack(file.read(_LARGE_END.size))
    return size, spot


def _parted(whole: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(whole):
        length = _LISTED.size + int.from_bytes(whole[at + 28 : at + 30], "little")  # of the name
        yield whole[at : at + length]
        at += length
