"""What a command costs: CPU seconds of the process and all it started, seconds on the clock, and its peak of memory.

The operating system counts (``wait4``), so nothing of our own runs in the measured process.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """CPU and clock in seconds, memory in MB."""

    cpu: float
    clock: float
    memory: float


class Failed(Exception):
    """A command that was to be measured ended badly; the text is its own last words."""


def cost_of(command: Iterable[object], folder: Path) -> Cost:
    """Run a command to its end in a folder; raises ``Failed`` if it fails.

    Python keeps what it compiled, as it does for everybody, even where this is switched off here.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    words = [str(part) for part in command]
    started = time.perf_counter()
    process = subprocess.Popen(
        words, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    words = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed(words[-2000:])
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - started, used.ru_maxrss / 1024)


def median(costs: Iterable[Cost]) -> Cost:
    """The median of each figure by itself."""
    costs = tuple(costs)
    return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("cpu", "clock", "memory")))
