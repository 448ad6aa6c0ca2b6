"""Lets atheris look for texts that reach new lines of the code: guided.py TARGET --minutes 5, where atheris is installed

It is in no lock, so install it by hand: `pip install atheris` in an environment of your own that has requirements/test.txt.
A text that fails is printed with its error. Targets: yaml, bibtex, notations, latex. Needs Linux.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(ROOT / "tests" / "proof")]

with atheris.instrument_imports(include=["knowledgebase"]):
    import targets

    from knowledgebase.reading.latex import decode, undecodable

from invented import BIBLIOGRAPHY, File, original  # noqa: E402

KEEPER = "data/definitions/keeper.yml"
LONGEST = 4_000  # characters of a text; what grows with its length shows in these


def latex(text: str) -> None:
    """The runs of a value: none empty, and neighbours differ in their marks."""
    runs = decode(text)
    assert all(run.text for run in runs)
    assert all((one.protected, one.italic) != (other.protected, other.italic) for one, other in pairwise(runs))
    assert all(command.startswith("\\") for command in undecodable(text))


TARGETS: dict[str, Callable[[str], None]] = {
    "yaml": lambda text: targets.record(File(KEEPER, text)),
    "bibtex": lambda text: targets.bibliography(File(BIBLIOGRAPHY, text)),
    "notations": targets.notations,
    "latex": latex,
}
SEEDS = {"yaml": original(KEEPER), "bibtex": original(BIBLIOGRAPHY), "notations": "[[a|b]] [@ash2001, p. 3] *c*", "latex": "\\'{e} {\\\"U}ber $x^2$ \\emph{a} \\url{b}"}  # fmt: skip


def tried(target: Callable[[str], None]) -> Callable[[bytes], None]:
    def one(data: bytes) -> None:
        text = data.decode("utf-8", "ignore")[:LONGEST]
        try:
            target(text)
        except Exception:
            print(repr(text), flush=True)
            raise

    return one


def main() -> None:
    parser = argparse.ArgumentParser(description="Look for texts that reach new lines of the code, and fail there.")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, required=True, help="a folder that keeps the texts found, for the next run")
    options = parser.parse_args()
    options.corpus.mkdir(parents=True, exist_ok=True)
    (options.corpus / "original").write_text(SEEDS[options.target], "utf-8")
    limits = [f"-max_total_time={options.minutes * 60:.0f}", f"-seed={options.seed}", f"-max_len={LONGEST}", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *limits, str(options.corpus)], tried(TARGETS[options.target]))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
