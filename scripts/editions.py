"""Makes an edition for scripts/publish.py: builds the site as the edition of a day and keeps it, with its checksum, for ever.

The same sources give the same bytes. So asking again on the same day proves the edition instead of making another.
"""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

from knowledgebase.reading.editions import file_of
from knowledgebase.reading.published import EDITIONS
from site_editions import freeze
from steps import CannotGoOn, run, say

OPENING = "# The day and the SHA-256 of every edition. Only scripts/publish.py writes this file; no line ever leaves it.\n"


def make_edition(root: Path, day: date, site_url: str) -> str:
    """Keep the site under a folder as the edition of a day; gives a sentence that says so."""
    if not site_url:
        raise CannotGoOn("An edition is made to be cited, so the site must know its address: set SITE_URL, and run this again.")
    content = built(root, day)
    target, checksum = root / file_of(day), hashlib.sha256(content).hexdigest()
    if target.exists():
        return compared(target, content, day)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    listed = root / EDITIONS
    before = listed.read_text("utf-8") if listed.exists() else OPENING
    listed.write_text(f"{before}{day}\t{checksum}\n", "utf-8", newline="\n")
    return f"The edition of {day} is made, with the SHA-256 {checksum}."


def compared(target: Path, content: bytes, day: date) -> str:
    """What was built now must be what was kept."""
    if target.read_bytes() != content:
        raise CannotGoOn(f"There is an edition of {day} already, and the site is another now. Make a new one on another day.")
    return f"The edition of {day} is there already; made again, it is the same byte for byte."


def built(root: Path, day: date) -> bytes:
    """The file of the edition, built in a folder that is gone afterwards."""
    say(f"Building the edition of {day} ...")
    with TemporaryDirectory() as place:
        site, target = Path(place, "site"), Path(place, "edition.zip")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", site]
        if run(command, cwd=root, settings=as_edition(day)) != 0:
            raise CannotGoOn("The edition was not made; the lines above say why.")
        freeze(site, target, day)
        return target.read_bytes()


def as_edition(day: date) -> dict[str, str]:
    """The settings by which a build makes the edition of a day."""
    moment = datetime.combine(day, time(), UTC)
    return {"EDITION": "1", "SOURCE_DATE_EPOCH": str(int(moment.timestamp()))}
