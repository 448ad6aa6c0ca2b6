"""Versions of records: what each release brings, what the holder of a sheet is told, what stands on the pages."""

import re
from dataclasses import replace
from datetime import date

import html5lib
import pytest
from conftest import TODAY
from editing import CLAIM, FIRST, LIGHT, SECOND, THIRD, edit_claim, remove_claim, rename_record, twice_changed
from publishing import after_release, record_of, with_notes, with_record, with_tombstones

from knowledgebase.reading.published import read_claims
from knowledgebase.writing.changes.release import claims_with
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.short.qr import qr_code
from knowledgebase.writing.site import Site

IMPRINT = Imprint("Lights", "Friends of the Lights", "https://example.org/kb/", TODAY)


@pytest.fixture(scope="module")
def published(toy):
    """The toy after its first release."""
    return after_release(toy, FIRST)


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_first_release_brings_the_first_version_of_every_record(published):
    forms = published.published.forms
    assert {form.version for form in forms} == {1}
    assert len({form.code for form in forms}) == len(published.records)
    assert {CLAIM, LIGHT, "guidance/for-keepers.html#rest-by-day", "continuum/watches.html#alone"} <= {form.address for form in forms}


def test_nothing_new_brings_no_version(published):
    assert Site(published).release.forms == ()


def test_the_list_of_claims_is_read_as_it_was_written(published):
    noted = with_notes(edit_claim(remove_claim(published), text="It needs two."), (SECOND, CLAIM, "meaning", "Two."))
    forms = after_release(noted, SECOND).published.forms
    text = claims_with(replace(published.published, forms=()), forms)
    read, problems = read_claims(text)
    assert problems == ()
    assert {form._replace(place=None) for form in read} == {form._replace(place=None) for form in forms}
    assert {form.fingerprint for form in read if form.version == 2} > {"gone", "note"}


def test_a_release_changes_no_line_of_the_list_of_claims(published):
    later = after_release(edit_claim(published, text="It needs two."), SECOND)
    old, new = (set(claims_with(base.published, ()).splitlines()) for base in (published, later))
    assert len(new - old) == 1
    assert old < new


def sheet(base, version, record_id="automatic-light"):
    """The page that says whether a sheet of a version is current."""
    code = next(form.code for form in base.published.forms if f"/{record_id}.html" in form.address)
    files = {export.address: export.content for export in Site(base, imprint=IMPRINT).exports}
    return files[f"s/{code}-v{version}.html"]


def test_the_sheet_of_today_is_current(published):
    assert words(sheet(published, 1)).endswith(
        "Automatic light Your sheet shows version 1, published on 1 January 2026. "
        "Your sheet is current. This is the version of today. Read the page of today: Automatic light"
    )


TOLD = {
    "who holds the first version is told what changed in meaning, and then the rest": (1, "Your sheet is not current. Version 3 was published on 3 March 2026. What has changed in meaning since your version Meaning. Automatic light #no-keeper : Two keepers, not none. Other changes since then Wording. Automatic light #no-keeper : Shorter. Read the page of today: Automatic light"),
    "who holds the second is told that it says the same": (2, "Nothing has changed in meaning. Version 3 was published on 3 March 2026, but it says the same. Other changes since then Wording. Automatic light #no-keeper : Shorter. Read the page of today: Automatic light"),
    "who holds the third has the current one": (3, "Your sheet is current. This is the version of today. Read the page of today: Automatic light"),
}  # fmt: skip


@pytest.mark.parametrize(("version", "told"), TOLD.values(), ids=TOLD)
def test_is_my_handout_current(published, version, told):
    shown = words(sheet(twice_changed(published), version))
    assert re.search(r"Your sheet shows version \d, published on [^.]+\. (.*)", shown)[1] == told


def test_a_removed_claim_is_a_change_in_meaning(published):
    shown = words(sheet(after_release(remove_claim(published), SECOND), 1))
    assert "What has changed in meaning since your version Removed. Automatic light #cheaper : It was wrong." in shown


def test_two_releases_of_one_day_are_two_versions(published):
    base = with_notes(edit_claim(published, text="It needs two."), (FIRST, CLAIM, "meaning", "Two."))
    base = after_release(base, FIRST)
    assert "is not current" in sheet(base, 1)
    assert "is current" in sheet(base, 2)


def test_a_note_that_was_dated_before_the_last_release_is_told_all_the_same(published):
    """It was written on a day, but published only later."""
    base = after_release(with_notes(edit_claim(published, text="It needs two."), (date(2025, 1, 1), CLAIM, "meaning", "Two.")), SECOND)
    assert "is not current" in sheet(base, 1)


