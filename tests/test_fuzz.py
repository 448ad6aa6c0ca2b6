"""A short run of tests/proof/fuzz.py, the same in every run, and proof that its targets fail where something is wrong."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "proof"))

import targets
from fuzz import run_target
from invented import RECORDS, File, original

CASES = {"notations": 60, "records bent": 40, "records worded": 25, "records damaged": 40, "bibliographies": 40, "sites": 8}
KEEPER = "data/definitions/keeper.yml"


@pytest.mark.parametrize(("target", "cases"), CASES.items())
def test_whatever_stands_in_the_files_there_are_problems_or_true_pages(target, cases):
    assert run_target(target, cases, 1) >= 1


def test_every_target_has_its_short_run():
    assert CASES.keys() == targets.TARGETS.keys()


@pytest.mark.parametrize("path", RECORDS)
def test_the_records_of_the_toy_say_what_they_say(path):
    targets.record(File(path, original(path)))


UNESCAPED = {
    "a page that lets markup through": (targets.notations, "a <b onclick=x>c</b>", "escape"),
    "a page that drops a word": (targets.notations, "one two", "drop"),
}


@pytest.mark.parametrize(("target", "text", "fault"), UNESCAPED.values(), ids=UNESCAPED)
def test_a_fault_in_the_writing_of_texts_is_found(monkeypatch, target, text, fault):
    ways = {"escape": lambda text: text, "drop": lambda text: text.replace("two", "")}
    monkeypatch.setattr("knowledgebase.writing.prose.isolated", ways[fault])
    with pytest.raises(AssertionError):
        target(text)


def test_work_that_grows_faster_than_the_text_is_found():
    def each_with_each():
        return [abs(one - other) for one in range(600) for other in range(600)]

    with pytest.raises(AssertionError, match="360,00"):
        targets.within_reason("x" * 600, each_with_each)


def test_a_record_that_says_less_on_its_page_is_found(monkeypatch):
    made = targets.record_page
    monkeypatch.setattr(targets, "record_page", lambda writer, record: made(writer, record.model_copy(update={"unknown": "Nothing."})))
    with pytest.raises(AssertionError, match="How many keepers"):
        targets.record(File(KEEPER, original(KEEPER)))
