"""The index of a site: that of the last build, corrected where little has changed, or else put together anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...known import Known
from .merging import Index
from .shares import Share

_NAME = "index of the search"
_FEW = 20  # of so many entries one may have changed; with more, putting all together takes no longer


def index_of(shares: Mapping[str, Callable[[], Share]], known: Known) -> Index:
    """The index of entries in their order: what makes the share of each, by a key of all that goes into it."""
    keys = tuple(shares)
    index = _corrected(keys, shares, known) or Index(known.of(key, make) for key, make in shares.items())
    known.leave(_NAME, (keys, index))
    return index


def _corrected(keys: tuple[str, ...], shares: Mapping[str, Callable[[], Share]], known: Known) -> Index | None:
    """The last index, corrected; None where there is none, or too much has changed."""
    last, index = known.take(_NAME) or ((), None)
    changed = [number for number, (key, before) in enumerate(zip(keys, last, strict=False)) if key != before]
    befores = [known.find(last[number]) for number in changed]
    if len(keys) != len(last) or len(changed) * _FEW > len(keys) or not all(befores):
        return None
    known.still_need(keys)
    for number, before in zip(changed, befores, strict=True):
        index.correct(number, before, known.of(keys[number], shares[keys[number]]))
    return index
