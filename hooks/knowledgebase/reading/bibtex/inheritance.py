"""What entries take over from others: all fields of the @xdata they name, and what fits of their ``crossref``.

The rules are those of biblatex (its manual, "Default inheritance"), in simple form: own fields are never overwritten, the
title of the whole becomes the book title of the part, and what belongs to the whole alone is not taken over. The author
of a whole is the ``bookauthor`` of its parts, never their author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from .entries import Entry, Field

DEEPEST = 10  # entries in a chain
MOST_TAKEN = 200_000  # fields that all entries take over

_PARTS = ("inbook", "bookinbook", "suppbook", "incollection", "suppcollection", "inreference", "inproceedings", "conference")
_WHOLE_TO_PART = {
    "title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon", "author": "bookauthor",
}  # fmt: skip
_MULTIVOLUME = {"title": "maintitle", "subtitle": "mainsubtitle", "titleaddon": "maintitleaddon"}
_PERIODICAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_OWN = frozenset(
    "abstract annotation annote crossref entryset entrysubtype execute file ids indextitle keywords label options pages "
    "pagetotal presort related relatedoptions relatedstring relatedtype shortauthor shorteditor shorthand shorttitle "
    "sortkey sorttitle xdata xref".split()
)  # fields that say something of one entry only


@dataclass(frozen=True)
class BrokenLink:
    """A ``crossref`` or ``xdata`` that leads nowhere, in a circle or too far."""

    rule: str
    message: str
    field: Field
    sought: str = ""


@dataclass
class Inheritance:
    """All entries by key, and those that are done. ``broken`` collects what could not be followed."""

    entries: Mapping[str, Entry]
    broken: list[BrokenLink] = field(default_factory=list)
    _done: dict[str, Entry] = field(default_factory=dict)
    _depth: dict[str, int] = field(default_factory=dict)
    _taken: int = 0

    def completed(self, entry: Entry, chain: tuple[str, ...] = ()) -> Entry:
        """The entry with its own fields first, then those of its @xdata, then those of its crossref."""
        if not any(own.name in ("crossref", "xdata") for own in entry.fields):
            return entry
        if entry.key not in self._done:
            chain = (*chain, entry.key)
            with_data = self._with_all(entry, self._data_sets(entry, chain))
            self._done[entry.key] = self._with_all(with_data, self._whole(with_data, chain))
        return self._done[entry.key]

    def targets(self, name: str) -> list[str]:
        """The keys that a ``crossref`` or an ``xdata`` may name."""
        return [key for key, entry in self.entries.items() if (entry.type == "xdata") == (name == "xdata")]

    def _with_all(self, entry: Entry, more: Iterator[Field]) -> Entry:
        fields = {own.name: own for own in entry.fields}
        for inherited in more:
            fields.setdefault(inherited.name, inherited)
        return replace(entry, fields=tuple(fields.values()))

    def _data_sets(self, entry: Entry, chain: tuple[str, ...]) -> Iterator[Field]:
        link = entry.field("xdata")
        for key in dict.fromkeys(re.split(r"\s*,\s*", link.value.strip())) if link else ():
            data = self._followed(link, key, chain)
            if data is not None:
                yield from (each for each in data.fields if each.name != "xdata")

    def _whole(self, entry: Entry, chain: tuple[str, ...]) -> Iterator[Field]:
        link = entry.field("crossref")
        whole = self._followed(link, link.value.strip(), chain) if link else None
        if whole is not None:
            yield from _handed_down(entry.type, whole)

    def _followed(self, link: Field, key: str, chain: tuple[str, ...]) -> Entry | None:
        """The entry a link leads to, itself completed; None, and a note of it, if there is no way there."""
        target = self.entries.get(key)
        if target is None or (link.name == "xdata") != (target.type == "xdata"):
            return self._break(link, "unknown", f'{_MUST[link.name]}: found "{key}"', key)
        if key in chain:
            circle = " → ".join(f'"{each}"' for each in (*chain[chain.index(key) :], key))
            return self._break(link, "circle", f"{link.name} must not lead back to its own entry: found {circle}")
        if len(chain) + self._depth.get(key, 0) >= DEEPEST:
            return self._break(link, "depth", f"a chain of {link.name} must have at most {DEEPEST} entries: found more")
        if self._taken > MOST_TAKEN:
            words = f"all entries together must take over at most {MOST_TAKEN:,} fields: found more"
            return self._break(link, "too-much", words)
        found = self.completed(target, chain)
        self._taken += len(found.fields)
        self._depth[chain[-1]] = max(self._depth.get(chain[-1], 0), self._depth.get(key, 0) + 1)
        return found

    def _break(self, link: Field, what: str, message: str, sought: str = "") -> None:
        self.broken.append(BrokenLink(f"{link.name}-{what}", message, link, sought))


_MUST = {
    "crossref": "crossref must be the key of an entry in this file",
    "xdata": "xdata must be the keys of @xdata entries in this file, with commas between",
}


def _handed_down(part: str, whole: Entry) -> Iterator[Field]:
    names = _names_in_part(part, whole.type)
    own = (each for each in whole.fields if each.name not in _OWN)
    in_order = sorted(own, key=lambda each: each.name in names)  # a booktitle of the whole itself goes before its title
    return (replace(each, name=names.get(each.name, each.name)) for each in in_order)


def _names_in_part(part: str, whole: str) -> Mapping[str, str]:
    """What fields of the whole are called in its part, where that is another name."""
    if whole.startswith("mv"):
        return _MULTIVOLUME
    if part in _PARTS:
        return _WHOLE_TO_PART
    return _PERIODICAL if whole == "periodical" else {}
