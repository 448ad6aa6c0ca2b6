"""How the code is written: the linter has nothing to say."""

import subprocess
import sys

from conftest import ROOT


def test_the_linter_finds_nothing():
    checked = subprocess.run([sys.executable, "-m", "ruff", "check", "."], cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
