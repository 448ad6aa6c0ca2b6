"""The scripts prepare their own environment: only what is needed is installed, and what goes wrong is told in a sentence.

Programs that would install something are played by `Programs`.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest

import environment
import steps


class Programs:
    """Plays the programs that `prepare` starts, and remembers which: "venv" and "pip"."""

    def __init__(self, pip_says="", has=()):
        self.started, self.pip_says, self.has = [], pip_says, set(has)

    def __call__(self, command, output=None, **_):
        words = [str(word) for word in command]
        if "-c" in words:
            return self._ask(words[2])
        self.words = words
        return self._make(Path(words[-1])) if "venv" in words else self._install(Path(output))

    def _ask(self, question):
        if not self.has:
            raise FileNotFoundError("no Python here")
        return 0 if set(re.search(r"import sys, (.*?);", question)[1].split(", ")) <= self.has else 1

    def _make(self, venv):
        assert environment.marks(venv) == [environment.UNFINISHED], "a run broken off here would go unnoticed"
        self.started.append("venv")
        self.has = {"pip"}
        return 0

    def _install(self, log):
        assert environment.marks(log.parent) == [environment.UNFINISHED], "a run broken off here would go unnoticed"
        self.started.append("pip")
        self.has |= {"mkdocs"}
        with log.open("a", encoding="utf-8") as file:
            file.write(self.pip_says)
        return 1 if "ERROR" in self.pip_says else 0


@pytest.fixture
def project(tmp_path):
    (tmp_path / "requirements").mkdir()
    for name in environment.TEST:
        (tmp_path / "requirements" / name).write_text(f"package-of-{name}==1\n", encoding="utf-8")
    return tmp_path


def fill(project, locks):
    environment.prepare(locks, project, Programs())
    return {"pip", "mkdocs"}


def nothing_there(project):
    return set()


def filled_for_the_build(project):
    return fill(project, environment.RUNTIME)


def filled_for_the_tests(project):
    return fill(project, environment.TEST)


def filled_from_an_older_lock(project):
    fill(project, environment.RUNTIME)
    (project / "requirements" / "runtime.txt").write_text("package==2\n", encoding="utf-8")
    return {"pip", "mkdocs"}


def filled_from_an_older_lock_then_by_the_tests(project):
    """The newest filling alone counts, or going back to an older lock would pass unnoticed."""
    older = (project / "requirements" / "runtime.txt").read_text(encoding="utf-8")
    filled_from_an_older_lock(project)
    fill(project, environment.TEST)
    (project / "requirements" / "runtime.txt").write_text(older, encoding="utf-8")
    return {"pip", "mkdocs"}


def broken_off(project):
    with pytest.raises(steps.CannotGoOn):
        environment.prepare(environment.RUNTIME, project, Programs(pip_says="ERROR: no"))
    return {"pip", "mkdocs"}


def made_by_hand(project):
    (project / ".venv").mkdir()
    return {"pip"}


def python_gone(project):
    fill(project, environment.RUNTIME)
    return set()


def package_gone(project):
    fill(project, environment.RUNTIME)
    return {"pip"}


def file_in_its_place(project):
    (project / ".venv").write_text("", encoding="utf-8")
    return set()


def link_to_nowhere(project):
    (project / ".venv").symlink_to(project / "nowhere")
    return set()


@pytest.mark.parametrize(
    ("before", "locks", "started"),
    [
        pytest.param(nothing_there, environment.RUNTIME, ["venv", "pip"], id="a fresh clone gets all"),
        pytest.param(filled_for_the_build, environment.RUNTIME, [], id="a second run installs nothing"),
        pytest.param(filled_for_the_tests, environment.TEST, [], id="a second test run installs nothing"),
        pytest.param(filled_for_the_tests, environment.RUNTIME, [], id="what the tests need is enough for the build"),
        pytest.param(filled_for_the_build, environment.TEST, ["pip"], id="the tests need more than the build"),
        pytest.param(filled_from_an_older_lock, environment.RUNTIME, ["pip"], id="a changed lock is installed"),
        pytest.param(filled_from_an_older_lock_then_by_the_tests, environment.RUNTIME, ["pip"], id="so is one changed back"),
        pytest.param(broken_off, environment.RUNTIME, ["venv", "pip"], id="after a run broken off all is made anew"),
        pytest.param(made_by_hand, environment.RUNTIME, ["pip"], id="an environment made by hand is kept and filled"),
        pytest.param(python_gone, environment.RUNTIME, ["venv", "pip"], id="one without a working Python is made anew"),
        pytest.param(package_gone, environment.RUNTIME, ["pip"], id="one without its packages is filled again"),
        pytest.param(file_in_its_place, environment.RUNTIME, ["venv", "pip"], id="a file in its place gives way"),
        pytest.param(link_to_nowhere, environment.RUNTIME, ["venv", "pip"], id="a dangling link in its place gives way"),
    ],
)
def test_only_what_is_needed_is_installed(project, before, locks, started):
    programs = Programs(has=before(project))
    environment.prepare(locks, project, programs)
    assert programs.started == started
    assert f"{locks[-1]} {environment.digest(project / 'requirements' / locks[-1])}" in environment.marks(project / ".venv")


def test_each_package_is_checked_against_its_hash_and_none_is_compiled(project):
    programs = Programs()
    environment.prepare(environment.TEST, project, programs)
    lock = project / "requirements" / "test.txt"
    assert programs.words[1:4] == ["-m", "pip", "install"]
    assert programs.words[5:] == ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]


def test_each_step_has_its_line(project, capsys):
    environment.prepare(environment.RUNTIME, project, Programs())
    assert capsys.readouterr().err == "Making .venv ...\nInstalling 1 packages into .venv (a minute the first time) ...\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param(
            "ERROR: [Errno 28] No space left on device", "The disk is full. Make room, then run this again.", id="full disk"
        ),
        pytest.param(
            "Failed to establish a new connection: NewConnectionError\nERROR: No matching distribution found for mkdocs==1",
            "The packages cannot be downloaded. Check the internet connection (or pip's proxy settings), then run this again.",
            id="no network",
        ),
        pytest.param(
            "ERROR: No matching distribution found for mkdocs==1",
            "A package was not found: its index cannot be reached, or has no file for this Python or computer;"
            " {log} says more.",
            id="no file for this computer",
        ),
        pytest.param(
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
            "A downloaded package is not the one that {lock} promises, so it was not installed."
            " Run this again; if it stays so, tell the maintainers.",
            id="another file than the locked one",
        ),
        pytest.param(
            "ERROR: [Errno 13] Permission denied: 'x'",
            "The folder {venv} cannot be written to. Change its owner or delete it.",
            id="not ours to write",
        ),
        pytest.param("ERROR: something new", "The packages could not be installed; {log} says why.", id="anything else"),
    ],
)
def test_a_failed_install_is_told_in_one_sentence(project, words, sentence):
    venv, lock = project / ".venv", project / "requirements" / "runtime.txt"
    with pytest.raises(steps.CannotGoOn) as refusal:
        environment.prepare(environment.RUNTIME, project, Programs(pip_says=words))
    assert str(refusal.value) == sentence.format(venv=venv, lock=lock, log=venv / "install.log")


def test_what_pip_said_in_an_earlier_run_does_not_count(project):
    environment.prepare(environment.RUNTIME, project, Programs(pip_says="WARNING: Max retries"))
    with pytest.raises(steps.CannotGoOn, match="could not be installed"):
        environment.prepare(environment.TEST, project, Programs(pip_says="ERROR: new", has={"pip", "mkdocs"}))


@pytest.mark.parametrize("version", [(3, 8, 18), (3, 10, 13), (2, 7, 18)])
def test_an_old_python_is_refused_with_what_is_needed(version):
    with pytest.raises(steps.CannotGoOn) as refusal:
        environment.refuse_old_python(version)
    found = f"{version[0]}.{version[1]}"
    assert str(refusal.value) == f"Python 3.11 or newer is needed, and this is Python {found}. Get it from python.org."


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 14, 1), (4, 0, 0)])
def test_a_new_python_is_welcome(version):
    environment.refuse_old_python(version)


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_that_cannot_make_environments_is_told_how_to(project, monkeypatch, module):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == module else find(name))
    with pytest.raises(steps.CannotGoOn, match="On Debian and Ubuntu: sudo apt install python3-venv"):
        environment.prepare(environment.RUNTIME, project, Programs())
