"""What pydantic finds wrong with a file that an editor wrote, said in the editor's words and with its place."""

from __future__ import annotations

import re
import types
from collections.abc import Callable
from typing import Any
from unicodedata import combining, normalize
from unicodedata import name as name_of

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..model.descriptions import description
from ..model.records import OWN_WORDS, Part
from ..problems import Location, Problem, Source, at_most, suggestion
from ..syntax import ID

MOST_PROBLEMS = 100  # told of one file; more are no slips, but the wrong file


def what_is_wrong(error: ValidationError, model: type[Part], source: Source) -> tuple[Problem, ...]:
    """The problems that keep a file from being what a model describes; all of them fatal."""
    saying = _Saying(model, source)
    details = (detail for detail in error.errors(include_url=False) if not _follows_from_another(detail))
    return tuple(at_most(MOST_PROBLEMS, map(saying.problem, details)))


def as_id(found: str) -> str:
    """``; did you mean "…"?`` for a text that only has to be written as an id; a letter that only looks right is named."""
    letters = "".join(sign for sign in normalize("NFKD", found.lower()) if not combining(sign))
    if alike := next((sign for sign in letters if sign.isalpha() and not sign.isascii()), ""):
        return f'; the "{alike}" in it is U+{ord(alike):04X}, {name_of(alike, "no letter")}'
    meant = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    return f'; did you mean "{meant}"?' if re.fullmatch(ID, meant) else ""


def _names_a_key(detail: ErrorDetails) -> bool:
    """Whether the name of a field was found wrong, and not its value; pydantic says so with a last step "[key]"."""
    return detail["loc"][-1:] == ("[key]",) and detail["type"] == "enum"


def _follows_from_another(detail: ErrorDetails) -> bool:
    """Whether a list was only found too short because entries of it were already found wrong."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


class _Saying:
    """Says pydantic's findings about one file: what must be, what was found, what may be meant."""

    def __init__(self, model: type[Part], source: Source) -> None:
        self.model, self.source = model, source

    def problem(self, detail: ErrorDetails) -> Problem:
        names_a_key = _names_a_key(detail)
        location = detail["loc"][:-1] if names_a_key else detail["loc"]
        is_key = names_a_key or detail["type"] == "extra_forbidden"
        place = self.source.place_of_key(location) if is_key else self.source.place(location)
        say = self._SAY.get(detail["type"], _Saying._other)
        rule, message = say(self, location, detail)
        return Problem(place, message, rule, fatal=True)

    def _missing(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        if location[-1] == "cite":
            return self._no_source(location)
        says = description(self._model(location[:-1]), location[-1]).split("\n")[0]
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
        return "bad-id", f'{name} must be in a-z, 0-9 and single "-": found "{found}"{as_id(found)}'

    def _too_few(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        least = detail["ctx"]["min_length"]
        if location[-1] == "cite":
            return self._no_source(location)
        return "wrong-value", f"{_quoted(location)} must have at least {least} {'entry' if least == 1 else 'entries'}"

    def _no_source(self, location: Location) -> tuple[str, str]:
        return "no-source", f'{self._part(location[:-1])} must have at least one source in "cite"'

    def _date(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        return "wrong-value", f"{_quoted(location)} must be a date such as 2026-11-22: found {_shown(detail['input'])}"

    def _own_words(self, location: Location, detail: ErrorDetails) -> tuple[str, str]:
        return "wrong-value", f"{_quoted(location)} must {detail['msg']}: found {_shown(detail['input'])}"

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
        OWN_WORDS: _own_words,
    }
    _MUST = {"string_type": "text", "tuple_type": "a list", "dict_type": "fields with lists"}

    def _model(self, location: Location) -> Any:
        """What stands at a location, found by walking down the fields: a model, or the type of a plain value."""
        at: Any = self.model
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
    "Help": "a file of settings",
    "Service": "a service",
    "Leave": "the way off the page",
    "Tombstone": "a removal",
    "Change": "a note of a change",
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
