"""Finds the browser that the tests drive, or has Debian's package manager install one.

Any Chromium or Chrome will do. The variable BROWSER_PATH names one that is to be used; scripts/test.py hands the one found to
the tests in the same variable.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from steps import CannotGoOn, Run, run, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge")
PLACES = (
    "/usr/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
DEBIAN_PACKAGES = ("chromium", "fonts-dejavu-core")
HOW_TO_GET_ONE = (
    "The tests need the browser Chromium or Chrome. On Debian: sudo apt install " + " ".join(DEBIAN_PACKAGES) + "; elsewhere"
    " install either of them, or name the one you have in the variable BROWSER_PATH. Then run this again."
)


def require(log: Path, run: Run = run, wish: str | None = None) -> str:
    """The path of a browser, installed if need be; `log` gets the installer's words. `wish` is the value of BROWSER_PATH."""
    wish = wish or os.environ.get("BROWSER_PATH")
    if wish and not Path(wish).is_file():
        raise CannotGoOn(f"BROWSER_PATH must name a browser's program file; there is none at {wish}.")
    found = wish or find()
    if not found and can_install():
        install(log, run)
        found = find()
    if not found:
        raise CannotGoOn(HOW_TO_GET_ONE)
    return found


def find() -> str | None:
    """The first browser on the search path or in a usual place, or None."""
    on_path = (shutil.which(name) for name in NAMES)
    in_place = (place for place in PLACES if Path(place).is_file())
    return next(filter(None, on_path), None) or next(in_place, None)


def can_install() -> bool:
    """Debian's package manager is here and we may use it."""
    return shutil.which("apt-get") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


def install(log: Path, run: Run) -> None:
    say(f"Installing {' and '.join(DEBIAN_PACKAGES)} with apt-get (some minutes) ...")
    run(["apt-get", "update"], output=log)  # may fail where a known list is good enough; what counts is the next step
    run(["apt-get", "install", "--yes", "--no-install-recommends", *DEBIAN_PACKAGES], output=log)
