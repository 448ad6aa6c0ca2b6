"""The folder ``published/`` into what was promised: the ledger of addresses, the short codes, what was removed.

In the two lists a line that begins with "# " is a comment. Only scripts/publish.py writes them; removed.yml is written
by editors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import TypeAdapter, ValidationError

from ..model.published import ADDRESS, Promise, ShortCode, Tombstone
from ..problems import Place, Problem
from .findings import what_is_wrong
from .yaml_tree import read_yaml

FOLDER = "published"
LEDGER, CODES, REMOVED = f"{FOLDER}/addresses.txt", f"{FOLDER}/codes.txt", f"{FOLDER}/removed.yml"
_CODE = re.compile(r"(?P<code>[a-z0-9]{4,}(?:-[1-9][0-9]*)?)\t(?P<address>\S+)")
_TOMBSTONES = TypeAdapter(tuple[Tombstone, ...])


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
    problems = [Problem(place, must, "not-a-code", fatal=True) for place, match in found if not match]
    codes = tuple(ShortCode(match["code"], match["address"], place) for place, match in found if match)
    problems += _twice(codes)
    return (() if problems else codes), tuple(problems)


def read_removed(text: str) -> tuple[tuple[Tombstone, ...], tuple[Problem, ...]]:
    """What was removed: a list of address, when, why and, where something takes its place, instead."""
    tree, source, problems = read_yaml(text, REMOVED)
    if tree is None:
        return (), problems
    try:
        tombstones = _TOMBSTONES.validate_python(tree)
    except ValidationError as error:
        return (), what_is_wrong(error, tuple[Tombstone, ...], source)
    return tuple(stone.standing_at(source.place((n, "address"))) for n, stone in enumerate(tombstones)), ()


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
