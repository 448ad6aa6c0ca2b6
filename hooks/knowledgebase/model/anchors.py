"""The names of the parts that pages of records have by themselves: no id in a record may be one of them.

A name that was ever in this list stays in it: links to it were given out, and only by this list is such a link known
from one to a claim.
"""

from __future__ import annotations

RESERVED_ANCHORS = frozenset(
    "top in-short claims differ unknown related references references-second-hand linked-from reviewed".split()
    + "content nav contents contents-title header-search".split()  # the frame of every page
    + "positions pairs facts compared qualities figure".split()
    + "figure-lying-title figure-lying-desc figure-upright-title figure-upright-desc".split()
)


def is_part_of_pages(name: str) -> bool:
    """Whether an anchor is that of a part of the page, or of a work in its list of references, and no id of a record."""
    return name in RESERVED_ANCHORS or name.startswith("ref-")
