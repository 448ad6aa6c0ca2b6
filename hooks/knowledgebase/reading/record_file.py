"""The file of a record, as a source of places: its text is let go of, and read again if somebody asks where something stands.

Mostly nothing is wrong with a record, so nobody does; and the texts of all files are a tenth of what a build holds.
"""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path

from ..problems import Source
from .text import read_text
from .yaml_tree import spots_in


class RecordFile(Source):
    """The file at a path under a folder. If it is gone by the time, its places are that of the file as a whole."""

    find = staticmethod(spots_in)

    def __init__(self, root: Path, path: str, digest: str) -> None:
        vars(self).update(_root=root, path=path, digest=digest)

    @cached_property
    def text(self) -> str:
        return read_text(os.path.join(self._root, self.path), self.path)[0] or ""
