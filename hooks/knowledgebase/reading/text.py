"""A file into text: UTF-8, a byte-order mark and any line ending accepted, everything else said with its place."""

from __future__ import annotations

import os
import re
import stat
from codecs import BOM_UTF8
from pathlib import Path

from ..problems import Place, Problem, Source

# Beside control characters: line separators, marks that turn the direction of the text that follows, and no characters.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0\ufeff\ufffe\uffff]")
_MERGE_MARK = "<<<<<<< "
_MERGE = re.compile(rf"^{_MERGE_MARK}[^\n]{{1,60}}", re.MULTILINE)

_ORDINARY = bytes([*range(0x20, 0x7F), *b"\t\n\r"])  # what most of a text is, and what is not looked at twice
MOST_BYTES = 500_000  # what a record or page may hold: a hundred times a long record
MOST_LINES = 10_000  # of these
MOST_BYTES_OF_LISTS = 20_000_000  # ten thousand works, or the addresses of as many records, have a third of it
_LISTS = (".bib", ".txt", ".json")


def read_text(path: Path | str, shown: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file, line ends as ``\\n``; ``shown`` is the path that messages print."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return None, (_unreadable(Place(shown), f"this must be a file: found {what_is(path)}"),)
        is_list = shown.endswith(_LISTS)
        most = MOST_BYTES_OF_LISTS if is_list else MOST_BYTES
        if status.st_size > most:
            return None, (_unreadable(Place(shown), _too_big("bytes", most, status.st_size)),)
        with open(path, "rb", buffering=0) as file:
            raw = file.read()
        if not is_list and (lines := raw.count(b"\n")) > MOST_LINES:
            return None, (_unreadable(Place(shown), _too_big("lines", MOST_LINES, lines)),)
        return _decoded(raw, shown)
    except OSError as error:
        return None, (_unreadable(Place(shown), f"this file cannot be opened: {error.strerror or error}"),)


def out_of_the_ordinary(raw: bytes) -> str:
    """The signs of a text in UTF-8 that stand on no typewriter; there are few, so these are searched in no time."""
    return raw.translate(None, _ORDINARY).decode("utf-8", "surrogatepass")


def what_is(path: Path | str) -> str:
    """What stands in the place of a file, in words."""
    if os.path.isdir(path):
        return "a folder"
    return "a link that leads nowhere" if os.path.islink(path) else "something that is no file"


def _decoded(raw: bytes, shown: str) -> tuple[str | None, tuple[Problem, ...]]:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in raw[:2]:
        return None, (_unreadable(Place(shown, 1, 1), "the text must be saved as UTF-8: found UTF-16"),)
    raw = raw.removeprefix(BOM_UTF8)
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        return None, (_unreadable(_place_of_byte(raw, error.start, shown), _not_utf8(raw[error.start])),)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if CONTROL.search(out_of_the_ordinary(raw)):
        control = CONTROL.search(text)
        where = Source(shown, text).at(control.start())
        name = f"U+{ord(control[0]):04X}"
        return None, (_unreadable(where, f"the text must hold no control characters: found {name}; delete it"),)
    if _MERGE_MARK in text and (merged := _MERGE.search(text)):
        message = f'a merge must be brought to its end: found "{merged[0]}"; keep one of the two versions'
        return None, (_unreadable(Source(shown, text).at(merged.start()), message),)
    return text, ()


def _too_big(what: str, most: int, found: int) -> str:
    return f"a file must hold at most {most:,} {what}: found {found:,}; is it the right file?"


def _not_utf8(byte: int) -> str:
    return f"the text must be saved as UTF-8: found the byte {byte:#04x}; was it saved as Latin-1 or Windows-1252?"


def _place_of_byte(raw: bytes, offset: int, shown: str) -> Place:
    before = raw[:offset].decode("utf-8", "replace")
    return Source(shown, f"{before} ").at(len(before))


def _unreadable(place: Place, message: str) -> Problem:
    return Problem(place, message, "unreadable-file", fatal=True)
