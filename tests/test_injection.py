"""Nothing in a record, a bibliography, the settings or the promises becomes markup or code, on any page or in any file.

One knowledge base says all awkward things of tests/awkward.py in every text; its twin says as many harmless words there.
Read back as a browser reads them, the pages of both must be built alike, and say what their files say.
"""

import csv
import io
import json
import re
import shutil
import unicodedata
from urllib.parse import parse_qs
from xml.etree import ElementTree

import markdown
import pytest
import rdflib
import rispy
from awkward import CODE, SCRIPTS
from conftest import ROOT, TODAY, TOY, run
from poisoned import poisoned, site_of, whole_pages
from reading_back import attributes_of, foreign, one_line, skeleton, tree_of, words_of
from sphinx.util.inventory import InventoryFile

from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.model.published import ADDRESS
from knowledgebase.model.works import plain
from knowledgebase.reading.bibtex import read_bibtex
from knowledgebase.reading.help import read_help
from knowledgebase.reading.text import CONTROL
from knowledgebase.reading.works import read_works
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.directions import isolated
from knowledgebase.writing.exports.inventory import file, names_of
from knowledgebase.writing.imprint import NO_IMPRINT
from knowledgebase.writing.pages import Writer
from knowledgebase.writing.section_links import with_section_links

WORDS = " ".join([*CODE.values(), *SCRIPTS.values()])
HARMLESS = re.sub(r"[^\w\s.!?]", "x", " ".join(CODE.values())) + " " + " ".join(SCRIPTS.values())
PAGES = (
    "definitions/keeper.html", "definitions/lighthouse.html", "definitions/index.html", "definitions/old.html",
    "definitions/light-tower.html", "continuum/watches.html", "guidance/for-keepers.html", "evidence/survey-of-towers.html",
    "forms/automatic-light.html", "challenges/long-nights.html", "works/ash2001.html", "works/oakboard2020.html",
    "works/cedar2015.html", "bibliography.html", "a-z.html", "map.html", "changes.html", "fragility.html", "shelves/index.html",
    "shelves/concerns-peer-workers.html", "editions/index.html", "search.html", "404.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def bad(tmp_path_factory):
    return poisoned(tmp_path_factory.mktemp("bad") / "toy", WORDS)


@pytest.fixture(scope="module")
def bad_site(bad):
    return site_of(bad, WORDS)


@pytest.fixture(scope="module")
def bad_pages(bad_site):
    return {address: tree_of(html) for address, html in whole_pages(bad_site, WORDS).items()}


@pytest.fixture(scope="module")
def good_pages(tmp_path_factory):
    base = poisoned(tmp_path_factory.mktemp("good") / "toy", HARMLESS)
    return {address: tree_of(html) for address, html in whole_pages(site_of(base, HARMLESS), HARMLESS).items()}


@pytest.fixture(scope="module")
def files(bad_site):
    return {export.address: export.content for export in bad_site.exports}


# --- pages


@pytest.mark.parametrize("address", PAGES)
def test_no_text_changes_how_a_page_is_built(bad_pages, good_pages, address):
    assert skeleton(bad_pages[address]) == skeleton(good_pages[address])


def test_no_page_holds_what_could_run_or_lead_astray(bad_pages):
    assert {address: found for address, tree in bad_pages.items() if (found := foreign(tree))} == {}


def test_every_page_of_one_is_a_page_of_the_other(bad_pages, good_pages):
    assert bad_pages.keys() == good_pages.keys()
    assert bad_pages.keys() >= set(PAGES)


def printed(text):
    """A text as it reads in a bibliography: there are no upright apostrophes, and letters are one with their accents."""
    return unicodedata.normalize("NFC", one_line(text).replace("'", "’"))


def told(tree, words):
    """What a page says, with a sign in the place of the words that were added."""
    return printed(words_of(tree)).replace(printed(words), "◆")


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_its_words_sign_for_sign(bad_pages, good_pages, address):
    """What stands around the words is what stands around the harmless ones, and there are as many of them."""
    shown = told(bad_pages[address], WORDS)
    assert shown == told(good_pages[address], HARMLESS)
    assert shown.count("◆") >= 6


def test_the_head_says_what_the_record_says(bad, bad_pages):
    tree, title = bad_pages["definitions/keeper.html"], one_line(f"Keeper {WORDS}")
    said = {node.get("name") or node.get("property"): node.get("content") for node in tree.iter("meta")}
    assert one_line(tree.find("head/title").text) == one_line(f"{title} – Lights {WORDS}")
    assert one_line(said["og:title"]) == title
    assert one_line(said["author"]) == one_line(f"The keepers {WORDS}")
    assert said["description"].startswith("A keeper looks after a Lighthouse <script>alert(1)</script> </script>")


def test_the_block_for_search_engines_says_what_the_record_says(bad_pages):
    blocks = [node.text for node in bad_pages["definitions/keeper.html"].iter("script") if node.get("type") == "application/ld+json"]
    described = json.loads(blocks[0])
    assert (described["name"], described["author"]["name"]) == (f"Keeper {WORDS}", f"The keepers {WORDS}")


def test_what_zotero_reads_of_a_work_is_its_title(bad_pages):
    spans = [value for node, name, value in attributes_of(bad_pages["works/ash2001.html"]) if node.get("class") == "Z3988" and name == "title"]
    assert printed(parse_qs(spans[0])["rft.btitle"][0]) == printed(f"Keeping the light {WORDS}")


def test_the_contents_of_a_page_say_what_its_headings_say():
    """They are HTML already when they come there."""
    made = with_section_links('<h2 id="x">He said &quot;y&quot; &amp; "z" <em>w</em></h2>')
    link = next(node for node in tree_of(made).iter("a"))
    assert link.get("aria-label") == 'Link to this section: He said "y" & "z" w'


# --- a real build, in which the theme and the Markdown library have their say


def quoted(text):
    """A text as YAML in double quotes."""
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built") / "toy"
    poisoned(folder, WORDS)
    config = (folder / "mkdocs.yml").read_text("utf-8").replace("../..", ROOT.as_posix())
    named = quoted(f"Lights {WORDS}")
    config = config.replace("nav: [Start: index.md]", "nav: [index.md, other.md]")
    (folder / "mkdocs.yml").write_text(config.replace("site_name: Lights", f"site_name: {named}\nsite_description: {named}\nsite_author: {named}"), "utf-8")
    page = f"---\ntitle: {quoted(f'Start {WORDS}')}\ndescription: {quoted(WORDS)}\n---\n\n# Start\n\n[[keeper]] [@ash2001]\n\n## Read “this” & \"that\"\n"
    (folder / "docs/other.md").write_text(page, "utf-8")
    ended = run("mkdocs", folder, "build")
    assert ended.returncode == 0, ended.stderr
    return folder / "site"


def test_a_built_site_holds_nothing_that_could_run_or_lead_astray(built):
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > len(PAGES)
    assert {page.name: found for page in pages if (found := foreign(tree_of(page.read_text("utf-8"))))} == {}


def test_a_hand_written_page_shows_the_titles_of_records_sign_for_sign(built):
    tree = tree_of((built / "other.html").read_text("utf-8"))
    assert one_line(f"Keeper {WORDS}") in words_of(tree)
    assert one_line(tree.find("head/title").text) == one_line(f"Start {WORDS} – Lights {WORDS}")
    assert [one_line("".join(node.itertext())) for node in tree.iter("a") if node.get("href") == "#read-this-that"] == ['Read “this” & "that"', "#"]


# --- files for programs


def test_every_table_says_what_the_records_say(bad, files):
    """One apostrophe in front of what a spreadsheet could run is part of the format."""
    rows = list(csv.DictReader(io.StringIO(files["data/definitions.csv"].decode(), newline="")))
    assert {row["title"].removeprefix("'") for row in rows} == {record.title for record in bad.of_kind(next(kind for kind in bad.kinds if kind.folder == "definitions"))}
    for address in (address for address in files if address.endswith(".csv")):
        for row in csv.reader(io.StringIO(files[address].decode(), newline="")):
            assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "\t"))], address


