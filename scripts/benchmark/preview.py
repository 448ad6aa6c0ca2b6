"""The live preview: what it costs from saving a record to the changed page."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from functools import partial
from pathlib import Path

from .builds import edit
from .timing import Cost
from .workload import invent, write_records

PATIENCE = 120  # seconds


def save_to_page(size: int, seed: int, folder: Path, project: Path) -> Cost:
    """Serve a workload, change a record, and ask for its page until it has changed."""
    records, ours = invent(size, seed), folder / f"preview-{size}"
    write_records(ours, records, project)
    port = _free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    heeding = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # what was started in the background does not heed Ctrl-C
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ours, preexec_fn=heeding, **quiet)
    try:
        record = records[size // 2]
        page = f"http://127.0.0.1:{port}/challenges/{record.id}.html"
        _wait_for(page, record.title)
        before, started = _cpu(process.pid), time.perf_counter()
        edit(ours, record, 1)
        _wait_for(page, "edited1")
        return Cost(_cpu(process.pid) - before, time.perf_counter() - started, 0)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()


def _wait_for(page: str, words: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(page, timeout=PATIENCE) as answer:
                if words in answer.read().decode():
                    return
        except OSError:
            pass  # not serving yet
        time.sleep(0.05)
    raise TimeoutError(f"{page} did not show {words!r} in {PATIENCE} seconds")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _cpu(process: int) -> float:
    """CPU seconds that a process and the children it has waited for have used so far (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
