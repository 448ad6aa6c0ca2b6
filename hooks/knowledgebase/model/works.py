"""A work of the bibliography: what must be known of it to cite it.

Texts of a work keep what LaTeX marked in them: words whose capitals are protected, italics.
The fields of ``Work`` are named as in biblatex; older names are read as these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from ..problems import Place


class Run(NamedTuple):
    """A stretch of text that is marked in one way."""

    text: str
    protected: bool = False
    italic: bool = False


RichText = tuple[Run, ...]
_NOWHERE = Place("")


def plain(text: RichText) -> str:
    """The words of a text without their marks."""
    return "".join(run.text for run in text)


@dataclass(frozen=True)
class Name:
    """A person, or a group. ``role`` and ``handle`` are shown in the list after the name."""

    family: str
    given: str = ""
    prefix: str = ""  # belongs to the family name: de Beauvoir
    particle: str = ""  # follows the given name: Beethoven, L. van
    suffix: str = ""  # Jr., III
    group: bool = False
    role: str = ""  # Director, Host
    handle: str = ""  # @name on a social medium

    @property
    def last(self) -> str:
        """The name as it stands in the text: the family name with its prefix, or the name of the group."""
        return f"{self.prefix} {self.family}" if self.prefix else self.family


@dataclass(frozen=True)
class Names:
    """People and groups in order. ``others`` says that the list goes on with unnamed people, ``role`` is that of all."""

    people: tuple[Name, ...] = ()
    others: bool = False
    role: str = ""

    def __bool__(self) -> bool:
        return bool(self.people)

    def __len__(self) -> int:
        return len(self.people)

    def __iter__(self) -> Iterator[Name]:
        return iter(self.people)


@dataclass(frozen=True)
class Date:
    """A day, month, season or year. ``year`` counts as ISO 8601 does (0 is 1 B.C.E.).

    ``end`` closes a span and ``ongoing`` marks one that goes on. ``words`` is a date that is printed as it was written.
    """

    year: int | None = None
    month: int | None = None  # 1 to 12, or 21 to 24 for spring to winter
    day: int | None = None
    circa: bool = False
    end: Date | None = None
    ongoing: bool = False
    words: str = ""

    def __bool__(self) -> bool:
        return self.year is not None or bool(self.words)


class Read(StrEnum):
    """How far the editors have read the work itself."""

    whole = "whole"
    abstract = "abstract"
    not_read = "not-read"  # known only from other works


@dataclass(frozen=True, init=False)
class Work:
    """One work. ``type`` is its biblatex entry type; a field that the work does not have is empty.

    The type of a field says how its text is read: names, rich text, a date, or plain text. Of its sixty fields a work has a
    few. It holds those that it was given alone; the empty ones are those of the class.
    """

    key: str
    type: str
    place: Place = _NOWHERE

    author: Names = Names()
    authorwith: Names = Names()  # "(with W. T. Long)"
    bookauthor: Names = Names()
    editor: Names = Names()
    editora: Names = Names()
    translator: Names = Names()
    narrator: Names = Names()
    execproducer: Names = Names()

    title: RichText = ()
    subtitle: RichText = ()
    titleaddon: RichText = ()  # shown in square brackets after the title
    shorttitle: RichText = ()
    origtitle: RichText = ()  # the title in the language of the work; ``title`` is then its translation
    entry: RichText = ()  # an entry within a piece of software
    booktitle: RichText = ()
    booksubtitle: RichText = ()
    booktitleaddon: RichText = ()
    maintitle: RichText = ()
    mainsubtitle: RichText = ()
    maintitleaddon: RichText = ()
    journaltitle: RichText = ()
    journalsubtitle: RichText = ()
    issuetitle: RichText = ()
    eventtitle: RichText = ()

    date: Date = Date()
    origdate: Date = Date()
    urldate: Date = Date()
    pubstate: str = ""  # inpress

    volume: str = ""
    number: str = ""
    issue: str = ""
    pages: str = ""
    eid: str = ""  # the number of an article that has no pages
    chapter: str = ""
    edition: str = ""
    version: str = ""
    series: str = ""

    publisher: str = ""  # several are joined with "; "
    institution: str = ""
    organization: str = ""
    location: str = ""
    venue: str = ""
    howpublished: str = ""
    eprint: str = ""
    eprinttype: str = ""
    doi: str = ""  # as in 10.1037/rev0000126, without address or label
    url: str = ""

    kind: str = ""  # biblatex's "type": PhD thesis, Issue Brief
    entrysubtype: str = ""  # magazine, blog, Audiobook
    editortype: str = ""
    editoratype: str = ""
    language: str = ""
    shortauthor: str = ""
    sortname: str = ""
    sorttitle: str = ""
    isbn: str = ""

    related: str = ""  # the key of another work of the bibliography
    relatedtype: str = ""  # reviewof, reprintfrom, commenton
    relatedstring: str = ""

    yearsuffix: str = ""  # the letter of 2022a: once given out, a promise
    read: Read = Read.not_read
    unchecked: str = ""  # the details that we have from memory or by inference, in words
    note: str = ""

    def __init__(self, key: str, type: str, place: Place = _NOWHERE, **fields: Any) -> None:
        if unknown := fields.keys() - _FIELDS:
            raise TypeError(f"a work has no such field: {', '.join(sorted(unknown))}")
        vars(self).update(fields, key=key, type=type, place=place)


_FIELDS = frozenset(Work.__dataclass_fields__)
