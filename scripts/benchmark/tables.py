"""The results as tables for people and as JSON for the page that shows them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import asdict

from .builds import Compared
from .peers import Peer
from .pieces import Pieces
from .timing import Cost

BUILDS = {"cold": "cold build", "again": "again, nothing changed", "edited": "again, one record edited"}


def growth(smaller: Compared, larger: Compared) -> float:
    """The exponent with which the CPU time of the cold build grows: 1 is linear."""
    return math.log(larger.cold.cpu / smaller.cold.cpu) / math.log(larger.records / smaller.records)


def lines(builds: list[Compared], peers: list[Peer], pieces: Pieces | None, preview: Cost | None) -> Iterator[str]:
    """Every result as lines of text."""
    sizes = [f"N = {one.records:,}" for one in builds]
    yield _row("CPU seconds (share of the floor)", sizes)
    yield _row("floor: plain Material", [f"{one.floor.cpu:.2f}" for one in builds])
    for name, words in BUILDS.items():
        yield _row(words, [f"{getattr(one, name).cpu:.2f} ({one.ratio(name):.2f})" for one in builds])
    yield _row("peak memory, MB (floor)", [f"{one.cold.memory:.0f} ({one.floor.memory:.0f})" for one in builds])
    searches = [f"{one.search / 1000:.0f} ({one.floor_search / 1000:.0f})" for one in builds]
    yield _row("first search, kB at most (floor)", searches)
    for smaller, larger in zip(builds, builds[1:], strict=False):
        yield f"growth of the cold build from {smaller.records:,} to {larger.records:,}: exponent {growth(smaller, larger):.2f}"
    for peer in peers:
        yield f"{peer.name}, N = {peer.records:,}: {f'{peer.cost.cpu:.2f}' if peer.cost else 'not measured'}"
    if preview:
        yield f"live preview, from saving to the page: {preview.cpu:.2f} s of CPU, {preview.clock:.2f} s on the clock"
    if pieces:
        yield f"check of 10,000 records: {pieces.check.cpu:.2f} s of CPU, {pieces.check.memory:.0f} MB"
        yield f"1,000 works formatted: {pieces.formatting:.2f} s of CPU"
        times = pieces.reading / pieces.bare_reading
        yield f"10,000 BibTeX entries read: {pieces.reading:.2f} s of CPU, {times:.2f} times bibtexparser alone"


def as_json(builds: list[Compared], peers: list[Peer], pieces: Pieces | None, preview: Cost | None) -> dict[str, object]:
    """Every result as plain values."""
    return {
        "builds": [asdict(one) for one in builds],
        "peers": [asdict(one) for one in peers if one.cost],
        "pieces": asdict(pieces) if pieces else None,
        "preview": asdict(preview) if preview else None,
    }


def _row(head: str, cells: list[str]) -> str:
    return f"{head:36}" + "".join(f"{cell:>18}" for cell in cells)
