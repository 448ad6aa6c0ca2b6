"""The folder measured/ into what was measured. Programs write its files, so one message is enough for all slips."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from ..model.measured import Measured
from ..model.records import Part
from ..model.speed import Speed
from ..problems import Place, Problem

SITE, SPEED = "measured/site.json", "measured/speed.json"
Result = TypeVar("Result", bound=Part)


def read_measured(text: str) -> tuple[Measured | None, tuple[Problem, ...]]:
    """The measurement of the built site, or the problem that keeps the text from holding one."""
    return _read(Measured, text, SITE, "scripts/measure.py")


def read_speed(text: str) -> tuple[Speed | None, tuple[Problem, ...]]:
    """The measurement of how fast sites are built, or the problem that keeps the text from holding one."""
    return _read(Speed, text, SPEED, "scripts/bench.py")


def _read(model: type[Result], text: str, file: str, script: str) -> tuple[Result | None, tuple[Problem, ...]]:
    try:
        return model.model_validate_json(text), ()
    except ValidationError as error:
        first = error.errors()[0]
        found = " ".join(filter(None, [".".join(map(str, first["loc"])), first["msg"]]))
        message = f"this file must be as {script} writes it: found {found}; run {script} again"
        return None, (Problem(Place(file), message, "unreadable-file", fatal=True),)
