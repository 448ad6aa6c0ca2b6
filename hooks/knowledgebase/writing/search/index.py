"""The index of a site: that of the last build, corrected where little has changed, or else put together anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...known import Known
from .merging import Index
from .shares import Share

_NAME = "search"
_FEW = 20  # of so many entries one may have changed; with more, putting all together takes no longer


def index_of(shares: Mapping[str, Callable[[], Share]], known: Known) -> Index:
    """The index of entries in their order: what makes the share of each, by a key of all that goes into it."""
    keys = tuple(shares)
    last, index = known.take(_NAME) or ((), None)
    changed = [number for number, (key, before) in enumerate(zip(keys, last, strict=False)) if key != before]
    if len(keys) != len(last) or len(changed) * _FEW > len(keys):
        index = Index(make() for make in shares.values())
    else:
        for number in changed:
            index.correct(number, shares[keys[number]]())
    known.leave(_NAME, (keys, index))
    return index
