"""The definitions and the continuum as a SKOS vocabulary (W3C SKOS Reference), in Turtle and in JSON-LD.

A definition is a concept; so is a position of a continuum, which is an ordered collection of its positions. The address of
a concept is that of its page with ``#top``, that of a position its anchor: both lead to where it is explained. "Part of"
is a broader concept, any other relation between definitions a related one; records of other kinds are ``rdfs:seeAlso``.
Sources are all works that a claim names. Where the site knows no address of its own, addresses are seen from the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from ...links import Links
from ...model import Claim, Definition, Record, Work
from ...model.own_fields import Continuum, Position
from .. import addresses
from ..apa import Apa, text_of
from ..imprint import Imprint
from .export import Export
from .hierarchy import Hierarchy
from .json_ld import json_ld
from .statements import Property, Thing
from .turtle import turtle
from .wording import Wording

TURTLE, JSON_LD = "data/terms.ttl", "data/terms.jsonld"
_SCHEME = f"{TURTLE}#terms"
_ROOT = "../"  # the site's root, seen from the files
_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"


def files(links: Links, apa: Apa, imprint: Imprint) -> tuple[Export, Export]:
    """The vocabulary in both notations."""
    base = quote(imprint.absolute(""), safe=_IN_ADDRESSES) or _ROOT
    things = tuple(Vocabulary(Wording(links, apa), Hierarchy(links)).things(imprint))
    return Export(TURTLE, turtle(things, base)), Export(JSON_LD, json_ld(things, base))


class Vocabulary(NamedTuple):
    """The terms of one knowledge base as things of linked data."""

    wording: Wording
    hierarchy: Hierarchy

    def things(self, imprint: Imprint) -> Iterator[Thing]:
        """The scheme, the definitions, the continua with their positions, and the works that are their sources."""
        records = self.wording.links.base.records
        definitions = [record for record in records if isinstance(record, Definition)]
        continua = [record for record in records if isinstance(record, Continuum)]
        yield self._scheme(definitions, continua, imprint)
        yield from map(self._definition, definitions)
        for continuum in continua:
            yield self._collection(continuum)
            yield from (self._position(continuum, position) for position in continuum.positions)
        yield from map(self._work, self._works(claim for record in (*definitions, *continua) for claim in record.claims))

    def _scheme(self, definitions: list[Definition], continua: list[Continuum], imprint: Imprint) -> Thing:
        tops = [_concept(record) for record in definitions if not self.hierarchy.broader(record)]
        positions = [of_position for continuum in continua for of_position in _positions(continuum)]
        title = f"Terms of: {imprint.site_name}" if imprint.site_name else "Terms"
        return Thing(_SCHEME, "skos:ConceptScheme", (
            (Property.label, (title,)),
            (Property.title, (title,)),
            (Property.creator, (imprint.author,) if imprint.author else ()),
            (Property.has_top_concept, (*tops, *positions)),
        ))  # fmt: skip

    def _definition(self, record: Definition) -> Thing:
        pref, alt, hidden = _labels(record)
        broader = tuple(map(_concept, self.hierarchy.broader(record)))
        elsewhere = map(addresses.of_record, (record, *self.hierarchy.elsewhere(record)))
        return Thing(_concept(record), "skos:Concept", (
            (Property.pref_label, (pref,)),
            (Property.alt_label, alt),
            (Property.hidden_label, hidden),
            (Property.definition, (self.wording.text(record.in_short),)),
            (Property.in_scheme, (_SCHEME,)),
            (Property.top_concept_of, () if broader else (_SCHEME,)),
            (Property.broader, broader),
            (Property.narrower, tuple(map(_concept, self.hierarchy.narrower(record)))),
            (Property.related, tuple(map(_concept, self.hierarchy.related(record)))),
            (Property.see_also, tuple(elsewhere)),
            (Property.source, self._sources(record.claims)),
            (Property.modified, (record.reviewed.isoformat(),)),
        ))  # fmt: skip

    def _collection(self, record: Continuum) -> Thing:
        return Thing(_concept(record), "skos:OrderedCollection", (
            (Property.pref_label, (record.title,)),
            (Property.note, (self.wording.text(record.in_short),)),
            (Property.member, _positions(record)),
            (Property.member_list, _positions(record)),
            (Property.source, self._sources(record.claims)),
            (Property.modified, (record.reviewed.isoformat(),)),
        ))  # fmt: skip

    def _position(self, record: Continuum, position: Position) -> Thing:
        qualities = {
            "Direction": position.direction, "How it comes about": position.arranged,
            "With whom": position.with_whom, "Where": position.where,
        }  # fmt: skip
        forms = filter(None, map(self.wording.links.record, position.forms))
        return Thing(addresses.of_part(record, position.id), "skos:Concept", (
            (Property.pref_label, (position.title,)),
            (Property.note, tuple(f"{name}: {words}" for name, words in qualities.items())),
            (Property.in_scheme, (_SCHEME,)),
            (Property.top_concept_of, (_SCHEME,)),
            (Property.see_also, _unique(map(addresses.of_record, forms))),
            (Property.source, self._sources(claim for _, claim in self.wording.links.claims_at(record, position.claims))),
        ))  # fmt: skip

    def _sources(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        return tuple(map(_of_work, self._works(claims)))

    def _works(self, claims: Iterable[Claim]) -> tuple[Work, ...]:
        """The works that claims name and that are in the bibliography, each once."""
        named = _unique(key for claim in claims for cite in claim.cite for key in (cite.source, cite.via) if key)
        return tuple(self.wording.links.works[key] for key in named if key in self.wording.links.works)

    def _work(self, work: Work) -> Thing:
        reference = text_of(self.wording.apa.in_list(work))
        return Thing(_of_work(work), "dcterms:BibliographicResource", ((Property.citation, (reference,)),))


def _concept(record: Record) -> str:
    return addresses.of_part(record, "top")


def _of_work(work: Work) -> str:
    return f"{addresses.of_work(work)}#top"


def _positions(record: Continuum) -> tuple[str, ...]:
    return tuple(addresses.of_part(record, position.id) for position in record.positions)


def _labels(record: Definition) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The title, the other names, and what else readers may call it. No label stands in two groups (SKOS S13)."""
    seen = {record.title.casefold()}

    def fresh(labels: Iterable[str]) -> tuple[str, ...]:
        found = {label.casefold(): label for label in reversed(tuple(labels)) if label.casefold() not in seen}
        seen.update(found)
        return tuple(reversed(found.values()))

    return record.title, fresh(record.other_names), fresh((*record.hard_words, *record.everyday_words))


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
