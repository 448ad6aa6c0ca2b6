"""Kills builds at random moments and looks at the site each time: python3 tests/proof/kill_builds.py --kills 200 --seed 1

Two editions of the toy knowledge base are built in turn into one folder. After every kill the folder must hold one of them,
file by file; half of the kills are aimed at the end, where the new edition takes the place of the old. At last a build that
is not killed must give its edition and leave nothing beside it. Exit code 1 if it was ever otherwise.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
EDITIONS = ("Lights", "Lamps")
SETTINGS = {"SOURCE_DATE_EPOCH": "1795305600"}
KEPT, KEPT_FILES = ".cache", {"site", "site.new", "search", "search.new", "known.sqlite", "known.sqlite-journal"}  # what a build keeps for the next one, always in these files
Site = dict[str, str]  # the path of each file, and the digest of its content


def copy_toy(place: Path) -> Path:
    """The toy knowledge base, with the code that builds it as it is now: nobody's change may look like a broken site."""
    for part in ("hooks", "overrides", "tests/toy"):
        shutil.copytree(ROOT / part, place / part, ignore=shutil.ignore_patterns("__pycache__", "site", ".site-build"))
    return place / "tests" / "toy"


def give_edition(folder: Path, edition: str) -> None:
    """Let every page of the next build tell its edition."""
    config = folder / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    config.write_text("".join([f"site_name: {edition}\n", *lines[1:]]), "utf-8")


def start_build(folder: Path) -> subprocess.Popen:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    return subprocess.Popen(command, cwd=folder, env={**os.environ, **SETTINGS}, stderr=subprocess.PIPE)


def site_in(folder: Path) -> Site:
    site = folder / "site"
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def whole_editions(folder: Path) -> tuple[dict[str, Site], float]:
    """Both editions as builds make them that nobody stops, and the seconds that one takes."""
    sites = {}
    for edition in EDITIONS:
        give_edition(folder, edition)
        begin = time.monotonic()
        build = start_build(folder)
        if build.wait() != 0:
            raise SystemExit(build.stderr.read().decode())
        seconds = time.monotonic() - begin
        sites[edition] = site_in(folder)
    return sites, seconds


def kill_one(folder: Path, after: float) -> float | None:
    """Start a build and kill it after so many seconds; the seconds it took, if it ended before."""
    begin = time.monotonic()
    build = start_build(folder)
    try:
        build.wait(timeout=after)
        return time.monotonic() - begin
    except subprocess.TimeoutExpired:
        build.send_signal(signal.SIGKILL)
        build.wait()
        return None
    finally:
        build.stderr.close()


def kill_builds(folder: Path, kills: int, seed: int) -> Counter[str]:
    """How often each thing was seen; "broken" and "litter at the end" must not be."""
    sites, seconds = whole_editions(folder)
    before = EDITIONS[-1]
    chance = random.Random(seed)
    seen: Counter[str] = Counter()
    for number in range(kills):
        wanted = EDITIONS[before == EDITIONS[0]]
        give_edition(folder, wanted)
        after = seconds * (chance.uniform(0.85, 1.1) if number % 2 else chance.uniform(0, 1.1))
        ended = kill_one(folder, after)
        seconds = ended or seconds  # how long a build takes changes with all else that the machine does
        seen["ended before" if ended else "killed"] += 1
        seen["left something beside"] += (folder / ".site-build").exists()
        now = next((edition for edition, site in sites.items() if site == site_in(folder)), "broken")
        seen[{before: "old site", wanted: "new site"}.get(now, "broken")] += 1
        before = now
    return seen + _last_build(folder, sites)


def _last_build(folder: Path, sites: dict[str, Site]) -> Counter[str]:
    give_edition(folder, EDITIONS[0])
    whole = start_build(folder).wait() == 0 and site_in(folder) == sites[EDITIONS[0]]
    litter = {path.name for path in folder.iterdir() if path.name.startswith(".")} - {KEPT}
    kept = {path.name for path in (folder / KEPT).iterdir()} - KEPT_FILES
    return Counter({"broken": not whole, "litter at the end": len(litter | kept)})


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill builds at random moments and look at the site each time.")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        seen = kill_builds(copy_toy(Path(place)), options.kills, options.seed)
    for what, times in sorted(seen.items()):
        print(f"{times:5}  {what}")
    return 1 if seen["broken"] or seen["litter at the end"] else 0


if __name__ == "__main__":
    sys.exit(main())
