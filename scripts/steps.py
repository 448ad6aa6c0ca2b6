"""How a script goes along and ends: a line for each step, programs it starts, and one plain last line.

`CannotGoOn` carries a sentence for people; `conclude` prints it instead of a traceback.
Standard library only, and readable by Pythons too old to go on with.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Callable, Iterable, Mapping, NamedTuple

from ctrl_c import STOPPED

# Settings of the programs we start.
SETTINGS = {
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_INPUT": "1",
    "PIP_USER": "0",
    "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD": "1",
    "DEBIAN_FRONTEND": "noninteractive",
}


Run = Callable[..., int]  # the shape of `run` below, for those who start programs through a stand-in


class CannotGoOn(Exception):
    """What is missing and how to get it, in one sentence."""


class Ending(NamedTuple):
    """How a script ended: its exit code (0 is well) and its last line."""

    code: int
    sentence: str


def say(line: str) -> None:
    """Show a step; beside the result, so that a script's output can go into a file."""
    print(line, file=sys.stderr, flush=True)


def run(
    command: Iterable[object],
    cwd: os.PathLike | None = None,
    output: os.PathLike | str | None = None,
    settings: Mapping[str, str] | None = None,
) -> int:
    """Start a program, wait for it, give its exit code.

    `output` is a file that gets its words instead of the screen, or "nowhere". When Ctrl-C is pressed, the program gets it
    too and may end in its own way before we do.
    """
    environment = {**os.environ, **SETTINGS, **(settings or {})}
    with open(os.devnull if output == "nowhere" else output or os.devnull, "ab") as file:
        words = file if output else None
        process = subprocess.Popen([str(part) for part in command], cwd=cwd, env=environment, stdout=words, stderr=words)
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.wait()
            raise


def conclude(work: Callable[[], Ending]) -> int:
    """Do `work`, which gives an Ending; print its sentence as the last line, if it has one, and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a path may hold letters that the screen does not know
    ending = ending_of(work)
    if ending.sentence:
        print(ending.sentence, file=sys.stderr if ending.code else sys.stdout, flush=True)
    return ending.code


def ending_of(work: Callable[[], Ending]) -> Ending:
    """The Ending of `work`, also where it could not go on."""
    try:
        return work()
    except CannotGoOn as reason:
        return Ending(1, str(reason))
    except KeyboardInterrupt:
        return Ending(1, STOPPED)
    except OSError as error:
        return Ending(1, f"{error.filename or 'The system'}: {error.strerror or error}.")
