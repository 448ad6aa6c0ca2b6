"""The pages of the real knowledge base in a real browser: their two layers, their tables, and what comes out on paper."""

import gzip

import pytest
from axe_playwright_python.sync_playwright import Axe

CHALLENGE, DEFINITION, STUDIES = "challenges/unclear-role.html", "definitions/peer-support-worker.html", "evidence/index.html"
EXPLAINING, GUIDANCE, LONG_WORK = "definitions/names-for-peer-workers.html", "guidance/for-peer-groups.html", "works/sowk551.html"
KINDS_OF_PAGE = [
    CHALLENGE, DEFINITION, STUDIES, EXPLAINING, GUIDANCE, LONG_WORK,
    "influences/index.html", "benefits/index.html", "evidence/vandewalle-review.html", "continuum/helping-relationships.html",
]  # fmt: skip
YEARS = "rows => rows.map(row => row.cells[1].textContent.replace('Year:', '').trim())"


@pytest.fixture
def without_scripts(browser):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def shown(locator):
    """How many of the found elements can be seen."""
    return locator.evaluate_all("all => all.filter(one => one.checkVisibility({visibilityProperty: true})).length")


def test_plain_words_hide_the_brackets_and_the_ids_by_key_alone(page, address):
    page.goto(f"{address}/{CHALLENGE}")
    claims = page.locator(".kb-claim")
    sources = page.get_by_label("With sources")
    assert sources.is_checked()
    assert shown(page.locator(".kb-claim .kb-citations")) >= claims.count()
    sources.focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_label("Plain words").is_checked()
    assert shown(page.locator(".kb-claim :is(.kb-citations, .kb-id, button)")) == 0
    assert shown(page.locator(".kb-claim .kb-basis")) == claims.count()
    page.keyboard.press("ArrowLeft")
    assert shown(page.locator(".kb-claim .kb-about .kb-id")) == claims.count()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_plain_words_say_the_same_claims_and_leave_no_gap(without_scripts, address):
    without_scripts.goto(f"{address}/{CHALLENGE}")
    without_scripts.get_by_label("Plain words").check()
    claims = without_scripts.locator(".kb-claim").all_inner_texts()
    assert "More than one article names an unclear role as a challenge.\n" in claims[0] + "\n"
    assert [claim for claim in claims if " ." in claim or "(" in claim] == []


def test_words_are_explained_where_the_reader_opens_them(without_scripts, address):
    without_scripts.goto(f"{address}/{EXPLAINING}")
    explained = without_scripts.locator(".kb-words dd").first
    assert not explained.is_visible()
    without_scripts.get_by_text("Words explained").press("Enter")
    assert explained.is_visible()
    assert explained.inner_text() == "Studies differ on who counts as a peer support worker."


def test_definitions_stand_in_a_table_on_a_desk_and_in_a_list_on_a_phone(page, address):
    page.goto(f"{address}/{DEFINITION}")
    wide = page.viewport_size["width"] == 1280
    assert page.locator(".kb-compared table").is_visible() is wide
    assert page.locator(".kb-by-work").is_visible() is not wide


@pytest.mark.parametrize("form", ["table", ".kb-by-work"])
def test_each_cell_of_the_comparison_leads_to_its_claim(page, address, form):
    page.goto(f"{address}/{DEFINITION}")
    cells = page.locator(f".kb-compared {form} :is(td, dd)")
    links = page.locator(f".kb-compared {form} .kb-stance")
    assert cells.count() == links.count() == 15
    assert all(page.locator(f".kb-claim{link.get_attribute('href')}").count() == 1 for link in links.all())
    assert set(links.all_text_contents()) == {"Includes", "Silent"}


def test_studies_are_sorted_by_key_and_it_is_said(page, address):
    page.goto(f"{address}/{STUDIES}")
    rows, year = page.locator(".kb-studies tbody tr"), page.locator(".kb-studies th", has_text="Year").first
    before = rows.evaluate_all(YEARS)
    year.get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert rows.evaluate_all(YEARS) == sorted(before)
    assert year.get_attribute("aria-sort") == "ascending"
    assert page.locator(".kb-studies [role=status]").text_content() == "Sorted by Year, from the start."
    page.keyboard.press("Enter")
    assert rows.evaluate_all(YEARS) == sorted(before, reverse=True)
    assert year.get_attribute("aria-sort") == "descending"
    assert page.locator(".kb-studies [role=status]").text_content() == "Sorted by Year, from the end."
    page.locator(".kb-studies").get_by_role("button", name="Design").click()
    assert page.locator("[aria-sort]").all_inner_texts() == ["Design"]


