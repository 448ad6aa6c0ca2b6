"""measured.json into what was measured on the site. A program writes the file, so one message is enough for all slips."""

from __future__ import annotations

from pydantic import ValidationError

from ..model.measured import Measured
from ..problems import Place, Problem

FILE = "measured.json"


def read_measured(text: str) -> tuple[Measured | None, tuple[Problem, ...]]:
    """The measurement that the text of measured.json holds, or the problem that keeps it from holding one."""
    try:
        return Measured.model_validate_json(text), ()
    except ValidationError as error:
        first = error.errors()[0]
        found = " ".join(filter(None, [".".join(map(str, first["loc"])), first["msg"]]))
        message = f"this file must be as scripts/measure.py writes it: found {found}; run scripts/measure.py again"
        return None, (Problem(Place(FILE), message, "unreadable-file", fatal=True),)
