"""The continuum as a drawing: where each position, its words and the steps of a story stand. Pure geometry, no markup.

The same record is drawn twice: lying for wide pages, upright for narrow ones and for continua that need more room than a
line across the page has. Lengths are units of the drawing's ``viewBox``; the stylesheet decides how large a unit is shown.
No arrow points along the line: it is an order, and no source says that one should move along it.
"""

from __future__ import annotations

from ...model.own_fields import Continuum
from .lying import lying
from .shapes import Figure
from .stories import Story, ends, stories
from .upright import upright

__all__ = ["Figure", "Story", "drawings", "ends", "stories", "units"]


def drawings(record: Continuum, told: tuple[Story, ...]) -> tuple[Figure, ...]:
    """The drawings of a continuum: the lying one where it can be read, and always the upright one."""
    wide = lying(record, told)
    return (wide, upright(record, told)) if wide else (upright(record, told),)


def units(length: float) -> str:
    """A length as it is written in markup: at most one decimal."""
    return f"{length:.1f}".removesuffix(".0")
