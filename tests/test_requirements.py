"""The locked requirements: every package with its version and hashes, no address, and what the .in files wish for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements"
LOCKS = ["runtime.txt", "test.txt"]


def locked(name):
    """The packages of a lock: its text cut at each pin, comments left out."""
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    return re.split(r"\n(?=\S)", "\n".join(lines))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_each_package_and_its_hashes(name):
    pin = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\(\n    --hash=sha256:[0-9a-f]{64}( \\)?)+\n?")
    assert [package for package in locked(name) if not pin.fullmatch(package)] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address_and_no_folder_of_a_machine(name):
    text = (REQUIREMENTS / name).read_text(encoding="utf-8")
    assert re.findall(r"\w+://\S*|--(?:\w+-)*(?:index|links|host)\S*|\s/\w+\S*", text) == []


def test_the_tests_run_on_exactly_the_packages_of_the_site():
    assert set(locked("runtime.txt")) <= set(locked("test.txt"))


def wishes(name):
    lines = (REQUIREMENTS / name).read_text(encoding="utf-8").splitlines()
    return [Requirement(line.split("#")[0]) for line in lines if re.match(r"\w", line)]


@pytest.mark.parametrize(
    ("wish", "lock"),
    [pytest.param(wish, name, id=f"{name} {wish}") for name in LOCKS for wish in wishes(Path(name).with_suffix(".in"))],
)
def test_a_lock_grants_each_wish_of_its_in_file(wish, lock):
    pins = [re.match(r"([a-z0-9-]+)==(\S+)", package) for package in locked(lock)]
    versions = [pin[2] for pin in pins if pin[1] == wish.name]
    assert [version for version in versions if wish.specifier.contains(version)], f"run python3 scripts/lock.py: {versions}"


@pytest.mark.parametrize(
    ("package", "series"),
    [("mkdocs", "1.6."), ("mkdocs-material", "9.8."), ("bibtexparser", "2.1."), ("pydantic", "2."), ("playwright", "1.65.2")],
)
def test_the_site_stands_on_the_series_it_was_written_for(package, series):
    assert any(pin.startswith(f"{package}=={series}") for pin in locked("test.txt"))
