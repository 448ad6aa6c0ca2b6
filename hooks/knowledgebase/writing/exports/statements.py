"""What is said of things in linked data: a thing has an address and facts, a fact a property and its values.

Terms are made into things once; turtle.py and json_ld.py write the same things down, each in its notation.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

PREFIXES = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGE = "en"


class Holds(Enum):
    """What the values of a property are."""

    text = "texts in the language of the site"
    thing = "addresses of things"
    things_in_order = "addresses of things, whose order counts"
    day = "days, as in 2026-11-22"


class Property(Enum):
    """A property of a vocabulary: its name there, and what its values are."""

    pref_label = ("skos:prefLabel", Holds.text)
    alt_label = ("skos:altLabel", Holds.text)
    hidden_label = ("skos:hiddenLabel", Holds.text)
    definition = ("skos:definition", Holds.text)
    note = ("skos:note", Holds.text)
    in_scheme = ("skos:inScheme", Holds.thing)
    top_concept_of = ("skos:topConceptOf", Holds.thing)
    has_top_concept = ("skos:hasTopConcept", Holds.thing)
    broader = ("skos:broader", Holds.thing)
    narrower = ("skos:narrower", Holds.thing)
    related = ("skos:related", Holds.thing)
    member = ("skos:member", Holds.thing)
    member_list = ("skos:memberList", Holds.things_in_order)
    see_also = ("rdfs:seeAlso", Holds.thing)
    label = ("rdfs:label", Holds.text)
    title = ("dcterms:title", Holds.text)
    creator = ("dcterms:creator", Holds.text)
    source = ("dcterms:source", Holds.thing)
    citation = ("dcterms:bibliographicCitation", Holds.text)
    modified = ("dcterms:modified", Holds.day)

    def __init__(self, curie: str, holds: Holds) -> None:
        self.curie, self.holds = curie, holds

    @property
    def word(self) -> str:
        """The name without its vocabulary."""
        return self.curie.partition(":")[2]


Fact = tuple[Property, tuple[str, ...]]


class Thing(NamedTuple):
    """Something with an address, relative to the site's root, that things are said of. ``type`` is as in "skos:Concept"."""

    address: str
    type: str
    facts: tuple[Fact, ...]

    @property
    def said(self) -> tuple[Fact, ...]:
        """The facts that have a value."""
        return tuple((property, values) for property, values in self.facts if values)
