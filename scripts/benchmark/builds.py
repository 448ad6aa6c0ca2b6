"""The builds that are compared: plain Material as the floor, and ours cold, again without a change, and with one record edited.

Floor and ours take turns, so that a slow minute of the machine hurts both.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import search
from .timing import Cost, cost_of, median
from .workload import Invented, as_yaml, invent, write_floor, write_records

COMMAND = (sys.executable, "-m", "mkdocs", "build")
CACHES = (".cache", "site")


@dataclass(frozen=True)
class Compared:
    """The medians for one size of workload."""

    records: int
    floor: Cost
    cold: Cost
    again: Cost
    edited: Cost
    floor_search: int  # bytes that a first search transfers
    search: int

    def ratio(self, name: str) -> float:
        """The CPU time of one of our builds as a share of the floor's."""
        return getattr(self, name).cpu / self.floor.cpu


def compare(size: int, seed: int, runs: int, folder: Path, project: Path) -> Compared:
    """Write both workloads under a folder and build them in turn, so many times."""
    records = invent(size, seed)
    floor, ours = folder / f"floor-{size}", folder / f"ours-{size}"
    write_floor(floor, records)
    write_records(ours, records, project)
    rounds = tuple(_round(floor, ours, records, turn) for turn in range(runs))
    medians = (median(costs) for costs in zip(*rounds, strict=True))
    return Compared(size, *medians, search.of_floor(floor / "site"), search.of_ours(ours / "site"))


def _round(floor: Path, ours: Path, records: tuple[Invented, ...], turn: int) -> tuple[Cost, ...]:
    return tuple(_costs(floor, ours, records, turn))


def _costs(floor: Path, ours: Path, records: tuple[Invented, ...], turn: int) -> Iterator[Cost]:
    for project in (floor, ours):
        for name in CACHES:
            shutil.rmtree(project / name, ignore_errors=True)
        yield cost_of(COMMAND, project)
    yield cost_of(COMMAND, ours)
    edit(ours, records[len(records) // 2], turn)
    yield cost_of(COMMAND, ours)


def edit(ours: Path, record: Invented, turn: int) -> None:
    """Change one word of one claim, another one each turn."""
    text = as_yaml(record).replace(record.claims[0], f"{record.claims[0]} edited{turn}", 1)
    (ours / "data" / "challenges" / f"{record.id}.yml").write_text(text, "utf-8")
