"""The whole site as one zip: complete, the same for the same day, and readable from a folder without a server."""

import os
import zipfile
from datetime import date

import pytest
from conftest import watched

from knowledgebase.writing.addresses import DOWNLOAD
from memory_stick import FOLDER, Pack, pack_folder

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


def pack(target, day, files, earlier=None, unchanged=()):
    """A zip of files by their addresses; those that are unchanged are taken over from an earlier zip, if it holds them."""
    with Pack(target, day, earlier=earlier) as packing:
        for address, content in files.items():
            if address not in unchanged or not packing.take_over(address):
                packing.add(address, content)
    return target.read_bytes()


def test_the_files_of_a_folder_stand_in_order_in_one_folder_with_the_same_day_and_rights(small, tmp_path):
    pack_folder(small, tmp_path / "whole.zip", DAY, "inside")
    found = entries(tmp_path / "whole.zip")
    assert [entry.filename for entry in found] == [f"inside/{name}" for name in ("a.css", "b/page.html", "index.html")]
    assert {entry.date_time for entry in found} == {(2026, 11, 22, 0, 0, 0)}
    assert {oct(entry.external_attr >> 16) for entry in found} == {"0o644"}


def test_the_same_folder_and_day_give_the_same_bytes(small, tmp_path):
    def packed(day):
        pack_folder(small, tmp_path / "whole.zip", day, FOLDER)
        return (tmp_path / "whole.zip").read_bytes()

    first = packed(DAY)
    os.utime(small / "index.html", (0, 0))
    (small / "a.css").chmod(0o600)
    assert packed(DAY) == first
    assert packed(date(2026, 11, 23)) != first


LONG = b"<p>" + b"many words, " * 200
BEFORE = {"a.css": b"p {}", "long.html": LONG, "b/page.html": b"<p>b", "assets/\u00e4.svg": LONG, "index.html": b"<p>start"}
AFTER = {"a.css": b"p {}", "long.html": LONG, "new.html": LONG, "assets/\u00e4.svg": LONG, "index.html": LONG}
OTHER_ORDER = dict(sorted(BEFORE.items(), reverse=True))
UNCHANGED = {
    "everything": (BEFORE, BEFORE),
    "what is unchanged": (AFTER, {"a.css", "long.html", "assets/\u00e4.svg"}),
    "the last one": (AFTER | {"index.html": b"<p>start"}, {"index.html"}),
    "nothing": (AFTER, ()),
    "files that are not in the earlier zip": (AFTER, {"a.css", "new.html"}),
    "files in another order": (OTHER_ORDER, OTHER_ORDER),
}


@pytest.mark.parametrize("piece", [3, 1 << 20])
@pytest.mark.parametrize(("files", "unchanged"), UNCHANGED.values(), ids=UNCHANGED)
def test_with_the_zip_from_before_the_bytes_are_those_of_packing_anew(tmp_path, monkeypatch, files, unchanged, piece):
    monkeypatch.setattr("memory_stick._PIECE", piece)
    before, again = tmp_path / "before.zip", tmp_path / "again.zip"
    pack(before, DAY, BEFORE)
    packed = pack(again, DAY, files, before, unchanged)
    assert packed == pack(tmp_path / "anew.zip", DAY, files)
    with zipfile.ZipFile(again) as whole:
        assert {name.removeprefix(f"{FOLDER}/"): whole.read(name) for name in whole.namelist()} == files


def test_more_files_than_zip_once_knew_are_packed_and_taken_over(tmp_path):
    files = {f"{n}.txt": b"%d" % n for n in range(70_000)}
    anew = pack(tmp_path / "whole.zip", DAY, files)
    with zipfile.ZipFile(tmp_path / "whole.zip") as whole:
        assert len(whole.namelist()) == len(files)
        assert whole.read(f"{FOLDER}/69999.txt") == b"69999"
    assert pack(tmp_path / "again.zip", DAY, files, tmp_path / "whole.zip", files) == anew


def test_from_a_zip_of_another_day_nothing_is_taken_over(tmp_path):
    pack(tmp_path / "before.zip", date(2026, 11, 21), BEFORE)
    with Pack(tmp_path / "again.zip", DAY, earlier=tmp_path / "before.zip") as packing:
        assert not any(map(packing.take_over, BEFORE))


def test_short_files_are_stored_and_long_ones_compressed(tmp_path):
    pack(tmp_path / "whole.zip", DAY, BEFORE)
    found = {entry.filename: entry.compress_type for entry in entries(tmp_path / "whole.zip")}
    assert found[f"{FOLDER}/a.css"] == zipfile.ZIP_STORED
    assert found[f"{FOLDER}/long.html"] == zipfile.ZIP_DEFLATED


def test_a_day_older_than_zip_files_is_the_oldest_that_they_know(tmp_path):
    pack(tmp_path / "whole.zip", date(1970, 1, 1), BEFORE)
    assert entries(tmp_path / "whole.zip")[0].date_time == (1980, 1, 1, 0, 0, 0)


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
