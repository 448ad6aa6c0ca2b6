"""The export files: knowledge.json as described, its schema, and the bibliography untouched."""

import json

import jsonschema
import pytest

from knowledgebase.writing.site import Site


@pytest.fixture(scope="module")
def files(toy):
    return {export.address: export.content for export in Site(toy, "@book{x,}\n").exports}


@pytest.fixture(scope="module")
def knowledge(files):
    return json.loads(files["data/knowledge.json"])


def test_there_are_three_files(files):
    assert set(files) == {"data/knowledge.json", "data/knowledge.schema.json", "data/bibliography.bib"}
    assert files["data/bibliography.bib"] == "@book{x,}\n"


def test_the_knowledge_follows_its_schema(files, knowledge):
    schema = json.loads(files["data/knowledge.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(knowledge, schema)


def test_a_record_in_full(knowledge):
    assert knowledge["format"] == 1
    assert next(record for record in knowledge["records"] if record["id"] == "lighthouse") == {
        "id": "lighthouse",
        "kind": "definitions",
        "title": "Lighthouse",
        "url": "definitions/lighthouse.html",
        "in_short": "A lighthouse is a tower with a light. It shows ships where the land is.",
        "reviewed": "2026-11-20",
        "claims": [
            {
                "id": "what-it-is",
                "url": "definitions/lighthouse.html#what-it-is",
                "text": "A lighthouse is a tower that carries a light for ships.",
                "basis": "stated",
                "cites": [{"source": "ash2001", "at": "p. 3"}],
            },
            {
                "id": "not-a-lamp",
                "url": "definitions/lighthouse.html#not-a-lamp",
                "text": "A lamp on a house is not a lighthouse, but a Keeper may mind both.",
                "basis": "reported",
                "cites": [{"source": "cedar2015", "via": "ash2001", "paras": ["p007"]}],
            },
        ],
        "links": [
            {"rel": "has-part", "to": "automatic-light"},
            {"rel": "related", "to": "keeper"},
            {"rel": "mentions", "to": "keeper"},
        ],
    }


def test_a_work_in_full(knowledge):
    work = next(work for work in knowledge["works"] if work["key"] == "birch2010")
    csl = work.pop("csl")
    assert work == {
        "key": "birch2010",
        "url": "works/birch2010.html",
        "reference": "Birch, B., Cedar, C., & Fir, F. (2010). Towers of the North Sea. Journal of Lights, 4(2), 10–19."
        " https://doi.org/10.1234/lights.4",
        "parenthetical": "(Birch et al., 2010)",
        "narrative": "Birch et al. (2010)",
    }
    assert csl["id"] == "birch2010"
    assert csl["type"] == "article-journal"


def test_every_url_is_a_page_of_the_site(toy, knowledge):
    pages = Site(toy).pages
    urls = [item["url"] for group in ("records", "works") for item in knowledge[group]]
    urls += [claim["url"] for record in knowledge["records"] for claim in record["claims"]]
    for url in urls:
        address, _, anchor = url.partition("#")
        assert not anchor or anchor in pages[address].anchors