def test_the_whole_as_json_says_what_the_records_say(bad, files):
    whole = json.loads(files["data/knowledge.json"])
    assert {record["title"] for record in whole["records"]} == {record.title for record in bad.records}


@pytest.mark.parametrize(("address", "notation"), [("data/terms.ttl", "turtle"), ("data/terms.jsonld", "json-ld")])
def test_the_terms_say_what_the_definitions_say(files, address, notation):
    terms = rdflib.Graph().parse(data=files[address], format=notation, publicID="https://example.org/kb/data/")
    labels = {str(label) for label in terms.objects(None, rdflib.SKOS.prefLabel)}
    assert {f"Keeper {WORDS}", f"Lighthouse {WORDS}"} <= labels
    assert all(str(subject).startswith("https://example.org/kb/") for subject in terms.subjects() if isinstance(subject, rdflib.URIRef))


def test_the_inventory_leads_to_pages_of_this_site_only(files, bad_pages):
    read = InventoryFile.loads(files["objects.inv"], uri="https://example.org/kb/")
    assert read["std:label", "keeper"].uri == "https://example.org/kb/definitions/keeper.html"
    led = {item.uri.partition("#")[0].removeprefix("https://example.org/kb/") for role in read.data.values() for item in role.values()}
    assert led <= set(bad_pages)


