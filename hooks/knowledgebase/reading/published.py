"""The folder ``published/`` into what was promised: the ledger of addresses, the short codes, what was removed or changed.

In the lists a line that begins with "# " is a comment. Only scripts/publish.py writes them; removed.yml and changes.yml are
written by editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from ..model.published import ADDRESS, Change, Edition, Promise, PublishedForm, ShortCode, Tombstone, Written
from ..problems import Place, Problem
from .findings import what_is_wrong
from .yaml_tree import read_yaml

FOLDER = "published"
LEDGER, CODES, REMOVED = f"{FOLDER}/addresses.txt", f"{FOLDER}/codes.txt", f"{FOLDER}/removed.yml"
CLAIMS, CHANGES, EDITIONS = f"{FOLDER}/claims.txt", f"{FOLDER}/changes.yml", f"{FOLDER}/editions.txt"
_CODE = re.compile(r"(?P<code>[a-z0-9]{4,}(?:-[1-9][0-9]*)?)\t(?P<address>\S+)")
_FORM = re.compile(
    r"(?P<address>\S+)\t(?P<code>[a-z0-9]{4,})-v(?P<version>[1-9][0-9]*)\t(?P<day>[0-9-]{10})\t(?P<print>[0-9a-f]{16}|gone|note)"
)
_EDITION = re.compile(r"(?P<day>[0-9-]{10})\t(?P<checksum>[0-9a-f]{64})")
_BY_PROGRAM = "only scripts/publish.py writes this file"
Entry = TypeVar("Entry", bound=Written)


def read_ledger(text: str) -> tuple[tuple[Promise, ...], tuple[Problem, ...]]:
    """Every address that was ever published, one a line."""
    lines = tuple(_lines(text, LEDGER))
    wrong = (place for place, line in lines if not ADDRESS.fullmatch(line))
    must = "a line must be one address, such as challenges/few-hours.html#paid; only scripts/publish.py writes this file"
    problems = tuple(Problem(place, must, "not-an-address", fatal=True) for place in wrong)
    return (() if problems else tuple(Promise(line, place) for place, line in lines)), problems


def read_codes(text: str) -> tuple[tuple[ShortCode, ...], tuple[Problem, ...]]:
    """Every short code with what it was given to: the code, a tab, the address."""
    found = [(place, _CODE.fullmatch(line)) for place, line in _lines(text, CODES)]
    must = "a line must be a code, a tab and an address; only scripts/publish.py writes this file"
    wrong = (place for place, match in found if not (match and ADDRESS.fullmatch(match["address"])))
    problems = [Problem(place, must, "not-a-code", fatal=True) for place in wrong]
    codes = tuple(ShortCode(match["code"], match["address"], place) for place, match in found if match)
    problems += _twice(codes)
    return (() if problems else codes), tuple(problems)


def read_removed(text: str) -> tuple[tuple[Tombstone, ...], tuple[Problem, ...]]:
    """What was removed: a list of address, when, why and, where something takes its place, instead."""
    return _read_list(text, REMOVED, Tombstone)


def read_changes(text: str) -> tuple[tuple[Change, ...], tuple[Problem, ...]]:
    """Notes of what changed: a list of day, address, kind, note."""
    return _read_list(text, CHANGES, Change)


def read_claims(text: str) -> tuple[tuple[PublishedForm, ...], tuple[Problem, ...]]:
    """In which form everything was published, and with which version of its record: four fields with tabs between them."""
    lines = tuple(_lines(text, CLAIMS))
    forms = [_form(line, place) for place, line in lines]
    must = f"a line must be an address, a version, a day and a fingerprint, with tabs between them; {_BY_PROGRAM}"
    problems = tuple(
        Problem(place, must, "not-a-form", fatal=True) for (place, _), form in zip(lines, forms, strict=True) if not form
    )
    return (() if problems else tuple(form for form in forms if form)), problems


def read_editions(text: str) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """Every edition: its day, a tab, and the checksum of its file. What the files hold is not read here."""
    found = [(place, _EDITION.fullmatch(line)) for place, line in _lines(text, EDITIONS)]
    must = f"a line must be a day, a tab and a SHA-256 in 64 signs; {_BY_PROGRAM}"
    wrong = tuple(Problem(place, must, "not-an-edition", fatal=True) for place, match in found if not _has_day(match))
    editions = (Edition(date.fromisoformat(match["day"]), match["checksum"], place) for place, match in found if match)
    return (() if wrong else tuple(editions)), wrong


def _read_list(text: str, path: str, entry: type[Entry]) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of a list that editors write; each knows the place of its address."""
    tree, source, problems = read_yaml(text, path)
    if tree is None:
        return (), problems
    try:
        entries = TypeAdapter(tuple[entry, ...]).validate_python(tree)
    except ValidationError as error:
        return (), what_is_wrong(error, tuple[entry, ...], source)
    return tuple(one.standing_at(source.place((n, "address"))) for n, one in enumerate(entries)), ()


def _form(line: str, place: Place) -> PublishedForm | None:
    found = _FORM.fullmatch(line)
    if not _has_day(found) or not ADDRESS.fullmatch(found["address"]):
        return None
    day = date.fromisoformat(found["day"])
    return PublishedForm(found["address"], found["code"], int(found["version"]), day, found["print"], place)


def _has_day(found: re.Match[str] | None) -> bool:
    """Whether a line is as it must be, and its day is in the calendar."""
    try:
        return bool(found and date.fromisoformat(found["day"]))
    except ValueError:
        return False


def _lines(text: str, path: str) -> Iterator[tuple[Place, str]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.startswith("# "):
            yield Place(path, number), line


def _twice(codes: tuple[ShortCode, ...]) -> Iterator[Problem]:
    first: dict[str, ShortCode] = {}
    for code in codes:
        if first.setdefault(code.code, code) is not code:
            message = f'a code must be given out once: found "{code.code}" again, which line {first[code.code].place.line} has'
            yield Problem(code.place, message, "code-twice", fatal=True)
