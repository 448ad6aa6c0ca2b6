"""Whatever editors rename, move and remove, in whichever order: every address that was ever published stays alive."""

from __future__ import annotations

import re
from dataclasses import replace

import html5lib
import pytest
from conftest import TODAY, run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from publishing import after_release, changed, promised, with_record, with_tombstones

from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.model import KINDS, Record
from knowledgebase.rules.promises import RULES
from knowledgebase.writing import addresses
from knowledgebase.writing.promises.fates import record_anchors
from knowledgebase.writing.site import Site

PLAIN_KINDS = [kind.folder for kind in KINDS if kind.record is Record]
STEPS = ["rename a record", "move a record", "remove a record", "rename a claim", "move a claim", "remove a claim", "remove a work", "publish"]
STEP = st.tuples(st.sampled_from(STEPS), st.integers(0, 99), st.integers(0, 99))


def take(base, step, first, second, serial):
    """A knowledge base after one step, before anything is written down; the numbers choose what it is done to.

    A claim that moves goes to the last record. What cannot be done is left alone.
    """
    if step == "publish":
        return published_unseen(base), None
    if step == "remove a work":
        return (replace(base, works=base.works[1:]), None) if base.works else (base, None)
    if len(base.records) < 2:
        return base, None
    record = base.records[first % len(base.records)]
    if step == "rename a record":
        return with_record(base, record, changed(record, f"record-{serial}")), record
    if step == "move a record":
        moved = changed(record, kind=PLAIN_KINDS[second % len(PLAIN_KINDS)]) if type(record) is Record else record
        return with_record(base, record, moved), None
    if step == "remove a record":
        return with_record(base, record), None
    return change_claim(base, step, record, second, serial)


def published_unseen(base):
    """A knowledge base after a release of what editors answer for, known without making a page."""
    found = {promise.address for promise in base.published.promises} | {addresses.of_work(work) for work in base.works}
    for record in base.records:
        page = addresses.of_record(record)
        found |= {page, *(f"{page}#{name}" for name in record_anchors(record))}
    return replace(base, published=replace(base.published, promises=promised(sorted(found))))


def change_claim(base, step, record, number, serial):
    claim, last = record.claims[number % len(record.claims)], base.records[-1]
    if step != "rename a claim" and (len(record.claims) < 2 or last is record):  # a record has a claim
        return base, None
    others = tuple(one for one in record.claims if one is not claim)
    if step == "rename a claim":
        new = claim.model_copy(update={"id": f"claim-{serial}"})
        return with_record(base, record, changed(record, claims=(*others, new))), claim
    base = with_record(base, record, changed(record, claims=others))
    if step == "move a claim":
        new = claim.model_copy(update={"id": f"claim-{serial}", "aliases": ()})
        base = with_record(base, last, changed(last, claims=(*last.claims, new)))
    return base, None


def write_down(base, renamed, serial):
    """What the editor must write: an earlier id for what was renamed, a tombstone for all else that the check names."""
    for record in base.records if renamed is not None else ():
        if record.id == f"record-{serial}":
            base = with_record(base, record, changed(record, aliases=(*record.aliases, renamed.id)))
        for claim in record.claims:
            if claim.id == f"claim-{serial}":
                new = claim.model_copy(update={"aliases": (*claim.aliases, renamed.id)})
                claims = tuple(new if one is claim else one for one in record.claims)
                base = with_record(base, record, changed(record, claims=claims))
    named = (re.search('found nothing for "([^"]+)"', line) for line in said(base))
    return with_tombstones(base, *((found[1], None) for found in named if found))


def said(base):
    return [problem.message for rule in RULES for problem in rule(Links(base), TODAY)]


def dead(base, by_hand):
    """Every address of the ledger that leads to nothing on the site that is made."""
    site = Site(base)
    files = {export.address for export in site.exports} | {addresses.DOWNLOAD}
    yield from versions(base) - files
    for promise in base.published.promises:
        if promise.page in site.pages:
            if promise.fragment and promise.fragment not in site.pages[promise.page].anchors:
                yield promise.address
        elif promise.page not in files | by_hand:
            yield promise.address


def versions(base):
    """The addresses that stand on printed sheets."""
    return {f"s/{form.code}-v{form.version}.html" for form in base.published.forms}


# No keeping of examples: they would be written into the folder that the tests are started from.
often, seldom = (settings(max_examples=n, deadline=None, database=None, suppress_health_check=list(HealthCheck)) for n in (60, 8))


