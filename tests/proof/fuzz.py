"""Invents records, bibliographies, notations and whole small sites: python3 tests/proof/fuzz.py --minutes 20 --seed 1

Whatever stands in the files, there must be problems or pages: no traceback, no endless work, no page that says something
else than its record. Each target is a function of a drawn case that fails by an assertion or by any error. Prints how many
cases each target had, how many seeds that were, counted up from the first, and every case that failed, made as small as it
gets. Exit code 1 if any did.
"""

from __future__ import annotations

import argparse
import faulthandler
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(ROOT / "tests" / "proof")]

from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: E402 (found on the path above)
from invented import CASES  # noqa: E402
from targets import TARGETS  # noqa: E402

LONGEST_CASE = 120  # seconds; whatever takes longer is taken for endless, and where it hangs is printed
ROUND = 50  # cases between two looks at the clock


def run_target(name: str, cases: int, number: int, watch: Callable[[], None] = lambda: None) -> int:
    """Try so many invented cases on a target; gives how many there were. Raises the error of the smallest that fails."""
    seen = Counter()

    def tried(case: object) -> None:
        watch()
        seen["cases"] += 1
        TARGETS[name](case)

    phases = (Phase.generate, Phase.shrink)
    limits = settings(max_examples=cases, database=None, deadline=None, phases=phases, suppress_health_check=list(HealthCheck))
    seed(number)(limits(given(CASES[name])(tried)))()
    return seen["cases"]


def rounds(minutes: float, first: int) -> Iterator[int]:
    """Seeds, one after another, until the time is up."""
    end = time.monotonic() + minutes * 60
    number = first
    while time.monotonic() < end:
        yield number
        number += 1


def watch_for_hanging() -> None:
    faulthandler.dump_traceback_later(LONGEST_CASE, exit=True)


def fuzz(minutes: float, first: int, names: list[str]) -> tuple[Counter[str], list[str]]:
    """How many cases each target had, and what failed: target, seed and error."""
    counts: Counter[str] = Counter()
    failures: list[str] = []
    for number in rounds(minutes, first):
        counts["rounds, each with a seed of its own"] += 1
        for name in names:
            try:
                counts[name] += run_target(name, ROUND, number, watch_for_hanging)
            except Exception:
                failures.append(f"{name}, seed {number}\n{traceback.format_exc()}")
                print(failures[-1], flush=True)
    faulthandler.cancel_dump_traceback_later()
    return counts, failures


def main() -> int:
    parser = argparse.ArgumentParser(description="Invent records, bibliographies, notations and sites, and look for trouble.")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--targets", nargs="*", default=sorted(TARGETS), choices=sorted(TARGETS))
    options = parser.parse_args()
    counts, failures = fuzz(options.minutes, options.seed, options.targets)
    for name, cases in sorted(counts.items()):
        print(f"{cases:9,}  {name}")
    print(f"{len(failures):9,}  failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
