"""What a built site was made from, remembered for the next build: it takes over what would come out the same.

Of every batch of files it knows the key (knowledgebase/writing/batches.py says what that is), and of every file how large it
is and when it was written. A file that is not as it was left is made anew. Knows no site generator.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kept_file import keep, read_kept

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
        return bool(inputs) and self.inputs == inputs and files_in(Path(self.site)) == self.files

    def addresses(self, name: str, key: str) -> tuple[str, ...] | None:
        """The files of a batch that was made from the same, all as they were left; None where there are none such."""
        known, addresses = self.batches.get(name, ("", ()))
        return addresses if known == key and all(map(self.is_as_left, addresses)) else None

    def is_as_left(self, address: str) -> bool:
        """Whether a file of the site was not touched since it was made."""
        try:
            return address in self.files and left(os.stat(f"{self.site}/{address}")) == self.files[address]
        except OSError:
            return False


def recall(place: Path, site: Path) -> Memory:
    """What is remembered of a site; an empty memory if that is nothing."""
    try:
        kept = json.loads(read_kept(place) or b"{}")
        batches = {name: (key, tuple(addresses)) for name, (key, addresses) in kept["batches"].items()}
        memory = Memory(kept["site"], kept["inputs"], batches, {name: tuple(left) for name, left in kept["files"].items()})
    except (ValueError, KeyError):
        return Memory()
    return memory if memory.site == str(site) else Memory()


def remember(place: Path, memory: Memory) -> None:
    """Keep what is known of a site, in the place of what was known of another."""
    keep(place, json.dumps(vars(memory), separators=(",", ":")).encode())


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