def test_a_note_alone_makes_a_version(published):
    """For what changes elsewhere, as the details of a work do."""
    base = after_release(with_notes(published, (SECOND, LIGHT, "source", "The year of the report.")), SECOND)
    assert "Nothing has changed in meaning" in sheet(base, 1)
    assert "is current" in sheet(base, 2)


def test_a_renamed_record_keeps_its_versions(published):
    later = after_release(rename_record(published), SECOND)
    assert [form for form in later.published.forms if form.version > 1] == []
    assert '<a href="../forms/clock-light.html">Read the page of today: Automatic light</a>' in sheet(later, 1)


def test_the_sheet_of_a_removed_record_says_why_it_is_gone(published):
    keeper = record_of(published, "keeper")
    gone = with_tombstones(with_record(published, keeper), ("definitions/keeper.html", "definitions/lighthouse.html"))
    shown = words(sheet(after_release(gone, SECOND), 1, "keeper"))
    assert "The page is not there any more. Removed on 21 November 2026. It was wrong. Instead: Lighthouse ." in shown
    assert "page of today" not in shown


def test_the_pages_of_versions_are_whole_by_themselves(published):
    found = [export for export in Site(twice_changed(published)).exports if re.fullmatch(r"s/\w+-v\d+\.html", export.address)]
    assert len(found) == len(published.records) + 2
    for export in found:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parse(export.content)
        assert parser.errors == [], export.address
        assert tree.get("lang") == "en"
        assert tree.find(".//h1").text
        assert tree.find(".//meta[@name='robots']").get("content") == "noindex"
        assert tree.find(".//script") is None


# --- what stands on the pages


def article(base, address, imprint=IMPRINT):
    return Site(base, imprint=imprint).pages[address].article


def test_a_record_says_which_version_it_is_and_what_changed(published):
    shown = words(article(twice_changed(published), LIGHT))
    assert "Version 3 of this page, published on 3 March 2026 . All changes What has changed on this page" in shown
    assert "3 March 2026 . Wording. Automatic light #no-keeper : Shorter. 2 February 2026 . Meaning. Automatic light #no-keeper : Two" in shown


def test_what_is_not_published_yet_is_no_version(published):
    page = article(edit_claim(published, text="It needs two."), LIGHT)
    assert "Version 1 of this page, published on 1 January 2026 . It has been changed since." in words(page)
    assert "kb-sheet" not in page


def test_a_sheet_shows_the_address_of_its_version(published):
    code = next(form.code for form in published.published.forms if form.address == LIGHT)
    shown = f"Is this sheet current? https://example.org/kb/s/{code}-v1.html says what has changed since version 1."
    assert shown in words(article(published, LIGHT))
    assert qr_code(f"https://example.org/kb/s/{code}-v1.html") in article(published, LIGHT)
    assert f"Is this sheet current? s/{code}-v1.html says" in words(article(published, LIGHT, Imprint(day=TODAY)))


def test_before_a_release_no_page_speaks_of_versions(toy):
    assert "kb-version" not in article(toy, LIGHT)


def test_the_page_of_changes_is_by_day_and_begins_with_what_changes_the_meaning(published):
    base = with_notes(twice_changed(published), (THIRD, "definitions/keeper.html", "correction", "He keeps the lamp."))
    page = article(remove_claim(base), "changes.html")
    assert re.findall(r'<h2 id="d-([0-9-]+)">', page) == ["2026-11-21", "2026-03-03", "2026-02-02"]
    assert [words(line) for line in re.findall(r'<li id=".*?</li>', page)] == [
        "Removed. Automatic light #cheaper : It was wrong.",
        "Correction. Keeper : He keeps the lamp.",
        "Wording. Automatic light #no-keeper : Shorter.",
        "Meaning. Automatic light #no-keeper : Two keepers, not none.",
    ]


def test_a_change_has_an_address_of_its_own(published):
    base = with_notes(twice_changed(published), (THIRD, CLAIM, "source", "A page number."))
    anchors = re.findall(r'<li id="([^"]+)"', article(base, "changes.html"))
    assert sorted(anchors) == [
        "2026-02-02-forms-automatic-light-no-keeper",
        "2026-03-03-forms-automatic-light-no-keeper",
        "2026-03-03-forms-automatic-light-no-keeper-2",
    ]


def test_links_of_changes_lead_to_what_is_there(published):
    base = after_release(remove_claim(twice_changed(published)), TODAY)
    pages = Site(rename_record(base), imprint=IMPRINT).pages
    for href in re.findall(r'<a href="([^"#]+)#([^"]+)"', pages["changes.html"].article):
        assert href[1] in pages[href[0]].anchors
