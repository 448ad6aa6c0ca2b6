"""What a built site was made from, remembered for the next build: it takes over what would come out the same.

Of every batch of files it knows the key (knowledgebase/writing/batches.py says what that is), and of every file how large it
is and when it was written. A file that is not as it was left is made anew. Knows no site generator.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from kept_file import keep, read_kept

_WRITTEN_BY = f"{sys.version}\n".encode()  # each Python may write plain values down in its own way

Left = tuple[int, int]  # the size of a file and the time at which it was written, in nanoseconds


@dataclass(frozen=True)
class Memory:
    """One built site. ``inputs`` is the digest of everything that it was made from, empty where that is not known."""

    site: str = ""
    inputs: str = ""
    batches: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)  # by name: its key and its addresses
    files: Mapping[str, Left] = field(default_factory=dict)  # by address

    def is_of(self, inputs: str) -> bool:
        """Whether the site was made from these inputs, and is as it was left."""
        return bool(inputs) and self.inputs == inputs and self._now == self.files

    def addresses(self, name: str, key: str) -> tuple[str, ...] | None:
        """The files of a batch that was made from the same, all as they were left; None where there are none such."""
        known, addresses = self.batches.get(name, ("", ()))
        return addresses if known == key and all(map(self.is_as_left, addresses)) else None

    def is_as_left(self, address: str) -> bool:
        """Whether a file of the site was not touched since it was made."""
        return address in self.files and self._now.get(address) == self.files[address]

    @cached_property
    def _now(self) -> Mapping[str, Left]:
        """What is there."""
        return files_in(Path(self.site)) if self.site else {}


def recall(place: Path, site: Path) -> Memory:
    """What is remembered of a site; an empty memory if that is nothing, or if another Python wrote it down."""
    kept = read_kept(place) or b""
    if not kept.startswith(_WRITTEN_BY):
        return Memory()
    memory = Memory(*marshal.loads(kept[len(_WRITTEN_BY) :]))
    return memory if memory.site == str(site) else Memory()


def remember(place: Path, memory: Memory) -> None:
    """Keep what is known of a site, in the place of what was known of another."""
    keep(place, _WRITTEN_BY + marshal.dumps((memory.site, memory.inputs, memory.batches, memory.files)))


def files_in(site: Path) -> dict[str, Left]:
    """Every file of a site by its address; those whose names begin with a dot are none of it."""
    found: dict[str, Left] = {}
    waiting = [("", str(site))]
    while waiting:
        base, folder = waiting.pop()
        for entry in os.scandir(folder) if os.path.isdir(folder) else ():
            if base == "" and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((f"{base}{entry.name}/", entry.path))
            else:
                found[f"{base}{entry.name}"] = left(entry.stat(follow_symlinks=False))
    return found


def left(found: os.stat_result) -> Left:
    """How a file was left."""
    return found.st_size, found.st_mtime_ns
