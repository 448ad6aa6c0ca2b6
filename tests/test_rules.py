"""Each rule with one broken example and its exact message.

Every row changes one thing in a copy of the toy knowledge base, which has no problem, and names every problem
that must then be found, and no other.
"""

import re
import shutil
from dataclasses import replace
from datetime import date

import pytest
from conftest import TODAY, TOY
from hypothesis import given
from hypothesis import strategies as st

from knowledgebase import load as loading
from knowledgebase.known import Known
from knowledgebase.links import Links
from knowledgebase.load import load
from knowledgebase.rules import RULES, RULES_OF_ONE, broken_rules
from knowledgebase.rules.respect import SAY_INSTEAD, STEMS

LIGHTHOUSE = "data/definitions/lighthouse.yml"
KEEPER = "data/definitions/keeper.yml"
AUTOMATIC = "data/forms/automatic-light.yml"
NIGHTS = "data/challenges/long-nights.yml"
WATCHES = "data/continuum/watches.yml"
SURVEY = "data/evidence/survey-of-towers.yml"
GUIDANCE = "data/guidance/for-keepers.yml"
BIB = "bibliography.bib"
START = "docs/index.md"


@pytest.fixture
def found(tmp_path):
    """A function: the problems of the toy after a change, as printed lines, and the rules they broke."""

    def changed(path, old, new, today=TODAY):
        shutil.copytree(TOY, tmp_path / "toy")
        file = tmp_path / "toy" / path
        if old is None:
            file.parent.mkdir(exist_ok=True)
            file.write_text(new, "utf-8")
        else:
            text = file.read_text("utf-8")
            assert old in text
            file.write_text(text.replace(old, new, 1), "utf-8")
        return load(tmp_path / "toy", today).problems

    return changed


