"""What Zotero saves from a page: a web page with its author, date and site; from a list of works, the works.

The rules are Zotero's own, as tests/zotero.py tells them.
"""

from dataclasses import replace

import pytest
from conftest import TODAY
from printing import works_of
from test_citing_files import AWKWARD
from zotero import Item, offered, parsed

from knowledgebase.model.works import plain
from knowledgebase.writing.citing.coins import coins
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site

IMPRINT = Imprint("Lights", "Friends of the Lights", "https://example.org/kb/", TODAY)


@pytest.fixture(scope="module")
def site(toy):
    return Site(toy, imprint=IMPRINT)


def whole(site, address):
    """A page with as much of its frame as Zotero asks."""
    hand_page = site.hand_page(address, "Lights", "", "docs/index.md", "<h1>Lights</h1>")
    article = site.pages.get(address, hand_page).article
    canonical = f'<link rel="canonical" href="https://example.org/kb/{address}">'
    head = f'<meta charset="utf-8"><meta name="description" content="In short."><title>T – Lights</title>{canonical}{site.head(address)}'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{article}</body></html>'


def web_page(title, date, address):
    return Item("webpage", title, [("Friends of the Lights",)], date, "Lights", f"https://example.org/kb/{address}", "en", "In short.")


PAGES = {
    "the page of a record": web_page("Long nights", "2026-11-20", "challenges/long-nights.html"),
    "the page of a definition": web_page("Lighthouse", "2026-11-20", "definitions/lighthouse.html"),
    "a hand-written page": web_page("Lights", "", "index.html"),
    "the list of a kind": web_page("Definitions", "", "definitions/index.html"),
}


@pytest.mark.parametrize("item", PAGES.values(), ids=PAGES)
def test_a_page_is_saved_as_a_web_page_with_author_date_and_site(site, item):
    address = item.url.removeprefix(IMPRINT.site_url)
    assert offered(whole(site, address)) == ("Embedded Metadata", [item])


def test_no_page_of_a_record_is_taken_for_anything_else(site, toy):
    for record in toy.records:
        translator, (item,) = offered(whole(site, f"{record.kind}/{record.id}.html"))
        assert (translator, item.type, item.title) == ("Embedded Metadata", "webpage", record.title)


def test_the_bibliography_offers_every_work(site, toy):
    translator, items = offered(whole(site, "bibliography.html"))
    assert translator == "COinS"
    assert {item.title for item in items} == {plain(work.title) for work in toy.works}
    assert {item.type for item in items} == {"book", "journalArticle", "report"}


def test_the_page_of_a_work_is_saved_as_the_work(site):
    assert offered(whole(site, "works/oakboard2020.html")) == (
        "COinS",
        [Item("report", "Lights without keepers", [("Board of Oak & Sons",)], "2020", url="https://example.org/lights")],
    )


def test_what_stands_at_an_old_address_is_not_offered(site):
    assert offered(whole(site, "definitions/light-tower.html")) == ("", [])


WRONG_TAGS = {
    "a title of an article makes an article": ('<meta name="citation_title" content="T">', "journalArticle"),
    "a journal makes an article": ('<meta property="og:type" content="website"><meta name="citation_journal_title" content="J">', "journalArticle"),
    "the Open Graph's website makes a web page": ('<meta property="og:type" content="website">', "webpage"),
    "an author alone says nothing": ('<meta name="author" content="A">', None),
}  # fmt: skip


@pytest.mark.parametrize(("tags", "kind"), WRONG_TAGS.values(), ids=WRONG_TAGS)
def test_the_model_knows_the_rules_for_the_type(tags, kind):
    _, items = offered(f"<html lang=en><head><title>T</title>{tags}</head></html>")
    assert [item.type for item in items] == ([kind] if kind else [])


def test_the_model_cuts_a_group_whose_name_has_no_comma():
    _, (item,) = offered('<html lang=en><title>T</title><meta name="DC.creator" content="Friends of the Lights"></html>')
    assert item.creators == [("Lights", "Friends of the")]


