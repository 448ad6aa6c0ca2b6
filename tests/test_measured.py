"""The privacy receipt and the accessibility statement: made from measured numbers, which a sample must bear out today."""

import gzip
import json
import re
import shutil
from dataclasses import astuple

import pytest
from conftest import ROOT, TODAY, TOY

import measure
from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.model import KnowledgeBase, Measured
from knowledgebase.reading.measured import SITE, read_measured
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.pages import Writer, measured
from knowledgebase.writing.site import Site
from steps import CannotGoOn
from visits import Found, Kept, Visit, pages_of, served, visit

AGAIN = "measure again: python3 scripts/build.py, then python3 scripts/measure.py"
MEASURED = {
    "day": "2026-11-20", "browser": "Looker 7", "axe": "1.2.3", "pages": 30, "widths": [360, 1280], "schemes": ["light", "dark"],
    "other_hosts": [], "cookies": 0, "local_storage": 0, "session_storage": 0, "databases": 0, "caches": 0, "service_workers": 0,
    "most_files": 6, "first_visits": [{"page": "index.html", "files": 5, "weight": 40_260}], "barriers": [],
}  # fmt: skip
BARRIER = {"rule": "image-alt", "says": "Images must have <words>", "pages": 2, "places": 3}


def pages(changes=None, can_be_edited=False):
    """The texts of the two pages for the measurement above with some changes; for none at all where ``changes`` is None."""
    found = None if changes is None else Measured.model_validate(MEASURED | changes)
    writer = Writer(Links(KnowledgeBase(measured=found)), Apa(()), can_be_edited)
    return {page.address: re.sub(r"\s+", " ", page.article) for page in (draft.write() for draft in measured.drafts(writer))}


PRIVACY, ACCESSIBILITY = "privacy.html", "accessibility.html"
NONE_KEPT = "No page asked another site for anything. No page kept anything on the device."
NOT_RIGHT = "The last measurement found something that must not be there."
NOT_YET = "This copy of the site has not been measured yet."
# name: (what was measured, page, the words it must have, the words it must not have)
SAID = {
    "nothing asked and nothing kept": ({}, PRIVACY, NONE_KEPT, NOT_RIGHT),
    "when, where and how many": ({}, PRIVACY, "On 20 November 2026 a program opened every page of this site, 30 in all. It used the browser Looker 7", NOT_YET),
    "the weight of a first visit": ({}, PRIVACY, '<a href="index.html">index.html</a></th><td>5</td><td>40.3 kB</td>', NOT_YET),
    "another host, by its name": ({"other_hosts": ["a.example", "b.example"]}, PRIVACY, "<td>2: a.example, b.example</td>", NONE_KEPT),
    "a cookie": ({"cookies": 1}, PRIVACY, NOT_RIGHT, NONE_KEPT),
    "a cookie, counted": ({"cookies": 1}, PRIVACY, '<th scope="row">Cookies</th><td>1</td>', NONE_KEPT),
    "an entry in the local storage": ({"local_storage": 2}, PRIVACY, NOT_RIGHT, NONE_KEPT),
    "an entry in the session storage": ({"session_storage": 2}, PRIVACY, NOT_RIGHT, NONE_KEPT),
    "a database": ({"databases": 2}, PRIVACY, NOT_RIGHT, NONE_KEPT),
    "a cache": ({"caches": 2}, PRIVACY, NOT_RIGHT, NONE_KEPT),
    "a service worker": ({"service_workers": 2}, PRIVACY, NOT_RIGHT, NONE_KEPT),
    "nothing measured yet": (None, PRIVACY, NOT_YET, NONE_KEPT),
    "no barrier": ({}, ACCESSIBILITY, "It found no barrier that it knows.", "It found these barriers"),
    "how often the pages were looked at": ({}, ACCESSIBILITY, "So axe took 120 looks", "not been checked yet"),
    "the widths and the schemes": ({}, ACCESSIBILITY, "in windows 360 and 1280 pixels wide, and in light and dark colours", "not been checked yet"),
    "a barrier": ({"barriers": [BARRIER]}, ACCESSIBILITY, '<th scope="row">image-alt</th><td>Images must have &lt;words&gt;</td><td>2</td><td>3</td>', "no barrier"),
    "nothing checked yet": (None, ACCESSIBILITY, "This copy of the site has not been checked yet.", "axe"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "page", "words", "not_words"), SAID.values(), ids=SAID)
def test_the_pages_say_what_was_measured(changes, page, words, not_words):
    article = pages(changes)[page]
    assert words in article
    assert not_words not in article


REPORTS = {True: "Suggest a change to this page", False: "must name a way to reach them here. Nobody has done so yet."}


@pytest.mark.parametrize("can_be_edited", REPORTS, ids=["with an editing address", "without one"])
def test_a_barrier_is_told_where_there_is_a_way_to_tell_it(can_be_edited):
    article = pages({}, can_be_edited)[ACCESSIBILITY]
    assert REPORTS[can_be_edited] in article
    assert REPORTS[not can_be_edited] not in article


def test_the_sentences_of_both_pages_are_short():
    for article in pages({"barriers": [BARRIER]}, True).values():
        for paragraph in re.findall(r"<(?:p|li)\b[^>]*>(.*?)</(?:p|li)>", article):
            for sentence in re.split(r"(?<=[.?!:]) ", re.sub(r"<[^>]+>", "", paragraph)):
                assert len(sentence.split()) <= 20, sentence


