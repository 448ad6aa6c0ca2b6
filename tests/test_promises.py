"""Addresses that were published: what becomes of each, what the check says, and what stands there afterwards."""

import functools
import re
from dataclasses import replace

import html5lib
import pytest
from conftest import ROOT, TODAY
from publishing import after_release, changed, promised, record_of, with_record, with_tombstones

from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.model.anchors import is_part_of_pages
from knowledgebase.model.published import Published
from knowledgebase.reading.published import read_codes, read_ledger, read_removed
from knowledgebase.rules.promises import RULES
from knowledgebase.writing.promises.fates import Fates, LeftBehind, Lost, Moved, Removed, Stands, record_anchors
from knowledgebase.writing.promises.fragments import fragments
from knowledgebase.writing.promises.headings import anchors as anchors_of_hand_page
from knowledgebase.writing.site import Site


@pytest.fixture(scope="module")
def published(toy):
    """The toy after its first release."""
    return after_release(toy)


@pytest.fixture(scope="module")
def site_after(published):
    """The site after a change that is written down, each made once."""
    return functools.cache(lambda change: Site(change(published)))


def said(base):
    return [str(problem) for rule in RULES for problem in rule(Links(base), TODAY)]


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def anchor_on(page, name):
    """The words at an anchor of an article."""
    return words(re.search(rf'<li id="{name}">(.*?)</li>', page.article, re.DOTALL)[1])


# --- what an editor does, step by step


def rename(base, written=True):
    keeper = record_of(base, "keeper")
    return with_record(base, keeper, changed(keeper, "watcher", aliases=("keeper",) if written else ()))


def move_to_another_kind(base, written=True):
    nights = record_of(base, "long-nights")
    return with_record(base, nights, changed(nights, kind="tensions"))


def remove(base, written=True):
    gone = with_record(base, record_of(base, "keeper"))
    return with_tombstones(gone, ("definitions/keeper.html", "definitions/lighthouse.html")) if written else gone


def rename_claim(base, written=True):
    lighthouse = record_of(base, "lighthouse")
    first, second = lighthouse.claims
    renamed = first.model_copy(update={"id": "tower", "aliases": ("what-it-is",) if written else ()})
    return with_record(base, lighthouse, changed(lighthouse, claims=(renamed, second)))


def remove_claim(base, written=True):
    light = record_of(base, "automatic-light")
    gone = with_record(base, light, changed(light, claims=light.claims[:1]))
    return with_tombstones(gone, ("forms/automatic-light.html#cheaper", None)) if written else gone


def move_claim(base, written=True):
    light, lighthouse = record_of(base, "automatic-light"), record_of(base, "lighthouse")
    base = with_record(base, light, changed(light, claims=light.claims[:1]))
    base = with_record(base, lighthouse, changed(lighthouse, claims=(*lighthouse.claims, light.claims[1])))
    stone = ("forms/automatic-light.html#cheaper", "definitions/lighthouse.html#cheaper")
    return with_tombstones(base, stone) if written else base


def remove_work(base, written=True):
    gone = replace(base, works=tuple(work for work in base.works if work.key != "elm2015"))
    return with_tombstones(gone, ("works/elm2015.html", "works/cedar2015.html")) if written else gone


def remove_pair(base, written=True):
    guidance = record_of(base, "for-keepers")
    other = guidance.pairs[0].model_copy(update={"id": "sleep-by-day"})
    gone = with_record(base, guidance, changed(guidance, pairs=(other,)))
    stone = ("guidance/for-keepers.html#rest-by-day", "guidance/for-keepers.html#sleep-by-day")
    return with_tombstones(gone, stone) if written else gone


def remove_hand_page(base, written=True):
    gone = replace(base, pages=())
    return with_tombstones(gone, ("index.html", "a-z.html")) if written else gone


def remove_difference(base, written=True):
    nights = record_of(base, "long-nights")
    return with_record(base, nights, changed(nights, differ=(), no_difference=None))


CHANGES = [
    rename, move_to_another_kind, remove, rename_claim, remove_claim, move_claim, remove_work, remove_pair,
    remove_hand_page, remove_difference,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.replace("_", " "))
def test_after_a_change_that_is_written_down_every_address_is_alive(published, site_after, change):
    base, site = change(published), site_after(change)
    assert said(base) == []
    made = {export.address for export in site.exports}
    by_hand = {page.published_at for page in base.pages}
    for promise in base.published.promises:
        if promise.page in site.pages:
            assert not promise.fragment or promise.fragment in site.pages[promise.page].anchors, promise.address
        else:
            assert promise.page in made | by_hand or promise.page == "download/peer-support-site.zip", promise.address


