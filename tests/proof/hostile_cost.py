"""What hostile files cost: python3 tests/proof/hostile_cost.py [WORDS OF A CASE]

Each case of ``costly`` is checked in a process of its own. Prints its CPU seconds and its peak of memory beyond those of the
toy knowledge base as it is, and the first problem told. Exit code 1 if one costs more than MOST_SECONDS or MOST_MEGABYTES.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "proof")]

from costly import CASES, TOY, Files  # noqa: E402

from benchmark.timing import Cost, cost_of  # noqa: E402 (found on the path above)

MOST_SECONDS, MOST_MEGABYTES = 1.0, 200
_CHECK = f"""
import sys; sys.path.insert(0, "{ROOT / "hooks"}")
from datetime import date
from pathlib import Path
from knowledgebase.load import load
problems = load(Path("."), date(2026, 11, 22)).problems
Path("told").write_text(str(problems[0])[:90] if problems else "no problem")
"""


def cost_of_check(files: Files) -> tuple[Cost, str]:
    """What checking the toy costs with these files in the place of its own, and what it tells first."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(TOY, Path(place, "toy")))
        for path, text in files.items():
            (folder / path).write_text(text, "utf-8")
        tried = [cost_of([sys.executable, "-c", _CHECK], folder) for _ in range(2)]
        return min(tried, key=lambda cost: cost.cpu), (folder / "told").read_text("utf-8")


def is_too_much(name: str, start: Cost) -> bool:
    """Measure a case and print its row."""
    cost, told = cost_of_check(CASES[name]())
    seconds, megabytes = max(cost.cpu - start.cpu, 0), max(cost.memory - start.memory, 0)
    bad = seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES
    print(f"{'!' if bad else ' '} {seconds:5.2f} s {megabytes:5.0f} MB  {name}  |  {told}", flush=True)
    return bad


def main(words: str) -> int:
    start, _ = cost_of_check({})
    names = [name for name in CASES if words in name]
    bad = sum(is_too_much(name, start) for name in names)
    print(f"{len(names)} cases, {bad} of which cost more than {MOST_SECONDS:.0f} s or {MOST_MEGABYTES} MB.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
