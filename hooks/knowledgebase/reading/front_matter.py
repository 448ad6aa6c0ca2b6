"""The fields at the head of a hand-written page, between two lines of ``---``: read as strictly as a record.

The site generator would take a mistake in them for text, pass over it, or stop with a message that only programmers understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..problems import Place, Problem, Source, suggestion
from ..syntax import MOST_NOTATIONS, Text, parse, too_many_notations
from .yaml_tree import Tree, read_yaml

FIELDS = ("title", "description")
MOST_TICKS = 20_000

_WHOLE = re.compile(r"---[ \t]*\n(?P<fields>(?:(?!---|\.\.\.).*\n)*)(?P<end>(?:---|\.\.\.)[ \t]*(?:\n|\Z))")
_TAKEN_FOR_FIELD = re.compile(r" {0,3}(?P<word>[A-Za-z0-9_-]+):")


def end_of_fields(text: str) -> int:
    """Where the text of a page begins, after its fields."""
    found = _WHOLE.match(text)
    return found.end() if found else 0


def more_than_any_page(text: str) -> str:
    """What no page holds, and would keep its readers busy for long."""
    if found := too_many_notations(text):
        return f"a page must hold at most {MOST_NOTATIONS:,} notations: found {found:,}"
    if (found := text.count("`")) > MOST_TICKS:
        return f"a page must hold at most {MOST_TICKS:,} marks of code, `: found {found:,}"
    return ""


def misread_fields(text: str, path: str) -> Iterator[Problem]:
    """What is wrong at the head of a page, and what no page can mean to hold."""
    if unheard_of := more_than_any_page(text):
        yield _fatal(Place(path), unheard_of, "too-much")
    if text.startswith("---"):
        yield from _in_fields(text, path)
    elif taken := _TAKEN_FOR_FIELD.match(text):
        must = f'a page must not begin with a word and ":", which is taken for a field and not shown: found "{taken["word"]}:"'
        yield _fatal(Place(path, 1, 1), f"{must}; begin with a heading, or put fields between two lines of ---", "page-fields")


def _in_fields(text: str, path: str) -> Iterator[Problem]:
    whole = _WHOLE.match(text)
    if whole is None:
        must = 'the fields of a page must end with a line "---"'
        yield _fatal(Place(path, 1, 1), f"{must}: found none; a page without fields must not begin with ---", "page-fields")
        return
    tree, source, problems = read_yaml(text[: whole.start("end")], path, "a page")
    yield from problems
    if not problems and not isinstance(tree, dict):
        found = "nothing" if not tree else "a list" if isinstance(tree, list) else f'"{tree}"'
        message = f'the fields of a page must be written "name: value": found {found}'
        yield _fatal(Place(path, 1, 1), message, "page-fields")
    elif not problems:
        yield from (problem for name, value in tree.items() for problem in _in_field(name, value, source))


def _in_field(name: str, value: Tree, source: Source) -> Iterator[Problem]:
    if name not in FIELDS:
        meant = suggestion(name, FIELDS) or f"; its fields are {', '.join(FIELDS)}"
        yield _fatal(source.place_of_key((name,)), f'a page has no field "{name}"{meant}', "unknown-field")
    elif not (isinstance(value, str) and value.strip() and "\n" not in value.strip()):
        yield _fatal(source.place((name,)), f'"{name}" must be a line of text: found {_kind_of(value)}', "wrong-kind")
    elif any(not isinstance(part, Text) for part in parse(value)):
        message = f'"{name}" must hold no notation: found "{value}"; write the words themselves'
        yield _fatal(source.place((name,)), message, "misplaced-notation")


def _kind_of(value: Tree) -> str:
    if isinstance(value, str):
        return f'"{value}"' if value.strip() else "nothing"
    return "fields" if isinstance(value, dict) else f"[{', '.join(map(str, value))}]"


def _fatal(place: Place, message: str, rule: str) -> Problem:
    return Problem(place, message, rule, fatal=True)