SLIPS = {
    "no JSON": ("{", "found Invalid JSON: EOF while parsing an object at line 1 column 1"),
    "a field missing": ("{}", "found day Field required"),
    "a number below nought": (json.dumps(MEASURED | {"pages": -1}), "found pages Input should be greater than or equal to 0"),
    "a field of another kind": (json.dumps(MEASURED | {"mood": 1}), "found mood Extra inputs are not permitted"),
    "a day that there is not": (json.dumps(MEASURED | {"day": "yesterday"}), "found day not written as a day"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), SLIPS.values(), ids=SLIPS)
def test_a_file_that_is_not_as_it_is_written_stops_the_build(tmp_path, text, found):
    shutil.copytree(TOY, tmp_path / "toy")
    (tmp_path / "toy" / SITE).parent.mkdir()
    (tmp_path / "toy" / SITE).write_text(text, "utf-8")
    [problem] = load(tmp_path / "toy", TODAY).problems
    assert str(problem) == f"measured/site.json: this file must be as scripts/measure.py writes it: {found}; run scripts/measure.py again"
    assert problem.fatal


def test_a_base_without_a_measurement_has_both_pages(toy):
    assert toy.measured is None
    assert {PRIVACY, ACCESSIBILITY} <= set(Site(toy).pages)


# --- the program that measures


def seen(page, kept=(0, 0, 0, 0, 0, 0), files=("a", "b"), hosts=(), barriers=()):
    return Visit(page, files, hosts, Kept(*kept), 1000, barriers)


def test_visits_are_added_up():
    visits = [
        seen("z.html", (1, 2, 3, 4, 5, 6), ("a", "b", "c"), ("b.example",), (Found("alt", "Say it", 2), Found("lang", "Name it", 1))),
        seen("index.html", (1, 0, 0, 0, 0, 0), hosts=("a.example", "b.example"), barriers=(Found("alt", "Say it", 3),)),
    ]
    total = measure.added_up(visits, "Looker 7", "1.2.3")
    assert (total.pages, total.other_hosts, total.most_files) == (2, ("a.example", "b.example"), 3)
    assert (total.cookies, total.local_storage, total.session_storage) == (2, 2, 3)
    assert (total.databases, total.caches, total.service_workers, total.kept) == (4, 5, 6, 22)
    assert [(visit.page, visit.files, visit.weight) for visit in total.first_visits] == [("index.html", 2, 1000)]
    assert [(barrier.rule, barrier.pages, barrier.places) for barrier in total.barriers] == [("alt", 2, 5), ("lang", 1, 1)]
    assert not total.leaves_readers_alone


GUILTY = """<!doctype html><html lang="en"><title>x</title><h1>x</h1><img src="mark.svg"><img src="https://elsewhere.example/x.png" alt="x">
<script>document.cookie = "a=1"; localStorage.a = 1; localStorage.b = 1; sessionStorage.a = 1; indexedDB.open("x"); caches.open("x");
navigator.serviceWorker.register("worker.js")</script>"""


def test_a_page_that_asks_and_keeps_is_found_out(browser, tmp_path):
    """A measure that finds nothing proves something only if it would have found it."""
    (tmp_path / "guilty.html").write_text(GUILTY, "utf-8")
    (tmp_path / "mark.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    (tmp_path / "worker.js").write_text("", "utf-8")
    with served(tmp_path) as address:
        found = visit(browser, address, tmp_path, "guilty.html")
    assert found.other_hosts == ("elsewhere.example",)
    assert astuple(found.kept) == (1, 2, 1, 1, 1, 1)
    assert {"guilty.html", "mark.svg"} <= set(found.files)
    assert found.weight == sum(len(gzip.compress((tmp_path / name).read_bytes(), mtime=0)) for name in found.files)
    assert ("image-alt", 1) in [(barrier.rule, barrier.places) for barrier in found.barriers]


def test_without_a_site_the_program_says_what_to_do(tmp_path):
    with pytest.raises(CannotGoOn, match=r"There is no site in .*\. Build it first: python3 scripts/build\.py"):
        measure.main([str(tmp_path)])


# --- the committed numbers


@pytest.fixture(scope="module")
def committed():
    found, problems = read_measured((ROOT / SITE).read_text("utf-8"))
    assert problems == ()
    return found


def test_the_committed_numbers_are_nought(committed):
    assert committed.leaves_readers_alone
    assert committed.barriers == ()


def test_the_committed_numbers_are_of_this_site(committed, real_site):
    """Measuring takes minutes, so a page more or less is no reason to do it again; a tenth of them is."""
    now = len(pages_of(real_site))
    assert abs(now - committed.pages) <= now / 10, AGAIN


SAMPLE = ["index.html", "challenges/unclear-role.html", "search.html", PRIVACY, ACCESSIBILITY, "about.html"]


@pytest.mark.parametrize("name", SAMPLE)
def test_a_page_measured_today_bears_the_numbers_out(browser, address, real_site, committed, name):
    found = visit(browser, address, real_site, name)
    assert (found.other_hosts, sum(astuple(found.kept)), found.barriers) == ((), 0, ())
    assert len(found.files) <= committed.most_files, AGAIN


def test_a_first_visit_is_as_light_as_the_page_says(browser, address, real_site, committed):
    for told in committed.first_visits:
        now = visit(browser, address, real_site, told.page).weight
        assert abs(now - told.weight) <= told.weight / 10, (told.page, AGAIN)
        assert now < 95_000


def test_the_footer_leads_to_both_pages(real_site):
    for page in (real_site / "index.html", real_site / "challenges" / "unclear-role.html"):
        foot = page.read_text("utf-8").partition("<footer")[2]
        up = "" if page.parent == real_site else "../"
        assert f'href="{up}{PRIVACY}"' in foot
        assert f'href="{up}{ACCESSIBILITY}"' in foot
