"""The real site in a real browser, used with the keyboard alone, and watched for what it asks of others and keeps."""

import functools
import http.server
import os
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update"
    " --disable-sync --disable-dev-shm-usage"
).split()
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        """Say nothing of each request."""


@pytest.fixture(scope="session")
def address(real_site):
    """Where the real site is served, on this machine only."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(real_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        path = os.environ.get("BROWSER_PATH", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=[*FLAGS, NOWHERE_ELSE])
        yield browser
        browser.close()


@pytest.fixture(params=[360, 1280])
def page(browser, request):
    """A page on a phone and on a desk; the test fails on a request to another host, and on any error."""
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    page = context.new_page()
    wrong = []
    page.on("request", lambda asked: None if asked.url.startswith(("http://127.0.0.1:", "data:", "blob:")) else wrong.append(asked.url))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def press_tab_to(page, matches, most=200):
    """Press Tab until the focused link matches, as a JavaScript condition on ``link``; fail if none does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"(link => link.tagName === 'A' && {matches})(document.activeElement)"):
            return
    raise AssertionError(f"no link was reached by Tab with {matches}")


def test_from_the_front_page_to_a_claim_its_reference_and_back_by_keyboard(page, address):
    page.goto(f"{address}/index.html")
    press_tab_to(page, "link.closest('article') && link.getAttribute('href') === 'challenges/index.html'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/challenges/index.html")
    press_tab_to(page, "link.closest('article') && link.textContent === 'Unclear role'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/challenges/unclear-role.html")

    press_tab_to(page, "link.closest('#tension') && link.getAttribute('href') === '#ref-moll2009'")
    page.keyboard.press("Enter")
    page.wait_for_url("**#ref-moll2009")
    assert page.locator("#ref-moll2009").bounding_box()["y"] < 800

    press_tab_to(page, "link.closest('#ref-moll2009') && link.getAttribute('href') === '#tension'")
    page.keyboard.press("Enter")
    page.wait_for_url("**#tension")
    assert page.evaluate("document.querySelector(':target').id") == "tension"

    press_tab_to(page, "link.closest('#ref-moll2009') && link.textContent.startsWith('All that rests on it')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/works/moll2009.html")
    press_tab_to(page, "link.getAttribute('href') === '../challenges/unclear-role.html#tension'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/challenges/unclear-role.html#tension")


PAGES = ["index.html", "peer-workers.html", "challenges/unclear-role.html", "works/sowk551.html", "bibliography.html", "a-z.html", "about-the-sources.html"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_keeps_nothing_and_fits_its_screen(page, address, path):
    page.goto(f"{address}/{path}")
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert kept == [0, 0, ""]
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_read_without_javascript(browser, address, path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{path}")
    assert page.locator("article h1").is_visible()
    assert page.locator("article :is(li, p)").last.is_visible()
    context.close()


def test_the_link_of_a_claim_can_be_seen_and_touched(page, address):
    page.goto(f"{address}/challenges/unclear-role.html")
    box = page.locator("#tension .kb-about .kb-id").bounding_box()
    assert box["height"] >= 24
    assert box["width"] >= 24


def test_dark_is_dark(browser, address):
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}/challenges/unclear-role.html")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(18, 25, 27)"
    context.close()


def test_the_menu_opens_by_key_and_takes_the_focus_back(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{address}/challenges/unclear-role.html")
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    page.locator(".md-sidebar--primary a", has_text="Challenges").wait_for(state="visible")
    assert menu.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.dataset.opens === '__drawer'")
    assert menu.get_attribute("aria-expanded") == "false"
    context.close()


def test_the_search_finds_a_record(page, address):
    page.goto(f"{address}/index.html")
    opener = page.locator("button[data-opens=__search]")
    if opener.is_visible():
        opener.click()
    page.wait_for_load_state("networkidle")  # the index is there
    page.locator(".md-search__input").press_sequentially("unclear role")
    page.locator(".md-search-result__item").first.wait_for()
    assert "unclear-role.html" in page.locator(".md-search-result__link").first.get_attribute("href")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [*PAGES, "guidance/for-peer-workers.html", "continuum/helping-relationships.html"])
def test_a_page_has_no_barrier_that_axe_knows(page, address, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/{path}")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_a_desk_needs_no_buttons_for_what_it_shows(browser, address):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"{address}/challenges/unclear-role.html")
    assert not page.locator("button[data-opens=__drawer]").is_visible()
    assert not page.locator("button[data-opens=__search]").is_visible()
    context.close()
