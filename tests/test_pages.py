"""The pages of the toy knowledge base: what stands on them, in which order, and where it leads."""

import re
from dataclasses import replace

import html5lib
import pytest
from conftest import ROOT

from knowledgebase.links import Links
from knowledgebase.model import KINDS, KnowledgeBase
from knowledgebase.model.anchors import RESERVED_ANCHORS
from knowledgebase.model.facets import Level
from knowledgebase.model.own_fields import Influence
from knowledgebase.writing import addresses
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site


@pytest.fixture(scope="module")
def site(toy):
    return Site(toy)


def words(article):
    return " ".join(re.sub(r"<[^>]+>", " ", article).split())


ADDRESSES = {
    "definitions/index.html", "forms/index.html", "challenges/index.html", "definitions/lighthouse.html",
    "definitions/keeper.html", "forms/automatic-light.html", "challenges/long-nights.html", "bibliography.html", "a-z.html",
    "definitions/light-tower.html", "works/ash2001.html", "works/birch2010.html", "continuum/index.html", "continuum/watches.html", "benefits/index.html",
    "benefits/quiet-nights.html", "evidence/index.html", "evidence/survey-of-towers.html", "guidance/index.html",
    "guidance/for-keepers.html", "works/cedar2015.html", "works/elm2015.html", "works/oakboard2020.html",
}  # fmt: skip


def test_there_is_a_page_for_each_record_kind_work_and_earlier_address(site, toy):
    assert set(site.pages) == set(addresses.of_all(toy)) > ADDRESSES
    assert {address for address in site.pages if address.startswith(tuple(kind.folder for kind in KINDS))} <= ADDRESSES


def test_a_record_page_has_its_parts_in_order(site):
    page = site.pages["challenges/long-nights.html"]
    assert [(heading.id, heading.title) for heading in page.headings] == [
        ("in-short", "In short"),
        ("pairs", "What can be done"),
        ("claims", "What is said, and by whom"),
        ("differ", "Where writers differ"),
        ("unknown", "What is not known"),
        ("related", "Related records"),
        ("references", "References"),
        ("linked-from", "Linked from"),
    ]
    assert page.article.index("Challenge</a>") < page.article.index("Long nights</h1>") < page.article.index('id="in-short"')
    assert page.article.index('id="references"') < page.article.index("20 November 2026")