# name: (rule, file, text to change, its replacement, the problems)
CANNOT_BE_READ = {
    "an unknown field": (
        "unknown-field", AUTOMATIC, "unknown: >-", "unknwon: >-",
        [f'{AUTOMATIC}:1:1: a record must have the field "unknown": What nobody has shown yet, or "None found",'
         " with where and on which date you looked.",
         f'{AUTOMATIC}:23:1: a record has no field "unknwon"; did you mean "unknown"?'],
    ),
    "a field of another kind": (
        "unknown-field", AUTOMATIC, "unknown: >-", "other_names: [a]\nunknown: >-",
        [f'{AUTOMATIC}:23:1: a record has no field "other_names"; its fields are title, in_short, claims, differ, no_difference, unknown, see,'
         " aliases, everyday_words, concerns, levels, reviewed"],
    ),
    "a missing field": (
        "missing-field", KEEPER, "    basis: stated\n", "",
        [f'{KEEPER}:5:5: a claim must have the field "basis": How well we know it: stated, reported, experience or derived.'],
    ),
    "an empty field": ("empty-field", KEEPER, "title: Keeper", "title:", [f'{KEEPER}:1:7: "title" must not be empty']),
    "a wrong kind of value: text for a list": (
        "wrong-kind", LIGHTHOUSE, "other_names: [beacon]", "other_names: beacon",
        [f'{LIGHTHOUSE}:4:14: "other_names" must be a list: found "beacon"'],
    ),
    "a wrong kind of value: a list for text": (
        "wrong-kind", KEEPER, "title: Keeper", "title: [Keeper]", [f'{KEEPER}:1:8: "title" must be text: found a list'],
    ),
    "a wrong kind of value: text for a claim": (
        "wrong-kind", KEEPER, "claims:\n", "claims:\n  - A keeper is paid.\n",
        [f'{KEEPER}:5:5: "claims" must be a claim with fields: found "A keeper is paid."'],
    ),
    "a wrong value": (
        "wrong-value", KEEPER, "basis: stated", "basis: state",
        [f'{KEEPER}:8:12: "basis" must be one of stated, reported, experience, derived: found "state"; did you mean "stated"?'],
    ),
    "a relation that does not exist": (
        "wrong-value", AUTOMATIC, "part-of:", "partof:",
        [f"{AUTOMATIC}:26:3: the name of a relation must be one of part-of, has-part, answers, answered-by, leads-to, follows-from,"
         " illustrates, illustrated-by, extends, extended-by, qualifies, qualified-by, agrees-with, contradicts, related:"
         ' found "partof"; did you mean "part-of"?'],
    ),
    "a date in another order": (
        "wrong-value", KEEPER, "2026-11-20", "20.11.2026",
        [f'{KEEPER}:16:11: "reviewed" must be a date such as 2026-11-22: found "20.11.2026"'],
    ),
    "a paragraph in another form": (
        "wrong-value", LIGHTHOUSE, "[p007]", "[7]",
        [f'{LIGHTHOUSE}:18:51: "paras" must hold paragraphs such as p018: found "7"; did you mean "p007"?'],
    ),
    "a difference with one side": (
        "wrong-value", NIGHTS, "[tired, automatic-light#nobody]", "[tired]",
        [f'{NIGHTS}:14:14: "between" must have at least 2 entries'],
    ),
    "a title of two lines": (
        "wrong-value", KEEPER, "title: Keeper", "title: |\n  Keeper\n  of lights", [f'{KEEPER}:1:8: "title" must be one line: found 2 lines'],
    ),
    "a repeated key": (
        "field-twice", KEEPER, "title: Keeper", "title: Keeper\ntitle: Minder", [f'{KEEPER}:2:1: a field must be given once: found "title" again'],
    ),
    "an id that is none, of a claim": (
        "bad-id", KEEPER, "id: who-keeps", "id: Who Keeps",
        [f'{KEEPER}:5:9: "id" must be in a-z, 0-9 and single "-": found "Who Keeps"; did you mean "who-keeps"?'],
    ),
    "an id that is none, of a record": (
        "bad-id", "data/forms/Gas_light.yml", None, (TOY / KEEPER).read_text("utf-8").replace("Keeper", "Gas light"),
        ['data/forms/Gas_light.yml: the file name is the id and must be in a-z, 0-9 and single "-": found "Gas_light";'
         ' did you mean "gas-light"?'],
    ),
    "an id that is reserved": (
        "bad-id", "data/forms/index.yml", None, (TOY / KEEPER).read_text("utf-8").replace("Keeper", "Index"),
        ['data/forms/index.yml: "index" is reserved and must not be the id of a record'],
    ),
    "an id that is a part of the page": (
        "bad-id", KEEPER, "id: who-keeps", "id: references",
        [f'{KEEPER}:5:9: "references" is the name of a part of the page and must not be an id in a record'],
    ),
    "an id used twice, by claims": (
        "id-twice", AUTOMATIC, "id: cheaper", "id: nobody",
        [f'{AUTOMATIC}:14:9: an id must be used once in a record: found "nobody" again'],
    ),
    "an id used twice, by records": (
        "id-twice", "data/forms/keeper.yml", None, (TOY / KEEPER).read_text("utf-8").replace("title: Keeper", "title: Gas light"),
        ['data/forms/keeper.yml: an id must be used once: found "keeper", which is data/definitions/keeper.yml'],
    ),
    "a claim without a source": (
        "no-source", KEEPER, "cite:\n      - {source: ash2001, paras: [p003, p004, p006]}", "cite: []",
        [f'{KEEPER}:9:11: a claim must have at least one source in "cite"'],
    ),
    "a claim without the field for its sources": (
        "no-source", KEEPER, "    cite:\n      - {source: ash2001, paras: [p003, p004, p006]}\n", "",
        [f'{KEEPER}:5:5: a claim must have at least one source in "cite"'],
    ),
    "an id used twice, by a position and a claim": (
        "id-twice", WATCHES, "id: alone", "id: one-keeper", [f'{WATCHES}:18:9: an id must be used once in a record: found "one-keeper" again'],
    ),
    "an avoid without its do": (
        "missing-field", GUIDANCE, "    do:\n      text: >-\n        Rest by day.\n      tier: advice\n      claims: [rest]\n", "",
        [f'{GUIDANCE}:12:5: a pair must have the field "do": What to do.'],
    ),
    "a tier that does not exist": (
        "wrong-value", GUIDANCE, "tier: counterpart", "tier: counterpar",
        [f'{GUIDANCE}:21:13: "tier" must be one of advice, contrast, inverted, counterpart: found "counterpar"; did you mean "counterpart"?'],
    ),
    "an aspect with a field too many": (
        "unknown-field", LIGHTHOUSE, "pay: {stance: silent}", "pay: {stance: silent, word: none}",
        [f'{LIGHTHOUSE}:38:29: an aspect has no field "word"; did you mean "words"?'],
    ),
    "a fact that is only text": (
        "wrong-kind", SURVEY, "setting:\n  text: >-\n    Not stated in the source.", "setting: Not stated in the source.",
        [f'{SURVEY}:20:10: "setting" must be a fact with fields: found "Not stated in the source."'],
    ),
    "a file that is not YAML": (
        "yaml-syntax", KEEPER, "title: Keeper", "title: Keeper: of lights",
        [f'{KEEPER}:1:14: this is not YAML: mapping values are not allowed in this context; does the text hold ": "?'
         ' Put it in a block: "field: >-" and the text indented below'],
    ),
    "an anchor": (
        "yaml-anchor", KEEPER, "title: Keeper", "title: &name Keeper", [f"{KEEPER}:1:8: a record must not use YAML anchors or aliases: found &name"],
    ),
    "a tag": (
        "yaml-tag", KEEPER, "title: Keeper", "title: !!python/name:os.system", [f"{KEEPER}:1:8: a record must not use YAML tags: found !!python/name:os.system"],
    ),
    "two documents": (
        "yaml-documents", KEEPER, "reviewed:", "---\nreviewed:", [f'{KEEPER}:16:1: a file must hold one record: found a second document after "---"'],
    ),
    "an empty file": ("empty-file", "data/forms/gas.yml", None, "", ["data/forms/gas.yml:1:1: a record must have fields: found an empty file"]),
    "a folder that is no kind": (
        "unknown-kind", "data/form/gas.yml", None, "title: Gas", ['data/form: a folder in data/ must be a kind of record: found "form"; did you mean "forms"?'],
    ),
    "a file that is no record": (
        "not-a-record", "data/forms/gas.yaml", None, "title: Gas",
        ['data/forms/gas.yaml: a folder of records must hold files named ID.yml only: found "gas.yaml"; did you mean "gas.yml"?'],
    ),
}  # fmt: skip

