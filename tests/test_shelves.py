"""Browsing: every record stands on its shelves, and from one page everything is reached, with the right numbers."""

import re
from dataclasses import replace

import pytest

from knowledgebase.links import Links
from knowledgebase.model.facets import Concerned, Level
from knowledgebase.model.shelves import shelves
from knowledgebase.writing import addresses
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.pages import Writer, browse
from knowledgebase.writing.pages import shelves as shelf_pages
from knowledgebase.writing.site import Site

FACETS = {
    "lighthouse": ((Concerned.workers, Concerned.people), (Level.teams,)),
    "keeper": ((Concerned.people,), ()),
    "long-nights": ((Concerned.workers,), (Level.people, Level.teams)),
}


def with_facets(base, facets):
    """The base in which records concern somebody and lie at levels as given; the others concern researchers only."""
    found = {record.id: facets.get(record.id, ((Concerned.researchers,), ())) for record in base.records}
    changed = (record.model_copy(update=dict(zip(("concerns", "levels"), found[record.id], strict=True))) for record in base.records)
    return replace(base, records=tuple(changed))


def made_from(base):
    """Every page for browsing, by address."""
    writer = Writer(Links(base), Apa(base.works))
    return {draft.address: draft.write() for draft in (*browse.drafts(writer), *shelf_pages.drafts(writer))}


@pytest.fixture(scope="module")
def sorted_toy(toy):
    return with_facets(toy, FACETS)


@pytest.fixture(scope="module")
def pages(sorted_toy):
    return made_from(sorted_toy)


SHELVES = {
    "shelves/concerns-peer-workers.html": ["lighthouse", "long-nights"],
    "shelves/concerns-people-who-use-services.html": ["keeper", "lighthouse"],
    "shelves/concerns-researchers.html": ["watches", "automatic-light", "quiet-nights", "survey-of-towers", "for-keepers"],
    "shelves/level-people-who-use-services.html": ["long-nights"],
    "shelves/level-teams.html": ["lighthouse", "long-nights"],
    "shelves/concerns-peer-workers-level-people-who-use-services.html": ["long-nights"],
    "shelves/concerns-peer-workers-level-teams.html": ["lighthouse", "long-nights"],
    "shelves/concerns-people-who-use-services-level-teams.html": ["lighthouse"],
}


def test_there_is_a_shelf_for_whom_a_record_concerns_for_each_level_and_for_both_and_no_empty_one(pages, sorted_toy):
    assert set(pages) == {*SHELVES, addresses.BROWSE}
    assert set(pages) == {address for address in addresses.of_all(sorted_toy) if address.startswith("shelves/")}


@pytest.mark.parametrize(("address", "ids"), SHELVES.items(), ids=SHELVES)
def test_a_shelf_holds_its_records_by_kind_and_no_other(pages, address, ids):
    listed = re.findall(r'<p class="kb-index-title"><a href="\.\./([a-z]+)/([a-z-]+)\.html">', pages[address].article)
    assert [name for _, name in listed] == ids
    kinds = list(dict.fromkeys(kind for kind, _ in listed))
    assert [heading.id for heading in pages[address].headings] == kinds


def test_people_and_the_level_of_the_same_name_are_two_shelves(toy):
    base = with_facets(toy, {"keeper": ((Concerned.people,), (Level.people,))})
    led = re.findall(r'href="\.\./shelves/([a-z-]+)\.html">people who use services<', Site(base).pages["definitions/keeper.html"].article)
    assert led == ["concerns-people-who-use-services", "level-people-who-use-services"]


def choices(page):
    """The choices of a page: the words of each link with the number beside it, and where it leads."""
    found = re.findall(r'<li><a href="([^"]+)">([^<]+)</a> <span class="kb-count">(\d+)[^<]*</span>', page.article)
    return [(words, int(count), href) for href, words, count in found]