ADVICE = {
    "a record with another id": (rename, 'found nothing for "definitions/keeper.html"; if the record has another id now, write "aliases: [keeper]" in its file; if it is gone, say since when and why in published/removed.yml'),
    "a record that is gone": (remove, 'found nothing for "definitions/keeper.html"; if the record has another id now, write "aliases: [keeper]" in its file; if it is gone, say since when and why in published/removed.yml'),
    "a claim with another id": (rename_claim, 'found nothing for "definitions/lighthouse.html#what-it-is"; if it is a claim that has another id now, write "aliases: [what-it-is]" under it in data/definitions/lighthouse.yml; if it is gone, say since when and why in published/removed.yml, and what is there instead'),
    "a claim that is gone": (remove_claim, 'found nothing for "forms/automatic-light.html#cheaper"; if it is a claim that has another id now, write "aliases: [cheaper]" under it in data/forms/automatic-light.yml; if it is gone, say since when and why in published/removed.yml, and what is there instead'),
    "a pair with another id": (remove_pair, 'found nothing for "guidance/for-keepers.html#rest-by-day"; if it is a claim that has another id now, write "aliases: [rest-by-day]" under it in data/guidance/for-keepers.yml; if it is gone, say since when and why in published/removed.yml, and what is there instead'),
    "a work that is gone": (remove_work, 'found nothing for "works/elm2015.html"; if it stands at another address now, or is gone, say so in published/removed.yml'),
    "a hand-written page that is gone": (remove_hand_page, 'found nothing for "index.html"; if it stands at another address now, or is gone, say so in published/removed.yml'),
}  # fmt: skip


@pytest.mark.parametrize(("change", "message"), ADVICE.values(), ids=ADVICE)
def test_the_check_says_what_would_vanish_and_what_to_do(published, change, message):
    found = said(change(published, written=False))
    assert len(found) == 1
    assert re.sub(r"\.txt:\d+", ".txt:N", found[0]) == f"published/addresses.txt:N: an address that was published must go on leading somewhere: {message}"
    line = int(re.search(r"txt:(\d+)", found[0])[1])
    assert f'"{published.published.promises[line - 2].address}"' in found[0]


@pytest.mark.parametrize("change", [move_to_another_kind, remove_difference], ids=["another kind", "an empty section"])
def test_what_loses_no_meaning_needs_no_word_of_an_editor(published, change):
    assert said(change(published, written=False)) == []


AFTERWARDS = {
    "an earlier id leads to the record": (rename, "definitions/keeper.html", None, "Keeper This page has a new name: Keeper ."),
    "and each of its claims to the claim": (rename, "definitions/keeper.html", "who-keeps", "#who-keeps Now at: Keeper #who-keeps ."),
    "another kind leaves a page behind": (move_to_another_kind, "challenges/long-nights.html", "tired", "#tired Now at: Long nights #tired ."),
    "its list is left behind, too": (move_to_another_kind, "challenges/index.html", None, "Challenges This list is empty now. All that the site holds is in the list from A–Z ."),
    "a removed record says when, why and what instead": (remove, "definitions/keeper.html", None, "Keeper Removed on 21 November 2026. It was wrong. Instead: Lighthouse ."),
    "and so does each of its parts": (remove, "definitions/keeper.html", "who-keeps", "#who-keeps Removed on 21 November 2026. It was wrong. Instead: Lighthouse ."),
    "a removed claim leaves a line on its page": (remove_claim, "forms/automatic-light.html", "cheaper", "#cheaper Removed on 21 November 2026. It was wrong."),
    "a moved claim leaves a line with a link": (move_claim, "forms/automatic-light.html", "cheaper", "#cheaper Removed on 21 November 2026. It was wrong. Instead: Lighthouse #cheaper ."),
    "a work that is not cited any more leads to its page": (remove_claim, "forms/automatic-light.html", "ref-cedar2015", "#ref-cedar2015 This page no longer cites this work: Cedar (2015) ."),
    "a work that is gone leads to what is said of it": (remove_work, "bibliography.html", "ref-elm2015", "#ref-elm2015 This page no longer cites this work: works/elm2015.html ."),
    "an empty section says so": (remove_difference, "challenges/long-nights.html", "differ", "#differ This part of the page is empty now."),
    "a renamed pair leads on": (remove_pair, "guidance/for-keepers.html", "rest-by-day", "#rest-by-day Removed on 21 November 2026. It was wrong. Instead: For keepers #sleep-by-day ."),
}  # fmt: skip


@pytest.mark.parametrize(("change", "address", "anchor", "shown"), AFTERWARDS.values(), ids=AFTERWARDS)
def test_what_stands_there_afterwards(site_after, change, address, anchor, shown):
    page = site_after(change).pages[address]
    assert (anchor_on(page, anchor) if anchor else words(page.article)[: len(shown)]) == shown


