"""The terms as linked data: both files say the same, a SKOS validator finds nothing to mend, and sources are named."""

import logging
from dataclasses import replace

import pytest
import skosify
from conftest import ROOT, TODAY
from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.compare import to_isomorphic
from rdflib.namespace import DCTERMS, RDF, RDFS, SKOS, XSD

from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.model import KnowledgeBase
from knowledgebase.model.relations import Relation
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.exports import Exports
from knowledgebase.writing.imprint import NO_IMPRINT, Imprint

SITE = "https://example.org/kb/"
IMPRINT = Imprint("Lights", "The lamp group", SITE, TODAY)
NOTATIONS = {"data/terms.ttl": "turtle", "data/terms.jsonld": "json-ld"}


def graph(base, address="data/terms.ttl", imprint=IMPRINT, read_at=SITE):
    """What a file says, read from an address on the web."""
    content = next(export.content for export in Exports(Links(base), Apa(base.works), imprint, "").files() if export.address == address)
    return Graph().parse(data=content, format=NOTATIONS[address], publicID=read_at + address)


@pytest.fixture(scope="module")
def terms(toy):
    return graph(toy)


def iri(address):
    return URIRef(SITE + address)


def words(text):
    return Literal(text, lang="en")


KEEPER, LIGHTHOUSE = iri("definitions/keeper.html#top"), iri("definitions/lighthouse.html#top")
WATCHES, ALONE, IN_TURN = (iri(f"continuum/watches.html#{anchor}") for anchor in ("top", "alone", "in-turn"))
SCHEME = iri("data/terms.ttl#terms")

SAYS = {
    "a definition is a concept": (LIGHTHOUSE, RDF.type, SKOS.Concept),
    "its title is its label": (LIGHTHOUSE, SKOS.prefLabel, words("Lighthouse")),
    "other names are further labels": (LIGHTHOUSE, SKOS.altLabel, words("beacon")),
    "words that it explains are hidden labels": (LIGHTHOUSE, SKOS.hiddenLabel, words("Lantern room")),
    "the summary is its definition": (LIGHTHOUSE, SKOS.definition, words("A lighthouse is a tower with a light. It shows ships where the land is.")),
    "a relation between definitions relates them": (LIGHTHOUSE, SKOS.related, KEEPER),
    "on both sides": (KEEPER, SKOS.related, LIGHTHOUSE),
    "its page is where to read on": (LIGHTHOUSE, RDFS.seeAlso, iri("definitions/lighthouse.html")),
    "so is a record of another kind": (LIGHTHOUSE, RDFS.seeAlso, iri("forms/automatic-light.html")),
    "a work that was read is a source": (LIGHTHOUSE, DCTERMS.source, iri("works/ash2001.html#top")),
    "so is one known second-hand": (LIGHTHOUSE, DCTERMS.source, iri("works/cedar2015.html#top")),
    "a work has its line of the list": (iri("works/cedar2015.html#top"), DCTERMS.bibliographicCitation, words("Cedar, C. (2015). What a lamp is not. Journal of Lights, 9, 1–9.")),
    "a concept says when it was reviewed": (LIGHTHOUSE, DCTERMS.modified, Literal("2026-11-20", datatype=XSD.date)),
    "a position is a concept": (ALONE, RDF.type, SKOS.Concept),
    "a position has its qualities in words": (IN_TURN, SKOS.note, words("Direction: two-way")),
    "a position has the sources of its claims": (ALONE, DCTERMS.source, iri("works/ash2001.html#top")),
    "a position leads to its forms": (ALONE, RDFS.seeAlso, iri("forms/automatic-light.html")),
    "the continuum is an ordered collection": (WATCHES, RDF.type, SKOS.OrderedCollection),
    "all belong to one scheme": (ALONE, SKOS.inScheme, SCHEME),
    "the scheme says whose it is": (SCHEME, DCTERMS.creator, words("The lamp group")),
    "a concept with nothing broader is at the top": (SCHEME, SKOS.hasTopConcept, KEEPER),
}


@pytest.mark.parametrize("triple", SAYS.values(), ids=SAYS)
def test_the_terms_say(terms, triple):
    assert triple in terms


def test_the_continuum_keeps_its_order(terms):
    assert list(Collection(terms, terms.value(WATCHES, SKOS.memberList))) == [ALONE, IN_TURN]


def test_both_notations_say_the_same(toy, terms):
    assert to_isomorphic(graph(toy, "data/terms.jsonld")) == to_isomorphic(terms)


@pytest.mark.parametrize("address", NOTATIONS)
def test_a_site_that_knows_no_address_says_the_same_seen_from_where_it_is(toy, address):
    unnamed = Imprint("Lights", "The lamp group")
    assert to_isomorphic(graph(toy, address, unnamed)) == to_isomorphic(graph(toy, address))
    moved = graph(toy, address, unnamed, read_at="file:///home/kb/")
    assert (URIRef("file:///home/kb/definitions/keeper.html#top"), RDF.type, SKOS.Concept) in moved


