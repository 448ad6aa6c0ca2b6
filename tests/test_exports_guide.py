"""llms.txt, in the form of its proposal, and the sitemap, with the days of real changes."""

import re
import shutil
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from conftest import ROOT, TODAY, TOY, run

from knowledgebase.links import Links
from knowledgebase.model import KnowledgeBase
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.exports import Exports
from knowledgebase.writing.exports.guide import GUIDE
from knowledgebase.writing.imprint import NO_IMPRINT, Imprint
from knowledgebase.writing.site import Site

IMPRINT = Imprint("Lights [new]", "", "https://example.org/kb/", TODAY)
LINE = re.compile(r"- \[(?P<title>(?:[^\[\]\\]|\\.)+)\]\((?P<address>[^()\s]+)\): (?P<says>.+)")


def guide(base, imprint=IMPRINT):
    return next(export.content for export in Exports(Links(base), Apa(base.works), imprint, "").files() if export.address == GUIDE)


def sections(text):
    """The sections of a guide by title, each line as title and address; a line of another form fails."""
    found = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    bodies = [[line for line in body.split("\n") if line] for body in found[2::2]]
    assert [line for body in bodies for line in body if not LINE.fullmatch(line)] == []
    lists = [[LINE.fullmatch(line).group("title", "address") for line in body] for body in bodies]
    return dict(zip(found[1::2], lists, strict=True))


def test_it_opens_as_the_proposal_asks(toy):
    title, summary = guide(toy).split("\n\n")[:2]
    assert title == r"# Lights \[new\]"
    assert re.fullmatch(r"> .+\.", summary)


def test_its_sections_are_lists_of_links_and_the_last_may_be_skipped(toy):
    found = sections(guide(toy))
    assert list(found) == [
        "The whole as data", "Definitions", "Continuum", "Forms of peer support", "Benefits", "Challenges", "Evidence", "Guidance", "Optional",
    ]  # fmt: skip
    assert found["Definitions"] == [
        ("Keeper", "https://example.org/kb/definitions/keeper.html"),
        ("Lighthouse", "https://example.org/kb/definitions/lighthouse.html"),
    ]


def test_a_record_opens_with_its_first_sentence(toy):
    assert "- [Lighthouse](https://example.org/kb/definitions/lighthouse.html): A lighthouse is a tower with a light.\n" in guide(toy)


def test_a_site_that_knows_no_address_links_from_where_it_is(toy):
    site = Site(toy)
    known = {*site.pages, *(export.address for export in site.exports)}
    addresses = {address for lines in sections(guide(toy, NO_IMPRINT)).values() for _, address in lines}
    assert len(addresses) > 10
    assert addresses <= known


def test_signs_of_markdown_in_a_title_are_kept_as_they_are(toy):
    odd = toy.records[0].model_copy(update={"title": "A [b] *c* <d>"})
    assert r"- [A \[b\] \*c\* &lt;d\>](" in guide(replace(toy, records=(odd,)))


def test_an_empty_knowledge_base_has_its_files_and_lists():
    assert list(sections(guide(KnowledgeBase()))) == ["The whole as data", "Optional"]


@pytest.fixture(scope="module")
def sitemap(tmp_path_factory):
    """The pages of a built toy as its sitemap names them, with their days."""
    folder = tmp_path_factory.mktemp("sitemap") / "toy"
    shutil.copytree(TOY, folder)
    config = (folder / "mkdocs.yml").read_text("utf-8").replace("../..", ROOT.as_posix())
    (folder / "mkdocs.yml").write_text(f"{config}site_url: https://example.org/kb/\n", "utf-8")
    keeper = folder / "data/definitions/keeper.yml"
    keeper.write_text(keeper.read_text("utf-8").replace("reviewed: 2026-11-20", "reviewed: 2026-11-21"), "utf-8")
    built = run("mkdocs", folder, "build", "--strict")
    assert built.returncode == 0, built.stderr
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ElementTree.parse(folder / "site" / "sitemap.xml").findall("s:url", names)
    pages = {url.findtext("s:loc", None, names): url.findtext("s:lastmod", None, names) for url in urls}
    assert len(pages) == len(urls)
    site = folder / "site"
    found = [site / address.removeprefix("https://example.org/kb/") for address in pages]
    assert [path for path in found if not (path / "index.html" if path.is_dir() else path).is_file()] == []
    return pages


DAYS = {
    "a record has the day of its review": ("definitions/keeper.html", "2026-11-21"),
    "each its own": ("definitions/lighthouse.html", "2026-11-20"),
    "an index has none": ("definitions/index.html", None),
    "a work has none": ("works/ash2001.html", None),
}


@pytest.mark.parametrize(("address", "day"), DAYS.values(), ids=DAYS)
def test_the_sitemap_says_when_a_page_was_last_changed(sitemap, address, day):
    assert sitemap[f"https://example.org/kb/{address}"] == day


@pytest.mark.parametrize("address", ["definitions/light-tower.html", "404.html"])
def test_the_sitemap_leaves_out_what_search_engines_must_not_list(sitemap, address):
    assert f"https://example.org/kb/{address}" not in sitemap
