"""The real site in a real browser, used with the keyboard alone, and watched for what it asks of others and keeps."""

import pytest
from axe_playwright_python.sync_playwright import Axe


def press_tab_to(page, matches, most=200):
    """Press Tab until the focused link matches, as a JavaScript condition on ``link``; fail if none does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(f"(link => link.tagName === 'A' && {matches})(document.activeElement)"):
            return
    raise AssertionError(f"no link was reached by Tab with {matches}")


def test_from_the_front_page_to_a_claim_its_reference_and_back_by_keyboard(page, address):
    page.goto(f"{address}/index.html")
    press_tab_to(page, "link.closest('main') && link.getAttribute('href') === 'challenges/index.html'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/challenges/index.html")
    press_tab_to(page, "link.closest('main') && link.textContent === 'Unclear role'")
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
    assert page.locator("main h1").is_visible()
    assert page.locator("main :is(li, p)").last.is_visible()
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


OPENERS = {"the menu": ("Menu", "nav", "Challenges"), "the contents of the page": ("On this page", "contents", "References")}


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize(("button", "opened", "entry"), OPENERS.values(), ids=OPENERS)
def test_what_a_phone_folds_away_opens_and_closes_by_key_alone(browser, address, button, opened, entry, scripts):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{address}/challenges/unclear-role.html")
    opener, entry = page.get_by_role("button", name=button), page.locator(f"#{opened} a", has_text=entry)
    assert not entry.is_visible()
    opener.focus()
    page.keyboard.press("Enter")
    entry.wait_for(state="visible")
    page.keyboard.press("Escape")
    entry.wait_for(state="hidden")
    assert opener.evaluate("button => button === document.activeElement")
    context.close()


def test_a_page_with_its_menu_open_has_no_barrier_that_axe_knows(page, address):
    page.goto(f"{address}/challenges/unclear-role.html")
    if page.get_by_role("button", name="Menu").is_visible():
        page.get_by_role("button", name="Menu").click()
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


def test_the_switch_between_light_and_dark_keeps_nothing_unless_asked(page, address):
    ground = "getComputedStyle(document.body).backgroundColor"
    page.goto(f"{address}/index.html")
    page.get_by_label("Dark", exact=True).check()
    assert page.evaluate(ground) == "rgb(18, 25, 27)"
    assert page.evaluate("localStorage.length") == 0
    page.goto(f"{address}/a-z.html")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    page.get_by_label("Dark", exact=True).check()
    page.get_by_label("Remember this on this device").check()
    page.goto(f"{address}/index.html")
    assert page.evaluate(ground) == "rgb(18, 25, 27)"
    assert page.get_by_label("Dark", exact=True).is_checked()
    page.get_by_label("Remember this on this device").uncheck()
    assert page.evaluate("localStorage.length") == 0


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
    assert page.locator("#nav a", has_text="Challenges").is_visible()
    assert page.locator("#contents a", has_text="References").is_visible()
    assert not any(button.is_visible() for button in page.locator(".kb-opens").all())
    context.close()


def test_no_page_may_run_a_script_or_load_a_thing_from_elsewhere(real_site):
    for page in real_site.rglob("*.html"):
        head = page.read_text("utf-8").partition("</head>")[0]
        assert "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:" in head, page
