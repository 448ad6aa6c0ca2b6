"""Changes of what was published: how they are found, what must be noted of them, and what the holder of a sheet is told."""

import re
from dataclasses import replace
from datetime import date

import html5lib
import pytest
from conftest import TODAY
from publishing import after_release, changed, publish_script, record_of, with_notes, with_record, with_tombstones

import steps
from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.model.records import Basis, Check, Cite
from knowledgebase.reading.published import read_changes, read_claims
from knowledgebase.rules import broken_at_release
from knowledgebase.rules.changes import RULES
from knowledgebase.writing.changes.release import CHANGES_OPENING, claims_with
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.short.qr import qr_code
from knowledgebase.writing.site import Site

FIRST, SECOND, THIRD = date(2026, 1, 1), date(2026, 2, 2), date(2026, 3, 3)
IMPRINT = Imprint("Lights", "Friends of the Lights", "https://example.org/kb/", TODAY)
CLAIM = "forms/automatic-light.html#no-keeper"
LIGHT = "forms/automatic-light.html"


@pytest.fixture(scope="module")
def published(toy):
    """The toy after its first release."""
    return after_release(toy, FIRST)


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def unnoted(base):
    """The addresses that a release would ask a note for."""
    return [re.search(r'found none for "([^"]+)"', problem.message)[1] for problem in broken_at_release(Links(base), TODAY)]


# --- what an editor does


def edit_claim(base, record_id="automatic-light", n=0, **fields):
    record = record_of(base, record_id)
    claims = tuple(claim.model_copy(update=fields) if m == n else claim for m, claim in enumerate(record.claims))
    return with_record(base, record, changed(record, claims=claims))


def add_claim(base):
    record = record_of(base, "automatic-light")
    new = record.claims[0].model_copy(update={"id": "new", "aliases": ()})
    return with_record(base, record, changed(record, claims=(*record.claims, new)))


def remove_claim(base):
    record = record_of(base, "automatic-light")
    gone = with_record(base, record, changed(record, claims=record.claims[:1]))
    return with_tombstones(gone, ("forms/automatic-light.html#cheaper", None))


def edit_record(base, record_id="automatic-light", **fields):
    record = record_of(base, record_id)
    return with_record(base, record, changed(record, **fields))


def edit_part(base, record_id, field, **fields):
    record = record_of(base, record_id)
    first, *others = getattr(record, field)
    return with_record(base, record, changed(record, **{field: (first.model_copy(update=fields), *others)}))


def rename_record(base):
    record = record_of(base, "automatic-light")
    return with_record(base, record, changed(record, "clock-light", aliases=("automatic-light",)))


def move_record(base):
    record = record_of(base, "automatic-light")
    return with_record(base, record, changed(record, kind="values"))


def add_record(base):
    nights = record_of(base, "long-nights")
    return replace(base, records=(*base.records, changed(nights, "short-days")))


CHECK = Check(text="The original counts no keepers.", cite=(Cite(source="birch2010"),))
EDITS = {
    "a claim that says something else": (lambda base: edit_claim(base, text="It needs two."), [CLAIM]),
    "a claim that is known otherwise": (lambda base: edit_claim(base, basis=Basis.derived), [CLAIM]),
    "a claim with another source": (lambda base: edit_claim(base, cite=(Cite(source="ash2001"),)), [CLAIM]),
    "another place in a source": (lambda base: edit_claim(base, cite=(Cite(source="oakboard2020", at="p. 9"),)), [CLAIM]),
    "a source check that is new": (lambda base: edit_claim(base, check=CHECK), [CLAIM]),
    "a claim that is new in its record": (add_claim, ["forms/automatic-light.html#new"]),
    "a summary": (lambda base: edit_record(base, in_short="A light."), [LIGHT]),
    "a title": (lambda base: edit_record(base, title="Clock light"), [LIGHT]),
    "what is not known": (lambda base: edit_record(base, unknown="Its price."), [LIGHT]),
    "a pair": (lambda base: edit_part(base, "for-keepers", "pairs", why="It helps."), ["guidance/for-keepers.html#rest-by-day"]),
    "a position": (lambda base: edit_part(base, "watches", "positions", where="at sea"), ["continuum/watches.html#alone"]),
    "two things at once": (lambda base: edit_record(edit_claim(base, text="It needs two."), title="Clock light"), [LIGHT, CLAIM]),
    "a claim with another id": (lambda base: edit_claim(base, id="alone", aliases=("no-keeper", "nobody")), []),
    "a record with another id": (rename_record, []),
    "a record of another kind": (move_record, []),
    "a record that is new": (add_record, []),
    "a claim that is gone, which needs a line in removed.yml": (remove_claim, []),
    "the day of a review": (lambda base: edit_record(base, reviewed=TODAY), []),
    "words to find it by": (lambda base: edit_record(base, everyday_words=("robot lamp",)), []),
    "nothing": (lambda base: base, []),
}