NAMES = {
    "plain words": ("beacon", True),
    "a number": ("route 66", True),
    "a number that is read as a priority": ("survey of 18 towers", False),
    "a whole line": ("x std:label 1 https://example.net/ -", False),
}


@pytest.mark.parametrize(("name", "listed"), NAMES.values(), ids=NAMES)
def test_a_name_that_would_be_misread_is_left_out_of_the_inventory(toy, name, listed):
    lighthouse = next(record for record in toy.records if record.id == "lighthouse")
    records = tuple(record.model_copy(update={"other_names": (name,)}) if record is lighthouse else record for record in toy.records)
    inventory = file([names_of(record) for record in records], "", NO_IMPRINT).content
    assert (name in InventoryFile.loads(inventory, uri="").data["std:term"]) is listed


def test_feeds_and_the_map_of_the_site_are_sound(files):
    feed = ElementTree.fromstring(files["feeds/all.xml"])
    atom = "{http://www.w3.org/2005/Atom}"
    assert [entry.findtext(f"{atom}summary") for entry in feed.iter(f"{atom}entry")] == [f"It was wrong. {WORDS}", f"Said better. {WORDS}"]
    listed = ElementTree.fromstring(files["sitemap.xml"]).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    links = [*(node.get("href") for node in feed.iter(f"{atom}link")), *(node.text for node in listed)]
    assert len(links) > len(PAGES)
    assert [link for link in links if not link.startswith("https://example.org/kb/")] == []


def test_reference_managers_get_one_work_with_its_title(files):
    works = rispy.loads(files["cite/definitions/keeper.ris"])
    assert [one_line(work["title"]) for work in works] == [one_line(f"Keeper {WORDS}")]
    found, problems = read_bibtex(files["cite/definitions/keeper.bib"], "x.bib")
    assert problems == ()
    assert [printed(plain(work.title)) for work in read_works(found)[0]] == [printed(f"Keeper {WORDS}")]
    assert json.loads(files["cite/definitions/keeper.csl.json"])[0]["title"] == f"Keeper {WORDS}"


def test_the_guide_for_language_models_has_no_links_but_its_own(files):
    tree = tree_of(markdown.markdown(files["llms.txt"]))
    assert foreign(tree) == []
    assert all(node.get("href").startswith("https://example.org/kb/") for node in tree.iter("a"))
    assert f"Keeper {one_line(CODE['a script'])}" in words_of(tree)


