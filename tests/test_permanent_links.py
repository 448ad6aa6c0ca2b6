"""Old links, short codes and the copying of links, in a browser: with and without scripts, on paper, from a folder."""

from __future__ import annotations

import io
import shutil

import pytest
import zxingcpp
from conftest import ROOT, TODAY, TOY, run
from PIL import Image

import visits
from knowledgebase.load import load
from knowledgebase.writing.short.codes import address_of
from knowledgebase.writing.site import Site

MOVED_CLAIM = """\
- address: forms/automatic-light.html#cheaper
  when: 2026-11-20
  why: >-
    It stands with the other costs now.
  instead: benefits/quiet-nights.html#cheaper
"""


@pytest.fixture(scope="module")
def lights(tmp_path_factory):
    """The toy after a release, after which a claim went to another record and a record got another id; built."""
    folder = tmp_path_factory.mktemp("lights") / "toy"
    shutil.copytree(TOY, folder)
    config = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("../..", ROOT.as_posix()) + "site_url: https://example.org/kb/\n", "utf-8")
    release = Site(load(folder, TODAY).base).release
    (folder / "published").mkdir()
    (folder / "published/addresses.txt").write_text("\n".join(release.addresses) + "\n", "utf-8")
    (folder / "published/codes.txt").write_text("".join(f"{code}\t{address}\n" for code, address in release.codes), "utf-8")
    (folder / "published/removed.yml").write_text(MOVED_CLAIM, "utf-8")
    move_a_claim(folder / "data/forms/automatic-light.yml", folder / "data/benefits/quiet-nights.yml")
    keeper = folder / "data/definitions/keeper.yml"
    keeper.with_name("watcher.yml").write_text(keeper.read_text("utf-8") + "aliases: [keeper]\n", "utf-8")
    keeper.unlink()
    built = run("mkdocs", folder, "build", "--strict")
    assert built.returncode == 0, built.stderr
    return folder / "site", {address: code for code, address in release.codes}


def move_a_claim(home, new_home):
    before, claim, after = home.read_text("utf-8").partition("  - id: cheaper\n")
    claim += after[: after.index("no_difference:")]
    home.write_text(before + after.removeprefix(claim.partition("\n")[2]), "utf-8")
    new_home.write_text(new_home.read_text("utf-8").replace("no_difference:", claim + "no_difference:"), "utf-8")


@pytest.fixture(scope="module")
def served(lights):
    with visits.served(lights[0]) as address:
        yield address


@pytest.fixture
def without_scripts(browser):
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_an_old_link_to_a_moved_claim_leads_to_it(without_scripts, served):
    page = without_scripts
    page.goto(f"{served}/forms/automatic-light.html#cheaper")
    line = page.locator(":target")
    assert "Removed on 20 November 2026. It stands with the other costs now. Instead:" in line.inner_text()
    assert line.bounding_box()["y"] < page.viewport_size["height"]
    line.get_by_role("link", name="Quiet nights #cheaper").click()
    page.wait_for_url("**/benefits/quiet-nights.html#cheaper")
    assert "Automatic lights cost less" in page.locator(":target").inner_text()


def test_without_scripts_an_old_link_to_a_renamed_record_leads_to_its_claim(without_scripts, served):
    page = without_scripts
    page.goto(f"{served}/definitions/keeper.html#who-keeps")
    page.locator(":target a").click()
    page.wait_for_url("**/definitions/watcher.html#who-keeps")
    assert page.locator("meta[name=robots]").count() == 0


def test_without_scripts_a_short_code_leads_on_by_its_link(without_scripts, served, lights):
    page, code = without_scripts, lights[1]["forms/automatic-light.html#no-keeper"]
    page.goto(f"{served}/{address_of(code)}")
    page.locator(":target a").click()
    page.wait_for_url("**/forms/automatic-light.html#no-keeper")


@pytest.mark.parametrize(
    ("given_to", "leads_to"),
    [
        pytest.param("definitions/keeper.html", "definitions/watcher.html", id="a record with another id"),
        pytest.param("forms/automatic-light.html#no-keeper", "forms/automatic-light.html#no-keeper", id="a claim"),
    ],
)
def test_with_scripts_a_short_code_leads_on_at_once(browser, served, lights, given_to, leads_to):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served}/index.html")
    page.goto(f"{served}/{address_of(lights[1][given_to])}")
    page.wait_for_url(f"**/{leads_to}")
    page.go_back()
    assert page.url == f"{served}/index.html"
    context.close()


def test_the_code_of_a_moved_claim_says_so_and_stays(browser, served, lights):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served}/{address_of(lights[1]['forms/automatic-light.html#cheaper'])}")
    assert "Instead:" in page.locator(":target").inner_text()
    page.locator(":target a").click()
    page.wait_for_url("**/benefits/quiet-nights.html#cheaper")
    context.close()


def test_the_qr_code_of_a_printed_page_is_its_short_address(browser, served, lights):
    context = browser.new_context(device_scale_factor=2)
    page = context.new_page()
    page.goto(f"{served}/definitions/watcher.html")
    assert not page.locator(".kb-qr").is_visible()
    page.emulate_media(media="print")
    printed = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    address = f"https://example.org/kb/s/{lights[1]['definitions/keeper.html']}.html"
    assert [found.text for found in zxingcpp.read_barcodes(printed)] == [address]
    assert address in page.locator(".kb-short-address").inner_text()
    context.close()


@pytest.fixture(params=["served", "from a folder"])
def place(request, served, lights):
    return served if request.param == "served" else lights[0].as_uri()


@pytest.mark.parametrize(
    ("path", "inside", "anchor"),
    [
        pytest.param("forms/automatic-light.html", "#no-keeper", "#no-keeper", id="a claim"),
        pytest.param("guidance/for-keepers.html", "#rest-by-day", "#rest-by-day", id="a pair"),
        pytest.param("continuum/watches.html", ".kb-position", "#alone", id="a position"),
        pytest.param("forms/automatic-light.html", "section:has(#unknown)", "#unknown", id="a section"),
    ],
)
def test_a_link_is_copied_by_touch_and_it_is_said(browser, place, path, inside, anchor):
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{place}/{path}")
    button = page.locator(inside).first.get_by_role("button", name=f"Copy link to {anchor}", exact=True)
    box = button.bounding_box()
    assert min(box["height"], box["width"]) >= 24
    button.tap()
    page.get_by_role("status").filter(has_text=f"Copied: the link to {anchor}").wait_for(state="attached")
    field = page.evaluate_handle("document.body.appendChild(document.createElement('textarea'))")
    field.as_element().focus()
    page.keyboard.press("Control+V")
    assert field.evaluate("field => field.value") == f"https://example.org/kb/{path}{anchor}"
    context.close()


def test_without_scripts_every_section_and_claim_has_its_plain_link(without_scripts, served):
    page = without_scripts
    page.goto(f"{served}/forms/automatic-light.html")
    for anchor in ("#no-keeper", "#claims", "#unknown", "#references"):
        link = page.locator(f'.kb-here[href="{anchor}"]')
        box = link.bounding_box()
        assert min(box["height"], box["width"]) >= 24
    assert page.locator(".kb-copy").count() == 0


def test_where_copying_is_forbidden_the_link_is_put_beside_the_button(browser, served):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;")
    page.goto(f"{served}/forms/automatic-light.html")
    page.locator("#no-keeper .kb-copy").click()
    assert page.get_by_label("The link, to copy by hand").input_value() == "https://example.org/kb/forms/automatic-light.html#no-keeper"
    context.close()
