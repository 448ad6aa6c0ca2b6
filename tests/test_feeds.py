"""The feeds of changes: sound Atom, with ids that stay, and found from the pages."""

import re
from datetime import date
from xml.etree import ElementTree as xml

import html5lib
import pytest
from conftest import TODAY
from publishing import after_release, changed, record_of, with_notes, with_record, with_tombstones

from knowledgebase.model import KINDS
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site

IMPRINT = Imprint("Lights & co", "Friends of the Lights", "https://example.org/kb/", TODAY)
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = r"\d{4}-\d{2}-\d{2}T00:00:00Z"
OF_FEED, OF_ENTRY = {"id", "title", "updated", "author", "link"}, {"id", "title", "updated", "link", "summary", "category"}


@pytest.fixture(scope="module")
def base(toy):
    """The toy with a note of each kind and a removal."""
    published = after_release(toy, date(2026, 1, 1))
    light = record_of(published, "automatic-light")
    published = with_record(published, light, changed(light, claims=light.claims[:1]))
    return with_notes(
        with_tombstones(published, ("forms/automatic-light.html#cheaper", None)),
        (date(2026, 2, 1), "forms/automatic-light.html#no-keeper", "meaning", "Less than < one & a half."),
        (date(2026, 2, 2), "definitions/light-tower.html", "wording", "Shorter."),
        (date(2026, 2, 3), "definitions/keeper.html#who-keeps", "source", "A page number."),
        (date(2026, 2, 4), "definitions/keeper.html#who-keeps", "correction", "The year."),
    )


def feeds_of(base, imprint=IMPRINT):
    return {export.address: export.content for export in Site(base, imprint=imprint).exports if export.address.startswith("feeds/")}


@pytest.fixture(scope="module")
def feeds(base):
    return {address: xml.fromstring(content) for address, content in feeds_of(base).items()}


def texts(feed, name):
    return [entry.find(ATOM + name).text for entry in feed.iter(f"{ATOM}entry")]


def test_there_is_a_feed_of_everything_and_one_for_each_kind(feeds):
    assert set(feeds) == {"feeds/all.xml", *(f"feeds/{kind.folder}.xml" for kind in KINDS)}


def test_a_site_that_knows_no_address_has_none(base):
    assert feeds_of(base, Imprint(day=TODAY)) == {}
    assert "feeds" not in Site(base, imprint=Imprint(day=TODAY)).pages["changes.html"].article


def test_every_feed_has_what_the_format_demands_and_nothing_else(feeds):
    """RFC 4287: sections 4.1.1 and 4.1.2, and the dates of 3.3."""
    for address, feed in feeds.items():
        assert feed.tag == f"{ATOM}feed"
        assert {part.tag.removeprefix(ATOM) for part in feed} - {"entry"} == OF_FEED
        assert [part.tag for part in feed].count(f"{ATOM}id") == 1
        assert feed.find(f"{ATOM}id").text == f"https://example.org/kb/{address}"
        assert feed.find(f"{ATOM}link[@rel='self']").get("href") == f"https://example.org/kb/{address}"
        assert feed.find(f"{ATOM}author/{ATOM}name").text == "Friends of the Lights"
        for part in (feed, *feed.iter(f"{ATOM}entry")):
            assert re.fullmatch(MOMENT, part.find(f"{ATOM}updated").text)
        for entry in feed.iter(f"{ATOM}entry"):
            assert {part.tag.removeprefix(ATOM) for part in entry} == OF_ENTRY
            assert len(entry) == len(OF_ENTRY)


def test_every_id_is_a_whole_address_and_used_once(feeds):
    ids = texts(feeds["feeds/all.xml"], "id")
    assert len(set(ids)) == len(ids) == 5
    assert all(re.fullmatch(r"https://example\.org/kb/changes\.html#[a-z0-9-]+", one) for one in ids)


def test_the_newest_change_stands_first_and_dates_the_feed(feeds):
    feed = feeds["feeds/all.xml"]
    days = texts(feed, "updated")
    assert days == sorted(days, reverse=True)
    assert feed.find(f"{ATOM}updated").text == days[0] == "2026-11-21T00:00:00Z"


def test_a_feed_of_a_kind_holds_what_changed_in_it(feeds):
    assert texts(feeds["feeds/forms.xml"], "title") == ["Removed: Automatic light #cheaper", "Meaning: Automatic light #no-keeper"]
    assert texts(feeds["feeds/definitions.xml"], "title") == [
        "Correction: Keeper #who-keeps", "Source: Keeper #who-keeps", "Wording: Lighthouse",
    ]  # fmt: skip
    assert texts(feeds["feeds/stories.xml"], "title") == []


def test_signs_of_markup_come_out_as_they_were_written(feeds):
    assert texts(feeds["feeds/forms.xml"], "summary")[1] == "Less than < one & a half."
    assert feeds["feeds/all.xml"].find(f"{ATOM}title").text == "Lights & co: Changes"


def test_a_feed_without_changes_is_dated_by_the_last_release(feeds):
    assert feeds["feeds/stories.xml"].find(f"{ATOM}updated").text == "2026-01-01T00:00:00Z"


def test_entries_lead_to_what_changed(base, feeds):
    pages = Site(base, imprint=IMPRINT).pages
    for entry in feeds["feeds/all.xml"].iter(f"{ATOM}entry"):
        page, _, anchor = entry.find(f"{ATOM}link").get("href").removeprefix("https://example.org/kb/").partition("#")
        assert not anchor or anchor in pages[page].anchors, page


def test_an_entry_keeps_its_id_when_its_record_is_renamed(base):
    keeper = record_of(base, "keeper")
    renamed = with_record(base, keeper, changed(keeper, "watcher", aliases=("keeper",)))
    before, after = (xml.fromstring(feeds_of(one)["feeds/definitions.xml"]) for one in (base, renamed))
    assert texts(before, "id") == texts(after, "id")
    assert after.find(f".//{ATOM}entry/{ATOM}link").get("href") == "https://example.org/kb/definitions/watcher.html#who-keeps"


HEADS = {
    "a record": ("definitions/keeper.html", ["../feeds/definitions.xml", "../feeds/all.xml"]),
    "an index": ("forms/index.html", ["../feeds/forms.xml", "../feeds/all.xml"]),
    "another page": ("a-z.html", ["feeds/all.xml"]),
    "an old page that leads on": ("definitions/light-tower.html", []),
}


@pytest.mark.parametrize(("address", "found"), HEADS.values(), ids=HEADS)
def test_a_feed_reader_finds_the_feeds_of_a_page(base, address, found):
    head = html5lib.parse(f"<title>x</title>{Site(base, imprint=IMPRINT).pages[address].head}", namespaceHTMLElements=False)
    links = [link for link in head.iter("link") if link.get("type") == "application/atom+xml"]
    assert [link.get("href") for link in links] == found
    assert all(link.get("rel") == "alternate" and link.get("title") for link in links)


def test_and_those_of_a_hand_written_page(base):
    page = Site(base, imprint=IMPRINT).hand_page("index.html", "Lights", "", "docs/index.md", "<h1>Lights</h1>")
    assert re.findall(r'<link rel="alternate"[^>]* href="([^"]+)"', page.head) == ["feeds/all.xml"]