NARROWING = {
    "on the shelf of people, the levels that they are found at": (
        "shelves/concerns-peer-workers.html",
        [("Definitions", 1, "#definitions"), ("Challenges", 1, "#challenges"),
         ("People who use services", 1, "concerns-peer-workers-level-people-who-use-services.html"),
         ("Teams", 2, "concerns-peer-workers-level-teams.html")],
    ),
    "on the shelf of a level, those who are concerned": (
        "shelves/level-people-who-use-services.html",
        [("Challenges", 1, "#challenges"), ("Peer workers", 1, "concerns-peer-workers-level-people-who-use-services.html")],
    ),
    "on a narrow shelf, the way back": (
        "shelves/concerns-people-who-use-services-level-teams.html",
        [("Definitions", 1, "#definitions"), ("What concerns people who use services", 2, "concerns-people-who-use-services.html"),
         ("At the level of teams", 2, "level-teams.html")],
    ),
    "where no level is known, the kinds only": (
        "shelves/concerns-researchers.html",
        [("Continuum", 1, "#continuum"), ("Forms of peer support", 1, "#forms"), ("Benefits", 1, "#benefits"),
         ("Evidence", 1, "#evidence"), ("Guidance", 1, "#guidance")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("address", "expected"), NARROWING.values(), ids=NARROWING)
def test_a_shelf_can_be_narrowed_down(pages, address, expected):
    assert choices(pages[address]) == expected


TITLES = {
    "shelves/concerns-peer-workers.html": "What concerns peer workers",
    "shelves/level-teams.html": "At the level of teams",
    "shelves/concerns-peer-workers-level-teams.html": "What concerns peer workers, at the level of teams",
}


@pytest.mark.parametrize(("address", "title"), TITLES.items(), ids=TITLES)
def test_a_shelf_is_named_in_words(pages, address, title):
    assert pages[address].title == title


@pytest.mark.parametrize("address", SHELVES)
def test_a_shelf_says_that_the_sorting_is_ours(pages, address):
    assert "Which record stands where is our own sorting. No source says it." in pages[address].article


def test_a_record_on_a_shelf_stands_with_its_first_sentence(pages):
    assert "<p>Some lights need no keeper.</p>" in pages["shelves/concerns-researchers.html"].article


def test_browse_leads_to_everything_and_counts_it(pages):
    assert choices(pages[addresses.BROWSE]) == [
        ("Definitions", 2, "../definitions/index.html"),
        ("Continuum", 1, "../continuum/index.html"),
        ("Forms of peer support", 1, "../forms/index.html"),
        ("Benefits", 1, "../benefits/index.html"),
        ("Challenges", 1, "../challenges/index.html"),
        ("Evidence", 1, "../evidence/index.html"),
        ("Guidance", 1, "../guidance/index.html"),
        ("Peer workers", 2, "concerns-peer-workers.html"),
        ("People who use services", 2, "concerns-people-who-use-services.html"),
        ("Researchers", 5, "concerns-researchers.html"),
        ("People who use services", 1, "level-people-who-use-services.html"),
        ("Teams", 2, "level-teams.html"),
        ("Ash and Birch (2001)", 5, "../works/ash2001.html"),
        ("Board of Oak &amp; Sons (2020)", 2, "../works/oakboard2020.html"),
        ("Birch et al. (2010)", 2, "../works/birch2010.html"),
        ("Bibliography", 5, "../bibliography.html"),
    ]
    for address in (addresses.A_TO_Z, addresses.MAP):
        assert f'href="../{address}"' in pages[addresses.BROWSE].article


@pytest.mark.parametrize("count", [("Definitions", "2 records"), ("Continuum", "1 record")], ids=["many are records", "one is a record"])
def test_a_number_agrees_with_its_word(pages, count):
    assert f'{count[0]}</a> <span class="kb-count">{count[1]}</span>' in pages[addresses.BROWSE].article


def test_browse_has_no_heading_without_a_choice(toy):
    headings = [heading.id for heading in made_from(with_facets(toy, {}))[addresses.BROWSE].headings]
    assert headings == ["kinds", "concerns", "read", "abstracts", "everything"]


def test_the_same_words_for_a_person_and_for_a_level_are_two_shelves(sorted_toy):
    named = [shelf for shelf in shelves(sorted_toy.records) if shelf.facets == (Level.people,)]
    assert [addresses.of_shelf(*shelf.facets) for shelf in named] == [
        "shelves/concerns-people-who-use-services.html", "shelves/level-people-who-use-services.html",
    ]  # fmt: skip


def test_the_menu_leads_to_browse_and_to_the_map(toy):
    look_up = Site(toy).menu[-1]
    assert look_up.title == "Look it up"
    assert {addresses.BROWSE, addresses.MAP, addresses.A_TO_Z} <= {entry.address for entry in look_up.entries}
