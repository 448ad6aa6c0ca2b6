"""The ways in, in a real browser: the front page, browsing, the A–Z and the map, on a phone and on a desk."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe

WAYS = ["index.html", "shelves/index.html", "shelves/concerns-peer-workers.html", "shelves/concerns-managers-level-teams.html", "map.html", "a-z.html"]
ROUTES = ["peer-workers.html", "students.html", "trainers.html"]
MAP_LIMIT = 40_000  # bytes, compressed


@pytest.fixture
def narrow(browser):
    """A page of 320 px, the width at which nothing may need scrolling to two sides (WCAG 1.4.10)."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


@pytest.fixture
def without_script(browser):
    """A page of a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


NOT_ELSEWHERE = ["shelves/index.html", "shelves/concerns-managers-level-teams.html", "map.html", "trainers.html"]  # others: test_browser.py


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", NOT_ELSEWHERE)
def test_no_barrier_that_axe_knows(page, address, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/{path}")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


@pytest.mark.parametrize("path", [*WAYS, *ROUTES])
def test_a_page_fits_a_narrow_screen(narrow, address, path):
    narrow.goto(f"{address}/{path}")
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320


def asked_on_the_front_page(page):
    """The field of the search in the middle of the front page; the header has one too."""
    return page.locator("main input[type=search]")


def test_each_reader_can_start_on_the_first_screen(page, address):
    page.goto(f"{address}/index.html")
    first = [page.get_by_role("link", name=name, exact=True) for name in ("I do peer work", "I study", "I train others")]
    ends = [part.bounding_box() for part in (asked_on_the_front_page(page), *first)]
    assert max(box["y"] + box["height"] for box in ends) < 800


def test_on_a_desk_the_first_screen_shows_the_continuum_too(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/index.html")
    last = page.locator(".kb-figure-lying .kb-figure-position").last.bounding_box()
    assert last["y"] + last["height"] < 800
    context.close()


def test_a_question_asked_on_the_front_page_reaches_the_search(page, address):
    page.goto(f"{address}/index.html")
    asked_on_the_front_page(page).fill("paid too little")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=paid+too+little")


def test_without_script_the_a_to_z_stands_where_the_search_was(without_script, address):
    without_script.goto(f"{address}/index.html")
    assert not asked_on_the_front_page(without_script).is_visible()
    assert without_script.get_by_role("link", name="Find it by its letter: A–Z").is_visible()


def test_every_link_of_the_small_continuum_leads_to_its_record(page, address):
    page.goto(f"{address}/index.html")
    links = page.locator(".kb-figure a")
    targets = links.evaluate_all("links => links.map(link => link.getAttribute('href').split('#')[0])")
    assert set(targets) == {"continuum/helping-relationships.html"}
    assert len(targets) > 5


def follow(page, name, arrived):
    """Go by key alone: focus a link of the article by its words, and press Enter."""
    link = page.locator("main").get_by_role("link", name=name, exact=True).first
    link.focus()
    assert link.evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{arrived}")


def test_from_the_front_page_over_two_shelves_to_a_record_by_key(page, address):
    page.goto(f"{address}/index.html")
    follow(page, "Browse", "shelves/index.html")
    follow(page, "Managers", "shelves/concerns-managers.html")
    follow(page, "Teams", "shelves/concerns-managers-level-teams.html")
    follow(page, "Challenges", "shelves/concerns-managers-level-teams.html#challenges")
    title = page.locator("section[aria-labelledby=challenges] .kb-index-title a").first
    follow(page, title.inner_text(), f"{title.get_attribute('href').removeprefix('../')}")


TARGETS = {
    "the letters of the A–Z": ("a-z.html", ".kb-letters a"),
    "the choices of Browse": ("shelves/index.html", ".kb-choices a"),
    "the filters of a shelf": ("shelves/concerns-peer-workers.html", ".kb-narrow a"),
    "the legend of the map": ("map.html", ".kb-map figcaption a"),
    "the parts on the front page": ("index.html", ".kb-parts a"),
}


@pytest.mark.parametrize(("path", "links"), TARGETS.values(), ids=TARGETS)
def test_a_finger_can_hit(page, address, path, links):
    page.goto(f"{address}/{path}")
    boxes = page.locator(links).evaluate_all("links => links.map(link => link.getBoundingClientRect().toJSON())")
    assert boxes
    assert min(box["height"] for box in boxes) >= 24


def test_a_whole_card_of_the_front_page_can_be_hit(page, address):
    page.goto(f"{address}/index.html")
    page.get_by_text("A reading path with questions").click(force=True)  # the link lies over the text
    page.wait_for_url("**/students.html")


def test_the_numbers_of_the_map_can_be_read_on_the_narrowest_screen(narrow, address):
    narrow.goto(f"{address}/map.html")
    heights = narrow.locator(".kb-map text").evaluate_all("numbers => numbers.map(number => number.getBoundingClientRect().height)")
    assert min(heights) >= 12
    boxes = narrow.locator(".kb-map text").evaluate_all("all => all.map(one => one.getBoundingClientRect().toJSON())")
    pairs = [(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :]]
    assert not [1 for a, b in pairs if a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]]


def test_the_map_can_be_seen_in_forced_colours(browser, address):
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}/map.html")
    text, line, dot = (
        page.evaluate(f"getComputedStyle(document.querySelector('{part}')).{style}")
        for part, style in (("h1", "color"), (".kb-map path", "stroke"), (".kb-map circle", "fill"))
    )
    assert line == dot == text
    context.close()


def test_the_map_weighs_little(real_site):
    assert len(gzip.compress((real_site / "map.html").read_bytes())) < MAP_LIMIT


def test_on_paper_the_welcome_is_dark_on_light(page, address):
    page.emulate_media(media="print")
    page.goto(f"{address}/index.html")
    ground, words = page.evaluate("(w => [getComputedStyle(w).backgroundColor, getComputedStyle(w.querySelector('h1')).color])(document.querySelector('.kb-welcome'))")
    assert (ground, words) == ("rgba(0, 0, 0, 0)", "rgb(0, 0, 0)")
