"""How fast the site is built, as scripts/bench.py writes it down: our builds beside the floor, on the same invented work."""

from typing import Annotated

from pydantic import Field

from .records import Day, Line, Part

Amount = Annotated[float, Field(ge=0)]


class Cost(Part):
    """What one run cost: CPU and clock in seconds, the peak of memory in MB."""

    cpu: Amount
    clock: Amount
    memory: Amount


class Compared(Part):
    """The medians for one size of workload."""

    records: Annotated[int, Field(gt=0)]
    floor: Cost
    """Plain Material, from pages already written as Markdown."""
    cold: Cost
    again: Cost
    """Ours, with nothing changed since."""
    edited: Cost
    """Ours, with one record edited since."""
    floor_search: Annotated[int, Field(ge=0)]
    """Bytes that a first search transfers on plain Material: its whole index."""
    search: Annotated[int, Field(ge=0)]
    """The most that one transfers on ours."""


class Peer(Part):
    """The cold build of another generator."""

    name: Line
    records: Annotated[int, Field(gt=0)]
    cost: Cost


class Pieces(Part):
    """Single pieces: the check of 10,000 records, 1,000 works formatted, 10,000 BibTeX entries read by us and by the library.

    The last three are CPU seconds without what it takes to start.
    """

    check: Cost
    formatting: Amount
    reading: Amount
    bare_reading: Amount


class Speed(Part):
    """One measurement, all on one machine."""

    day: Day
    machine: Line
    """The processor and the Python, in words."""
    seed: int
    runs: int
    """Rounds for each size, of which the medians are told."""
    builds: tuple[Compared, ...]
    peers: tuple[Peer, ...] = ()
    pieces: Pieces | None = None
    preview: Cost | None = None
    """The live preview of 1,000 records, from saving one to its changed page."""
