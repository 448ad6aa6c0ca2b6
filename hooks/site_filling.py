"""Fills the folder of a new site: what would come out the same is taken over from the site that is there, by a hard link.

So a build writes only what changed. Where the disk knows no links, files are copied. Knows no site generator.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from site_memory import Memory

if TYPE_CHECKING:
    from knowledgebase.writing.batches import Batch


class Filling:
    """One new site in the making. Afterwards ``batches`` is what to remember, ``taken_over`` the files that are as before."""

    def __init__(self, new: Path, memory: Memory) -> None:
        self._new, self._memory = str(new), memory
        self._folders: set[str] = set()
        self.batches: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.taken_over: set[str] = set()

    def add(self, batches: Iterable[Batch]) -> None:
        """Put the files of batches in their places; only those are made whose key is another than before."""
        for batch in batches:
            addresses = self._memory.addresses(batch.name, batch.key)
            if addresses is None:
                addresses = tuple(self._put(file.address, file.content) for file in batch.make())
            else:
                for address in addresses:
                    self._take_over(address)
            self.batches[batch.name] = batch.key, addresses

    def _put(self, address: str, content: str | bytes) -> str:
        encoded = content.encode() if isinstance(content, str) else content
        if self._is_as_before(address, encoded):
            self._take_over(address)
        else:
            with open(self._free_place(address), "xb") as file:
                file.write(encoded)
        return address

    def _is_as_before(self, address: str, content: bytes) -> bool:
        """Whether a file that was made anew came out the same."""
        if not self._memory.is_as_left(address):
            return False
        return self._memory.files[address][0] == len(content) and Path(self._memory.site, address).read_bytes() == content

    def _take_over(self, address: str) -> None:
        old, place = f"{self._memory.site}/{address}", self._free_place(address)
        try:
            os.link(old, place)
        except OSError:
            shutil.copy2(old, place)
        self.taken_over.add(address)

    def _free_place(self, address: str) -> str:
        """Where a file goes: its folder is there, and nothing is in its place."""
        place, folder = f"{self._new}/{address}", address.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(f"{self._new}/{folder}", exist_ok=True)
            self._folders.add(folder)
        if os.path.lexists(place):
            os.unlink(place)
        return place