ON_THE_PAGE = {
    "a claim has its anchor": ("forms/automatic-light.html", '<li class="kb-claim" id="no-keeper">'),
    "a claim keeps its earlier anchor": ("forms/automatic-light.html", '<span id="nobody"></span>'),
    "a claim has a link to itself that can be seen": ("forms/automatic-light.html", 'href="#cheaper" aria-label="Link to this claim: #cheaper">#cheaper</a>'),
    "its basis is said in words": ("challenges/long-nights.html", "Our own inference."),
    "a check stands with its own citation": ("definitions/lighthouse.html", 'counts house lamps too<span class="kb-citations"> (<a class="kb-cite" href="#ref-birch2010">Birch et al., 2010</a>, abstract)</span>.'),
    "a difference names the claims it lies between": ("challenges/long-nights.html", 'Automatic light <span class="kb-id">#no-keeper</span>'),
    "a relation is shown where it was written": ("challenges/long-nights.html", "<dt>Answered by</dt>"),
    "and its inverse on the other side": ("forms/automatic-light.html", "<dt>Answers</dt>"),
    "a page says what links to it": ("definitions/keeper.html", '<h2 id="linked-from">Linked from</h2>'),
    "a reference leads to the page of the work": ("definitions/keeper.html", 'href="../works/ash2001.html" aria-label="All that rests on it: ash2001">All that rests on it'),
    "a reference leads back to the claims": ("definitions/lighthouse.html", 'Cited in <a class="kb-id" href="#what-it-is">'),
    "other names are shown": ("definitions/lighthouse.html", "Other names: beacon."),
    "another name stands in the A–Z": ("a-z.html", 'beacon: see <a href="definitions/lighthouse.html">Lighthouse</a>'),
    "the index of a kind shows the first sentence": ("forms/index.html", "<p>Some lights need no keeper.</p>"),
    "an index may be in groups": ("benefits/index.html", '<h2 id="peer-workers">Peer workers</h2>'),
    "a text is shown as it was written": ("definitions/keeper.html", "&lt;at night&gt; &amp; to write &#34;all&#39;s well&#34;"),
    "where nobody differs, that is said": ("definitions/keeper.html", "<p>None found in the toy works (looked on 2026-11-22).</p>"),
    "an earlier address leads to the record of today": ("definitions/light-tower.html", 'This page has a new name: <a href="lighthouse.html">Lighthouse</a>.'),
    "definitions stand side by side": ("definitions/lighthouse.html", '<td><a class="kb-stance" href="#not-a-lamp">Excludes</a>: a house</td>'),
    "what a definition is silent on is said": ("definitions/lighthouse.html", '<td><a class="kb-stance" href="#what-it-is">Silent</a></td>'),
    "what is not compared is said": ("definitions/lighthouse.html", "<td>Not compared</td>"),
    "definitions stand in a list too": ("definitions/lighthouse.html", '<dt>Setting</dt><dd><a class="kb-stance" href="#not-a-lamp">Excludes</a>: a house</dd>'),
    "a word of a summary is explained by its opening": ("definitions/keeper.html", '<dt><a href="lighthouse.html">Lighthouse</a></dt><dd>A lighthouse is a tower with a light.</dd>'),
    "a page says whom it concerns": ("definitions/keeper.html", 'Concerns <a href="../shelves/concerns-peer-workers.html">peer workers</a>.</p>'),
    "a page says where it lives": ("definitions/keeper.html", '<div class="kb-address">This page: definitions/keeper.html</div>'),
    "claims are shown with their sources first": ("definitions/keeper.html", 'value="sources" checked>With sources</label>'),
    "a challenge says what to do about it": ("challenges/long-nights.html", '<p class="kb-do"><strong>Do:</strong> Rest by day.</p>\n<p class="kb-avoid"><strong>Avoid:</strong> Watching day and night.</p>'),
    "and where to read why": ("challenges/long-nights.html", '<a href="../guidance/for-keepers.html#rest-by-day">For keepers <span class="kb-id">#rest-by-day</span></a>'),
    "and what else answers it": ("challenges/long-nights.html", '<p>See also: <a href="../forms/automatic-light.html">Automatic light</a>.</p>'),
    "a study is a row of the table": ("evidence/index.html", '<th scope="row"><a href="survey-of-towers.html">A survey of towers</a></th><td><span class="kb-label">Year:</span> 2010</td>'),
    "a record says in which other groups it stands": ("benefits/index.html", 'Also under <a href="#teams">Teams</a>.'),
    "a position has its anchor": ("continuum/watches.html", '<h3 id="in-turn">In turn</h3>'),
    "a position has its qualities": ("continuum/watches.html", "<div><dt>Direction</dt><dd>two-way</dd></div>"),
    "a position leads to the story that shows it": ("continuum/watches.html", 'Shown by <a href="../challenges/long-nights.html#tired">Long nights <span class="kb-id">#tired</span></a>.'),
    "a position leads to its forms, and they lead back": ("forms/automatic-light.html", '<dd><a href="../continuum/watches.html">Watches</a></dd>'),
    "a benefit says who gains": ("benefits/quiet-nights.html", "Who gains: peer workers, teams."),
    "a study is shown at a glance": ("evidence/survey-of-towers.html", "<div><dt>How far it can be leaned on, in our view</dt><dd>It counts"),
    "a pair has its do": ("guidance/for-keepers.html", '<p class="kb-half">Do</p>\n<p>Rest by day.</p>'),
    "a pair says where each half comes from": ("guidance/for-keepers.html", "Our own wording of the other side of the pair."),
    "a pair says how strongly it is backed": ("guidance/for-keepers.html", "A source asks for this in so many words."),
    "a pair names what speaks against it": ("guidance/for-keepers.html", 'What speaks against it.</strong> <a href="../forms/automatic-light.html#no-keeper">'),
    "a challenge is answered by the guidance": ("challenges/long-nights.html", '<dd><a href="../guidance/for-keepers.html">For keepers</a></dd>'),
    "paragraphs are joined to spans": ("definitions/keeper.html", "paras. 3–4, 6"),
}  # fmt: skip


@pytest.mark.parametrize(("address", "part"), ON_THE_PAGE.values(), ids=ON_THE_PAGE)
def test_on_the_page(site, address, part):
    assert part in site.pages[address].article


NOT_ON_THE_PAGE = {
    "no word is explained where the summary links to none": ("definitions/lighthouse.html", "Words explained"),
    "nothing can be done about what nothing answers": ("forms/automatic-light.html", "What can be done"),
    "definitions stand side by side only where some are compared": ("definitions/keeper.html", "Side by side"),
    "a page names no level where it has none": ("definitions/keeper.html", "Level:"),
    "a work with few claims is not folded": ("works/ash2001.html", "kb-folded"),
    "an index without groups has no headings": ("forms/index.html", "<h2"),
}