def test_a_page_that_only_leads_on_is_kept_out_of_search(site_after):
    pages = site_after(remove).pages
    assert not pages["definitions/keeper.html"].listed
    assert not pages["definitions/light-tower.html"].listed
    assert pages["definitions/lighthouse.html"].listed


def test_links_of_old_pages_and_left_lines_lead_somewhere(site_after):
    for change in CHANGES:
        pages = site_after(change).pages
        for page in pages.values():
            kept = re.findall(r'<ul class="kb-kept".*?</ul>', page.article, re.DOTALL)
            for href in re.findall(r'href="([^"]+)"', "".join(kept)):
                target, _, fragment = href.partition("#")
                home = pages[resolved(target, page.address)]
                assert not fragment or fragment in home.anchors, (change.__name__, page.address, href)


def resolved(target, page):
    import posixpath

    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target)) if target else page


def test_old_pages_are_well_formed(site_after):
    for change in CHANGES:
        for page in site_after(change).pages.values():
            if not page.listed or "kb-kept" in page.article:
                parser = html5lib.HTMLParser()
                parser.parseFragment(page.article)
                assert parser.errors == [], page.address


def test_the_citation_files_of_a_renamed_record_stay_where_they_were(site_after):
    files = {export.address: export.content for export in site_after(rename).exports}
    assert files["cite/definitions/keeper.ris"] == files["cite/definitions/watcher.ris"]


def test_a_file_that_was_removed_says_so(site_after):
    files = {export.address: export.content for export in site_after(remove).exports}
    assert files["cite/definitions/keeper.ris"] == "Removed on 2026-11-21. It was wrong. Instead: definitions/lighthouse.html\n"


def test_one_tombstone_serves_all_the_addresses_that_a_record_had(published):
    """A claim is removed from a record that is renamed afterwards, and renamed again."""
    once = after_release(remove_claim(published))
    light = record_of(once, "automatic-light")
    twice = after_release(with_record(once, light, changed(light, "clock-light", aliases=("automatic-light",))))
    light = record_of(twice, "clock-light")
    thrice = with_record(twice, light, changed(light, "lit-by-clock", aliases=("automatic-light", "clock-light")))
    assert said(thrice) == []
    assert isinstance(Fates(Links(thrice)).of("forms/automatic-light.html#cheaper"), Removed)


FATES = {
    "a page that stands": ("definitions/keeper.html", Stands()),
    "a claim that stands": ("definitions/keeper.html#who-keeps", Stands()),
    "an earlier id of a claim": ("forms/automatic-light.html#nobody", Stands()),
    "a pair": ("guidance/for-keepers.html#rest-by-day", Stands()),
    "an earlier id of a record": ("definitions/light-tower.html", Moved("definitions/lighthouse.html")),
    "a claim under an earlier id": ("definitions/light-tower.html#not-a-lamp", Moved("definitions/lighthouse.html#not-a-lamp")),
    "another kind": ("values/keeper.html", Moved("definitions/keeper.html")),
    "a part that pages have by themselves": ("definitions/keeper.html#differ", LeftBehind()),
    "a reference": ("definitions/keeper.html#ref-nobody", LeftBehind()),
    "a letter of the A–Z": ("a-z.html#q", LeftBehind()),
    "a list without entries": ("stories/index.html", LeftBehind()),
    "a page by hand": ("index.html#lights", Stands()),
    "its lost heading": ("index.html#lamps", Lost()),
    "a file": ("data/knowledge.json", Stands()),
    "a citation file under an earlier id": ("cite/definitions/light-tower.csl.json", Moved("cite/definitions/lighthouse.csl.json")),
    "nothing": ("definitions/nobody.html", Lost()),
    "no claim": ("definitions/keeper.html#nobody", Lost()),
    "no folder of records": ("nowhere/keeper.html", Lost()),
}


@pytest.mark.parametrize(("address", "fate"), FATES.values(), ids=FATES)
def test_what_became_of(toy, address, fate):
    assert Fates(Links(toy)).of(address) == fate


# --- the fast way and the slow way agree


def test_what_is_known_without_making_pages_is_what_the_pages_have(toy):
    pages = Site(toy).pages
    for record in toy.records:
        page = pages[f"{record.kind}/{record.id}.html"]
        assert {name for name in fragments(page.article) if not is_part_of_pages(name)} == record_anchors(record)


def test_no_address_of_the_real_site_needs_a_word_on_the_day_it_is_published():
    base = load(ROOT, TODAY).base
    assert said(after_release(replace(base, published=Published()))) == []


