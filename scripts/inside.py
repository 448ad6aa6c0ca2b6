"""Lets a script run with what is in .venv, whichever Python it was started with."""

from __future__ import annotations

import sys
from pathlib import Path

from environment import ROOT, RUNTIME, prepare
from steps import Ending, conclude, run

HOOKS = ROOT / "hooks"


def go_inside(locks=RUNTIME):
    """Start the script again with .venv's Python and end with its code, unless that is the one running it.

    `locks` name what it needs there. Afterwards the package `knowledgebase` can be imported.
    """
    if Path(sys.prefix).resolve() != (ROOT / ".venv").resolve():
        sys.exit(conclude(lambda: Ending(run([prepare(locks), *sys.argv]), "")))
    sys.path.insert(0, str(HOOKS))