@pytest.mark.parametrize(("address", "part"), NOT_ON_THE_PAGE.values(), ids=NOT_ON_THE_PAGE)
def test_not_on_the_page(site, address, part):
    assert part not in site.pages[address].article


def with_records(base, *records):
    """The base with these records in the place of those with the same ids, or after them."""
    changed = {record.id: record for record in base.records} | {record.id: record for record in records}
    return replace(base, records=tuple(changed.values()))


def test_a_page_names_the_levels_at_which_its_record_lies(toy):
    changed = Links(toy).record("long-nights").model_copy(update={"levels": (Level.teams, Level.society)})
    article = Site(with_records(toy, changed)).pages["challenges/long-nights.html"].article
    teams, politics = "../shelves/level-teams.html", "../shelves/level-money-and-politics.html"
    assert f'Level: <a href="{teams}">teams</a>, <a href="{politics}">money and politics</a>.' in article


def test_a_comparison_with_a_claim_that_is_not_there_is_shown_without_its_link(toy):
    lighthouse = Links(toy).record("lighthouse")
    columns = (lighthouse.compared[0].model_copy(update={"claim": "nowhere"}),)
    changed = lighthouse.model_copy(update={"compared": columns})
    assert "<td>Includes: a tower</td>" in Site(with_records(toy, changed)).pages["definitions/lighthouse.html"].article


def influence(toy, name, effects):
    tree = {
        "title": name.capitalize(),
        "in_short": "It acts on lights.",
        "claims": [{"id": "acts", "text": "It acts.", "basis": "stated", "cite": [{"source": "ash2001"}]}],
        "no_difference": "None found in the toy works (looked on 2026-11-22).",
        "unknown": "How.",
        "concerns": ["peer workers"],
        "reviewed": "2026-11-20",
        "effects": effects,
    }
    return Influence.read(name, "influences", toy.records[0].source, tree)


INFLUENCES = {
    "What helps": ["Oil", "Wind"],
    "What hinders": ["Wind", "Fog"],
    "Effect not clear": ["Tide"],
    "Direction not told": ["Moon"],
}


def test_influences_stand_under_every_way_they_work(toy):
    effects = {"oil": ["helps"], "wind": ["helps", "hinders"], "fog": ["hinders"], "tide": ["effect unclear"], "moon": ["direction not told"]}
    base = with_records(toy, *(influence(toy, name, how) for name, how in effects.items()))
    sections = Site(base).pages["influences/index.html"].article.split("<h2 ")[1:]
    found = {re.search(">(.*?)</h2>", section)[1]: re.findall(r'href="[a-z]+\.html">(.*?)</a>', section) for section in sections}
    assert found == INFLUENCES


def test_a_pair_answers_a_record_once_even_by_an_earlier_id(toy):
    keepers = Links(toy).record("for-keepers")
    pair = keepers.pairs[0].model_copy(update={"answers": ("light-tower", "lighthouse")})
    links = Links(with_records(toy, keepers.model_copy(update={"pairs": (pair,)})))
    assert [(holder.id, found.id) for holder, found in links.pairs_answering(links.record("lighthouse"))] == [("for-keepers", "rest-by-day")]
    assert links.pairs_answering(links.record("long-nights")) == ()


def test_originals_known_second_hand_stand_in_a_group_of_their_own(site):
    article = site.pages["forms/automatic-light.html"].article
    read, second_hand = article.split('id="references-second-hand"')
    assert 'id="ref-oakboard2020"' in read
    assert 'id="ref-cedar2015"' in second_hand
    assert 'id="ref-elm2015"' in second_hand


RESTING = {
    "what it says itself": ("works/ash2001.html", "said", ["lighthouse#what-it-is", "keeper#who-keeps", "watches#one-keeper", "watches#two-keepers", "for-keepers#rest"]),
    "what we conclude from it": ("works/ash2001.html", "inferred", ["long-nights#tired"]),
    "what it reports of others": ("works/ash2001.html", "passed-on", ["lighthouse#not-a-lamp"]),
    "what others report of it": ("works/cedar2015.html", "credited", ["lighthouse#not-a-lamp", "automatic-light#cheaper"]),
    "what it was looked up for": ("works/birch2010.html", "checked", ["lighthouse#not-a-lamp"]),
}


