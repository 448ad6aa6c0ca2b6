"""Runs every test: python3 scripts/test.py, or some of them: python3 scripts/test.py -k citation.

Installs what the tests need first: the packages of requirements/test.txt into .venv, and a browser. All other arguments go
to pytest; paths among them count from the project's folder.
"""

from __future__ import annotations

import ctrl_c  # noqa: F401 (first of all: from here on it answers Ctrl-C)

# isort: split
import argparse
import sys

import browser
from environment import ROOT, TEST, prepare
from steps import Ending, conclude, run, say

ENDINGS = {
    0: "All tests passed.",
    1: "Some tests failed; the lines above say which.",
    5: "No test was run, because none fits what was asked for.",
}


def main(arguments: list[str]) -> Ending:
    for_pytest = read(arguments)
    python = prepare(TEST)
    found = browser.require(log=ROOT / ".venv" / "browser.log")
    say(f"Running the tests with {found} ...")
    code = run([python, "-m", "pytest", *for_pytest], cwd=ROOT, settings={"BROWSER_PATH": found})
    return Ending(code, ENDINGS.get(code, "The tests could not be run; the lines above say why."))


def read(arguments: list[str]) -> list[str]:
    parser = argparse.ArgumentParser(
        description="Install what the tests need and run them.",
        epilog="Everything else is handed to pytest, such as: -k citation, --exitfirst, tests/test_scripts.py",
        allow_abbrev=False,
    )
    return parser.parse_known_args(arguments)[1]


if __name__ == "__main__":
    sys.exit(conclude(lambda: main(sys.argv[1:])))
