"""The search in a real browser, on the real site: from a server and from a folder, by keyboard, with slips and without script."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import watched

LINES = (Path(__file__).parent / "search_questions.txt").read_text("utf-8").splitlines()
QUESTIONS = [line.rpartition(" = ")[::2] for line in LINES if line and not line.startswith("#")]
STATUS = ".kb-search [role=status]"


@pytest.fixture(scope="module", params=["http", "file"])
def home(request):
    """The address of the site, from a server and from a folder."""
    if request.param == "http":
        return request.getfixturevalue("address")
    return request.getfixturevalue("real_site").as_uri()


@pytest.fixture(scope="module")
def page(browser, home):
    """A page on which every request must be to the site and nothing may go wrong."""
    with watched(browser, 360, home) as page:
        yield page


@pytest.fixture
def search(page, home):
    """The page of the search, fresh, its field ready for keys."""
    page.goto(f"{home}/search.html")
    page.locator("#question:focus").wait_for()
    return page


def said(page):
    """What the search says of its results, once it has said it."""
    page.locator(f"{STATUS}:not(:empty)").wait_for()
    return page.locator(STATUS).inner_text()


def found(page):
    """The ids of the results that are shown."""
    addresses = page.locator(".kb-result h2 a").evaluate_all("links => links.map(link => link.href)")
    return [address.rpartition("/")[2].removesuffix(".html") for address in addresses]


def asked(page, home, question):
    page.goto(f"{home}/about.html")
    page.goto(f"{home}/search.html?q={question}")
    said(page)
    return found(page)


@pytest.fixture(scope="module")
def asking(browser, address):
    """A page of the search on which one question is asked after the other."""
    page = browser.new_page()
    page.goto(f"{address}/search.html")
    yield page
    page.close()


@pytest.mark.parametrize(("question", "record"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_a_question_finds_its_record_among_the_first_three(asking, question, record):
    asking.locator("#question").press("Escape")
    asking.locator(f"{STATUS}:empty").wait_for(state="attached")
    asking.keyboard.insert_text(question)
    asking.keyboard.press("Enter")
    said(asking)
    assert record in found(asking)[:3]


def test_the_questions_are_many_and_none_is_asked_twice():
    assert len(QUESTIONS) >= 80
    assert len({question for question, _ in QUESTIONS}) == len(QUESTIONS)


SAME = {
    "a letter left out": ("boundries", "boundaries"),
    "a letter put in": ("superrvision", "supervision"),
    "a letter changed": ("superwision", "supervision"),
    "two letters swapped": ("stimga", "stigma"),
    "a slip in the first letters": ("rtaining", "training"),
    "two slips in a long word": ("confidentialety", "confidentiality"),
    "another ending": ("friendshipped", "friendship"),
    "capitals": ("BOUNDARIES", "boundaries"),
    "accents": ("boundàries", "boundaries"),
    "an apostrophe": ("worker’s", "worker"),
    "words of grammar": ("what are the boundaries", "boundaries"),
    "the plural": ("peer workers", "peer worker"),
}


@pytest.mark.parametrize(("written", "meant"), SAME.values(), ids=SAME)
def test_a_question_finds_what_was_meant(page, home, written, meant):
    first = asked(page, home, meant)[0]
    assert first in asked(page, home, written)[:3]


def test_a_name_asked_for_whole_comes_first(page, home):
    assert asked(page, home, "peer worker")[0] == "peer-support-worker"
    assert asked(page, home, "Does peer support work?")[0] == "does-it-work"


@pytest.mark.parametrize("question", ["peer support worker supervision", "peer support worker pay"])
def test_a_rare_word_counts_for_more_than_words_that_stand_everywhere(page, home, question):
    assert question.split()[-1] in asked(page, home, question)[0]


def test_a_slip_is_told(page, home):
    asked(page, home, "boundries")
    assert "Words like these were taken: “boundries”." in said(page)


def test_the_last_word_need_not_be_finished_while_typing(search):
    search.keyboard.type("keeping boun")
    said(search)
    assert found(search)[0] == "keeping-boundaries"


def test_a_word_of_one_letter_is_waited_for(search):
    search.keyboard.type("k")
    search.wait_for_timeout(400)  # longer than the pause after which the search looks
    assert search.locator(STATUS).inner_text() == ""
    assert not search.locator(".kb-search-nothing").is_visible()


def test_nothing_found_is_said_and_shows_the_a_to_z(search):
    search.keyboard.type("xqzvwk")
    search.keyboard.press("Enter")
    assert said(search) == "Nothing was found. Not on this site: “xqzvwk”."
    assert search.locator(".kb-search-nothing a[href='a-z.html']").is_visible()


def test_from_the_field_to_a_claim_by_keyboard(search):
    search.keyboard.type("frustration and confusion")
    search.keyboard.press("Enter")
    said(search)
    for _ in range(12):
        search.keyboard.press("Tab")
        if search.evaluate("document.activeElement.closest('.kb-result-passage') !== null"):
            break
    search.keyboard.press("Enter")
    search.wait_for_url(re.compile(r"/[a-z-]+/[a-z-]+\.html#[a-z0-9-]+$"))
    assert search.evaluate("document.querySelector(':target') !== null")


def test_escape_empties_the_field_and_keeps_the_focus(search):
    search.keyboard.type("boundaries")
    said(search)
    search.keyboard.press("Escape")
    search.locator(f"{STATUS}:empty").wait_for(state="attached")
    assert search.locator("#question").input_value() == ""
    assert search.evaluate("document.activeElement.id") == "question"
    assert found(search) == []


def test_more_results_come_by_key_and_take_the_focus(search):
    search.keyboard.type("peer support")
    search.keyboard.press("Enter")
    assert int(re.match(r"(\d+) results", said(search))[1]) > 10
    assert len(found(search)) == 10
    search.locator(".kb-search-more").focus()
    search.keyboard.press("Enter")
    search.locator(".kb-result:nth-child(11)").wait_for()
    assert search.evaluate("[...document.querySelectorAll('.kb-result')].indexOf(document.activeElement.closest('li'))") == 10


def test_the_address_holds_the_question(search, home):
    search.keyboard.type("vague duties")
    search.keyboard.press("Enter")
    said(search)
    before = found(search)
    assert search.url == f"{home}/search.html?q=vague%20duties"
    search.reload()
    said(search)
    assert search.locator("#question").input_value() == "vague duties"
    assert found(search) == before


def test_a_question_with_markup_is_text(page, home):
    asked(page, home, "<img src=x onerror=alert(1)> boundaries")
    assert page.locator(".kb-search img").count() == 0


def test_nothing_is_kept(search):
    search.keyboard.type("boundaries")
    said(search)
    kept = search.evaluate("[localStorage.length, sessionStorage.length]")
    assert kept == [0, 0]
    assert search.context.cookies() == []


def test_the_page_fits_its_screen_with_results(browser, home):
    page = browser.new_page(viewport={"width": 320, "height": 700})
    asked(page, home, "consumer survivor ex-patient movement")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("question", ["vague duties", "xqzvwk"])
def test_the_page_has_no_barrier_that_axe_knows(browser, address, question, scheme):
    page = browser.new_page(viewport={"width": 360, "height": 800}, color_scheme=scheme)
    asked(page, address, question)
    violations = Axe().run(page).response["violations"]
    page.close()
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in violations] == []


def test_without_script_the_page_leads_to_the_a_to_z_and_the_bibliography(browser, home):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}/search.html")
    assert not page.locator("#question").is_visible()
    assert page.locator("main .kb-without-script a[href='a-z.html']").is_visible()
    assert page.locator("main .kb-without-script a[href='bibliography.html']").is_visible()
    context.close()


def test_other_pages_load_nothing_of_the_search(page, home):
    requests = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{home}/challenges/unclear-role.html")
    assert [url for url in requests if "/search/" in url] == []


def test_a_part_that_cannot_be_loaded_is_told(browser, address):
    page = browser.new_page()
    page.route("**/search/words-*", lambda route: route.abort())
    page.goto(f"{address}/search.html?q=boundaries")
    assert said(page) == "A part of the search could not be loaded. Please load this page again."
    page.close()


def test_a_part_of_another_edition_is_not_used(browser, address):
    page = browser.new_page()
    page.route("**/search/words-*", lambda route: route.fulfill(
        body='kbSearch("%s","old",[])' % re.search(r"words-[^.]*", route.request.url)[0], content_type="text/javascript"
    ))  # fmt: skip
    page.goto(f"{address}/search.html?q=boundaries")
    assert said(page) == "A part of the search could not be loaded. Please load this page again."
    page.close()


def test_an_earlier_list_of_the_parts_does_not_take_up_newer_parts(browser, address, real_site):
    earlier = re.sub(r'("words-[^"]*"):"[0-9a-f]{8}"', r'\1:"00000000"', (real_site / "search/parts.js").read_text("utf-8"))
    page = browser.new_page()
    page.route("**/search/parts.js", lambda route: route.fulfill(body=earlier, content_type="text/javascript"))
    page.goto(f"{address}/search.html?q=boundaries")
    assert said(page) == "A part of the search could not be loaded. Please load this page again."
    page.close()
