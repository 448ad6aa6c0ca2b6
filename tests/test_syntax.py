"""The notations of running text: what is accepted, what is refused and in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledgebase.syntax import (
    Citation,
    Citations,
    Emphasis,
    Malformed,
    RecordLink,
    Text,
    in_brackets,
    locator_problem,
    parse,
    plain,
)


def cited(*items, narrative=False):
    return Citations(tuple(Citation(*item) if isinstance(item, tuple) else Citation(item) for item in items), narrative)


ACCEPTED = {
    "plain text stays text": ("No notation here.", [Text("No notation here.")]),
    "a link by id": ("See [[unclear-role]].", [Text("See "), RecordLink("unclear-role"), Text(".")]),
    "a link with own words": ("[[unclear-role|the job]]", [RecordLink("unclear-role", None, "the job")]),
    "a link to a claim": ("[[unclear-role#hours]]", [RecordLink("unclear-role", "hours")]),
    "a link to a claim with own words": ("[[role#hours|few hours]]", [RecordLink("role", "hours", "few hours")]),
    "words of a link may break over lines": ("[[role|few\n  hours]]", [RecordLink("role", None, "few hours")]),
    "one work": ("[@moll2009]", [cited("moll2009")]),
    "one work with a page": ("[@moll2009, p. 450]", [cited(("moll2009", None, "p. 450"))]),
    "two works": ("[@moll2009, p. 450; @tseris2020]", [cited(("moll2009", None, "p. 450"), "tseris2020")]),
    "a work read in another": ("[@moll2009 via @sowk551]", [cited(("moll2009", "sowk551"))]),
    "a work read in another, with a place": ("[@a via @b, para. 24]", [cited(("a", "b", "para. 24"))]),
    "a narrative citation": ("Moll et al. [-@moll2009] found", [Text("Moll et al. "), cited("moll2009", narrative=True), Text(" found")]),
    "several paragraphs": ("[@a, paras. 3, 5–7]", [cited(("a", None, "paras. 3, 5–7"))]),
    "the abstract as a place": ("[@a, abstract]", [cited(("a", None, "abstract"))]),
    "emphasis": ("It is *not* so.", [Text("It is "), Emphasis("not"), Text(" so.")]),
    "a lone star": ("2 * 3 = 6", [Text("2 * 3 = 6")]),
    "a star that is not closed": ("a *b", [Text("a *b")]),
    "an e-mail address is text": ("write to a@b.org", [Text("write to a@b.org")]),
    "an e-mail address in brackets is text": ("[a@b.org]", [Text("[a@b.org]")]),
    "a single bracket is text": ("[sic]", [Text("[sic]")]),
    "an empty text": ("", []),
    "markup is text": ("<b>&amp;</b>", [Text("<b>&amp;</b>")]),
}


@pytest.mark.parametrize(("text", "parts"), ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(text, parts):
    assert list(parse(text)) == parts


A_LINK = 'a link must be [[id]], [[id|words]] or [[id#claim]], ids in a-z, 0-9 and "-": found '
A_CITATION = 'a citation must be [@key], [@key, p. 3], [@key via @key] or several of these with ";" between: found '
A_PLACE = 'a locator must be a label and a number, as in "p. 450" or "para. 7": found '

REFUSED = {
    "capitals in an id": ("[[Unclear Role]]", A_LINK + '"[[Unclear Role]]"; did you mean "[[unclear-role]]"?'),
    "an empty link": ("[[]]", A_LINK + '"[[]]"'),
    "a link without words after the bar": ("[[role|]]", A_LINK + '"[[role|]]"; did you mean "[[role]]"?'),
    "two bars": ("[[role|a|b]]", A_LINK + '"[[role|a|b]]"'),
    "a link that is not closed": ("[[role", '"[[" opens a notation that must be closed with "]]": found "[[role"'),
    "a link closed by one bracket": ("[[role] and", '"[[" opens a notation that must be closed with "]]": found "[[role]"'),
    "a link that swallows another": ("[[role [[hours]]", '"[[" opens a notation that must be closed with "]]": found "[[role"'),
    "a citation that is not closed": ("[@moll2009 and", '"[@" opens a notation that must be closed with "]": found "[@moll2009"'),
    "no key": ("[@]", A_CITATION + '"[@]"'),
    "a second work without its sign": ("[@a; b]", A_CITATION + '"[@a; b]"'),
    "works divided by a comma": ("[@a, @b]", A_PLACE + '"@b"'),
    "via without its sign": ("[@a via b]", A_CITATION + '"[@a via b]"'),
    "a page without its label": ("[@a, 450]", A_PLACE + '"450"; did you mean "p. 450"?'),
    "a page label without its stop": ("[@a, p 450]", A_PLACE + '"p 450"; did you mean "p. 450"?'),
    "a page label without its space": ("[@a, p.450]", A_PLACE + '"p.450"; did you mean "p. 450"?'),
    "two works in a narrative citation": (
        "[-@a; @b]",
        '[-@key] must hold one work, since the sentence names its authors: found "[-@a; @b]"',
    ),
}


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_refused(text, why):
    malformed = [part for part in parse(text) if isinstance(part, Malformed)]
    assert [part.why for part in malformed] == [why]


def test_text_around_a_malformed_notation_is_kept():
    assert parse("a [[B]] c [[d]]") == (Text("a "), parse("[[B]]")[0], Text(" c "), RecordLink("d"))


PLAIN = {
    "links read as their titles": ("See [[role]].", "See the title of role."),
    "links read as their own words": ("See [[role|this]].", "See this."),
    "citations are left out, with the space before them": ("So it is [@a, p. 3].", "So it is."),
    "emphasis reads as its words": ("It is *not* so.", "It is not so."),
    "paragraphs stay apart": ("One.\nTwo.", "One.\nTwo."),
}


@pytest.mark.parametrize(("text", "words"), PLAIN.values(), ids=PLAIN)
def test_plain_words(text, words):
    assert plain(text, lambda link: f"the title of {link.record}") == words


@pytest.mark.parametrize("at", ["p. 450", "pp. 3–7", "para. 24", "chap. 2", "Table 1", "Box 14.1", "abstract", "title"])
def test_places_that_can_be_printed(at):
    assert locator_problem(at) is None


@given(st.text(alphabet="[]@-;|#* \nabc1p.", max_size=40))
def test_no_text_is_lost_or_breaks_the_parser(text):
    parts = parse(text)
    shown = "".join(part.text for part in parts if isinstance(part, Text | Malformed))
    assert set(shown) <= set(text)
    if all(isinstance(part, Text) for part in parts):
        assert shown == text


@given(st.text(max_size=60))
def test_any_text_parses(text):
    assert "".join(part.text for part in parse(text) if isinstance(part, Text)) in text or "[" in text or "*" in text


PIECES = ("[[few-hours]]", "[[a#b|own words]]", "[[", "]]", "[@moll2009, p. 3]", "[", "]", "*", "|", "a", " ", "[[[a]]", "[[a|b  c]]")


@given(st.lists(st.sampled_from(PIECES)))
def test_what_stands_in_brackets_is_found_as_it_is_parsed(pieces):
    text = "".join(pieces)
    assert in_brackets(text) == tuple(part for part in parse(text) if not isinstance(part, Text | Emphasis))
