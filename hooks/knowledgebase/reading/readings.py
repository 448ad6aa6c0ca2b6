"""What came of reading a file, for as long as its text is the same: nothing is read twice, within a build or after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import TypeVar

Read = TypeVar("Read")


class Readings:
    """The results of reading, by the path and the text of each file. ``known`` are those of earlier builds."""

    def __init__(self, known: Mapping[str, object] | None = None) -> None:
        self._known = known or {}
        self.used: dict[str, object] = {}  # what this build needed: what the next one should know
        self.anew = 0  # how many texts were not known

    def of(self, path: str, text: str, read: Callable[[], Read]) -> Read:
        """What ``read`` makes of a text; it is asked only if that is not known."""
        key = blake2b(f"{path}\0{text}".encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
        if key in self._known:
            self.used[key] = self._known[key]
        elif key not in self.used:
            self.used[key] = read()
            self.anew += 1
        return self.used[key]
