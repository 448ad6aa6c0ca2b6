"""A batch: files of the site that are made together, from the same ingredients, and only when somebody needs them.

A build makes those whose key is not that of the last build; the live preview makes those that a browser asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from .exports import Export


class Batch(NamedTuple):
    """Some files. ``name`` is the address of the only one, or what the addresses of all begin with.

    ``key`` changes with anything that goes into the files: where two builds give a batch the same key, ``make`` gives the
    same addresses and contents.
    """

    name: str
    key: str
    make: Callable[[], Iterable[Export]]
