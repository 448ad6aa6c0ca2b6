"""Editions: the site frozen under its date, the same bytes again, laid out beside the pages of today and cited from them."""

import hashlib
import os
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from conftest import ROOT, TODAY, TOY, run
from publishing import publish_script

import steps
from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.reading.published import read_editions
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.editions.frozen import LEFT_OUT, frozen
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.pages import Page, Writer
from knowledgebase.writing.site import Site

DAY = "2026-11-22"
NEXT_DAY = "1795392000"
FILE = f"published/editions/{DAY}.zip"


@pytest.fixture(scope="module")
def publish():
    """The script as a module."""
    with publish_script() as module:
        yield module


def toy_in(folder, site_url="https://example.org/kb/"):
    """A copy of the toy that finds the hook of this project and knows its address, with a page that links the download."""
    shutil.copytree(TOY, folder)
    config = (folder / "mkdocs.yml").read_text("utf-8").replace("../..", ROOT.as_posix())
    (folder / "mkdocs.yml").write_text(f"{config}site_url: {site_url}\n", "utf-8")
    (folder / "docs/about.md").write_text("# About\n\n[All of it](download/peer-support-site.zip)\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def lights(publish, tmp_path_factory):
    """The toy after a release with an edition."""
    folder = toy_in(tmp_path_factory.mktemp("lights") / "toy")
    publish.main(["--edition"], folder)
    return folder


@pytest.fixture(scope="module")
def frozen_files(lights):
    with zipfile.ZipFile(lights / FILE) as packed:
        return {name.removeprefix(f"{DAY}/"): packed.read(name) for name in packed.namelist()}


@pytest.fixture(scope="module")
def site(lights):
    """The site of today beside the edition, with a record that is newer than that."""
    text = (lights / "data/challenges/long-nights.yml").read_text("utf-8")
    (lights / "data/challenges/short-days.yml").write_text(re.sub(r"\ntitle: .*", "\ntitle: Short days", f"\n{text}").strip() + "\n", "utf-8")
    built = run("mkdocs", lights, "build", "--strict")
    assert built.returncode == 0, built.stderr
    return lights / "site"


def test_the_checksum_of_the_file_is_written_down(lights):
    editions, problems = read_editions((lights / "published/editions.txt").read_text("utf-8"))
    assert problems == ()
    assert [(edition.day, edition.checksum) for edition in editions] == [(TODAY, hashlib.sha256((lights / FILE).read_bytes()).hexdigest())]


def test_an_edition_holds_the_whole_site_but_what_only_makes_sense_today(frozen_files):
    assert {"index.html", "forms/automatic-light.html", "changes.html", "data/knowledge.json", "assets/site.css"} <= frozen_files.keys()
    assert [name for name in frozen_files if name.startswith(LEFT_OUT)] == []


def test_every_page_of_an_edition_says_so_and_leads_to_the_page_of_today(frozen_files):
    for address, content in frozen_files.items():
        if address.endswith(".html"):
            page = content.decode()
            assert page.count("This is the edition of 22 November 2026.") == 1, address
            assert f'<a href="{"../" * (address.count("/") + 2)}{address}">The page of today</a>' in page
            assert page.count('<meta name="robots" content="noindex">') == 1, address
    record = frozen_files["forms/automatic-light.html"].decode()
    assert '<li class="kb-claim" id="no-keeper">' in record
    assert '<link rel="canonical" href="https://example.org/kb/forms/automatic-light.html">' in record
    assert "application/atom+xml" not in record


def test_made_again_an_edition_has_the_same_bytes(publish, lights, tmp_path, capsys):
    before = (lights / FILE).read_bytes()
    other = tmp_path / "another place"
    shutil.copytree(lights, other, ignore=shutil.ignore_patterns("site", "short-days.yml", ".*"))
    publish.main(["--edition"], other)
    assert "made again, it is the same byte for byte" in capsys.readouterr().err
    (other / FILE).unlink()
    (other / "published/editions.txt").unlink()
    publish.main(["--edition"], other)
    assert (other / FILE).read_bytes() == before


def test_an_edition_is_never_changed(publish, lights, tmp_path):
    other = tmp_path / "toy"
    shutil.copytree(lights, other, ignore=shutil.ignore_patterns("site", "short-days.yml", ".*"))
    before = (other / FILE).read_bytes()
    start = other / "docs/index.md"
    start.write_text(start.read_text("utf-8") + "\nMore.\n", "utf-8")
    with pytest.raises(steps.CannotGoOn, match="There is an edition of 2026-11-22 already, and the site is another now"):
        publish.main(["--edition"], other)
    assert (other / FILE).read_bytes() == before


def test_a_site_without_an_address_has_no_edition(publish, tmp_path):
    with pytest.raises(steps.CannotGoOn, match="the site must know its address: set SITE_URL"):
        publish.main(["--edition"], toy_in(tmp_path / "toy", site_url='""'))


def test_an_edition_is_laid_out_as_it_was_frozen(site, frozen_files):
    there = site / "editions" / DAY
    assert {path.relative_to(there).as_posix(): path.read_bytes() for path in there.rglob("*") if path.is_file()} == frozen_files


def test_the_page_of_editions_lists_them_with_their_checksums(site, lights):
    page = (site / "editions/index.html").read_text("utf-8")
    assert f"<code>{hashlib.sha256((site / f'editions/{DAY}.zip').read_bytes()).hexdigest()}</code>" in page
    assert f'<a href="{DAY}/index.html">The edition of 22 November 2026</a>' in page
    assert (site / f"editions/{DAY}.zip").read_bytes() == (lights / FILE).read_bytes()


def test_a_page_names_the_edition_in_which_it_can_be_cited(site):
    page = (site / "forms/automatic-light.html").read_text("utf-8")
    assert f'<a href="../editions/{DAY}/forms/automatic-light.html">the edition of that day</a>' in page
    assert f"Its address is https://example.org/kb/editions/{DAY}/forms/automatic-light.html" in page


def test_a_page_that_is_newer_than_every_edition_names_none(site):
    assert "the edition of that day" not in (site / "challenges/short-days.html").read_text("utf-8")


def test_the_pages_of_today_are_no_edition(site):
    page = (site / "forms/automatic-light.html").read_text("utf-8")
    assert "kb-edition" not in page
    assert "noindex" not in page


def test_every_link_on_the_pages_of_today_and_of_the_edition_resolves(site):
    trees = {path: html5lib.parse(path.read_bytes(), namespaceHTMLElements=False) for path in site.rglob("*.html") if path.name != "404.html"}
    anchors = {path: {node.get("id") for node in tree.iter()} for path, tree in trees.items()}
    broken = [
        f"{path.relative_to(site)}: {node.get('href')}"
        for path, tree in trees.items()
        for node in tree.iter("a")
        if node.get("href") and not leads_somewhere(node.get("href"), path, anchors)
    ]
    assert broken == []


def leads_somewhere(href, page, anchors):
    parts = urlsplit(href)
    if parts.scheme:
        return True
    target = Path(os.path.normpath(page.parent / unquote(parts.path))) if parts.path else page
    return target.is_file() and (not parts.fragment or target not in anchors or unquote(parts.fragment) in anchors[target])


def test_a_later_edition_holds_no_earlier_one(publish, site, lights, tmp_path, monkeypatch):
    other = tmp_path / "toy"
    shutil.copytree(lights, other, ignore=shutil.ignore_patterns("site", ".*"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NEXT_DAY)
    publish.main(["--edition"], other)
    with zipfile.ZipFile(other / "published/editions/2026-11-23.zip") as packed:
        names = packed.namelist()
        assert "the edition of that day" not in packed.read("2026-11-23/forms/automatic-light.html").decode()
    assert [name for name in names if "editions" in name or name.endswith(".zip")] == []
    base = load(other, date(2026, 11, 23)).base
    article = Site(base, imprint=Imprint(day=date(2026, 11, 23))).pages["forms/automatic-light.html"].article
    assert "editions/2026-11-23/forms/automatic-light.html" in article
    assert len((other / "published/editions.txt").read_text("utf-8").splitlines()) == 3


DAMAGED = {
    "a file that was changed": (lambda path: path.write_bytes(b"x"), rf"found {FILE} with the SHA-256 [0-9a-f]{{64}}"),
    "a file that is gone": (lambda path: path.unlink(), f"found no file {FILE}"),
}


@pytest.mark.parametrize(("damage", "found"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_edition_is_told_in_words(lights, tmp_path, damage, found):
    folder = tmp_path / "toy"
    shutil.copytree(lights, folder, ignore=shutil.ignore_patterns("site", ".*"))
    damage(folder / FILE)
    said = [problem for problem in load(folder, TODAY).problems if problem.rule == "damaged-edition"]
    assert len(said) == 1
    assert said[0].fatal
    assert re.fullmatch(
        f"published/editions.txt:2: the file of an edition must stay as it was published: {found}; "
        "take the file back from the history of the project; an edition is never made anew",
        str(said[0]),
    )


UNREADABLE = {
    "no checksum": "2026-11-22\n",
    "a day that is none": f"2026-02-30\t{'0' * 64}\n",
    "a checksum that is too short": "2026-11-22\tabc\n",
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_a_line_that_is_no_edition_is_told(text):
    found, problems = read_editions(text)
    assert found == ()
    assert [str(problem) for problem in problems] == [
        "published/editions.txt:1: a line must be a day, a tab and a SHA-256 in 64 signs; only scripts/publish.py writes this file"
    ]


LINKS = {
    "a page of the edition": ("forms/a.html", '<a href="../definitions/b.html#c">', '<a href="../definitions/b.html#c">'),
    "a part of the page": ("forms/a.html", '<a href="#c">', '<a href="#c">'),
    "another site": ("forms/a.html", '<a href="https://example.org/s/x.html">', '<a href="https://example.org/s/x.html">'),
    "a short code": ("forms/a.html", '<a class="kb-code" href="../s/k3fd.html#2">', '<a class="kb-code" href="../../../s/k3fd.html#2">'),
    "the file to take along": ("about.html", '<a href="download/x.zip">', '<a href="../../download/x.zip">'),
    "the editions": ("about.html", '<a href="editions/index.html">', '<a href="../../editions/index.html">'),
    "a page whose name begins alike": ("about.html", '<a href="stories/s.html">', '<a href="stories/s.html">'),
}


@pytest.mark.parametrize(("address", "before", "after"), LINKS.values(), ids=LINKS)
def test_links_to_what_is_left_out_lead_out_of_the_edition(toy, address, before, after):
    writer = Writer(Links(toy), Apa(toy.works), imprint=Imprint(day=TODAY, is_edition=True))
    assert frozen(Page(address, "A", "", before), writer).article.endswith(after)
