"""A record's file into a ``Record``; everything that keeps it from being one, said in the editor's words."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.kinds import KINDS, Kind
from ..model.records import Record
from ..problems import Location, Place, Problem, Source, suggestion
from ..syntax import ID
from .yaml_tree import read_yaml

RESERVED_IDS = frozenset({"index", "404", "search", "assets", "con", "prn", "aux", "nul"})
RESERVED_ANCHORS = frozenset(
    "top in-short claims differ unknown related references references-second-hand linked-from reviewed".split()
    + "positions pairs facts compared qualities figure".split()
    + "figure-lying-title figure-lying-desc figure-upright-title figure-upright-desc".split()
)

_BY_FOLDER = {kind.folder: kind for kind in KINDS}


def kind_of_folder(folder: str) -> Kind | None:
    return _BY_FOLDER.get(folder)


def unknown_kind(folder: str, place: Place) -> Problem:
    message = f'a folder in data/ must be a kind of record: found "{folder}"{suggestion(folder, _BY_FOLDER)}'
    return Problem(place, message, "unknown-kind", fatal=True)


def read_record(text: str, path: str, record_id: str, kind: Kind) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record that a text describes, or the problems that keep it from being one."""
    tree, source, problems = read_yaml(text, path)
    problems += tuple(_id_problems(record_id, path))
    if tree is None and not problems:
        problems = (_fatal(Place(path, 1, 1), "a record must have fields: found an empty file", "empty-file"),)
    if problems:
        return None, problems
    try:
        record = kind.record.read(record_id, kind.folder, source, tree)
    except ValidationError as error:
        saying = _Saying(kind, source)
        return None, tuple(saying.problem(detail) for detail in error.errors() if not _follows_from_another(detail))
    problems = tuple(_anchor_problems(record))
    return (None, problems) if problems else (record, ())


def _id_problems(record_id: str, path: str) -> Iterator[Problem]:
    if not re.fullmatch(ID, record_id):
        message = f'the file name is the id and must be in a-z, 0-9 and single "-": found "{record_id}"{_as_id(record_id)}'
        yield _fatal(Place(path), message, "bad-id")
    elif record_id in RESERVED_IDS or re.fullmatch(r"(com|lpt)\d", record_id):
        yield _fatal(Place(path), f'"{record_id}" is reserved and must not be the id of a record', "bad-id")


def _anchor_problems(record: Record) -> Iterator[Problem]:
    for n, alias in enumerate(record.aliases):
        if alias in RESERVED_IDS:
            yield _fatal(record.place("aliases", n), f'"{alias}" is reserved and must not be an earlier id', "bad-id")
    seen: set[str] = set()
    for location, name in _anchors(record):
        if name in RESERVED_ANCHORS or name.startswith("ref-"):
            message = f'"{name}" is the name of a part of the page and must not be an id in a record'
            yield _fatal(record.place(*location), message, "bad-id")
        if name in seen:
            yield _fatal(record.place(*location), f'an id must be used once in a record: found "{name}" again', "id-twice")
        seen.add(name)


def _anchors(record: Record) -> Iterator[tuple[Location, str]]:
    """Every id that becomes an anchor of the record's page."""
    for n, claim in enumerate(record.claims):
        yield ("claims", n, "id"), claim.id
        yield from ((("claims", n, "aliases", m), alias) for m, alias in enumerate(claim.aliases))
    yield from record.own_ids()


def _names_a_key(detail: ErrorDetails) -> bool:
    """Whether the name of a field was found wrong, and not its value; pydantic says so with a last step "[key]"."""
    return detail["loc"][-1:] == ("[key]",) and detail["type"] == "enum"


