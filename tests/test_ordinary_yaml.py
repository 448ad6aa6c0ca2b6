"""The quick reading of ordinary records takes nothing that the careful reading refuses, and nothing in another way."""

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledgebase.reading import yaml_tree
from knowledgebase.reading.ordinary_yaml import ordinary_tree

RECORDS = [path.read_text("utf-8") for path in sorted((ROOT / "data").glob("*/*.yml"))]

TAKEN = {
    "a text of one line": ("title: Few hours\n", {"title": "Few hours"}),
    "no line break at the end": ("title: Few hours", {"title": "Few hours"}),
    "comments and empty lines above": ("# a comment\n\ntitle: no\n", {"title": "no"}),
    "a colon, a sign and a quote within a text": ("title: 10:30, C#'s \"a\"\n", {"title": "10:30, C#'s \"a\""}),
    "text in quotes": ('title: "a: b, [c]"\n', {"title": "a: b, [c]"}),
    "empty quotes": ('title: ""\n', {"title": ""}),
    "lines that are folded": ("text: >-\n  one\n  two\n\n  three\n\n\n  four\n\nend: x\n", {"text": "one two\nthree\n\nfour", "end": "x"}),
    "blanks at the end of folded lines": ("text: >-\n  one \n  two  \n", {"text": "one  two  "}),
    "signs in folded lines": ("text: >-\n  - one: [\n  *two* &three\n", {"text": "- one: [ *two* &three"}),
    "items": ("list:\n  - one\n  - two words\nend: x\n", {"list": ["one", "two words"], "end": "x"}),
    "items with fields": ("list:\n  - a: x\n    b: y\n  - a: z\n", {"list": [{"a": "x", "b": "y"}, {"a": "z"}]}),
    "fields of fields": ("a:\n    b:\n      c: x\nd: y\n", {"a": {"b": {"c": "x"}}, "d": "y"}),
    "a list in brackets": ('a: [b, c d, "e, f"]\n', {"a": ["b", "c d", "e, f"]}),
    "fields in brackets": ("a:\n  - {b: c, d: [e, f]}\n", {"a": [{"b": "c", "d": ["e", "f"]}]}),
    "letters of all scripts": ("title: Überblick 概要\n", {"title": "Überblick 概要"}),
}

LEFT = {
    "nothing": "",
    "comments alone": "# nothing\n",
    "a list": "- a\n",
    "a text": "text\n",
    "a field twice": "a: x\na: y\n",
    "a field twice in brackets": "a: {b: x, b: y}\n",
    "a field without a value": "a:\n",
    "a field without a value before another": "a:\nb: x\n",
    "an item without a value": "a:\n  -\n",
    "a text that goes on": "a: one\n  two\n",
    "a text cut off by a comment": "a: one #two\n",
    "a folded text with a comment's beginning": "a: >-\n  one #two\n",
    "a colon that makes another field": "a: b: c\n",
    "a colon at the end": "a: b:\n",
    "blanks at the end": "a: b \n",
    "a tab": "a:\tb\n",
    "a control character": "a: b\u0085c\n",
    "a line separator": "a: b\u2028c\n",
    "an anchor": "a: &b c\n",
    "an alias": "a: *b\n",
    "a tag": "a: !!str b\n",
    "a merge key": "<<: {a: b}\n",
    "an escape": 'a: "\\x07"\n',
    "quotes that are not closed": 'a: "b\n',
    "single quotes": "a: 'b'\n",
    "a bracket that is not closed": "a: [b\n",
    "empty brackets": "a: []\n",
    "brackets within brackets": "a: [[b]]\n",
    "a second document": "a: b\n---\nc: d\n",
    "the end of a document": "a: b\n...\n",
    "a directive": "%YAML 1.1\n---\na: b\n",
    "lines that are kept": "a: |\n  b\n",
    "folded lines that keep their end": "a: >\n  b\n",
    "folded lines with another margin": "a: >-\n  b\n    c\n",
    "folded lines that begin with an empty one": "a: >-\n\n  b\n",
    "folded lines not indented": "a:\n  b: >-\n  c\n",
    "an empty line that holds blanks": "a: >-\n  b\n  \n  c\n",
    "fields not indented alike": "a:\n    b: c\n  d: e\n",
    "items not indented alike": "a:\n    - b\n  - c\n",
    "a field beside items": "a:\n  - b\n  c: d\n",
    "an item beside fields": "a: b\n- c\n",
    "an item in an item": "a:\n  - - b\n",
    "a level too many": "".join(f"{' ' * n}a:\n" for n in range(20)) + f"{' ' * 20}a: b\n",
}


@pytest.mark.parametrize(("text", "tree"), TAKEN.values(), ids=TAKEN)
def test_it_is_taken(text, tree):
    assert ordinary_tree(text) == tree == with_care(text)


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_it_is_left_to_the_careful_reading(text):
    assert ordinary_tree(text) is None


def test_almost_every_record_of_ours_is_ordinary():
    trees = [ordinary_tree(text) for text in RECORDS]
    assert all(tree is None or tree == with_care(text) for tree, text in zip(trees, RECORDS, strict=True))
    assert trees.count(None) <= len(RECORDS) / 20


def with_care(text):
    """The tree by the careful reading alone; None where that finds a problem."""
    builder = yaml_tree._Builder(text, "a record")
    return None if list(yaml_tree._building_problems(builder, text, "x.yml")) else builder.root


PIECES = st.sampled_from([*"\n\t :-#[]{},>|&*!%@`'\"?<a1.\\\u00a0\u0085\u2028é", "\n\n", "  ", "\n  ", "- ", ": ", " #", ">-\n", "---\n", "~"])


@st.composite
def changed_records(draw):
    """A part of a real record in which a few spots were changed."""
    text = draw(st.sampled_from(RECORDS))
    begin = draw(st.integers(0, len(text)))
    text = "\n".join(text[begin : begin + draw(st.integers(1, 600))].split("\n")[draw(st.integers(0, 1)) :])
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(PIECES) + text[at + draw(st.integers(0, 2)) :]
    return text


LINES = st.lists(st.builds("".join, st.lists(st.sampled_from(
    ["", " ", "  ", "    ", "- ", "a", "b: ", "c:", "[a, b]", "{a: b}", '"a"', ">-", "text", ": ", ",", "[", "]", "{", "}", " #"]
), max_size=6)), max_size=9)  # fmt: skip


@given(changed_records() | st.builds("\n".join, LINES))
@settings(max_examples=400)
def test_what_is_taken_is_what_the_careful_reading_takes(text):
    tree = ordinary_tree(text)
    assert tree is None or tree == with_care(text)
