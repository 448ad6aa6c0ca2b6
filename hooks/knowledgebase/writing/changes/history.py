"""Which versions of a record were published, what each of them brought, and what is not published yet.

A version is told by the short code of its record and a number: ``k3fd-v2``. A record that gets another id or kind keeps its
code and so its versions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ...model import Record
from ...model.published import GONE, Published, PublishedForm
from .. import addresses
from ..promises.fates import Fates
from ..short.codes import FOLDER, Codes
from .entries import Entry, entries, today
from .fingerprints import Said, said


class Version(NamedTuple):
    """A record as it was published on a day. ``code`` is the short code of the record; the first version is number 1."""

    code: str
    number: int
    day: date

    @property
    def name(self) -> str:
        """What is printed and typed: ``k3fd-v2``, which no code of a claim looks like."""
        return f"{self.code}-v{self.number}"

    @property
    def address(self) -> str:
        """The page that says what became of it."""
        return f"{FOLDER}/{self.name}.html"


@dataclass(frozen=True)
class Unpublished:
    """What a record says that its last version did not: parts that are new or other, parts that are gone, new notes."""

    changed: tuple[Said, ...]
    gone: tuple[str, ...]
    notes: tuple[Entry, ...]

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone or self.notes)

    @property
    def not_noted(self) -> tuple[Said, ...]:
        """The parts of which no new note says anything; a note of a record speaks for all of it."""
        noted = {note.today for note in self.notes}
        return tuple(one for one in self.changed if not {one.address, one.address.partition("#")[0]} & noted)


class History:
    """All that was ever published of the claims, with what editors say of it."""

    def __init__(self, published: Published, fates: Fates, codes: Codes) -> None:
        self._published, self._fates, self._codes = published, fates, codes

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every note and removal, newest first; of one day, what changes the meaning comes first."""
        found = entries(self._published, self._fates)
        return tuple(sorted(found, key=lambda entry: (-entry.day.toordinal(), not entry.changes_meaning, entry.title)))

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every version of every record."""
        return tuple(sorted(version for numbered in self._versions.values() for version in numbered))

    def latest(self, code: str) -> Version | None:
        """The newest version of the record with this short code."""
        return max(self._versions.get(code, ()), default=None)

    def version_of(self, record: Record) -> Version | None:
        """The newest version of a record, whether the record still says the same or not."""
        return self.latest(self.code_of(addresses.of_record(record)))

    def code_of(self, page: str) -> str:
        """The short code of a record's page; empty where none was given out yet."""
        return self._codes.of(page)

    def current(self, record: Record) -> Version | None:
        """The version that a record is in, if it says exactly what was published."""
        return None if self.unpublished(record) else self.version_of(record)

    def of_page(self, page: str) -> tuple[Entry, ...]:
        """The changes of a record and of its parts, by the page that it has today."""
        return tuple(entry for entry in self.entries if entry.page == page)

    def since(self, version: Version) -> tuple[Entry, ...]:
        """The changes that later versions of the record brought."""
        later = {now for now, form in self._dated if form.code == version.code and form.version > version.number}
        return tuple(entry for entry in self.entries if (entry.today if entry.removal else entry.at) in later)

    def unpublished(self, record: Record) -> Unpublished:
        """What a record says today and no version of it said."""
        page = addresses.of_record(record)
        before, now = self._last.get(page, {}), tuple(said(record))
        standing = {one.address for one in now}
        changed = tuple(one for one in now if before.get(one.address) != one.fingerprint)
        gone = tuple(name for name, form in before.items() if form != GONE and name not in standing)
        return Unpublished(changed, gone, self._new_notes.get(page, ()))

    def was_published(self, record: Record) -> bool:
        """Whether there is a version of a record."""
        return addresses.of_record(record) in self._last

    @cached_property
    def _dated(self) -> tuple[tuple[str, PublishedForm], ...]:
        """Every form that was published, the oldest first, with the address that its part has today."""
        ordered = sorted(self._published.forms, key=lambda form: (form.day, form.code, form.version))
        return tuple((today(form.address, self._fates), form) for form in ordered)

    @cached_property
    def _last(self) -> Mapping[str, Mapping[str, str]]:
        """By page, the last fingerprint of each of its parts."""
        last: dict[str, dict[str, str]] = defaultdict(dict)
        for address, form in self._dated:
            last[address.partition("#")[0]][address] = form.fingerprint
        return dict(last)

    @cached_property
    def _versions(self) -> Mapping[str, frozenset[Version]]:
        found: dict[str, set[Version]] = defaultdict(set)
        for form in self._published.forms:
            found[form.code].add(Version(form.code, form.version, form.day))
        return {code: frozenset(versions) for code, versions in found.items()}

    @cached_property
    def _new_notes(self) -> Mapping[str, tuple[Entry, ...]]:
        """By page, the notes that came with no version yet."""
        old = {form.address for form in self._published.forms}
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            if not entry.removal and entry.at not in old:
                found[entry.page] = (*found.get(entry.page, ()), entry)
        return found
