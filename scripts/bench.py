"""Measures how fast the site is built, beside the fastest thing on the same ground: python3 scripts/bench.py

Makes an invented workload from a seed, builds plain Material (the floor) and ours in turn, and prints medians as tables; with
--json also as a file, from which the page on speed is made. Wants a quiet machine and some minutes.
"""

from __future__ import annotations

import ctrl_c  # noqa: F401 (first of all: from here on it answers Ctrl-C)

# isort: split
import argparse
import json
import os
import platform
import re
import sys
import tempfile
from pathlib import Path

from environment import ROOT, TEST
from inside import go_inside
from steps import CannotGoOn, Ending, conclude, say

go_inside(TEST)

from benchmark import builds, peers, pieces, preview, tables  # noqa: E402
from benchmark.timing import Failed  # noqa: E402
from knowledgebase.occasion import build_day  # noqa: E402


def main(arguments: list[str]) -> Ending:
    options = read(arguments)
    try:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=options.folder) as folder:
            measured = measure(options, Path(folder))
    except Failed as words:
        raise CannotGoOn(f"A build that was to be measured failed:\n{words}") from None
    print(*tables.lines(*measured), sep="\n")
    if options.json:
        told = {"day": build_day().isoformat(), "machine": machine(), "seed": options.seed, "runs": options.runs}
        options.json.write_text(json.dumps(told | tables.as_json(*measured), indent=1) + "\n", "utf-8")
    return Ending(0, "")


def read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how fast the site is built.")
    parser.add_argument("--sizes", default="100,1000,5000", help="numbers of records (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="rounds for each size; medians are told (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="where the invented words come from (default: %(default)s)")
    parser.add_argument("--folder", default=in_memory(), help="where to build (default: in memory, where the system can)")
    parser.add_argument("--json", type=Path, help="a file for the results")
    parser.add_argument("--peers", metavar="PYTHON", help="also build with the other generators that are installed beside this")
    parser.add_argument("--builds-only", action="store_true", help="leave out the preview and the single pieces")
    return parser.parse_args(arguments)


def measure(options: argparse.Namespace, folder: Path):
    """The four groups of results that ``tables`` prints."""
    compared, others = [], []
    for size in map(int, options.sizes.split(",")):
        say(f"Building {size:,} records ...")
        compared.append(builds.compare(size, options.seed, options.runs, folder, ROOT))
        others += peers.measure(size, options.seed, folder, options.peers) if options.peers else []
    if options.builds_only:
        return compared, others, None, None
    say("The live preview ...")
    shown = preview.save_to_page(1000, options.seed, folder, ROOT)
    say("The single pieces ...")
    return compared, others, pieces.measure(options.seed, options.runs, folder, ROOT), shown


def in_memory() -> str | None:
    """A folder that no disk is behind: what a disk makes of thousands of small files depends on what it held before."""
    place = "/dev/shm"
    return place if os.access(place, os.W_OK) else None


def machine() -> str:
    """The processor, as far as the system tells, and the Python."""
    told = Path("/proc/cpuinfo")
    names = re.findall(r"model name\s*: (.+)", told.read_text("utf-8")) if told.exists() else []
    processor = f"{len(names)} × {names[0]}" if names else platform.processor() or platform.machine()
    return f"{processor}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(conclude(lambda: main(sys.argv[1:])))
