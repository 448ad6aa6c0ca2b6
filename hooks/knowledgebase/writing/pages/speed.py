"""How fast the site is built: the page and its plot, made from what scripts/bench.py wrote down."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from ...model.speed import Speed
from .. import addresses
from .draft import Draft
from .page import Page, Writer

if TYPE_CHECKING:
    from ..figure.plot import Plot

_FILE = "measured/speed.json"
_LEAD = "How long it takes to build this site from its records, beside the fastest thing on the same ground."
BUILDS = {"cold": "Ours, from nothing", "edited": "Ours, one record edited", "again": "Ours, nothing changed"}


def drafts(writer: Writer) -> Iterator[Draft]:
    """The one page."""
    yield Draft(addresses.SPEED, writer.keys.general, partial(_page, writer))


def _page(writer: Writer) -> Page:
    """The page says so where nothing has been measured yet."""
    speed = writer.base.speed
    drawn = _plot(speed) if speed and len(speed.builds) > 1 else None
    source = _FILE if speed else None
    return writer.page(addresses.SPEED, "Speed", _LEAD, "speed.html", source, speed=speed, plot=drawn, kinds=BUILDS)


def _plot(speed: Speed) -> Plot:
    from ..figure.plot import Series, plot  # few builds draw it

    floor = Series("Plain Material", tuple((one.records, one.floor.cpu) for one in speed.builds))
    return plot([floor, *(Series(name, tuple(_times(speed, build))) for build, name in BUILDS.items())])


def _times(speed: Speed, build: str) -> Iterator[tuple[int, float]]:
    return ((one.records, getattr(one, build).cpu) for one in speed.builds)
