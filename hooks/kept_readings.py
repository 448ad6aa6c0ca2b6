"""What was read of records and works, kept from one build to the next in ``.cache/readings``.

It holds objects of this program, so only the same program, run by the same Python with the same packages, takes it up again.
"""

from __future__ import annotations

import pickle
from pathlib import Path

from kept_file import keep, read_kept
from knowledgebase.reading.readings import Readings

PLACE = ".cache/readings"


def recall_readings(root: Path, program: str) -> Readings:
    """What a program with this digest kept in a project; nothing if another one did."""
    kept = read_kept(root / PLACE) or b""
    mark = program.encode()
    return Readings(pickle.loads(kept[len(mark) :]) if kept.startswith(mark) else None)


def keep_readings(root: Path, program: str, readings: Readings) -> None:
    """Keep what a build needed, if it had to read anything anew."""
    if readings.anew:
        keep(root / PLACE, program.encode() + pickle.dumps(readings.used, pickle.HIGHEST_PROTOCOL))
