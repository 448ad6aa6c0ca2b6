"""Changes of what was published: how they are found, what must be noted of them, and what is wrong with a note."""

import re
from dataclasses import replace
from datetime import date

import pytest
from conftest import TODAY
from editing import (
    CLAIM,
    FIRST,
    LIGHT,
    SECOND,
    add_claim,
    add_record,
    edit_claim,
    edit_part,
    edit_record,
    move_record,
    remove_claim,
    rename_record,
    twice_changed,
)
from publishing import after_release, publish_script, with_notes

import steps
from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.model.records import Basis, Check, Cite
from knowledgebase.reading.published import read_changes, read_claims
from knowledgebase.rules import broken_at_release
from knowledgebase.rules.changes import RULES
from knowledgebase.writing.changes.release import CHANGES_OPENING


@pytest.fixture(scope="module")
def published(toy):
    """The toy after its first release."""
    return after_release(toy, FIRST)


def unnoted(base):
    """The addresses that a release would ask a note for."""
    return [re.search(r'found none for "([^"]+)"', problem.message)[1] for problem in broken_at_release(Links(base), TODAY)]


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
