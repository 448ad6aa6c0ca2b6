"""``llms.txt``: a guide to the site for language models, in the form of the proposal at llmstxt.org.

The form is Markdown: a title, a summary as a quotation, remarks, then sections that are lists of links. The last section
is called "Optional": what it lists may be skipped. Links are absolute where the site knows its own address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...model import Record
from ...sentences import sentences
from ...syntax import plain
from .. import addresses
from ..imprint import Imprint
from . import knowledge, tables, terms
from .export import Export
from .wording import Wording

GUIDE = "llms.txt"
_SUMMARY = "A knowledge base of short records. Every claim names the work that says it and how well we know it."
_REMARKS = (
    "- A claim that is reported second-hand was read in another work than the one that says it. Cite both: “as cited in”.",
    "- A source check on a claim says where the original does not bear the claim out. It belongs to the claim.",
    "- Addresses do not change. A claim has an address of its own: that of its record, # and its id.",
)
_IN_MARKDOWN = re.compile(r"([\\`*_\[\]>#|])")
_ENTITY = re.compile(r"&(?=#?\w+;)")  # only where it would be read as another sign, for the file is read as it is, too


def file(records: Mapping[str, Sequence[str]], imprint: Imprint) -> Export:
    """The one file; ``records`` are the lines of the records, by the plural name of their kind."""
    parts = [f"# {_escaped(imprint.site_name or 'Knowledge base')}", f"> {_SUMMARY}", "\n".join(_REMARKS)]
    sections = (f"## {title}\n\n" + "\n".join(lines) for title, lines in _sections(records, imprint))
    return Export(GUIDE, "\n\n".join([*parts, *sections]) + "\n")


def line_of(record: Record, wording: Wording, imprint: Imprint) -> str:
    """A record by its title and the first sentence of what it says in short."""
    words = plain(record.in_short, wording.links.title_of)
    opening = next(iter(sentences(words.split("\n")[0])), "")
    return _link(imprint, record.title, addresses.of_record(record), opening)


def _sections(records: Mapping[str, Sequence[str]], imprint: Imprint) -> Iterator[tuple[str, Sequence[str]]]:
    """The data, the records of each kind, and what repeats them in another order."""
    yield "The whole as data", [
        _link(imprint, "All records, claims and works as JSON", knowledge.KNOWLEDGE, "described by its schema"),
        _link(imprint, "Schema of it", knowledge.SCHEMA, "what each field holds"),
        _link(imprint, "All claims as a table", tables.CLAIMS, "with source, basis and citation of each"),
        _link(imprint, "Definitions and continuum in SKOS", terms.TURTLE, "with their sources"),
    ]
    yield from records.items()
    yield "Optional", [
        _link(imprint, "Bibliography", addresses.BIBLIOGRAPHY, "every work that is cited"),
        _link(imprint, "A–Z", addresses.A_TO_Z, "every title and other words for it"),
    ]


def _link(imprint: Imprint, title: str, address: str, says: str) -> str:
    return f"- [{_escaped(title)}]({imprint.absolute(address) or address}): {_escaped(says)}"


def _escaped(text: str) -> str:
    """A text whose every sign stands for itself; some readers of Markdown know no backslash before "<"."""
    return _IN_MARKDOWN.sub(r"\\\1", _ENTITY.sub("&amp;", text).replace("<", "&lt;"))
