"""Builds the site: python3 scripts/build.py, or with --serve a live preview that follows every save.

Needs Python 3.11 or newer and nothing else: makes .venv first. Then runs exactly `mkdocs build --strict` (or `mkdocs serve`)
there; what the site is stands in mkdocs.yml, not here.
"""

from __future__ import annotations

import ctrl_c  # noqa: F401 (first of all: from here on it answers Ctrl-C)

# isort: split
import argparse
import os
import socket
import sys
from pathlib import Path

from environment import ROOT, RUNTIME, prepare
from steps import CannotGoOn, Ending, conclude, run, say


def main(arguments: list[str]) -> Ending:
    options = read(arguments)
    python = prepare(RUNTIME)
    return serve(python, options.port) if options.serve else build(python, options.anew)


def read(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build the site into the folder site/.")
    parser.add_argument("--serve", action="store_true", help="show the site in a live preview instead; Ctrl-C ends it")
    parser.add_argument("--anew", action="store_true", help="make every file anew; take nothing over from the build before")
    parser.add_argument("--port", type=int, default=8000, help="where the preview listens (default: %(default)s)")
    return parser.parse_args(arguments)


def build(python: Path, anew: bool) -> Ending:
    refuse_unwritable(ROOT / "site")
    say("Building the site ...")
    code = run([python, "-m", "mkdocs", "build", "--strict"], cwd=ROOT, settings={"ANEW": "1"} if anew else {})
    if code != 0:
        return Ending(code, "The site was not built; the lines above say why.")
    front = ROOT / "site" / "index.html"
    return Ending(0, f"The site is made. Open {front} in a browser, or watch your changes: python3 {sys.argv[0]} --serve")


def serve(python: Path, port: int) -> Ending:
    refuse_taken(port)
    say('Starting the preview; open the address after "Serving on" in a browser. Ctrl-C ends it.')
    try:
        code = run([python, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"], cwd=ROOT)
    except KeyboardInterrupt:
        code = 0
    return Ending(code, "The preview has ended." if code == 0 else "The preview stopped; the lines above say why.")


def refuse_unwritable(site: Path) -> None:
    """The folder for the result must be ours to empty and fill."""
    place = site if site.exists() else site.parent
    if not os.access(place, os.W_OK):
        raise CannotGoOn(f"The folder {place} cannot be written to. Change its owner, or work in a copy of the project.")


def refuse_taken(port: int) -> None:
    """The preview needs a port of its own, between 1 and 65535."""
    if not 1 <= port <= 65535:
        raise CannotGoOn(f"A port is a number from 1 to 65535, and this is {port}. Leave out --port to use 8000.")
    with socket.socket() as listener:
        if listener.connect_ex(("127.0.0.1", port)) == 0:
            raise CannotGoOn(f"Port {port} is in use, perhaps by another preview. Choose another: --port {port % 65535 + 1}")


if __name__ == "__main__":
    sys.exit(conclude(lambda: main(sys.argv[1:])))
