"""The whole built site as one zip, to be carried on a memory stick and read without a server.

The same site built for the same day gives the same bytes: files in order, all of that day, all with the same rights.
"""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

FOLDER = "peer-support-site"
OLDEST = date(1980, 1, 1)  # zip files know no earlier day
READABLE = 0o644 << 16  # rights as zip files keep them: the owner writes, everybody reads
MADE_ON_UNIX = 3  # without this, the rights are not heeded


def pack_site(site: Path, target: Path, day: date, folder: str = FOLDER) -> None:
    """Write the zip of a site to ``target``, which may lie in it and is then left out; ``folder`` is what unzipping makes."""
    files = sorted((path.relative_to(site).as_posix(), path) for path in site.rglob("*") if path.is_file() and path != target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w") as packed:
        for name, path in files:
            packed.writestr(_entry(f"{folder}/{name}", day), path.read_bytes())


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    day = max(day, OLDEST)
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, READABLE, MADE_ON_UNIX
    return entry