@pytest.mark.parametrize(("address", "group", "claims"), RESTING.values(), ids=RESTING)
def test_the_page_of_a_work_lists_what_rests_on_it(site, address, group, claims):
    section = re.search(rf'<section aria-labelledby="{group}">(.*?)</section>', site.pages[address].article, re.DOTALL)[1]
    found = re.findall(r'href="\.\./[a-z]+/([a-z-]+)\.html#([a-z-]+)"', section)
    assert sorted("#".join(pair) for pair in found) == sorted(claims)


def test_the_page_of_a_work_names_the_other_work_of_a_second_hand_claim(site):
    assert 'read in <a href="oakboard2020.html">Board of Oak &amp; Sons (2020)</a>, para. 2' in site.pages["works/elm2015.html"].article
    both = 'credited to <a href="cedar2015.html">Cedar (2015)</a> and <a href="elm2015.html">Elm et al. (2015)</a>, para. 2'
    assert both in site.pages["works/oakboard2020.html"].article


def test_a_work_says_how_far_it_was_read(site):
    says = {key: words(site.pages[f"works/{key}.html"].article) for key in ("ash2001", "birch2010", "cedar2015")}
    assert "We have read this work." in says["ash2001"]
    assert "Of this work we have read the abstract only." in says["birch2010"]
    assert "We have not read this work." in says["cedar2015"]


def test_every_link_and_fragment_within_the_pages_leads_somewhere(site):
    files = {"index.html", *(export.address for export in site.exports)}
    for page in site.pages.values():
        for href in re.findall(r'href="([^"]+)"', page.article):
            if "://" not in href:
                target, _, fragment = href.partition("#")
                found = site.pages.get(resolved(target, page.address))
                leads = fragment in found.anchors if found and fragment else found or resolved(target, page.address) in files
                assert leads, f"{page.address}: {href}"


def resolved(target, page):
    import posixpath

    return posixpath.normpath(posixpath.join("/", posixpath.dirname(page), target))[1:] if target else page


def test_every_article_is_well_formed_html(site):
    for page in site.pages.values():
        parser = html5lib.HTMLParser(strict=False)
        parser.parseFragment(page.article)
        assert parser.errors == [], page.address


def test_an_anchor_is_used_once_on_a_page(site):
    for page in site.pages.values():
        anchors = re.findall(r'\bid="([^"]+)"', page.article)
        assert sorted(set(anchors)) == sorted(anchors), page.address


def test_the_menu_holds_indexes_and_no_record(site, toy):
    kinds = ["Definitions", "Continuum", "Forms of peer support", "Benefits", "Challenges", "Evidence", "Guidance"]
    first, *others = site.menu
    assert [entry.title for entry in first.entries] == kinds
    assert {"A–Z", "Bibliography"} <= {entry.title for group in others for entry in group.entries}
    assert not {entry.address for group in site.menu for entry in group.entries} & set(map(addresses.of_record, toy.records))


def test_an_empty_knowledge_base_has_its_lists_and_no_page_of_a_record():
    pages = set(Site(KnowledgeBase()).pages)
    assert pages == set(addresses.of_all(KnowledgeBase())) >= {"a-z.html", "bibliography.html"}
    assert not any(address.startswith(tuple(kind.folder for kind in KINDS)) for address in pages)


def test_on_paper_a_page_names_its_full_address_where_the_site_knows_it(toy):
    page = Site(toy, imprint=Imprint(site_url="https://example.org/kb/")).pages["forms/automatic-light.html"]
    assert '<div class="kb-address">This page: https://example.org/kb/forms/automatic-light.html</div>' in page.article


def test_kinds_have_different_folders_and_names():
    assert len({kind.folder for kind in KINDS}) == len({kind.plural for kind in KINDS}) == len(KINDS)


def test_linked_from_counts_see_and_texts(toy):
    links = Links(toy)
    keeper = links.record("keeper")
    assert [record.id for record in links.linked_from(keeper)] == ["lighthouse"]
    assert [record.id for record in links.linked_from(links.record("lighthouse"))] == ["keeper", "automatic-light", "long-nights", "survey-of-towers"]


def test_the_fixed_anchors_of_the_templates_are_reserved():
    """No claim can have the id of a part of the page."""
    templates = ROOT / "hooks" / "knowledgebase" / "writing" / "templates"
    names = {kind.template for kind in KINDS} | {"answers.html", "continuum-figure.html", "macros.html", "record.html"}
    fixed = {anchor for name in names for anchor in re.findall(r'\bid="([a-z-]+)"', (templates / name).read_text("utf-8"))}
    assert fixed <= RESERVED_ANCHORS
