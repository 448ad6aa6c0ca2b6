"""How a page says that it is cited: the reference and both forms in the text, its files, and what search engines read."""

import html
import json
import re

import html5lib
import pytest
from conftest import TODAY

from knowledgebase.model.works import Date, Name, Names, Run, Work
from knowledgebase.writing.apa import Apa, text_of
from knowledgebase.writing.citing.citable import Citable, cited_record, cited_work
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.linked_data import in_script
from knowledgebase.writing.site import Site

IMPRINT = Imprint("Lights at Sea", "Friends of the Lights", "https://example.org/kb/", TODAY)
BOX = re.compile(r'<details class="kb-cite-this">.*?</details>', re.DOTALL)


@pytest.fixture(scope="module")
def site(toy):
    return Site(toy, imprint=IMPRINT)


def box(article):
    (found,) = BOX.findall(article)
    return found


def told(article):
    """The words of the box, row by row."""
    rows = re.findall(r"<dt>.*?</dt><dd>(.*?)</dd>", box(article), re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", row)) for row in rows]


REFERENCES = {
    "a record, on the day of its review": (
        "challenges/long-nights.html",
        "Friends of the Lights. (2026, November 20). Long nights. Lights at Sea. https://example.org/kb/challenges/long-nights.html",
        "(Friends of the Lights, 2026)",
        "Friends of the Lights (2026)",
    ),
    "the bibliography, which has no date": (
        "bibliography.html",
        "Friends of the Lights. (n.d.). Bibliography. Lights at Sea. https://example.org/kb/bibliography.html",
        "(Friends of the Lights, n.d.)",
        "Friends of the Lights (n.d.)",
    ),
    "a work, as the bibliography prints it": (
        "works/oakboard2020.html",
        "Board of Oak & Sons. (2020). Lights without keepers. https://example.org/lights",
        "(Board of Oak & Sons, 2020)",
        "Board of Oak & Sons (2020)",
    ),
}


@pytest.mark.parametrize("case", REFERENCES.values(), ids=REFERENCES)
def test_a_page_tells_how_it_is_cited(site, case):
    address, *forms = case
    assert told(site.pages[address].article)[:3] == forms


def test_a_hand_written_page_tells_it_after_its_references(site):
    article = site.hand_page("index.html", "Lights", "", "docs/index.md", "<h1>Lights</h1>").article
    assert told(article)[0] == "Friends of the Lights. (n.d.). Lights. Lights at Sea. https://example.org/kb/index.html"
    assert BOX.findall(site.hand_page("nowhere.html", "Nowhere", "", "docs/nowhere.md", "<h1>Nowhere</h1>").article) == []


IMPRINTS = {
    "a site of the same name as its author is named once": (
        Imprint("Lights", "Lights", "https://example.org/"),
        "Lights. (2026, November 20). Keeper. https://example.org/definitions/keeper.html",
    ),
    "a site without an address has none": (Imprint("Sea", "Friends"), "Friends. (2026, November 20). Keeper. Sea."),
    "a site without an author stands for it": (Imprint("Sea"), "Sea. (2026, November 20). Keeper."),
    "a page without anybody begins with its title": (Imprint(), "Keeper. (2026, November 20)."),
}


@pytest.mark.parametrize(("imprint", "reference"), IMPRINTS.values(), ids=IMPRINTS)
def test_what_is_not_known_is_left_out(toy, imprint, reference):
    keeper = next(record for record in toy.records if record.id == "keeper")
    assert text_of(cited_record(keeper, imprint).reference) == reference


def test_the_capitals_of_a_title_of_ours_are_kept(toy):
    keeper = next(record for record in toy.records if record.id == "keeper").model_copy(update={"title": "The BC Training Guide"})
    assert "The BC Training Guide." in text_of(cited_record(keeper, IMPRINT).reference)


def test_a_work_keeps_its_letter():
    works = [
        Work(key, "book", author=Names((Name("Ball", "Ann"),)), title=(Run(title),), date=Date(2019))
        for key, title in (("a", "Ropes"), ("b", "Piers"))
    ]
    citable: Citable = cited_work(works[0], Apa(works))
    assert (text_of(citable.parenthetical), text_of(citable.narrative)) == ("(Ball, 2019b)", "Ball (2019b)")


def test_the_files_of_a_page_are_those_it_links(site):
    made = {export.address for export in site.exports}
    for address, page in site.pages.items():
        for href in re.findall(r'href="([^"]+)" download', page.article):
            depth = address.count("/")
            assert href.startswith("../" * depth)
            assert href.removeprefix("../" * depth) in made


def blocks(head):
    tree = html5lib.parse(f"<!doctype html><html><head>{head}</head><body></body></html>", namespaceHTMLElements=False)
    return [json.loads(node.text) for node in tree.iter("script") if node.get("type") == "application/ld+json"]


def test_a_definition_is_a_term_to_search_engines(site):
    (block,) = blocks(site.head("definitions/lighthouse.html"))
    assert block["@context"] == "https://schema.org"
    assert (block["@type"], block["name"], block["lastReviewed"]) == ("WebPage", "Lighthouse", "2026-11-20")
    assert block["mainEntity"]["@type"] == "DefinedTerm"
    assert block["mainEntity"]["alternateName"] == ["beacon"]
    assert block["author"] == {"@type": "Organization", "name": "Friends of the Lights"}


def test_another_record_is_a_page_to_search_engines(site):
    (block,) = blocks(site.head("challenges/long-nights.html"))
    assert (block["@type"], "mainEntity" in block) == ("WebPage", False)
    assert block["url"] == "https://example.org/kb/challenges/long-nights.html"


def test_the_front_page_is_the_whole_as_data(site, toy):
    (block,) = blocks(site.head("index.html"))
    assert (block["@type"], block["name"]) == ("Dataset", "Lights at Sea")
    assert f"{len(toy.records)} records" in block["description"]
    assert block["distribution"]["contentUrl"] == "https://example.org/kb/data/knowledge.json"


def test_a_site_without_an_address_names_none(toy):
    head = Site(toy, imprint=Imprint("Sea", "Friends")).head("definitions/lighthouse.html")
    assert "url" not in blocks(head)[0]
    assert "http" not in head.replace("https://schema.org", "")


HOSTILE = {
    "the end of a script": "</script><script>alert(1)</script>",
    "a comment that hides the end": "<!--<script>",
    "an ampersand and quotes": '&amp; "quoted" \\u003c',
    "a line separator": "a\u2028b",
}


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_nothing_gets_out_of_the_block(title):
    block = in_script({"@type": "WebPage", "name": title})
    assert blocks(block) == [{"@context": "https://schema.org", "@type": "WebPage", "name": title}]
    tree = html5lib.parse(f"<!doctype html><html><head>{block}</head><body></body></html>", namespaceHTMLElements=False)
    assert len(list(tree.iter("script"))) == 1


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_nothing_gets_out_of_the_tags(toy, title):
    head = Site(toy, imprint=Imprint(title, title, "https://example.org/")).head("definitions/lighthouse.html")
    tree = html5lib.parse(f"<!doctype html><html><head>{head}</head><body></body></html>", namespaceHTMLElements=False)
    metas = {node.get("name") or node.get("property"): node.get("content") for node in tree.iter("meta")}
    assert metas["og:site_name"] == metas["author"] == title
    assert len(list(tree.iter("script"))) == 1
