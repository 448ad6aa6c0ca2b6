"""A file in which a build keeps something for the next one: read whole and undamaged, or not at all.

It is put in place by renaming, so a kill leaves the old one. Without it a build takes longer, and gives the same.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_CHECKSUM = blake2b().digest_size


def read_kept(path: Path) -> bytes | None:
    """What was kept; None where nothing was, or where it is not what was written."""
    with suppress(OSError):
        whole = path.read_bytes()
        checksum, content = whole[:_CHECKSUM], whole[_CHECKSUM:]
        if checksum == blake2b(content).digest():
            return content
    return None


def keep(path: Path, *pieces: bytes) -> None:
    """Keep something, in pieces, in the place of what was there. A folder that cannot be written to keeps nothing."""
    checksum = blake2b()
    for piece in pieces:
        checksum.update(piece)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.new")
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(handle, "wb") as file:
            file.writelines((checksum.digest(), *pieces))
        new.replace(path)