IS_NOT_RIGHT = {
    "an unknown record, in a text": (
        "unknown-record", LIGHTHOUSE, "a [[keeper]]", "a [[keepr]]",
        [f'{LIGHTHOUSE}:15:56: no record "keepr" in data/; did you mean "keeper"?'],
    ),
    "an unknown record, in see": (
        "unknown-record", AUTOMATIC, "[lighthouse]", "[lighthose]", [f'{AUTOMATIC}:26:13: no record "lighthose" in data/; did you mean "lighthouse"?'],
    ),
    "an unknown record, on a hand-written page": (
        "unknown-record", START, "To [[automatic-light]]", "To [[lamp]]", [f'{START}:16:6: no record "lamp" in data/'],
    ),
    "an unknown claim, in a text": (
        "unknown-claim", START, "lighthouse#not-a-lamp", "lighthouse#not-lamp",
        [f'{START}:7:32: no claim "not-lamp" in {LIGHTHOUSE}; did you mean "not-a-lamp"?'],
    ),
    "an unknown claim, in a difference": (
        "unknown-claim", NIGHTS, "[tired,", "[tird,", [f'{NIGHTS}:14:15: no claim "tird" in {NIGHTS}; did you mean "tired"?'],
    ),
    "an unknown claim, at a position": (
        "unknown-claim", WATCHES, "[one-keeper]", "[one-keepr]", [f'{WATCHES}:24:14: no claim "one-keepr" in {WATCHES}; did you mean "one-keeper"?'],
    ),
    "an unknown record, answered by a pair": (
        "unknown-record", GUIDANCE, "answers: [long-nights]", "answers: [long-nights, long-night]", [f'{GUIDANCE}:29:28: no record "long-night" in data/; did you mean "long-nights"?'],
    ),
    "an unknown work, of a study": (
        "unknown-work", SURVEY, "work: birch2010", "work: brich2010", [f'{SURVEY}:4:7: no work "brich2010" in bibliography.bib; did you mean "birch2010"?'],
    ),
    "a word without respect": (
        "disrespectful-word", NIGHTS, "Keepers grow tired", "Keepers suffer from being tired",
        [f'{NIGHTS}:3:11: a text must speak of people with respect: found "suffer from"; say "live with", or mark a quotation'],
    ),
    "a hard word that a record explains": (
        "hard-word", NIGHTS, "tired at night.", "tired in the lantern room.",
        [f'{NIGHTS}:3:29: a hard word of "in_short" must be linked to the record that explains it, or said in plain words:'
         ' found "lantern room"; did you mean "[[lighthouse|lantern room]]"?'],
    ),
    "a hard word that no record explains": (
        "hard-word", NIGHTS, "tired at night.", "tired, says a meta-analysis.",
        [f'{NIGHTS}:3:30: a hard word of "in_short" must be linked to the record that explains it, or said in plain words:'
         ' found "meta-analysis"'],
    ),
    "neither a difference nor that none was found": (
        "differences-unsaid", KEEPER, "no_difference: >-\n  None found in the toy works (looked on 2026-11-22).\n", "",
        [f'{KEEPER}:11:10: a record must have "differ" or, where nothing was found, "no_difference": found neither'],
    ),
    "a difference and that none was found": (
        "differences-unsaid", NIGHTS, "unknown: >-", "no_difference: All agree.\nunknown: >-",
        [f'{NIGHTS}:15:16: a record must have "differ" or, where nothing was found, "no_difference": found both'],
    ),
    "a claim named twice in a difference": (
        "claim-twice", NIGHTS, "[tired, automatic-light#nobody]", "[tired, tired]",
        [f'{NIGHTS}:14:22: a list must name each claim once: found "tired" again'],
    ),
    "an unknown work, in a claim": (
        "unknown-work", NIGHTS, "source: ash2001", "source: ahs2001", [f'{NIGHTS}:10:18: no work "ahs2001" in bibliography.bib; did you mean "ash2001"?'],
    ),
    "an unknown work, in a text": (
        "unknown-work", KEEPER, "[@oakboard2020,", "[@oakbord2020,", [f'{KEEPER}:7:79: no work "oakbord2020" in bibliography.bib; did you mean "oakboard2020"?'],
    ),
    "a work never read, cited as if read": (
        "unread-work", LIGHTHOUSE, "{source: cedar2015, via: ash2001, paras: [p007]}", "{source: cedar2015}",
        [f'{LIGHTHOUSE}:18:18: "cedar2015" is known only second-hand, so its citation must name in "via" the work that was read'],
    ),
    "a work never read, as the one that was read": (
        "unread-work", AUTOMATIC, "{source: cedar2015, via: oakboard2020, paras: [p002]}", "{source: cedar2015, via: elm2015}",
        [f'{AUTOMATIC}:19:34: "via" must name a work that was read: found "elm2015"; if it was, write read = {{whole}} in bibliography.bib'],
    ),
    "a work of which the abstract was read, cited as a whole": (
        "unread-work", LIGHTHOUSE, "{source: birch2010, at: abstract}", "{source: birch2010, at: p. 3}",
        [f'{LIGHTHOUSE}:23:20: of "birch2010" only the abstract was read, so the place must be "abstract" or "title": found "p. 3"; or name in "via" the work that was read'],
    ),
    "a work read in itself": (
        "via-itself", NIGHTS, "{source: ash2001,", "{source: ash2001, via: ash2001,",
        [f'{NIGHTS}:10:32: "via" must name another work than the source: found "ash2001" for both; leave "via" out'],
    ),
    "a work cited nowhere": (
        "uncited-work", AUTOMATIC, "      - {source: elm2015, via: oakboard2020, paras: [p002]}\n", "",
        [f'{BIB}:31:1: a work must be cited somewhere: found no citation of "elm2015"'],
    ),
    "a citation given twice": (
        "citation-twice", AUTOMATIC, "source: elm2015", "source: cedar2015",
        [f'{BIB}:31:1: a work must be cited somewhere: found no citation of "elm2015"',
         f'{AUTOMATIC}:20:9: a claim must give a citation once: found "cedar2015" again with the same place'],
    ),
    "two works that would print the same": (
        "look-alike-works", BIB, "Elm, Eve and Fir, Flo and Gum, Gil", "Cedar, Cy",
        [f'{BIB}:22:1: "cedar2015" prints the same in the text as "elm2015": each must have a letter, as in yearsuffix = {{a}}',
         f'{BIB}:31:1: "elm2015" prints the same in the text as "cedar2015": each must have a letter, as in yearsuffix = {{a}}'],
    ),
    "a long sentence in short": (
        "long-sentence", NIGHTS, "tired at night.", "tired " + "and tired " * 10 + "at night.",
        [f'{NIGHTS}:3:3: a sentence of "in_short" must have at most 20 words: found 25 in "Keepers grow tired and …"'],
    ),
    "a long paragraph in short": (
        "long-paragraph", NIGHTS, "tired at night.", "tired. They do. They do. They do.",
        [f'{NIGHTS}:3:3: a paragraph of "in_short" must have at most 3 sentences: found 4; an empty line starts a new one'],
    ),
    "a malformed notation, in a text": (
        "malformed-notation", LIGHTHOUSE, "a [[keeper]]", "a [[Keeper]]",
        [f'{LIGHTHOUSE}:15:54: a link must be [[id]], [[id|words]] or [[id#claim]], ids in a-z, 0-9 and "-": found "[[Keeper]]";'
         ' did you mean "[[keeper]]"?'],
    ),
    "a malformed notation, on a hand-written page": (
        "malformed-notation", START, "[@cedar2015 via @ash2001, p. 4;", "[@cedar2015 via @ash2001, p 4;",
        [f'{START}:8:1: a locator must be a label and a number, as in "p. 450" or "para. 7": found "p 4"; did you mean "p. 4"?'],
    ),
    "a malformed place": (
        "malformed-place", NIGHTS, "at: p. 9", "at: page 9", [f'{NIGHTS}:10:31: a locator must be a label and a number, as in "p. 450" or "para. 7": found "page 9"'],
    ),
    "a review in the future": (
        "review-in-future", KEEPER, "2026-11-20", "2027-01-01", [f"{KEEPER}:16:11: the review must not lie in the future: found 2027-01-01, and today is 2026-11-22"],
    ),
    "an overdue review": (
        "overdue-review", KEEPER, "2026-11-20", "2024-11-21",
        [f"{KEEPER}:16:11: a record must be reviewed every two years: found 2024-11-21, so the review was due on 2026-11-21"],
    ),
    "none found without a date": (
        "undated-none-found", NIGHTS, " (looked on 2026-11-22)", "",
        [f'{NIGHTS}:15:10: "None found" must say where and on which date you looked: found "None found in the toy works."'],
    ),
    "none found without where": (
        "undated-none-found", NIGHTS, "None found in the toy works (looked on 2026-11-22).", "None found, 2026-11-22.",
        [f'{NIGHTS}:15:10: "None found" must say where and on which date you looked: found "None found, 2026-11-22."'],
    ),
    "an earlier id that is another record's": (
        "id-twice", LIGHTHOUSE, "[light-tower]", "[light-tower, keeper]",
        [f'{LIGHTHOUSE}:30:24: an earlier id must belong to one record only: found "keeper", which is {KEEPER}'],
    ),
    "a title used twice": (
        "title-twice", KEEPER, "title: Keeper", "title: Lighthouse",
        [f'{LIGHTHOUSE}:1:8: a title must belong to one record only: found "Lighthouse", which {KEEPER} has too'],
    ),
    "a record related to itself": (
        "related-to-itself", AUTOMATIC, "[lighthouse]", "[lighthouse, automatic-light]",
        [f'{AUTOMATIC}:26:25: a record must not be related to itself: found "automatic-light"'],
    ),
    "a relation written on both sides": (
        "related-twice", KEEPER, "reviewed:", "see: {related: [lighthouse]}\nreviewed:",
        [f'{LIGHTHOUSE}:29:13: two records must be related once: found "keeper" under "related", and "related" in {KEEPER}'],
    ),
    "a relation that says less than another": (
        "related-twice", NIGHTS, "answered-by: [automatic-light]", "answered-by: [automatic-light]\n  related: [automatic-light]",
        [f'{NIGHTS}:19:13: two records must be related once: found "automatic-light" under "related", and "answered-by" in {NIGHTS}'],
    ),
    "a record without a link": (
        "lonely-record", "data/forms/gas.yml", None,
        "title: Gas\nin_short: Gas.\nclaims: [{id: a, text: b, basis: stated, cite: [{source: ash2001}]}]\nno_difference: All agree.\nunknown: All.\nconcerns: [managers]\nreviewed: 2026-11-20\n",
        ['data/forms/gas.yml:1:1: a record must have a link in and a link out: found no link from it; a relation under "see" is both',
         'data/forms/gas.yml:1:1: a record must have a link in and a link out: found no link to it; a relation under "see" is both'],
    ),
    "a hand-written page in the place of another": (
        "page-twice", "docs/a-z.md", None, "# A to Z",
        ["docs/a-z.md: a hand-written page must not take the place of one made from the data: found a-z.html"],
    ),
    "a figure of a record that there is not": (
        "unknown-figure", START, "# Lights", '# Lights\n\n<div data-figure="watch"></div>',
        [f'{START}:7:1: a figure must be that of a continuum: found "watch"; did you mean "watches"?'],
    ),
    "a figure of a record that is not drawn": (
        "unknown-figure", START, "# Lights", '# Lights\n\n<div data-figure="keeper"></div>',
        [f'{START}:7:1: a figure must be that of a continuum: found "keeper"'],
    ),
    "a figure in another form": (
        "unknown-figure", START, "# Lights", "# Lights\n\n<div class='a' data-figure='watches'></div>",
        [f"{START}:7:1: a figure must be asked for as <div data-figure=\"id\"></div>: found <div class='a' data-figure='watches'></div>"],
    ),
    "a figure twice on a page": (
        "unknown-figure", START, "# Lights", '# Lights\n\n<div data-figure="watches"></div>\n\n<div data-figure="watches"></div>',
        [f'{START}:9:1: a page must show a figure once: found "watches" again'],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "path", "old", "new", "lines"), CANNOT_BE_READ.values(), ids=CANNOT_BE_READ)