@pytest.fixture(scope="module")
def released(toy):
    """The toy after its first release."""
    return after_release(toy)


def after_all(base, steps):
    """A knowledge base after steps that were all written down; the check finds nothing after any of them."""
    for serial, (step, first, second) in enumerate(steps):
        base, renamed = take(base, step, first, second, serial)
        base = write_down(base, renamed, serial)
        assert said(base) == []
    return base


@often
@given(steps=st.lists(STEP, min_size=1, max_size=8))
def test_any_sequence_of_changes_that_is_written_down_passes_the_check(released, steps):
    after_all(released, steps)


@seldom
@given(steps=st.lists(STEP, min_size=3, max_size=8))
def test_and_keeps_every_address_alive_on_the_pages(released, steps):
    by_hand = {page.published_at for page in released.pages}
    assert list(dead(after_all(released, steps), by_hand)) == []


@often
@given(step=st.sampled_from(["rename a record", "remove a record", "rename a claim", "remove a work"]), first=st.integers(0, 6), second=st.integers(0, 3))
def test_a_change_that_is_not_written_down_fails_the_check(released, step, first, second):
    broken, _ = take(released, step, first, second, 0)
    assert len(said(broken)) >= 1
    assert all("must go on leading somewhere" in line for line in said(broken))


def test_codes_stay_with_what_they_were_given_to(released):
    """A record is renamed, a claim of another too, and a third is removed: the codes lead on, and none is given anew."""
    base = released
    given = {code.code: code.address for code in base.published.codes}
    for step, first in (("rename a record", 0), ("rename a claim", 1), ("remove a record", 2)):
        base, renamed = take(base, step, first, 0, first + 50)
        base = write_down(base, renamed, first + 50)
    again = after_release(base)
    assert {code.code: code.address for code in again.published.codes} == given
    pages = {export.address for export in Site(again).exports if export.address.startswith("s/")}
    assert pages == {f"s/{code}.html" for code in given if "-" not in code} | versions(again)


def test_on_a_site_that_is_built_every_address_is_alive(toy_copy):
    """A release, then a rename, a move to another kind, a removal and a moved claim, written as files; then the build."""
    release = Site(load(toy_copy, TODAY).base).release
    published = toy_copy / "published"
    published.mkdir()
    (published / "addresses.txt").write_text("\n".join(release.addresses) + "\n", "utf-8")
    (published / "codes.txt").write_text("".join(f"{code}\t{address}\n" for code, address in release.codes), "utf-8")
    definitions, forms = toy_copy / "data/definitions", toy_copy / "data/forms"
    text = (definitions / "lighthouse.yml").read_text("utf-8")
    (definitions / "lighthouse.yml").unlink()
    (definitions / "light.yml").write_text(text.replace("aliases: [light-tower]", "aliases: [light-tower, lighthouse]"), "utf-8")
    (toy_copy / "data/values").mkdir()
    (forms / "automatic-light.yml").rename(toy_copy / "data/values/automatic-light.yml")
    (toy_copy / "data/benefits/quiet-nights.yml").unlink()
    (published / "removed.yml").write_text(
        "- address: benefits/quiet-nights.html\n  when: 2026-11-20\n  why: >-\n    It said the same as another page.\n"
        "  instead: values/automatic-light.html\n",
        "utf-8",
    )
    config = (toy_copy / "mkdocs.yml").read_text("utf-8")
    (toy_copy / "mkdocs.yml").write_text(config + "site_url: https://example.org/kb/\n", "utf-8")
    built = run("mkdocs", toy_copy, "build", "--strict")
    assert built.returncode == 0, built.stderr
    assert lost_on(toy_copy / "site", [*release.addresses, *(f"s/{code}.html" for code, _ in release.codes if "-" not in code)]) == []
    old = (toy_copy / "site/benefits/quiet-nights.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in old
    assert "quiet-nights" not in (toy_copy / "site/sitemap.xml").read_text("utf-8")


def lost_on(site, promised):
    """The addresses that lead to no file, or to no anchor, of a built site."""
    anchors, lost = {}, []
    for address in promised:
        page, _, fragment = address.partition("#")
        if fragment and page not in anchors:
            tree = html5lib.parse((site / page).read_bytes(), namespaceHTMLElements=False)
            anchors[page] = {node.get("id") for node in tree.iter()}
        if not (site / page).is_file() or (fragment and fragment not in anchors[page]):
            lost.append(address)
    return lost
