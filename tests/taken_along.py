"""What arrives when a work is taken along: read by public libraries from each format, and put side by side.

``of_work`` says what must arrive, straight from the fields of the work; the others say what rispy, pybtex (with pylatexenc for LaTeX)
and a plain JSON reader make of our files. All give a ``Taken``.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

import rispy
from pybtex.database import Person, parse_string
from pylatexenc.latex2text import LatexNodes2Text

from knowledgebase.model.works import Name, Work, plain

GroupOrPerson = tuple[str, ...]  # a group has one name, a person a family name and given names


@dataclass(frozen=True)
class Taken:
    """The fields that every format has."""

    authors: tuple[GroupOrPerson, ...] = ()
    editors: tuple[GroupOrPerson, ...] = ()
    title: str = ""
    year: str = ""
    volume: str = ""
    pages: str = ""
    doi: str = ""
    url: str = ""


def of_work(work: Work) -> Taken:
    return Taken(
        tuple(map(_named, work.author)),
        tuple(map(_named, work.editor)),
        plain(work.title) or plain(work.titleaddon),
        str(work.date.year) if (work.date.year or 0) > 0 else "",
        work.volume,
        work.pages,
        work.doi,
        work.url,
    )


def _named(name: Name) -> GroupOrPerson:
    if name.group:
        return (name.family,)
    given = ", ".join(filter(None, [" ".join(filter(None, [name.given, name.particle])), name.suffix]))
    return tuple(filter(None, [name.last, given]))


def from_ris(text: str) -> list[Taken]:
    """As rispy reads it; of a name, what stands before the first comma is the family name."""
    return [_from_rispy(entry) for entry in rispy.loads(text)]


def _from_rispy(entry) -> Taken:
    pages = "–".join(filter(None, [entry.get("start_page"), entry.get("end_page")]))
    editors = [*entry.get("secondary_authors", ()), *entry.get("tertiary_authors", ()), *entry.get("unknown_tag", {}).get("ED", ())]
    return Taken(
        tuple(tuple(name.split(", ", 1)) for name in entry.get("authors", ())),
        tuple(tuple(name.split(", ", 1)) for name in editors),
        entry.get("title", ""),
        entry.get("year", ""),
        entry.get("volume", ""),
        pages,
        entry.get("doi", ""),
        ";".join(entry.get("urls", ())),
    )


def from_bibtex(text: str) -> list[Taken]:
    """As pybtex reads it, its own reading of LaTeX included."""
    return [_from_pybtex(entry) for entry in parse_string(text, "bibtex").entries.values()]


def _from_pybtex(entry) -> Taken:
    fields = {name.lower(): value for name, value in entry.fields.items()}
    return Taken(
        tuple(person for person in map(_person, entry.persons.get("author", ())) if person != ("others",)),
        tuple(map(_person, entry.persons.get("editor", ()))),
        _text(fields.get("title") or fields.get("titleaddon", "")),
        _year(fields),
        _text(fields.get("volume", "")),
        _text(fields.get("pages", "")),
        fields.get("doi", ""),
        fields.get("url", ""),
    )


def _year(fields) -> str:
    return re.match(r"\d{4}|", fields.get("year") or fields.get("date", ""))[0]


def _person(person: Person) -> GroupOrPerson:
    """pybtex knows no groups: a braced name is a family name alone. "others" is how BibTeX says that there are more."""
    family = " ".join(_text(part) for part in (*person.prelast_names, *person.last_names))
    given = " ".join(_text(part) for part in (*person.first_names, *person.middle_names))
    return tuple(filter(None, [family, ", ".join(filter(None, [given, *map(_text, person.lineage_names)]))]))


def _text(latex: str) -> str:
    """The text as pylatexenc reads it, with an apostrophe as LaTeX prints it; its "ˆ" is our "^"."""
    return LatexNodes2Text().latex_to_text(latex).replace("'", "’").replace("ˆ", "^")


def from_csl(text: str) -> list[Taken]:
    return [_from_item(item) for item in json.loads(text)]


def _from_item(item) -> Taken:
    return Taken(
        tuple(map(_from_name, item.get("author", ()))),
        tuple(map(_from_name, item.get("editor", ()))),
        item.get("title", ""),
        _positive(item.get("issued", {}).get("date-parts", [[0]])[0][0]),
        item.get("volume", ""),
        item.get("page", "").replace("-", "–"),
        item.get("DOI", ""),
        item.get("URL", ""),
    )


def _positive(year: int) -> str:
    return str(year) if year > 0 else ""


def _from_name(name) -> GroupOrPerson:
    if "literal" in name:
        return (name["literal"],)
    family = " ".join(filter(None, [name.get("non-dropping-particle"), name["family"]]))
    given = " ".join(filter(None, [name.get("given"), name.get("dropping-particle")]))
    return tuple(filter(None, [family, ", ".join(filter(None, [given, name.get("suffix")]))]))
