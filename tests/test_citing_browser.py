"""The citation of a page in a real browser, under the site's policy against scripts: what opens, what is read, what is run."""

import json

from playwright.sync_api import Page
from pybtex.database import parse_string

RECORD = "challenges/unclear-role.html"


def test_the_box_opens_by_key_and_its_files_can_be_taken(page: Page, address):
    page.goto(f"{address}/{RECORD}")
    summary = page.get_by_text("Cite this page", exact=True)
    reference = page.locator(".kb-cite-this dd").first
    assert not reference.is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert "(2026, November 22). Unclear role." in reference.inner_text()
    with page.expect_download() as taken:
        page.get_by_role("link", name="BibTeX").click()
    (entry,) = parse_string(taken.value.path().read_text("utf-8"), "bibtex").entries.values()
    assert entry.fields["title"] == "{Unclear role}"


def test_the_box_is_no_wider_than_the_page(page: Page, address):
    page.goto(f"{address}/{RECORD}")
    page.get_by_text("Cite this page", exact=True).click()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_block_of_data_is_there_and_the_policy_has_nothing_against_it(page: Page, address):
    """The fixture fails on any error in the console, and so on any block that the policy refuses."""
    page.goto(f"{address}/definitions/peer-support.html")
    block = json.loads(page.locator('script[type="application/ld+json"]').inner_text())
    assert block["mainEntity"]["@type"] == "DefinedTerm"
    assert "script-src 'self'" in page.locator("meta[http-equiv]").get_attribute("content")
