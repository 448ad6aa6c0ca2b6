"""What was measured on the built site, as scripts/measure.py writes it down: what pages ask, keep and weigh, and barriers."""

from typing import Annotated

from pydantic import Field

from .records import Day, Line, Part

Count = Annotated[int, Field(ge=0)]


class FirstVisit(Part):
    """What it costs a new reader to open one page: every file that the page loads."""

    page: Line
    """Its address on the site."""
    files: Count
    weight: Count
    """Bytes, each file compressed with gzip."""


class Barrier(Part):
    """A rule of the checking program that some page broke."""

    rule: Line
    says: Line
    """What must be, in the words of the program."""
    pages: Count
    places: Count


class Measured(Part):
    """One measurement of the whole site, in one browser."""

    day: Day
    browser: Line
    axe: Line
    """The version of axe, the program that looks for barriers."""
    pages: Count
    widths: tuple[Count, ...]
    """Of the window, in pixels; each page was looked at in all of them, and in every scheme."""
    schemes: tuple[Line, ...]
    other_hosts: tuple[Line, ...]
    """Every host that a page asked for anything, but for the site's own."""
    cookies: Count
    local_storage: Count
    session_storage: Count
    databases: Count
    caches: Count
    service_workers: Count
    most_files: Count
    """The files that the page with the most of them asked the site for."""
    first_visits: tuple[FirstVisit, ...]
    barriers: tuple[Barrier, ...]

    @property
    def looks(self) -> int:
        """How often a page was looked at for barriers."""
        return self.pages * len(self.widths) * len(self.schemes)

    @property
    def kept(self) -> int:
        """Everything that the pages kept in the browser, counted."""
        return (
            self.cookies + self.local_storage + self.session_storage + self.databases + self.caches + self.service_workers
        )

    @property
    def leaves_readers_alone(self) -> bool:
        return not self.other_hosts and not self.kept