def test_studies_can_be_read_without_scripts(without_scripts, address):
    without_scripts.goto(f"{address}/{STUDIES}")
    assert without_scripts.locator(".kb-studies button").count() == 0
    row = without_scripts.locator(".kb-studies tbody tr").filter(has=without_scripts.get_by_role("link", name="Review of barriers (Vandewalle"))
    assert [label.inner_text() for label in row.locator(".kb-label").all()] == [
        "Year:", "Design:", "Size:", "Setting:", "How far it can be leaned on:",
    ]  # fmt: skip


def test_a_long_work_shows_its_records_at_a_glance(without_scripts, address):
    without_scripts.goto(f"{address}/{LONG_WORK}")
    first = without_scripts.locator(".kb-folded").first
    assert not first.locator("li").first.is_visible()
    first.locator("summary").click()
    assert first.locator("li").first.is_visible()


@pytest.fixture
def paper(browser):
    """A page as it comes out on paper, as wide as the text on a sheet of A4."""
    context = browser.new_context(viewport={"width": 673, "height": 1000})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


@pytest.mark.parametrize("path", [CHALLENGE, GUIDANCE, LONG_WORK, STUDIES])
def test_on_paper_is_the_content_and_its_address_alone(paper, address, path):
    paper.goto(f"{address}/{path}")
    assert shown(paper.locator("header, nav, footer, button, .kb-layers, .kb-edit")) == 0
    addresses = [element.inner_text() for element in paper.locator(".kb-address").all() if element.is_visible()]
    assert addresses == [f"This page: https://example.org/kb/{path}"]


def test_what_is_folded_is_open_on_paper(paper, address):
    paper.goto(f"{address}/{EXPLAINING}")
    assert paper.locator(".kb-words dd").first.bounding_box()["height"] > 10
    paper.goto(f"{address}/{LONG_WORK}")
    assert paper.locator(".kb-folded li").first.bounding_box()["height"] > 10


def test_on_paper_claims_have_their_sources_whatever_was_chosen(paper, address):
    paper.emulate_media(media="screen")
    paper.goto(f"{address}/{CHALLENGE}")
    paper.get_by_label("Plain words").check()
    assert shown(paper.locator(".kb-claim .kb-citations")) == 0
    paper.emulate_media(media="print")
    assert shown(paper.locator(".kb-claim .kb-citations")) == paper.locator(".kb-claim .kb-citations").count()


UNBROKEN = {"a pair of guidance": (GUIDANCE, ".kb-pair"), "a claim": (CHALLENGE, ".kb-claim"), "an answer": (CHALLENGE, ".kb-answers > li")}


@pytest.mark.parametrize(("path", "part"), UNBROKEN.values(), ids=UNBROKEN)
def test_on_paper_a_part_stays_whole(paper, address, path, part):
    paper.goto(f"{address}/{path}")
    breaks = paper.locator(part).evaluate_all("parts => parts.map(part => getComputedStyle(part).breakInside)")
    assert set(breaks) == {"avoid"}


PRINTED = """links => links.filter(link => link.checkVisibility()).map(link => ({
    address: link.getAttribute("href"),
    times: link.textContent.includes(link.getAttribute("href")) + (getComputedStyle(link, "::after").content !== "none"),
}))"""


@pytest.mark.parametrize("path", [CHALLENGE, LONG_WORK, "bibliography.html"])
def test_on_paper_the_address_of_a_link_stands_once(paper, address, path):
    paper.goto(f"{address}/{path}")
    links = paper.locator("main a[href^=http]").evaluate_all(PRINTED)
    assert links
    assert [link for link in links if link["times"] != 1] == []


@pytest.mark.parametrize("path", KINDS_OF_PAGE)
def test_a_page_fits_320_pixels(browser, address, path):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


# Those that stand in test_browser.py are not visited again.
OTHER_KINDS = [path for path in KINDS_OF_PAGE if not path.startswith(("challenges", "works", "continuum", "benefits"))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", OTHER_KINDS)
def test_no_kind_of_page_has_a_barrier_that_axe_knows(page, address, path, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/{path}")
    found = Axe().run(page).response["violations"]
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


TARGETS = ".kb-layers label, .kb-words summary, .kb-studies button, .kb-folded > summary, .kb-claim .kb-about .kb-id, .kb-stance"


@pytest.mark.parametrize("path", KINDS_OF_PAGE)
def test_what_is_touched_is_24_pixels_high(page, address, path):
    page.goto(f"{address}/{path}")
    low = "all => all.filter(one => one.checkVisibility() && one.getBoundingClientRect().height < 24).map(one => one.outerHTML)"
    assert page.locator(TARGETS).evaluate_all(low) == []


def test_the_page_of_a_record_is_small(real_site):
    folders = [folder for folder in (real_site / "data").parent.iterdir() if (folder / "index.html").exists()]
    records = [page for folder in folders for page in folder.glob("*.html") if "kb-record" in page.read_text("utf-8")]
    assert len(records) > 100
    assert [page.name for page in records if len(gzip.compress(page.read_bytes())) > 15_000] == []
