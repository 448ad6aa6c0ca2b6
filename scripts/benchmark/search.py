"""What a first search transfers: how many bytes a reader's browser loads, compressed as servers send them.

Of ours, at most: the script, the list of the parts, and the heaviest parts that three words and ten results may need.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path

WORDS, RESULTS = 3, 10
_ALWAYS = ("search.js", "parts.js")


def of_ours(site: Path) -> int:
    """The most that a question of three words loads, with its first ten results."""
    folder = site / "search"
    always = sum(map(_sent, (folder / name for name in _ALWAYS)))
    return always + _heaviest(folder.glob("words-*.js"), WORDS) + _heaviest(folder.glob("entries-*.js"), RESULTS)


def of_floor(site: Path) -> int:
    """What Material's search loads for any question: its whole index. Its scripts are left out."""
    return _sent(site / "search" / "search_index.json")


def _heaviest(files: Iterable[Path], count: int) -> int:
    return sum(sorted(map(_sent, files), reverse=True)[:count])


def _sent(file: Path) -> int:
    return len(gzip.compress(file.read_bytes()))