def test_what_cannot_be_read_stops_the_build(found, rule, path, old, new, lines):
    problems = found(path, old, new)
    assert [str(problem) for problem in problems] == lines
    assert rule in {problem.rule for problem in problems}
    assert all(problem.fatal for problem in problems)


@pytest.mark.parametrize(("rule", "path", "old", "new", "lines"), IS_NOT_RIGHT.values(), ids=IS_NOT_RIGHT)
def test_what_is_not_right_is_told(found, rule, path, old, new, lines):
    problems = found(path, old, new)
    assert [str(problem) for problem in problems] == lines
    assert rule in {problem.rule for problem in problems}
    assert not any(problem.fatal for problem in problems)


def test_all_problems_come_in_one_run_in_order_of_place(found):
    problems = found(AUTOMATIC, "[lighthouse]", "[a, b, automatic-light]")
    assert [problem.place.column for problem in problems] == [13, 16, 19]


NOT_DISRESPECTFUL = ("the “mentally ill” label", "a \"crazy\" idea, as it was called", "the homelessness service", "sufferings")


@pytest.mark.parametrize("words", NOT_DISRESPECTFUL)
def test_quotations_and_other_words_are_left_alone(found, words):
    assert found(NIGHTS, "Keepers grow tired", f"Keepers know {words}") == ()