def test_the_index_of_the_search_is_data_and_nothing_else(files):
    for address, content in files.items():
        if address.startswith("search/") and address != "search/search.js":
            call = re.fullmatch(r'kbSearch\("[\w-]+","[0-9a-f]{8}",(.*)\)\n', content, re.DOTALL)
            json.loads(call[1])
            assert re.fullmatch(r"search/[\w-]+\.js", address, re.ASCII)


# --- addresses

URLS = {
    "https": ("https://example.org/a?b=c&d=\"e\"'f'", True),
    "http in capitals": ("HTTP://example.org/", True),
    "mail": ("mailto:a@example.org", True),
    "IPv6": ("http://[::1]/", True),
    "a script": ("javascript:alert(1)", False),
    "a script in capitals with a tab": ("JavaScript\t:alert(1)", False),
    "a script of Visual Basic": ("vbscript:x", False),
    "a page within the address": ("data:text/html,<script>x</script>", False),
    "a file": ("file:///etc/passwd", False),
    "a telephone": ("tel:123", False),
    "no scheme": ("//example.net/", False),
    "no scheme and backslashes": ("\\\\example.net/", False),
    "a path": ("/x", False),
    "no host": ("https:///x", False),
    "mail to nobody": ("mailto:", False),
    "half an IPv6": ("https://[[example.org/x", False),
    "signs that stand for others": ("https://exa\u2100mple.org/", False),
}  # fmt: skip


@pytest.mark.parametrize(("url", "shown"), URLS.values(), ids=URLS)
def test_only_what_is_safe_to_follow_is_a_link(url, shown):
    works, problems = read_works(read_bibtex(f"@online{{x, author = {{A, B}}, title = {{T}}, date = {{2001}}, url = {{{url}}}}}", "x.bib")[0])
    leads = [piece.href for piece in Apa(works).in_list(works[0]) if piece.href]
    assert leads == ([url] if shown else [])
    assert ("unsafe-address" in {problem.rule for problem in problems}) is not shown


DOIS = ("10.1234/x", 'javascript:alert(1)', '10.1/"><script>alert(1)</script>', "//example.net", "10.1234/../../x", "10.1234/a?b#c")


@pytest.mark.parametrize("doi", DOIS)
def test_a_doi_leads_to_doi_org_and_nowhere_else(doi):
    works, _ = read_works(read_bibtex(f"@book{{x, author = {{A, B}}, title = {{T}}, date = {{2001}}, doi = {{{doi}}}}}", "x.bib")[0])
    leads = [piece.href for piece in Apa(works).in_list(works[0]) if piece.href]
    assert len(leads) == 1
    assert re.fullmatch(r"https://doi\.org/[\w/:;().%-]+", leads[0])


IN_HELP = {
    "a number": ("+47 123 45 67", "https://example.org/", True),
    "a number with a command": ("123;phone-context=x", "https://example.org/", False),
    "a code for the telephone": ("*21*123#", "https://example.org/", False),
    "a page that is a script": ("123 45", "javascript:alert(1)", False),
    "a page with another name in front": ("123 45", "https://example.org@example.net/", False),
    "a page that is a telephone": ("123 45", "tel:123", False),
}


@pytest.mark.parametrize(("number", "link", "taken"), IN_HELP.values(), ids=IN_HELP)
def test_help_offers_numbers_and_pages_only(number, link, taken):
    settings, problems = read_help("services: [{country: x, service: y, number: %s, hours: z, link: %s, checked: 2026-11-20}]" % (quoted(number), quoted(link)))
    assert bool(settings and settings.services) is taken
    assert bool(problems) is not taken
    assert not taken or re.fullmatch(r"tel:\+?[0-9]+", settings.services[0].call)