def _follows_from_another(detail: ErrorDetails) -> bool:
    """Whether a list was only found too short because entries of it were already found wrong."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _as_id(found: str) -> str:
    meant = re.sub(r"[^a-z0-9]+", "-", found.lower()).strip("-")
    return f'; did you mean "{meant}"?' if re.fullmatch(ID, meant) else ""


def _fatal(place: Place, message: str, rule: str) -> Problem:
    return Problem(place, message, rule, fatal=True)


class _Saying:
    """Says pydantic's findings about one file: what must be, what was found, what may be meant."""

    def __init__(self, kind: Kind, source: Source) -> None:
        self.kind, self.source = kind, source

    def problem(self, detail: ErrorDetails) -> Problem:
        names_a_key = _names_a_key(detail)
        location = detail["loc"][:-1] if names_a_key else detail["loc"]
        is_key = names_a_key or detail["type"] == "extra_forbidden"
        place = self.source.place_of_key(location) if is_key else self.source.place(location)
        say = self._SAY.get(detail["type"], _Saying._other)
        rule, message = say(self, location, detail)
        return _fatal(place, message, rule)

    def _missing(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        if location[-1] == "cite":
            return self._no_source(location)
        field = self._model(location[:-1]).model_fields[location[-1]]
        says = (field.description or "").split("\n")[0]
        return "missing-field", f'{self._part(location[:-1])} must have the field "{location[-1]}": {says}'

    def _extra(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        known = self._model(location[:-1]).model_fields
        meant = suggestion(str(location[-1]), known) or f"; its fields are {', '.join(known)}"
        return "unknown-field", f'{self._part(location[:-1])} has no field "{location[-1]}"{meant}'

    def _choice(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        choices = re.findall(r"'([^']+)'", detail["ctx"]["expected"])
        name = f"the name of {_KEY_NAMES[location[-2]]}" if _names_a_key(detail) else _quoted(location)
        meant = suggestion(detail["input"], choices) if isinstance(detail["input"], str) else ""
        return "wrong-value", f"{name} must be one of {', '.join(choices)}: found {_shown(detail['input'])}{meant}"

    def _pattern(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        found, name = str(detail["input"]), _quoted(location)
        if "\n" in found:
            return "wrong-value", f"{name} must be one line: found {len(found.strip().splitlines())} lines"
        if "p[0-9]" in detail["ctx"]["pattern"]:
            return "wrong-value", f'{name} must hold paragraphs such as p018: found "{found}"{_as_paragraph(found)}'
        if "A-Z" in detail["ctx"]["pattern"]:
            return "wrong-value", f'{name} must be a key of bibliography.bib: found "{found}"'
        return "bad-id", f'{name} must be in a-z, 0-9 and single "-": found "{found}"{_as_id(found)}'

    def _too_few(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        least = detail["ctx"]["min_length"]
        if location[-1] == "cite":
            return self._no_source(location)
        return "wrong-value", f"{_quoted(location)} must have at least {least} {'entry' if least == 1 else 'entries'}"

    def _no_source(self, location: Location) -> tuple[str, str]:
        return "no-source", f'{self._part(location[:-1])} must have at least one source in "cite"'

    def _date(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        return "wrong-value", f"{_quoted(location)} must be a date such as 2026-11-22: found {_shown(detail['input'])}"

    def _wrong_kind(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        must = self._MUST.get(detail["type"]) or f"{self._part(location)} with fields"
        name = _quoted(location) if location else "a file"
        return "wrong-kind", f"{name} must be {must}: found {_shown(detail['input'])}"

    def _empty(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        return "empty-field", f"{_quoted(location)} must not be empty"

    def _other(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        return "wrong-value", f"{_quoted(location)} is not right: {detail['msg']}"

    _SAY: dict[str, Callable[..., tuple[str, str]]] = {
        "missing": _missing,
        "extra_forbidden": _extra,
        "enum": _choice,
        "string_pattern_mismatch": _pattern,
        "too_short": _too_few,
        "string_too_short": _empty,
        "string_type": _wrong_kind,
        "tuple_type": _wrong_kind,
        "dict_type": _wrong_kind,
        "model_type": _wrong_kind,
        "date_from_datetime_parsing": _date,
        "date_from_datetime_inexact": _date,
        "date_type": _date,
        "date_parsing": _date,
    }
    _MUST = {"string_type": "text", "tuple_type": "a list", "dict_type": "fields with lists"}

    def _model(self, location: Location) -> Any:
        """What stands at a location, found by walking down the fields: a model, or the type of a plain value."""
        at: Any = self.kind.record
        for step in location:
            at = _step_into(at, step)
        return at

    def _part(self, location: Location) -> str:
        return _PART_NAMES.get(getattr(self._model(location), "__name__", ""), "a record")


_KEY_NAMES = {"see": "a relation", "aspects": "an aspect"}
_PART_NAMES = {
    "Claim": "a claim",
    "Cite": "a source",
    "Check": "a check",
    "Difference": "a difference",
    "Column": "a column of a comparison",
    "Cell": "an aspect",
    "Position": "a position",
    "Fact": "a fact",
    "Pair": "a pair",
    "Half": "one half of a pair",
}


def _step_into(at: Any, step: str | int) -> Any:
    """The type one step further in: the field of a model, the entry of a list, the value of a mapping."""
    if isinstance(at, type) and issubclass(at, BaseModel):
        return _without_none(at.model_fields[step].annotation)
    arguments = getattr(at, "__args__", (str,))
    return _without_none(arguments[0] if isinstance(step, int) else arguments[-1])


def _without_none(annotation: Any) -> Any:
    """``Check`` for ``Check | None``; anything else as it is."""
    is_union = isinstance(annotation, types.UnionType)
    return next(a for a in annotation.__args__ if a is not type(None)) if is_union else annotation


def _quoted(location: Location) -> str:
    names = [step for step in location if isinstance(step, str)]
    return f'"{names[-1]}"' if names else "a record"


def _as_paragraph(found: str) -> str:
    number = re.search(r"\d+", found)
    return f'; did you mean "p{int(number[0]):03d}"?' if number else ""


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{value if len(value) <= 60 else value[:57] + "..."}"' if value else "nothing"
    return {list: "a list", dict: "fields", type(None): "nothing"}.get(type(value), "something else")