def test_a_hard_word_may_stand_where_it_is_linked(found):
    assert found(NIGHTS, "tired at night.", "tired in the [[lighthouse|lantern room]].") == ()


def test_a_review_is_due_two_years_after_the_last(found):
    assert found(KEEPER, "2026-11-20", "2026-11-21", date(2028, 11, 19)) == ()


def test_what_was_found_in_a_record_is_told_again_without_reading_it(found, tmp_path, monkeypatch):
    found(NIGHTS, "cite:", "cite:", today=TODAY)
    file = tmp_path / "toy" / NIGHTS
    file.write_text(file.read_text("utf-8") + "no_difference: None found anywhere.\n", "utf-8")
    known = Known()
    before = load(tmp_path / "toy", TODAY, known).problems
    monkeypatch.setattr(loading, "read_record", None)
    assert load(tmp_path / "toy", TODAY, Known(known.used)).problems == before
    assert {problem.rule for problem in before} >= {"undated-none-found"}


def test_the_file_of_a_record_is_opened_only_if_its_content_is_not_known(monkeypatch):
    known, opened = Known(), []
    before = load(TOY, TODAY, known).base.records
    contents = {record.source.path: record.source.digest for record in before}
    other = before[0].source.path
    read_text = loading.read_text
    monkeypatch.setattr(loading, "read_text", lambda path, shown: opened.append(shown) or read_text(path, shown))
    again = load(TOY, TODAY, Known(known.used), contents | {other: "what nobody knows"}).base.records
    assert [path for path in opened if path.startswith("data/")] == [other]
    assert [(record, record.place("unknown")) for record in again] == [(record, record.place("unknown")) for record in before]


