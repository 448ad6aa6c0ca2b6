"""Makes .venv, the folder with everything the other scripts run with, from the locked requirements.

`prepare` is the one call. A mark inside .venv says which locks it was filled from, so a second run has nothing to do; a run
that was broken off leaves the mark "unfinished", and the next one starts again from nothing.
Runs before anything is installed: standard library only, and readable by Pythons too old to go on with.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import shutil
import sys
from pathlib import Path
from typing import Iterable

from steps import CannotGoOn, Run, run, say

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
RUNTIME = ("runtime.txt",)
TEST = ("runtime.txt", "test.txt")  # each lock holds the ones before it, so only the last is installed
UNFINISHED = "unfinished"

# What pip says → what it means, tried in this order.
PIP_TROUBLE = (
    (r"No space left", "The disk is full. Make room, then run this again."),
    (r"Permission denied|Read-only file system", "The folder {venv} cannot be written to. Change its owner or delete it."),
    (
        r"DO NOT MATCH THE HASHES",
        "A downloaded package is not the one that {lock} promises, so it was not installed."
        " Run this again; if it stays so, tell the maintainers.",
    ),
    (
        r"NewConnectionError|name resolution|Max retries|ProxyError|SSLError|[Tt]imed? ?out|Connection(Error| broken)",
        "The packages cannot be downloaded. Check the internet connection (or pip's proxy settings), then run this again.",
    ),
    (
        r"No matching distribution",
        "A package was not found: its index cannot be reached, or has no file for this Python or computer; {log} says more.",
    ),
    (r"", "The packages could not be installed; {log} says why."),
)


def prepare(locks: tuple[str, ...], root: Path = ROOT, run: Run = run) -> Path:
    """Make .venv hold what `locks` (names in requirements/) list, and give the path of its Python.

    `run` starts a program as `steps.run` does. Raises `CannotGoOn` with what is missing and how to get it.
    """
    refuse_old_python(sys.version_info)
    venv = root / ".venv"
    wanted = [f"{name} {digest(root / 'requirements' / name)}" for name in locks]
    if not set(wanted) <= set(marks(venv)) or not can_import(venv, "pip, mkdocs", run):
        fill(venv, root / "requirements" / locks[-1], wanted, run)
    return python_of(venv)


def fill(venv: Path, lock: Path, wanted: list[str], run: Run) -> None:
    """Install `lock` into `venv`, made anew where it does not work or was left unfinished."""
    if UNFINISHED in marks(venv) or not can_import(venv, "pip", run):
        make(venv, run)
    mark(venv, [UNFINISHED])
    install(venv, lock, run)
    mark(venv, wanted)


def refuse_old_python(version: tuple[int, ...]) -> None:
    """The scripts need OLDEST_PYTHON; `version` is (major, minor, ...)."""
    if tuple(version[:2]) < OLDEST_PYTHON:
        needed, found = (".".join(str(number) for number in numbers[:2]) for numbers in (OLDEST_PYTHON, version))
        raise CannotGoOn(f"Python {needed} or newer is needed, and this is Python {found}. Get it from python.org.")


def make(venv: Path, run: Run) -> None:
    """An empty environment in the place of whatever is there."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise CannotGoOn("Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv")
    say("Making .venv ...")
    remove(venv)
    venv.mkdir()
    mark(venv, [UNFINISHED])
    base = getattr(sys, "_base_executable", None) or sys.executable  # works even from inside the .venv just removed
    if run([base, "-m", "venv", venv], output=log_of(venv)) != 0:
        raise CannotGoOn(f"The folder {venv} could not be made; {log_of(venv)} says why.")


def remove(place: Path) -> None:
    """Take away a folder, or a file or link that stands where a folder must be."""
    if place.is_symlink() or place.is_file():
        place.unlink()
    elif place.exists():
        shutil.rmtree(place)


def install(venv: Path, lock: Path, run: Run) -> None:
    """Exactly the packages of `lock`, each checked against its hash; ready-made files only, so nothing is compiled."""
    say(f"Installing {len(packages(lock))} packages into .venv (a minute the first time) ...")
    exact = ["--require-hashes", "--only-binary", ":all:"]
    log_of(venv).unlink(missing_ok=True)
    command = [python_of(venv), "-m", "pip", "install", "--quiet", *exact, "--requirement", lock]
    if run(command, output=log_of(venv)) != 0:
        raise CannotGoOn(why_pip_failed(venv, lock))


def why_pip_failed(venv: Path, lock: Path) -> str:
    """The sentence of the first trouble that pip's words in the log fit."""
    words = log_of(venv).read_text(encoding="utf-8", errors="replace")
    meaning = next(meaning for sign, meaning in PIP_TROUBLE if re.search(sign, words))
    return meaning.format(venv=venv, lock=lock, log=log_of(venv))


def packages(lock: Path) -> list[str]:
    """The packages a lock names, such as `mkdocs==1.6.1`; one that differs between Pythons counts once."""
    pins = re.findall(r"^([\w.-]+)==\S+", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return sorted(set(pins))


def can_import(venv: Path, modules: str, run: Run) -> bool:
    """Whether the environment's Python starts, is new enough and has `modules`."""
    question = f"import sys, {modules}; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    try:
        return run([python_of(venv), "-c", question], output="nowhere") == 0
    except OSError:  # no such program, or not one for this computer
        return False


def python_of(venv: Path) -> Path:
    return venv / "Scripts" / "python.exe" if sys.platform == "win32" else venv / "bin" / "python"


def log_of(venv: Path) -> Path:
    return venv / "install.log"


def marks(venv: Path) -> list[str]:
    """The lines of the mark: `<lock> <sha256>` each, or UNFINISHED; none for an environment made by someone else."""
    place = venv / "filled-from.txt"
    return place.read_text(encoding="utf-8").splitlines() if place.exists() else []


def mark(venv: Path, lines: Iterable[str]) -> None:
    (venv / "filled-from.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def digest(lock: Path) -> str:
    return hashlib.sha256(lock.read_bytes()).hexdigest()
