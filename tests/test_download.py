"""The whole site as one zip: complete, the same for the same day, and readable from a folder without a server."""

import os
import zipfile
from datetime import date

import pytest
from conftest import watched

from knowledgebase.writing.addresses import DOWNLOAD
from memory_stick import FOLDER, pack_site

DAY = date(2026, 11, 22)


@pytest.fixture
def small(tmp_path):
    """A site of three files in a folder of its own."""
    site = tmp_path / "small"
    for name, content in (("index.html", "<p>start"), ("b/page.html", "<p>b"), ("a.css", "p {}")):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(content, "utf-8")
    return site


def entries(path):
    with zipfile.ZipFile(path) as packed:
        return packed.infolist()


def test_the_files_stand_in_order_in_one_folder_with_the_same_day_and_rights(small):
    pack_site(small, small / DOWNLOAD, DAY)
    found = entries(small / DOWNLOAD)
    assert [entry.filename for entry in found] == [f"{FOLDER}/{name}" for name in ("a.css", "b/page.html", "index.html")]
    assert {entry.date_time for entry in found} == {(2026, 11, 22, 0, 0, 0)}
    assert {oct(entry.external_attr >> 16) for entry in found} == {"0o644"}


def test_the_same_site_and_day_give_the_same_bytes(small):
    pack_site(small, small / DOWNLOAD, DAY)
    first = (small / DOWNLOAD).read_bytes()
    os.utime(small / "index.html", (0, 0))
    (small / "a.css").chmod(0o600)
    pack_site(small, small / DOWNLOAD, DAY)  # the zip of before lies there and is no part of the new one
    assert (small / DOWNLOAD).read_bytes() == first
    pack_site(small, small / DOWNLOAD, date(2026, 11, 23))
    assert (small / DOWNLOAD).read_bytes() != first


LONG = "<p>" + "many words, " * 200


def pack_twice(site, unchanged):
    """The zip of a site packed anew, and packed with the help of the one from before; what is unchanged was taken over."""
    before = site.parent / "before.zip"
    pack_site(site, before, DAY)
    (site / "index.html").write_text(f"{LONG} new", "utf-8")
    (site / "new.html").write_text(LONG, "utf-8")
    (site / "b" / "page.html").unlink()
    pack_site(site, site.parent / "anew.zip", date(2026, 11, 23))
    pack_site(site, site.parent / "again.zip", date(2026, 11, 23), earlier=before, unchanged=unchanged)
    return [(site.parent / name).read_bytes() for name in ("anew.zip", "again.zip")]


UNCHANGED = {
    "what is unchanged": {"a.css", "long.html", "assets/ä.svg"},
    "nothing": set(),
    "a file that is gone, and one that is new": {"a.css", "b/page.html", "new.html"},
}


@pytest.mark.parametrize("unchanged", UNCHANGED.values(), ids=UNCHANGED)
def test_with_the_zip_from_before_the_bytes_are_those_of_packing_anew(small, unchanged):
    (small / "long.html").write_text(LONG, "utf-8")
    (small / "assets").mkdir()
    (small / "assets" / "ä.svg").write_text(LONG, "utf-8")
    anew, again = pack_twice(small, unchanged)
    assert again == anew


def test_what_is_unchanged_is_not_even_read(small):
    pack_site(small, small.parent / "before.zip", DAY)
    before = (small.parent / "before.zip").read_bytes()
    (small / "index.html").write_text("never read", "utf-8")
    pack_site(small, small.parent / "before.zip", DAY, earlier=small.parent / "before.zip", unchanged={"index.html"})
    assert (small.parent / "before.zip").read_bytes() == before


def test_short_files_are_stored_and_long_ones_compressed(small):
    (small / "long.html").write_text(LONG, "utf-8")
    pack_site(small, small / DOWNLOAD, DAY)
    found = {entry.filename: entry.compress_type for entry in entries(small / DOWNLOAD)}
    assert found[f"{FOLDER}/a.css"] == zipfile.ZIP_STORED
    assert found[f"{FOLDER}/long.html"] == zipfile.ZIP_DEFLATED


def test_a_day_older_than_zip_files_is_the_oldest_that_they_know(small):
    pack_site(small, small / DOWNLOAD, date(1970, 1, 1))
    assert entries(small / DOWNLOAD)[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_the_zip_of_the_real_site_holds_every_other_file_as_it_is(real_site):
    files = {path.relative_to(real_site).as_posix(): path.read_bytes() for path in real_site.rglob("*") if path.is_file()}
    del files[DOWNLOAD]
    with zipfile.ZipFile(real_site / DOWNLOAD) as packed:
        assert {name.removeprefix(f"{FOLDER}/"): packed.read(name) for name in packed.namelist()} == files


def test_the_page_about_the_site_links_the_zip(real_site):
    assert f'href="{DOWNLOAD}"' in (real_site / "about.html").read_text("utf-8")


@pytest.fixture
def from_a_folder(browser, real_site, tmp_path):
    """A page that reads the unzipped site from a folder; the test fails on anything it cannot load there, or on an error."""
    with zipfile.ZipFile(real_site / DOWNLOAD) as packed:
        packed.extractall(tmp_path)
    failed = []
    with watched(browser, 1280, ("file:", "data:")) as page:
        page.on("requestfailed", lambda asked: failed.append(asked.url))
        page.goto((tmp_path / FOLDER / "index.html").as_uri())
        yield page
    assert failed == []


def follow(page, inside, title):
    """Follow a link of a part of the page, and see that the page it leads to is there in its own style."""
    page.locator(inside).get_by_role("link", name=title, exact=True).first.click()
    page.get_by_role("heading", name=title, level=1).wait_for()
    assert page.url.startswith("file:")
    assert page.evaluate("getComputedStyle(document.querySelector('.kb-header')).backgroundColor") == "rgb(20, 82, 90)"


def test_the_unzipped_site_is_read_from_its_folder(from_a_folder):
    page = from_a_folder
    follow(page, "#nav", "Challenges")
    follow(page, "main", "Unclear role")
    follow(page, "#nav", "Continuum")
    page.locator("main .kb-index a").first.click()
    figure = page.locator(".kb-figure-lying")
    assert figure.bounding_box()["width"] > 400
    figure.locator("a").first.click()
    assert page.evaluate("document.querySelector('main :target') !== null")
