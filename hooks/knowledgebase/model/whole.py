"""The knowledge base as a whole: everything that was read, before anyone asks who refers to whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..problems import Source
from .help import Help
from .kinds import KINDS, Kind
from .measured import Measured
from .published import Published
from .records import Record
from .speed import Speed
from .works import Work

FIGURE = re.compile(r'<div data-figure="([^"<>]*)"></div>')  # on a hand-written page, the place for a record's drawing


class HandPage(NamedTuple):
    """A hand-written page. ``source`` is its Markdown with code blanked out, so that only running text is left."""

    address: str  # where it lives under docs/, as in "about.md"
    source: Source

    @property
    def published_at(self) -> str:
        """Where it lives on the site: a README is the index of its folder."""
        folder, slash, name = self.address.rpartition("/")
        stem = name.rpartition(".")[0]
        return f"{folder}{slash}{'index' if stem == 'README' else stem}.html"


@dataclass(frozen=True)
class KnowledgeBase:
    """All records, works and hand-written pages: records in the order of kinds and titles, works in that of the file."""

    records: tuple[Record, ...] = ()
    works: tuple[Work, ...] = ()
    pages: tuple[HandPage, ...] = field(default=(), repr=False)
    files: tuple[str, ...] = field(default=(), repr=False)  # the addresses of the other files under docs/
    help: Help = field(default_factory=Help.model_construct, repr=False)
    measured: Measured | None = field(default=None, repr=False)
    speed: Speed | None = field(default=None, repr=False)
    published: Published = field(default=Published(), repr=False)

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds that have a record, in their order."""
        present = {record.kind for record in self.records}
        return tuple(kind for kind in KINDS if kind.folder in present)

    def of_kind(self, kind: Kind) -> tuple[Record, ...]:
        return tuple(record for record in self.records if record.kind == kind.folder)
