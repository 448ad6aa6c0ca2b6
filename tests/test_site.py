"""What only a site generator proves: strict builds of the toy and of the real data, and that broken data costs nothing."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from conftest import ROOT, run


def article(page):
    """The article of a built page, without the frame around it."""
    return re.search(r"<main[^>]*>(.*?)</main>", page.read_text("utf-8"), re.DOTALL)[1]


def pages_of(site):
    return sorted(site.rglob("*.html"))


def test_the_toy_builds_strictly(toy_copy):
    built = run("mkdocs", toy_copy, "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert "WARNING" not in built.stderr


def test_the_notations_of_a_hand_written_page_are_written_out_and_its_code_is_not(toy_copy):
    assert run("mkdocs", toy_copy, "build", "--strict").returncode == 0
    start = article(toy_copy / "site" / "index.html")
    assert '<a href="definitions/lighthouse.html">Lighthouse</a>' in start
    assert '<a href="definitions/lighthouse.html#not-a-lamp">what it is not</a>' in start
    assert '<a href="definitions/index.html#top">definitions</a>' in start
    assert re.search(r'\(<a class="kb-cite" href="#ref-oakboard2020">Board of Oak &amp; Sons, 2020</a>; <a', start)
    assert '<h2 id="references">References</h2>' in start
    for code in ("<code>[[lighthouse]]</code>", "<code>[@nobody]</code>", "[[indented-code]]\n", "[[fenced]] [@code]\n"):
        assert code in start


def test_the_fork_builds_the_same_articles(toy_copy):
    assert run("mkdocs", toy_copy, "build", "--strict", "--site-dir", "one").returncode == 0
    forked = run("properdocs", toy_copy, "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", "two")
    assert forked.returncode == 0, forked.stderr
    one, two = toy_copy / "one", toy_copy / "two"
    assert [page.relative_to(one) for page in pages_of(one)] == [page.relative_to(two) for page in pages_of(two)]
    for page in pages_of(one):
        if page.name != "404.html":
            assert article(page) == article(two / page.relative_to(one)), page.name
    for export in (one / "data").iterdir():
        assert export.read_bytes() == (two / "data" / export.name).read_bytes()


CANNOT_BE_READ = {
    "a missing field": ("data/definitions/keeper.yml", "    basis: stated\n", "", 'keeper.yml:5:5: a claim must have the field "basis"'),
    "broken YAML": ("data/definitions/keeper.yml", "title: Keeper", 'title: "Keeper', "keeper.yml:"),
    "a broken bibliography": ("bibliography.bib", "  read      = {whole},\n}", "", "bibliography.bib:"),
}


@pytest.mark.parametrize(("path", "old", "new", "message"), CANNOT_BE_READ.values(), ids=CANNOT_BE_READ)
def test_what_cannot_be_read_stops_the_build_and_leaves_the_site(toy_copy, path, old, new, message):
    assert run("mkdocs", toy_copy, "build").returncode == 0
    before = {page: page.read_bytes() for page in (toy_copy / "site").rglob("*") if page.is_file()}
    file = toy_copy / path
    file.write_text(file.read_text("utf-8").replace(old, new, 1), "utf-8")
    built = run("mkdocs", toy_copy, "build")
    assert built.returncode == 1
    assert message in built.stderr
    assert "Traceback" not in built.stderr
    assert {page: page.read_bytes() for page in (toy_copy / "site").rglob("*") if page.is_file()} == before


def test_what_is_not_right_is_a_warning_and_is_marked_on_the_page(toy_copy):
    record = toy_copy / "data/definitions/lighthouse.yml"
    record.write_text(record.read_text("utf-8").replace("a [[keeper]]", "a [[keepr]]"), "utf-8")
    built = run("mkdocs", toy_copy, "build")
    assert built.returncode == 0
    assert 'data/definitions/lighthouse.yml:15:56: no record "keepr" in data/; did you mean "keeper"?' in built.stderr
    page = (toy_copy / "site/definitions/lighthouse.html").read_text("utf-8")
    assert '<mark class="kb-problem">[[keepr]] (no such record or claim)</mark>' in page
    strict = run("mkdocs", toy_copy, "build", "--strict", "--site-dir", "other")
    assert strict.returncode == 1
    assert 'data/definitions/lighthouse.yml:15:56: no record "keepr" in data/; did you mean "keeper"?' in strict.stderr
    assert not (toy_copy / "other").exists()


def test_addresses_must_end_in_html(toy_copy):
    config = toy_copy / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("use_directory_urls: false", "use_directory_urls: true"), "utf-8")
    built = run("mkdocs", toy_copy, "build")
    assert built.returncode == 1
    assert '"use_directory_urls" must be false' in built.stderr
    assert "Traceback" not in built.stderr


def test_the_edit_button_of_each_page_opens_its_record(real_site):
    for page in pages_of(real_site):
        address = page.relative_to(real_site)
        record = ROOT / "data" / address.with_suffix(".yml")
        if record.exists():
            edit = re.search(r'<a href="([^"]+)" rel="edit"', page.read_text("utf-8"))[1]
            assert Path(os.path.normpath(urlsplit(edit).path)).as_posix().endswith(f"/edit/main/data/{address.with_suffix('.yml')}")


def test_no_notation_is_left_in_any_page(real_site):
    for page in pages_of(real_site):
        text = re.sub(r"<(script|style|code)\b.*?</\1>", "", page.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"\[\[|\[-?@|data-notation|kb-problem", text), page


def test_every_internal_link_and_fragment_resolves(real_site):
    trees = {page: html5lib.parse(page.read_bytes()) for page in pages_of(real_site)}
    anchors = {page: {node.get("id") for node in tree.iter() if node.get("id")} for page, tree in trees.items()}
    broken = [
        f"{page.relative_to(real_site)}: {href}"
        for page, tree in trees.items()
        if page.name != "404.html"
        for node in tree.iter()
        if (href := node.get("href") or node.get("src"))
        if not leads_somewhere(href, page, real_site, anchors)
    ]
    assert broken == []


def leads_somewhere(href, page, site, anchors):
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return parts.scheme in {"http", "https", "mailto"}
    target = Path(os.path.normpath(page.parent / unquote(parts.path))) if parts.path else page
    if target.is_dir():
        target /= "index.html"
    return target.is_file() and (not parts.fragment or target not in anchors or unquote(parts.fragment) in anchors[target])


def test_every_kind_is_reached_from_the_front_page(real_site):
    start = article(real_site / "index.html")
    kinds = [folder.name for folder in (ROOT / "data").iterdir() if any(folder.glob("*.yml"))]
    assert len(kinds) >= 7
    assert all(f'href="{kind}/index.html"' in start for kind in kinds)


def test_no_page_is_orphaned_in_the_menu(real_site):
    """Record pages stay out of the side menu; indexes are in it."""
    page = (real_site / "challenges" / "unclear-role.html").read_text("utf-8")
    menu = re.search(r'<nav class="kb-side kb-menu".*?</nav>', page, re.DOTALL)[0]
    assert "index.html" in menu
    assert "unclear-role.html" not in menu


def test_every_record_is_within_three_steps_of_the_front_page(real_site):
    """Following links in articles only, not the menu or the search."""
    reached, steps = {real_site / "index.html"}, 0
    frontier = set(reached)
    while frontier and steps < 3:
        frontier = {target for page in frontier for target in linked_from_article(page)} - reached
        reached |= frontier
        steps += 1
    records = {real_site / path.relative_to(ROOT / "data").with_suffix(".html") for path in (ROOT / "data").glob("*/*.yml")}
    assert records - reached == set()


def linked_from_article(page):
    hrefs = re.findall(r'href="([^"#]+)[^"]*"', article(page))
    targets = {Path(os.path.normpath(page.parent / href)) for href in hrefs if "://" not in href}
    return {target for target in targets if target.suffix == ".html"}


def test_the_addresses_written_out_for_trainers_lead_somewhere(real_site):
    """A link that is typed from paper must be the link above it."""
    typed = re.findall(r"<code>([\w./-]+\.html(?:#[\w-]+)?)</code>", article(real_site / "trainers.html"))
    assert len(typed) > 10
    for address in typed:
        path, _, anchor = address.partition("#")
        assert not anchor or f'id="{anchor}"' in (real_site / path).read_text("utf-8"), address