def test_the_files_that_are_known_are_the_files_that_are_made(toy):
    fates = Fates(Links(toy))
    made = [export.address for export in Site(toy).exports]
    assert [a for a in made if not a.startswith(("_headers", "assets/", "search/", "s/")) and not isinstance(fates.of(a), Stands)] == []


def test_the_headings_of_hand_written_pages_are_those_of_the_built_site(real_site):
    for page in load(ROOT, TODAY).base.pages:
        article = re.search(r"<main.*?</main>", (real_site / page.published_at).read_text("utf-8"), re.DOTALL)[0]
        of_headings = set(re.findall(r'<h[1-6][^>]* id="([^"]+)"', article)) - {"references", "references-second-hand", "figure"}
        assert of_headings <= anchors_of_hand_page(page), page.address
        assert anchors_of_hand_page(page) <= set(re.findall(r'\bid="([^"]+)"', article)), page.address


# --- the three files


UNREADABLE = {
    "an absolute address": (read_ledger, "# A comment\nhttps://example.org/x.html\n", "published/addresses.txt:2: a line must be one address, such as challenges/few-hours.html#paid; only scripts/publish.py writes this file"),
    "a mark of a merge": (read_ledger, "<<<<<<< HEAD x\n", "published/addresses.txt:1: a line must be one address, such as challenges/few-hours.html#paid; only scripts/publish.py writes this file"),
    "a way out of the site": (read_ledger, "../x.html\n", "published/addresses.txt:1: a line must be one address, such as challenges/few-hours.html#paid; only scripts/publish.py writes this file"),
    "a code without an address": (read_codes, "k3fd\n", "published/codes.txt:1: a line must be a code, a tab and an address; only scripts/publish.py writes this file"),
    "a code twice": (read_codes, "k3fd\ta.html\nk3fd\tb.html\n", 'published/codes.txt:2: a code must be given out once: found "k3fd" again, which line 1 has'),
    "a removal without a reason": (read_removed, "- address: a.html\n  when: 2026-11-22\n", 'published/removed.yml:1:3: a removal must have the field "why": Why, in one plain sentence for those who come by an old link.'),
    "a removal without an address": (read_removed, "- address: ../a.html\n  when: 2026-11-22\n  why: x\n", 'published/removed.yml:1:12: "address" must be an address of this site, such as challenges/few-hours.html#paid: found "../a.html"'),
    "a day that is none": (read_removed, "- address: a.html\n  when: today\n  why: x\n", 'published/removed.yml:2:9: "when" must be a date such as 2026-11-22: found "today"'),
    "no list": (read_removed, "address: a.html\n", "published/removed.yml:1:1: a file must be a list: found fields"),
}  # fmt: skip


@pytest.mark.parametrize(("read", "text", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read(read, text, message):
    found, problems = read(text)
    assert (found, [str(problem) for problem in problems]) == ((), [message])
    assert all(problem.fatal for problem in problems)


def test_removed_yml_may_hold_nothing_but_comments():
    assert read_removed("# Nothing yet.\n") == ((), ())


WRONG = {
    "a removal of what was never there": (("definitions/kepper.html", None), 'what is removed must be an address of published/addresses.txt: found "definitions/kepper.html"; did you mean "definitions/keeper.html"?'),
    "a removal of what is there": (("definitions/keeper.html", None), 'what is removed must be gone: found "definitions/keeper.html", and it is there; no id is used for two things'),
    "a removal of what has moved": (("definitions/light-tower.html", None), 'what is removed must be gone: found "definitions/light-tower.html", and it is at definitions/lighthouse.html; no id is used for two things'),
}  # fmt: skip


@pytest.mark.parametrize(("stone", "message"), WRONG.values(), ids=WRONG)
def test_what_is_said_of_removals_must_be_true(published, stone, message):
    assert said(with_tombstones(published, stone)) == [f": {message}"]


def test_what_stands_instead_must_be_there(published):
    gone = with_record(published, record_of(published, "keeper"))
    assert said(with_tombstones(gone, ("definitions/keeper.html", "definitions/nobody.html"))) == [
        ': "instead" must be an address that is there: found "definitions/nobody.html"'
    ]


def test_a_removal_is_written_once(published):
    twice = with_tombstones(remove(published), ("definitions/keeper.html", None))
    assert said(twice) == [': a removal must be written once: found "definitions/keeper.html" again']


def test_a_code_without_a_promise_is_told(published):
    codes = published.published.codes
    base = replace(published, published=Published(promised(["a-z.html"]), codes[:1]))
    assert said(base) == [f'published/codes.txt:2: a short code must belong to an address of published/addresses.txt: found "{codes[0].address}"']
