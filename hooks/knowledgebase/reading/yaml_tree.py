"""YAML text into a tree of lists, mappings and texts that remembers where each value stands.

Every scalar is read as text (``no``, ``10:30`` and ``2022-12-11`` mean themselves); the field decides its type.
Anchors, aliases, tags, merge keys and several documents have no place in a record and are problems.
The tree is built from parser events with a stack of our own, so deep nesting cannot exhaust the interpreter's.
The ordinary record has nothing of all this, and ``ordinary_yaml`` reads it in a fraction of the time.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from ..problems import Location, Place, Problem, Source, Spot, Spots, at_most
from .ordinary_yaml import Tree, ordinary_tree
from .text import CONTROL

DEEPEST = 20
MOST_PROBLEMS = 100  # told of one file; more are no slips, but the wrong file
_CUT_OFF = re.compile(r"[ \t]+(#[^\n]*)")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Refused(Exception):
    """Ends the reading of one file at its first problem that leaves nothing to go on with."""

    def __init__(self, offset: int, message: str, rule: str) -> None:
        self.offset, self.message, self.rule = offset, message, rule


@dataclass
class _Open:
    """A list or mapping that has been opened and not yet closed."""

    value: list | dict
    location: Location
    start: int
    key: str | None = None


@dataclass
class _Builder:
    text: str
    whole: str
    spots: dict[Location, Spot] = field(default_factory=dict)
    keys: dict[Location, Spot] = field(default_factory=dict)
    twice: list[tuple[int, str]] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    root: Tree | None = None
    documents: int = 0

    def take(self, event: yaml.Event) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.DocumentStartEvent):
            self._document(start)
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            message = f"{self.whole} must not use YAML anchors or aliases: found {_word(self.text, start)}"
            raise _Refused(start, message, "yaml-anchor")
        elif isinstance(event, yaml.NodeEvent) and _tagged(event):
            raise _Refused(start, f"{self.whole} must not use YAML tags: found {_word(self.text, start)}", "yaml-tag")
        elif isinstance(event, yaml.ScalarEvent):
            if cut := not event.style and _CUT_OFF.match(self.text, end):
                raise _Refused(end, _cut_off(cut[1]), "cut-off-text")
            self._scalar(event.value, Spot(start, end))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open([] if isinstance(event, yaml.SequenceStartEvent) else {}, start)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._close(end)

    def _document(self, start: int) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _Refused(start, 'a file must hold one record: found a second document after "---"', "yaml-documents")

    def _scalar(self, text: str, spot: Spot) -> None:
        if control := CONTROL.search(text):
            message = f"a text must hold no control characters: found U+{ord(control[0]):04X}; write it without the escape"
            raise _Refused(spot.start, message, "control-character")
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self._take_key(top, text, spot)
        else:
            self._place_value(text, spot)

    def _take_key(self, top: _Open, key: str, spot: Spot) -> None:
        if key == "<<":
            raise _Refused(spot.start, f"{self.whole} must not use YAML merge keys: found <<", "yaml-anchor")
        if key in top.value:
            self.twice.append((spot.start, key))
        top.key = key
        self.keys[(*top.location, key)] = spot

    def _open(self, value: list | dict, start: int) -> None:
        if len(self.stack) >= DEEPEST:
            raise _Refused(start, f"{self.whole} must not be nested deeper than {DEEPEST} levels", "yaml-depth")
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            must = "the name of a field must be plain text: found a list or mapping"
            raise _Refused(start, f"{must}; a text that begins with a bracket goes into a block", "yaml-syntax")
        location = self._place_value(value, Spot(start, start))
        self.stack.append(_Open(value, location, start))

    def _close(self, end: int) -> None:
        closed = self.stack.pop()
        self.spots[closed.location] = Spot(closed.start, end)

    def _place_value(self, value: Tree, spot: Spot) -> Location:
        if not self.stack:
            self.root, location = value, ()
        else:
            location = self._into(self.stack[-1], value)
        self.spots[location] = spot
        return location

    def _into(self, top: _Open, value: Tree) -> Location:
        if isinstance(top.value, list):
            top.value.append(value)
            return (*top.location, len(top.value) - 1)
        location, top.key, key = (*top.location, top.key), None, top.key
        top.value[key] = value
        return location


def read_yaml(text: str, path: str, whole: str = "a record") -> tuple[Tree | None, Source, tuple[Problem, ...]]:
    """The tree of a YAML text, the text with its places, and what is wrong with it. No tree if it cannot be read.

    ``whole`` is what messages call the file.
    """
    source = Source(path, text, spots_in)
    if (tree := ordinary_tree(text)) is not None:
        return tree, source, ()
    builder = _Builder(text, whole)
    problems = tuple(at_most(MOST_PROBLEMS, _building_problems(builder, text, path)))
    return (None if problems else builder.root), source, problems


def spots_in(text: str) -> Spots:
    """Where each value of a YAML text stands, as far as the text can be read."""
    builder = _Builder(text, "")
    deque(_building_problems(builder, text, ""), maxlen=0)
    return Spots(builder.spots, builder.keys)


def _building_problems(builder: _Builder, text: str, path: str) -> Iterator[Problem]:
    where = Source(path, text)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except _Refused as refused:
        yield Problem(where.at(refused.offset), refused.message, refused.rule, fatal=True)
    except yaml.MarkedYAMLError as error:
        yield _syntax_problem(error, path)
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the loader without C raises these at odd escapes
        yield Problem(Place(path), f"this is not YAML: {error}", "yaml-syntax", fatal=True)
    for offset, key in builder.twice:
        yield Problem(where.at(offset), f'a field must be given once: found "{key}" again', "field-twice", fatal=True)


def _syntax_problem(error: yaml.MarkedYAMLError, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    said = " ".join(filter(None, [error.context, error.problem]))
    return Problem(place, f"this is not YAML: {said}{_hint(said)}", "yaml-syntax", fatal=True)


_HINTS = {
    "mapping values are not allowed": '; does the text hold ": "? Put it in a block: "field: >-" and the text indented below',
    "cannot start any token": "; indent with spaces, not tabs, and put text that begins with a sign in a block",
    "could not find expected ':'": '; each line of a text must be indented below its "field: >-"',
    "did not find expected key": "; are the lines of this field indented alike, and its quotes closed?",
    "did not find expected ',' or": '; is a bracket not closed, or does " #" cut the line off?',
    "scanning a quoted scalar": "; is a quote not closed? Text with quotes goes into a block",
    "found a tab character": "; indent with spaces, not tabs",
    "unknown escape character": "; a text with a backslash goes into a block",
    "found incompatible YAML": "; leave out the line that begins with %",
    "did not find expected '-' indicator": "; are the items of this list indented alike?",
}


def _hint(said: str) -> str:
    return next((hint for start, hint in _HINTS.items() if start in said), "")


def _cut_off(lost: str) -> str:
    must = 'a text must not be followed by " #", which cuts off the rest of its line'
    return f'{must}: found "{lost.strip()}"; put it in quotes if it is text, or on a line of its own if it is a comment'


def _tagged(event: yaml.NodeEvent) -> bool:
    return bool(event.tag) if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) else False


def _word(text: str, start: int) -> str:
    return (text[start : start + 60].split() or ["nothing"])[0]