WORKS = {
    "an article": (
        "@article{a, author = {Ball, Ann and van der Berg, Jr., Jan}, title = {On {Piers}: 1 = 1?}, journal = {Harbour & Sea},"
        " number = 3, volume = 12, pages = {4--9}, date = {2019-07-14}, doi = {10.1000/182}}",
        Item(
            "journalArticle", "On Piers: 1 = 1?", [("Ball", "Ann"), ("van der Berg", "Jan, Jr.")], "2019-07-14", "Harbour & Sea",
            others={"volume": "12", "issue": "3", "pages": "4-9", "doi": "10.1000/182"},
        ),
    ),
    "a book of a group": (
        r"@book{a, author = {{Board of Oak, Ash \& Sons}}, title = {Piers}, publisher = {Harbour Press}, address = {Oslo}, year = 1994}",
        Item("book", "Piers", [("Board of Oak, Ash & Sons",)], "1994", others={"pub": "Harbour Press", "place": "Oslo"}),
    ),
    "people before and after a group": (
        "@report{a, author = {Ball, A. and {Harbour Office} and Cole, B.}, title = {Piers}, year = {2015/2020}}",
        Item("report", "Piers", [("Ball", "A."), ("Harbour Office",), ("Cole", "B.")], "2015/2020"),
    ),
    "groups before people": (
        "@report{a, author = {{Sea Office} and {Harbour Office} and Cole, B.}, title = {Piers}, year = 2019}",
        Item("report", "Piers", [("Sea Office",), ("Harbour Office",), ("Cole", "B.")], "2019"),
    ),
    "a chapter": (
        "@incollection{a, author = {Ball, A.}, editor = {Cole, B.}, title = {Piers}, booktitle = {Ropes}, pages = {3--9}, year = 2019}",
        Item("bookSection", "Piers", [("Ball", "A.")], "2019", "Ropes", others={"pages": "3-9"}),
    ),
    "a book with editors alone": (
        "@book{a, editor = {Cole, Bo and {Sea Office}}, title = {Piers}, year = 2019}",
        Item("book", "Piers", [("Cole", "Bo"), ("Sea Office",)], "2019"),
    ),
    "a paper at a conference": (
        "@inproceedings{a, author = {Ball, A.}, title = {Piers}, booktitle = {Sea Days}, publisher = {P}, year = 2019}",
        Item("conferencePaper", "Piers", [("Ball", "A.")], "2019", "Sea Days", others={"pub": "P"}),
    ),
    "a thesis": (
        "@phdthesis{a, author = {Plato}, title = {Piers}, school = {Harbour University}, year = 2019}",
        Item("thesis", "Piers", [("Plato",)], "2019", others={"inst": "Harbour University"}),
    ),
    "a post of a blog": (
        "@online{a, entrysubtype = {blog}, author = {Ball, A.}, title = {Piers}, organization = {The Sailor}, date = {2019-21}}",
        Item("blogPost", "Piers", [("Ball", "A.")], "2019", "The Sailor"),
    ),
    "a page of a website, without date": (
        "@online{a, author = {{Sea}}, title = {Piers & more}, organization = {Harbour}, url = {https://ho.example/?a=1&b=2}, year = {n.d.}}",
        Item("webpage", "Piers & more", [("Sea",)], "", "Harbour", "https://ho.example/?a=1&b=2"),
    ),
    "an article in a magazine": (
        "@article{a, entrysubtype = {magazine}, author = {Ball, A.}, title = {Piers}, journal = {The Sailor}, date = {2019-07}}",
        Item("magazineArticle", "Piers", [("Ball", "A.")], "2019-07", "The Sailor"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("bib", "item"), WORKS.values(), ids=WORKS)
def test_a_span_is_the_work(bib, item):
    assert parsed(coins(works_of(bib)[0])) == item


@pytest.mark.parametrize("bib", AWKWARD.values(), ids=AWKWARD)
def test_the_groups_and_people_of_a_span_are_those_of_the_work(bib):
    work = works_of(bib)[0]
    people = [replace(name, given=f"{name.given} {name.particle}".strip()) for name in work.author or work.editor]
    wanted = [tuple(filter(None, [name.last, ", ".join(filter(None, [name.given, name.suffix]))])) for name in people]
    assert parsed(coins(work)).creators == wanted