@pytest.mark.parametrize(("edit", "addresses"), EDITS.values(), ids=EDITS)
def test_what_must_be_noted_before_a_release(published, edit, addresses):
    assert unnoted(edit(published)) == addresses


def test_before_the_first_release_nothing_must_be_noted(toy):
    assert unnoted(edit_claim(toy, text="It needs two.")) == []


def test_the_message_says_which_line_to_write(published):
    said = [str(problem) for problem in broken_at_release(Links(edit_claim(published, text="It needs two.")), TODAY)]
    assert said == [
        "data/forms/automatic-light.yml:7:5: what says something else than was published must have a note in "
        f'published/changes.yml: found none for "{CLAIM}"; write there: - {{day: 2026-11-22, address: {CLAIM}, '
        "kind: wording, note: What changed.} (or kind meaning, source, correction)"
    ]
    line = re.search(r"write there: (- \{.*?\})", said[0])[1]
    changes, problems = read_changes(line + "\n")
    assert ([change.address for change in changes], problems) == ([CLAIM], ())


NOTES = {
    "a note of the claim is enough": ((SECOND, CLAIM, "wording", "Shorter."), []),
    "and so is one of the whole record": ((SECOND, LIGHT, "wording", "All is shorter."), []),
    "or one under an earlier id": ((SECOND, "forms/automatic-light.html#nobody", "wording", "Shorter."), []),
    "one of another claim is not": ((SECOND, "forms/automatic-light.html#cheaper", "wording", "Shorter."), [CLAIM]),
    "one of another record is not": ((SECOND, "definitions/keeper.html", "wording", "Shorter."), [CLAIM]),
}


@pytest.mark.parametrize(("note", "addresses"), NOTES.values(), ids=NOTES)
def test_which_note_speaks_for_a_change(published, note, addresses):
    assert unnoted(with_notes(edit_claim(published, text="It needs two."), note)) == addresses


def test_a_note_speaks_for_one_release_only(published):
    """Even if the next change is made and released on the day of the first."""
    noted = with_notes(edit_claim(published, text="It needs two."), (SECOND, CLAIM, "meaning", "Two."))
    again = edit_claim(after_release(noted, SECOND), text="It needs three.")
    assert unnoted(again) == [CLAIM]
    assert unnoted(with_notes(again, (SECOND, CLAIM, "meaning", "Three."))) == []


# --- versions


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
    assert {replace(form, place=None) for form in read} == {replace(form, place=None) for form in forms}
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


def twice_changed(base):
    """The claim changes in meaning, then only in its words; at the same time other things."""
    base = with_notes(edit_claim(base, text="It needs two."), (SECOND, CLAIM, "meaning", "Two keepers, not none."))
    base = after_release(base, SECOND)
    base = with_notes(edit_claim(base, text="Two are needed."), (THIRD, CLAIM, "wording", "Shorter."))
    return after_release(base, THIRD)


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


# --- what is wrong with notes


def said(base):
    return [str(problem) for rule in RULES for problem in rule(Links(base), TODAY)]


WRONG = {
    "a note of no record": ((SECOND, "definitions/kepper.html", "wording", "x"), 'a note of a change must name a record, a claim, a pair or a position by its address: found "definitions/kepper.html"; did you mean "definitions/keeper.html"?'),
    "a note of no claim": ((SECOND, "definitions/keeper.html#who-kept", "wording", "x"), 'a note of a change must name a record, a claim, a pair or a position by its address: found "definitions/keeper.html#who-kept"; did you mean "definitions/keeper.html#who-keeps"?'),
    "a note of a page that is no record": ((SECOND, "a-z.html", "wording", "x"), 'a note of a change must name a record, a claim, a pair or a position by its address: found "a-z.html"'),
    "a note from the future": ((date(2027, 1, 1), CLAIM, "wording", "x"), "the day of a change must not lie in the future: found 2027-01-01, and today is 2026-11-22"),
}  # fmt: skip


@pytest.mark.parametrize(("note", "message"), WRONG.values(), ids=WRONG)
def test_what_is_noted_must_be_true(published, note, message):
    assert said(with_notes(published, note)) == [f": {message}"]


def test_a_note_of_what_was_removed_since_is_right(published):
    cheaper = (SECOND, "forms/automatic-light.html#cheaper", "wording", "x")
    assert said(remove_claim(after_release(with_notes(published, cheaper), SECOND))) == []