PROMISED = {
    "a page": ("challenges/few-hours.html#paid", True),
    "a file": ("data/claims.csv", True),
    "a part with a colon": ("x.html#a:b", True),
    "a script": ("javascript:alert(1)", False),
    "a script in a folder, where links are seen from": ("definitions/javascript:alert(1)", False),
    "a program of the device": ("ms-settings:x", False),
    "another host": ("//example.net/x", False),
    "another host by backslashes": ("\\\\example.net\\x", False),
    "a way out of the site": ("../x.html", False),
    "a way out further in": ("x/../../y.html", False),
    "the folder above": ("x/..", False),
    "the folder itself": (".", False),
    "a path from the root": ("/x.html", False),
    "a question": ("x.html?y", False),
}


@pytest.mark.parametrize(("address", "taken"), PROMISED.values(), ids=PROMISED)
def test_a_promise_leads_to_this_site_and_nowhere_else(tmp_path, address, taken):
    assert bool(ADDRESS.fullmatch(address)) is taken
    for path, text in (("addresses.txt", f"{address}\n"), ("codes.txt", f"k3fd\t{address}\n"), ("removed.yml", f"- {{address: x.html, when: 2026-11-20, why: y, instead: {json.dumps(address)}}}\n")):
        assert bool(load_with(tmp_path / path, f"published/{path}", text).fatal) is not taken


def load_with(folder, path, text):
    shutil.copytree(TOY, folder)
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text(text, "utf-8")
    return load(folder, TODAY)


FILE_NAMES = ("my picture.png", "a#b.png", "a?b.png", "a:b.md", "a\\b.png", "my folder/x.png")


@pytest.mark.parametrize("name", FILE_NAMES)
def test_a_file_whose_name_is_no_part_of_an_address_is_told(tmp_path, name):
    loaded = load_with(tmp_path / "toy", f"docs/{name}", "x")
    must = "the name of a file becomes part of an address and must hold no space and none of # ? : \\"
    assert [problem.message for problem in loaded.fatal] == [must]


# --- text that runs the other way

ISOLATED = {
    "nothing of it": ("a & b", "a &amp; b"),
    "a name, and what follows it": ("אב, 12(3)", "<bdi>אב</bdi>, 12(3)"),
    "several words with signs between": ("a שלום, עולם (2) b", "a <bdi>שלום, עולם</bdi> (2) b"),
    "words of both": ("אב and جد", "<bdi>אב</bdi> and <bdi>جد</bdi>"),
    "a tag": ("א <b> ב", "<bdi>א</bdi> &lt;b&gt; <bdi>ב</bdi>"),
    "a quote and an ampersand": ('א"&ב', "<bdi>א&#34;&amp;ב</bdi>"),
}


@pytest.mark.parametrize(("text", "html"), ISOLATED.values(), ids=ISOLATED)
def test_a_stretch_from_right_to_left_turns_nothing_around_it(text, html):
    assert isolated(text) == html


@pytest.mark.parametrize("sign", "\u202a\u202e\u2066\u2069\u2028\ufdd0\x02\x03\x00\x1b")
def test_signs_that_turn_or_hide_the_rest_of_a_text_are_refused(tmp_path, sign):
    text = (TOY / "data/definitions/keeper.yml").read_text("utf-8").replace("title: Keeper", f"title: Keep{sign}er")
    loaded = load_with(tmp_path / "toy", "data/definitions/keeper.yml", text)
    assert CONTROL.search(sign)
    assert [str(problem) for problem in loaded.fatal] == [f"data/definitions/keeper.yml:1:12: the text must hold no control characters: found U+{ord(sign):04X}; delete it"]


def test_a_template_has_no_way_to_leave_a_text_as_it_is(toy):
    """What is finished HTML comes as such; no template decides so."""
    templates = (ROOT / "hooks/knowledgebase/writing/templates").rglob("*.html")
    assert [path.name for path in templates if re.search(r"\|\s*safe\b|autoescape\s+false", path.read_text("utf-8"))] == []
    assert Writer(Links(toy), Apa(toy.works)).templates.autoescape is True