def test_an_empty_knowledge_base_is_an_empty_scheme():
    for address in NOTATIONS:
        assert set(graph(KnowledgeBase(), address, NO_IMPRINT).subjects()) == {SCHEME}


def with_changes(toy, **changes):
    """The toy with other values in records, named by id."""
    records = []
    for record in toy.records:
        changed = record.model_copy(update=changes.get(record.id.replace("-", "_"), {}))
        records.append(changed)
    return replace(toy, records=tuple(records))


def test_part_of_is_broader_and_no_longer_at_the_top(toy):
    terms = graph(with_changes(toy, keeper={"see": {Relation.part_of: ("lighthouse",)}}, lighthouse={"see": {}}))
    assert (KEEPER, SKOS.broader, LIGHTHOUSE) in terms
    assert (LIGHTHOUSE, SKOS.narrower, KEEPER) in terms
    assert set(terms.objects(SCHEME, SKOS.hasTopConcept)) == {LIGHTHOUSE, ALONE, IN_TURN}


def test_what_is_broader_by_two_steps_is_not_related(toy):
    keeper = next(record for record in toy.records if record.id == "keeper")
    lamp = keeper.model_copy(update={"title": "Lamp", "see": {Relation.part_of: ("keeper",), Relation.related: ("lighthouse",)}})
    base = replace(toy, records=(*toy.records, lamp.read_from("lamp", keeper.kind, keeper.source)))
    base = with_changes(base, keeper={"see": {Relation.part_of: ("lighthouse",)}}, lighthouse={"see": {}})
    assert (iri("definitions/lamp.html#top"), SKOS.broader, KEEPER) in graph(base)
    assert set(graph(base).subject_objects(SKOS.related)) == set()
    assert complaints(graph(base)) == []


def test_no_word_is_two_labels_of_one_concept(toy):
    terms = graph(with_changes(toy, lighthouse={"other_names": ("lighthouse", "Beacon"), "hard_words": ("beacon", "Lamp"), "everyday_words": ("lamp", "big light")}))
    assert [str(label) for label in terms.objects(LIGHTHOUSE, SKOS.altLabel)] == ["Beacon"]
    assert {str(label) for label in terms.objects(LIGHTHOUSE, SKOS.hiddenLabel)} == {"Lamp", "big light"}


@pytest.mark.parametrize("text", ['a "b" \\ c', "a\nb\tc", "<i> & </i> {}", "„für“ 日本 🗼"])
def test_any_text_is_read_back_from_both(toy, text):
    base = with_changes(toy, keeper={"title": text.strip()})
    for address in NOTATIONS:
        assert graph(base, address).value(KEEPER, SKOS.prefLabel) == words(text)


class Kept(logging.Handler):
    """Keeps what the validator tells."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.told = []

    def emit(self, record):
        self.told.append(record.getMessage())


def complaints(terms):
    """What skosify, the checker of the National Library of Finland, says of a vocabulary, and what it would add or remove."""
    kept, log = Kept(), logging.getLogger()
    before = to_isomorphic(terms)
    log.addHandler(kept)
    try:
        after = to_isomorphic(skosify.skosify(terms, preflabel_policy="shortest"))
    finally:
        log.removeHandler(kept)
    return kept.told + sorted(str(triple) for triple in set(before) ^ set(after))


@pytest.mark.parametrize("address", NOTATIONS)
def test_a_skos_validator_finds_nothing_to_mend(toy, address):
    assert complaints(graph(toy, address)) == []


def test_it_finds_nothing_to_mend_in_the_real_terms():
    assert complaints(graph(load(ROOT, TODAY).base)) == []


FAULTS = {
    "two titles": (KEEPER, SKOS.prefLabel, words("Warden")),
    "a label twice": (LIGHTHOUSE, SKOS.altLabel, words("Lighthouse")),
    "broader and related": (KEEPER, SKOS.broader, LIGHTHOUSE),
}


@pytest.mark.parametrize("triple", FAULTS.values(), ids=FAULTS)
def test_the_validator_would_tell(toy, triple):
    assert complaints(graph(toy).add(triple)) != []


def test_every_relation_has_its_other_side(terms):
    """SKOS S13 to S27 as far as a query can tell: one title each, related both ways, members that are concepts."""
    broken = terms.query("""
        SELECT ?term WHERE {
            { ?term skos:related ?other FILTER NOT EXISTS { ?other skos:related ?term } }
            UNION { ?term skos:broader ?other FILTER NOT EXISTS { ?other skos:narrower ?term } }
            UNION { ?other skos:member ?term FILTER NOT EXISTS { ?term a skos:Concept } }
            UNION { ?term a skos:Concept FILTER NOT EXISTS { ?term skos:prefLabel ?title ; skos:inScheme ?scheme } }
            UNION { ?any dcterms:source ?term FILTER NOT EXISTS { ?term dcterms:bibliographicCitation ?line } }
        }""")
    assert [str(row.term) for row in broken] == []