def test_a_note_that_was_published_must_stay(published):
    base = twice_changed(published)
    lost = replace(base, published=replace(base.published, changes=base.published.changes[1:]))
    assert said(lost) == [
        "published/claims.txt:9: a note that was published must stay in published/changes.yml with its day and its address: "
        'found none that is "changes.html#2026-02-02-forms-automatic-light-no-keeper" now'
    ]


UNREADABLE = {
    "a kind that is none": (read_changes, "- {day: 2026-11-22, address: a.html, kind: meening, note: x}\n", 'published/changes.yml:1:44: "kind" must be one of meaning, wording, source, correction: found "meening"; did you mean "meaning"?'),
    "a note without words": (read_changes, "- day: 2026-11-22\n  address: a.html\n  kind: wording\n", 'published/changes.yml:1:3: a note of a change must have the field "note": What changed, in one plain sentence.'),
    "a field that is none": (read_changes, "- {day: 2026-11-22, adress: a.html, kind: wording, note: x}\n", 'published/changes.yml:1:21: a note of a change has no field "adress"; did you mean "address"?'),
    "an address that is none": (read_changes, "- {day: 2026-11-22, address: unclear role, kind: wording, note: x}\n", 'published/changes.yml:1:30: "address" must be an address of this site, such as challenges/few-hours.html#paid: found "unclear role"'),
    "a day that is none": (read_changes, "- {day: now, address: a.html, kind: wording, note: x}\n", 'published/changes.yml:1:9: "day" must be a date such as 2026-11-22: found "now"'),
    "a form without a version": (read_claims, "a.html#b\tk3fd\t2026-11-22\t0123456789abcdef\n", "published/claims.txt:1: a line must be an address, a version, a day and a fingerprint, with tabs between them; only scripts/publish.py writes this file"),
    "a form on a day that is none": (read_claims, "# x\na.html#b\tk3fd-v1\t2026-13-22\t0123456789abcdef\n", "published/claims.txt:2: a line must be an address, a version, a day and a fingerprint, with tabs between them; only scripts/publish.py writes this file"),
}  # fmt: skip


@pytest.mark.parametrize(("read", "text", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read(read, text, message):
    found, problems = read(text)
    assert found == ()
    assert message in [str(problem) for problem in problems]
    assert all(problem.fatal for problem in problems)


def test_the_file_that_an_editor_finds_holds_no_note_but_a_right_example():
    assert read_changes(CHANGES_OPENING) == ((), ())
    example = "\n".join(line.removeprefix("#").removeprefix(" ") for line in CHANGES_OPENING.splitlines() if line.startswith(("# - ", "#   ")))
    assert [change.kind for change in read_changes(example)[0]] == ["wording"]


# --- the script of a release


@pytest.fixture(scope="module")
def publish():
    with publish_script() as module:
        yield module


def edit_file(root):
    path = root / "data/challenges/long-nights.yml"
    path.write_text(path.read_text("utf-8").replace("basis: derived", "basis: stated", 1), "utf-8")


def test_a_release_stops_at_a_change_without_a_note_and_goes_on_with_the_line_that_it_names(publish, toy_copy, capsys):
    publish.main([], toy_copy)
    before = (toy_copy / "published/claims.txt").read_text("utf-8")
    edit_file(toy_copy)
    with pytest.raises(steps.CannotGoOn, match="Nothing was promised"):
        publish.main([], toy_copy)
    line = re.search(r"write there: (- \{.*?\})", capsys.readouterr().err)[1]
    assert (toy_copy / "published/claims.txt").read_text("utf-8") == before
    notes = toy_copy / "published/changes.yml"
    notes.write_text(notes.read_text("utf-8") + line + "\n", "utf-8")
    assert publish.main([], toy_copy).sentence.endswith("; new versions of records: 1.")
    after = (toy_copy / "published/claims.txt").read_text("utf-8")
    new = sorted(set(after.splitlines()) - set(before.splitlines()))
    assert len(new) == 2
    assert re.fullmatch(r"challenges/long-nights\.html#tired\t\w{4}-v2\t2026-11-22\t[0-9a-f]{16}", new[0])
    assert re.fullmatch(r"changes\.html#2026-11-22-challenges-long-nights-tired\t\w{4}-v2\t2026-11-22\tnote", new[1])


def test_between_releases_the_check_says_nothing_of_changes(publish, toy_copy):
    publish.main([], toy_copy)
    edit_file(toy_copy)
    assert load(toy_copy, TODAY).problems == ()
