"""What was promised: every address that was ever published, every short code given out, and what was removed since.

The folder ``published/`` holds it. Where that folder is missing, nothing has been promised yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field, PrivateAttr
from pydantic_core import PydanticCustomError

from ..problems import Place
from .records import OWN_WORDS, Day, Line, Part, Prose

ADDRESS = re.compile(r"(?!/|\w+:)(?:(?!\.\./)[^\s#?/]+/)*[^\s#?/]+(?:#[^\s#]+)?")  # a path from the site's root


def _on_this_site(text: str) -> str:
    if not ADDRESS.fullmatch(text):
        raise PydanticCustomError(OWN_WORDS, "be an address of this site, such as challenges/few-hours.html#paid")
    return text


Address = Annotated[Line, AfterValidator(_on_this_site)]


@dataclass(frozen=True)
class Promise:
    """An address that was published: a page, a part of a page or a file. ``place`` is its line in the ledger."""

    address: str
    place: Place

    @property
    def page(self) -> str:
        """The page or file, without the part."""
        return self.address.partition("#")[0]

    @property
    def fragment(self) -> str:
        """The part of the page, or nothing."""
        return self.address.partition("#")[2]


@dataclass(frozen=True)
class ShortCode:
    """A code that was given out: ``k3fd`` for a record, ``k3fd-2`` for one of its claims, pairs or positions."""

    code: str
    address: str  # what it was given to, as its address was then
    place: Place

    @property
    def page_code(self) -> str:
        return self.code.partition("-")[0]

    @property
    def number(self) -> int:
        """The number of a part; 0 is the record itself."""
        return int(self.code.partition("-")[2] or 0)


class Tombstone(Part):
    """What an editor says of something that is gone from the site."""

    _place: Place = PrivateAttr(default=Place(""))

    address: Annotated[Address, Field(title="Address", examples=["challenges/few-hours.html#paid"])]
    """Where it was, as it stands in published/addresses.txt."""
    when: Annotated[Day, Field(title="When", examples=["2026-11-22"])]
    """The day on which it was removed."""
    why: Annotated[Prose, Field(title="Why", examples=["The source was withdrawn."])]
    """Why, in one plain sentence for those who come by an old link."""
    instead: Annotated[Address | None, Field(title="Instead", examples=["challenges/pay.html#paid"])] = None
    """The address of what replaces it or where it is now, if anything does."""

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self._place

    def standing_at(self, place: Place) -> Tombstone:
        """The same one, knowing where it is written."""
        self._place = place
        return self


@dataclass(frozen=True)
class Published:
    """All that was promised, and what is said of what is gone."""

    promises: tuple[Promise, ...] = ()
    codes: tuple[ShortCode, ...] = ()
    removed: tuple[Tombstone, ...] = ()
