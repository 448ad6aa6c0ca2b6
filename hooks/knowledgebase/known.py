"""What came of work that was done before, by a key of all that goes into it: nothing is worked out twice."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from typing import TypeVar

Result = TypeVar("Result")


class Known:
    """Results by their keys. ``before`` are those of an earlier build."""

    def __init__(self, before: dict[str, object] | None = None) -> None:
        self._before = before or {}
        self.used: dict[str, object] = {}  # what this build needed: what the next one should know

    def of(self, key: str, work: Callable[[], Result]) -> Result:
        """The result with a key; ``work`` is asked for it only if it is not known."""
        found = self.get(key)
        if found is None:
            found = self.used[key] = work()
        return found

    def get(self, key: str) -> Result | None:
        """The result with a key, if it is known."""
        if key not in self.used and key in self._before:
            self.used[key] = self._before[key]
        return self.used.get(key)

    def take(self, name: str) -> object | None:
        """What the last build left under a name, for this one to correct; nobody else gets it."""
        return self._before.pop(name, None)

    def leave(self, name: str, result: object) -> None:
        """Leave a result for the next build to start from."""
        self.used[name] = result

    def keep(self) -> None:
        """Keep what was needed for a later build. What is known in memory alone ends with the program."""


def digest(*texts: str) -> str:
    """A key of texts: others have another. That of a single text is the digest of its bytes."""
    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