def test_the_place_in_a_file_that_is_gone_is_the_file_as_a_whole(tmp_path):
    shutil.copytree(TOY, tmp_path / "toy")
    record = load(tmp_path / "toy", TODAY).base.records[0]
    (tmp_path / "toy" / record.source.path).unlink()
    assert str(record.place("title")) == record.source.path


def test_every_rule_states_itself_in_one_sentence():
    for rule in (*RULES, *RULES_OF_ONE):
        assert re.fullmatch(r".+\.", rule.__doc__), rule.__name__


@given(st.sampled_from(list(SAY_INSTEAD)).flatmap(lambda words: st.from_regex(re.compile(words, re.IGNORECASE), fullmatch=True)))
def test_no_disrespectful_word_is_passed_over(words):
    assert any(stem in words.lower() for stem in STEMS)


MARKED = {
    "a link within a word": "the [[keeper|home]]less.",
    "a link's end within a word": "they suf[[keeper|fer]] from it.",
    "emphasis within a word": "they *suf*fer from it.",
    "a citation within a word": "they suf[@moss2020]fer from it.",
    "a letter with a second form": "they ſuffer from it.",
}


@pytest.mark.parametrize("text", MARKED.values(), ids=MARKED)
def test_a_disrespectful_word_is_found_where_a_mark_stands_in_it(text, toy):
    record = next(record for record in toy.records if record.id == "keeper")
    changed = record.model_copy(update={"unknown": text})
    base = replace(toy, records=tuple(changed if one is record else one for one in toy.records))
    assert "disrespectful-word" in [problem.rule for problem in broken_rules(Links(base), TODAY)]
