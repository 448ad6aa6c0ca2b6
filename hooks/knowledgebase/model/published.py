"""What was promised: every address that was ever published, every short code given out, and what was removed since.

Beside the promises stands what was said: the forms in which claims were published, notes of their changes, editions. The
folder ``published/`` holds it all. Where that folder is missing, nothing has been promised yet.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple, Self

from pydantic import AfterValidator, Field, PrivateAttr
from pydantic_core import PydanticCustomError

from ..problems import Place
from .records import OWN_WORDS, Day, Line, Part, Prose

# A path from the site's root; ":" and "\\" in it would be read as the way to another host, or to a program.
ADDRESS = re.compile(r"(?:(?!\.\.?/)[^\s#?/\\:]+/)*(?!\.\.?(?:#|\Z))[^\s#?/\\:]+(?:#[^\s#]+)?")


def _on_this_site(text: str) -> str:
    if not ADDRESS.fullmatch(text):
        raise PydanticCustomError(OWN_WORDS, "be an address of this site, such as challenges/few-hours.html#paid")
    return text


Address = Annotated[Line, AfterValidator(_on_this_site)]


class Promise(NamedTuple):
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


class ShortCode(NamedTuple):
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


class Written(Part):
    """What an editor wrote in a list of the folder, knowing where it is written."""

    _place: Place = PrivateAttr(default=Place(""))

    @property
    def place(self) -> Place:
        """Where it is written."""
        return self._place

    def standing_at(self, place: Place) -> Self:
        """The same one, knowing where it is written."""
        self._place = place
        return self


class Tombstone(Written):
    """What an editor says of something that is gone from the site."""

    address: Annotated[Address, Field(title="Address", examples=["challenges/few-hours.html#paid"])]
    """Where it was, as it stands in published/addresses.txt."""
    when: Annotated[Day, Field(title="When", examples=["2026-11-22"])]
    """The day on which it was removed."""
    why: Annotated[Prose, Field(title="Why", examples=["The source was withdrawn."])]
    """Why, in one plain sentence for those who come by an old link."""
    instead: Annotated[Address | None, Field(title="Instead", examples=["challenges/pay.html#paid"])] = None
    """The address of what replaces it or where it is now, if anything does."""


class ChangeKind(StrEnum):
    """What a change does to what a page says."""

    meaning = "meaning"
    wording = "wording"
    source = "source"
    correction = "correction"

    @property
    def changes_meaning(self) -> bool:
        """Whether somebody who holds the page as it was must know: what stood there is not what we say now."""
        return self in {ChangeKind.meaning, ChangeKind.correction}


class Change(Written):
    """A note of an editor about something that was published and has changed."""

    day: Annotated[Day, Field(title="Day", examples=["2026-11-22"])]
    """The day of the change."""
    address: Annotated[Address, Field(title="Address", examples=["challenges/few-hours.html#paid"])]
    """What changed: the address of a claim, a pair or a position, or that of a record for all of it at once."""
    kind: Annotated[ChangeKind, Field(title="Kind", examples=["wording"])]
    """meaning (it says something else now), wording (the same in other words), source, correction (it was wrong)."""
    note: Annotated[Prose, Field(title="Note", examples=["The number of hours is now that of the report."])]
    """What changed, in one plain sentence."""


GONE, NOTE = "gone", "note"  # in the place of a fingerprint


class PublishedForm(NamedTuple):
    """The form in which something was published: the claim, or another part, and the version of its record that brought it.

    ``code`` and ``version`` name that version, ``k3fd`` and 2 for ``k3fd-v2``. ``fingerprint`` is that of the words,
    ``GONE`` where the version left the part out, ``NOTE`` for a note of a change that came with it.
    """

    address: str  # as it was then
    code: str
    version: int
    day: date
    fingerprint: str
    place: Place


@dataclass(frozen=True)
class Edition:
    """The whole site as it was on a day, kept for ever. ``checksum`` is the SHA-256 of its file, ``files`` what it holds."""

    day: date
    checksum: str
    place: Place
    files: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Published:
    """All that was promised, and what is said of what is gone."""

    promises: tuple[Promise, ...] = ()
    codes: tuple[ShortCode, ...] = ()
    removed: tuple[Tombstone, ...] = ()
    forms: tuple[PublishedForm, ...] = ()
    changes: tuple[Change, ...] = ()
    editions: tuple[Edition, ...] = ()
