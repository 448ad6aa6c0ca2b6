"""Which text of a hand-written page the rules read: running text, with its places, and no code."""

import pytest

from knowledgebase.reading.pages import read_page

PAGES = {
    "running text is read": ("See [[a]].", "See [[a]]."),
    "a code span is not": ("`[[a]]` b", "b"),
    "a code span of two ticks is not": ("``[[a]] ` `` b", "b"),
    "a lone tick opens nothing": ("a ` [[b]]", "a ` [[b]]"),
    "a fence is not": ("a\n```\n[[b]]\n```\nc", "a c"),
    "an open fence ends with the page": ("a\n~~~\n[[b]]", "a"),
    "indented code is not": ("a\n\n    [[b]]\n    [[c]]\n\nd", "a d"),
    "an indented line of a list is read": ("- a\n\n    [[b]]\n", "- a [[b]]"),
    "an indented line of a definition is read": ("a\n:   b\n\n    [[c]]", "a : b [[c]]"),
    "a line that only goes on is read": ("a\n    [[b]]", "a [[b]]"),
    "a comment is not": ("a <!-- [[b]] --> c", "a c"),
}


@pytest.mark.parametrize(("text", "read"), PAGES.values(), ids=PAGES)
def test_running_text(text, read):
    assert " ".join(read_page(text, "docs/a.md", "a.md").source.text.split()) == read


def test_places_are_kept():
    source = read_page("`x`\n\n```\ny\n```\n\nsee [[b]]", "docs/a.md", "a.md").source
    assert str(source.place((), words="[[b]]")) == "docs/a.md:7:5"
