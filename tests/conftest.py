"""What every test shares: the core on the path, the toy knowledge base, and the browser."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))
sys.path.insert(0, str(ROOT / "scripts"))

TOY = Path(__file__).parent / "toy"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def toy():
    """The toy knowledge base, read once. It has no problem; its content is described in tests/toy/README.md."""
    from knowledgebase.load import load

    loaded = load(TOY, TODAY)
    assert loaded.problems == ()
    return loaded.base
