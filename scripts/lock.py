"""Writes requirements/*.txt anew from requirements/*.in: every package, its exact version and its hashes.

Run it after a change of an .in file; with --upgrade it takes the newest versions that the .in files allow. The locks hold
for Linux, macOS and Windows and for every Python from 3.11 on.
"""

from __future__ import annotations

import ctrl_c  # noqa: F401 (first of all: from here on it answers Ctrl-C)

# isort: split
import argparse
import sys
import tempfile
from pathlib import Path

from environment import OLDEST_PYTHON, ROOT, TEST, python_of, refuse_old_python
from steps import CannotGoOn, Ending, conclude, run, say

RESOLVER = "uv==0.13.9"  # needed for this job only, so it lives in a throwaway folder


def main(arguments: list[str]) -> Ending:
    options = read(arguments)
    refuse_old_python(sys.version_info)
    with tempfile.TemporaryDirectory() as folder:
        python = get_resolver(Path(folder))
        for name in TEST:
            lock(python, Path("requirements", name), options.upgrade)
    return Ending(0, f"The locks in {ROOT / 'requirements'} are up to date. Now run: python3 scripts/test.py")


def read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Write requirements/*.txt anew from requirements/*.in.")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that the .in files allow")
    return parser.parse_args(arguments)


def get_resolver(folder: Path) -> Path:
    say(f"Getting {RESOLVER} into a throwaway folder ...")
    python = python_of(folder)
    made = run([sys.executable, "-m", "venv", folder]) == 0
    if not made or run([python, "-m", "pip", "install", "--quiet", RESOLVER]) != 0:
        raise CannotGoOn(f"{RESOLVER} could not be installed; the lines above say why.")
    return python


def lock(python: Path, target: Path, upgrade: bool) -> None:
    """One lock for all platforms. Ready-made files only, and no address of a package index in it."""
    say(f"Locking {target} ...")
    everywhere = ["--universal", "--python-version", ".".join(map(str, OLDEST_PYTHON)), "--no-python-downloads"]
    content = ["--generate-hashes", "--only-binary", ":all:", "--no-emit-index-url", "--no-emit-find-links", "--quiet"]
    heading = ["--custom-compile-command", "python3 scripts/lock.py"]
    files = ["--output-file", target, target.with_suffix(".in"), *(["--upgrade"] if upgrade else [])]
    if run([python, "-m", "uv", "pip", "compile", *everywhere, *content, *heading, *files], cwd=ROOT) != 0:
        raise CannotGoOn(f"{target} could not be locked; the lines above say why.")


if __name__ == "__main__":
    sys.exit(conclude(lambda: main(sys.argv[1:])))
