"""Citations in the text: each case is works, what is cited, and what is printed. Italics are shown as *…*."""

from __future__ import annotations

import pytest
from printing import shown, works_of

from knowledgebase.syntax import Citation
from knowledgebase.writing.apa import Apa, Piece, look_alikes, text_of

SHELF = r"""
@book{ball,      author = {Ball, Ann}, title = {Piers}, year = 2019}
@book{ball2021,  author = {Ball, Ann}, title = {Quays}, year = 2021}
@book{ballcole,  author = {Ball, A. and Cole, Bo}, title = {Ropes}, year = 2018}
@book{dunn,      author = {Dunn, C. and Ball, A. and Cole, B.}, title = {Sails}, year = 2014}
@book{harbour,   author = {{Harbour Group}}, title = {Tides}, date = {2020-05-06}}
@book{short,     author = {{National Harbour Office}}, shortauthor = {NHO}, title = {Tides}, year = 2012}
@book{guilds,    author = {{Rope Guild} and {Sail Guild} and {Tar Guild}}, title = {Tides}, year = 2011}
@book{others,    author = {Eden, E. and others}, title = {Buoys}, year = 2009}
@book{editors,   editor = {Fox, F. and Gold, G.}, title = {Knots}, year = 2010}
@incollection{part, author = {Hill, H.}, editor = {Fox, F.}, title = {Bowlines}, booktitle = {Knots}, year = 2010}
@book{jr,        author = {Dahl, Jr., Bo and van der Berg, Jan}, title = {Masts}, year = 2003}
@book{plato,     author = {Plato}, title = {Ships}, date = {1994}, origdate = {-0379~}}
@book{again,     author = {Iver, I.}, title = {Nets}, year = 1953, origdate = {1900}}
@book{span,      author = {Jord, J.}, title = {Logs}, date = {2015/2020}}
@book{going,     author = {Jord, J.}, title = {Logs}, date = {2021/}}
@book{undated,   author = {Kay, K.}, title = {Tar}, year = {n.d.}}
@book{kay,       author = {Kay, K.}, title = {Tar}, year = 2016}
@book{press,     author = {Kay, K.}, title = {Tar}, year = {in press}}
@book{anonymous, author = {{Anonymous}}, title = {Wrecks}, year = 2022}
@book{whole,     author = {}, title = {A history of the harbour: The years of sail}, year = 2007}
@inreference{entry, title = {Signal flags}, booktitle = {Wiki of the Sea}, year = 2013}
@online{long,    author = {}, title = {How do I learn to sail a small boat around the island?}, year = {n.d.}}
@book{chosen,    author = {}, title = {A long title of a very dull book about boats}, shorttitle = {Dull book}, year = 2001}
@book{chen,      author = {Chen, A. and Chen, B.}, title = {Oars}, year = 2019}
@book{lettered,  author = {Lund, L.}, title = {Hulls}, year = 2005, yearsuffix = {c}}
"""


def apa_of(bib: str) -> Apa:
    return Apa(works_of(bib))


def cited(citations: str) -> list[Citation]:
    """``ball p. 3; dunn via ball para. 4`` as citations; the place begins at the second or fourth word."""
    found = []
    for item in citations.split("; "):
        source, *rest = item.split()
        via = rest[1] if rest[:1] == ["via"] else None
        found.append(Citation(source, via, " ".join(rest[2:] if via else rest) or None))
    return found


@pytest.fixture(scope="module")
def shelf() -> Apa:
    return apa_of(SHELF)


@pytest.mark.parametrize(
    ("citations", "bracket", "sentence"),
    [
        pytest.param("ball", "(Ball, 2019)", "Ball (2019)", id="one author"),
        pytest.param("ballcole", "(Ball & Cole, 2018)", "Ball and Cole (2018)", id="two authors"),
        pytest.param("dunn", "(Dunn et al., 2014)", "Dunn et al. (2014)", id="three authors"),
        pytest.param("others", "(Eden et al., 2009)", "Eden et al. (2009)", id="one author and others"),
        pytest.param("harbour", "(Harbour Group, 2020)", "Harbour Group (2020)", id="group author, year alone of a full date"),
        pytest.param(
            "short", "(National Harbour Office [NHO], 2012)", "National Harbour Office (NHO, 2012)", id="group with short name"
        ),
        pytest.param("guilds", "(Rope Guild et al., 2011)", "Rope Guild et al. (2011)", id="three groups"),
        pytest.param("editors", "(Fox & Gold, 2010)", "Fox and Gold (2010)", id="editors of a whole book"),
        pytest.param("part", "(Hill, 2010)", "Hill (2010)", id="chapter by its author"),
        pytest.param("jr", "(Dahl & van der Berg, 2003)", "Dahl and van der Berg (2003)", id="no Jr., but the prefix"),
        pytest.param("plato", "(Plato, ca. 380 B.C.E./1994)", "Plato (ca. 380 B.C.E./1994)", id="ancient work"),
        pytest.param("again", "(Iver, 1900/1953)", "Iver (1900/1953)", id="republished work"),
        pytest.param("span", "(Jord, 2015–2020)", "Jord (2015–2020)", id="span of years"),
        pytest.param("going", "(Jord, 2021–present)", "Jord (2021–present)", id="still going on"),
        pytest.param("undated", "(Kay, n.d.)", "Kay (n.d.)", id="no date"),
        pytest.param("press", "(Kay, in press)", "Kay (in press)", id="in press"),
        pytest.param("anonymous", "(Anonymous, 2022)", "Anonymous (2022)", id="signed Anonymous"),
        pytest.param(
            "whole", "(*A History of the Harbour*, 2007)", "*A History of the Harbour* (2007)", id="whole without author"
        ),
        pytest.param("entry", "(“Signal Flags,” 2013)", "“Signal Flags” (2013)", id="part without author"),
        pytest.param("long", "(*How Do I Learn*, n.d.)", "*How Do I Learn* (n.d.)", id="long title without author"),
        pytest.param("chosen", "(*Dull Book*, 2001)", "*Dull Book* (2001)", id="short title chosen by the editor"),
        pytest.param("chen", "(Chen & Chen, 2019)", "Chen and Chen (2019)", id="two authors of one name"),
        pytest.param("lettered", "(Lund, 2005c)", "Lund (2005c)", id="letter given by the editor, though there is no other"),
        pytest.param("ball p. 3", "(Ball, 2019, p. 3)", "Ball (2019, p. 3)", id="place"),
        pytest.param("entry paras. 18–19", "(“Signal Flags,” 2013, paras. 18–19)", "“Signal Flags” (2013, paras. 18–19)",
                     id="place in a work without author"),
        pytest.param("nobody", "(nobody?)", "nobody?", id="work that is not in the bibliography"),
        pytest.param(
            "dunn via anonymous para. 24",
            "(Dunn et al., 2014, as cited in Anonymous, 2022, para. 24)",
            "Dunn et al. (2014, as cited in Anonymous, 2022, para. 24)",
            id="original read in another work",
        ),
        pytest.param(
            "dunn via entry", "(Dunn et al., 2014, as cited in “Signal Flags,” 2013)",
            "Dunn et al. (2014, as cited in “Signal Flags,” 2013)", id="original read in a work without author",
        ),
        pytest.param("kay; ball; dunn", "(Ball, 2019; Dunn et al., 2014; Kay, 2016)",
                     "Kay (2016), Ball (2019), and Dunn et al. (2014)",
                     id="several works: in brackets as in the list, in a sentence as given"),
        pytest.param("ball2021; ball", "(Ball, 2019, 2021)", "Ball (2019, 2021)", id="two works of one author"),
        pytest.param("press; kay; undated", "(Kay, n.d., 2016, in press)", "Kay (n.d., 2016, in press)", id="order of years"),
        pytest.param("ball p. 3; ball2021", "(Ball, 2019, p. 3; Ball, 2021)", "Ball (2019, p. 3) and Ball (2021)",
                     id="works with a place stand alone"),
        pytest.param("ballcole; ball", "(Ball, 2019; Ball & Cole, 2018)", "Ball and Cole (2018) and Ball (2019)",
                     id="an author alone comes before the same author with others"),
    ],
)  # fmt: skip
def test_citations_are_printed(shelf, citations, bracket, sentence):
    assert shown(shelf.in_text(cited(citations))) == bracket
    assert shown(shelf.in_text(cited(citations), narrative=True)) == sentence


@pytest.mark.parametrize(
    ("citations", "printed"),
    [
        ("ball", "(2019)"),
        ("ball p. 3", "(2019, p. 3)"),
        ("undated", "(n.d.)"),
        ("dunn via anonymous para. 24", "(2014, as cited in Anonymous, 2022, para. 24)"),
        ("nobody", "(nobody?)"),
    ],
)
def test_a_sentence_that_names_the_authors_gets_the_bracket_alone(shelf, citations, printed):
    assert text_of(shelf.in_text(cited(citations), authors=False)) == printed


@pytest.mark.parametrize(
    ("citations", "printed"),
    [
        pytest.param(
            "kay via anonymous para. 10; dunn via anonymous para. 10",
            "(Dunn et al., 2014; Kay, 2016; both as cited in Anonymous, 2022, para. 10)",
            id="two at the same place",
        ),
        pytest.param(
            "kay via anonymous; dunn via anonymous; ball via anonymous; ball2021 via anonymous",
            "(Ball, 2019, 2021; Dunn et al., 2014; Kay, 2016; all as cited in Anonymous, 2022)",
            id="four, two of them of one author",
        ),
        pytest.param(
            "kay via anonymous para. 10; dunn via anonymous para. 11",
            "(Dunn et al., 2014, as cited in Anonymous, 2022, para. 11; Kay, 2016, as cited in Anonymous, 2022, para. 10)",
            id="two at different places",
        ),
        pytest.param(
            "kay via anonymous; dunn via anonymous; ball; chen via ball",
            "(Dunn et al., 2014; Kay, 2016; both as cited in Anonymous, 2022; Ball, 2019; Chen & Chen, 2019, as cited in"
            " Ball, 2019)",
            id="what is shared comes first",
        ),
    ],
)
def test_originals_read_in_the_same_work_share_its_name(shelf, citations, printed):
    assert text_of(shelf.in_text(cited(citations))) == printed


def test_each_work_that_is_named_has_its_key(shelf):
    assert shelf.in_text(cited("dunn via anonymous para. 24")) == (
        Piece("("), Piece("Dunn et al., 2014", key="dunn"), Piece(", as cited in "), Piece("Anonymous, 2022", key="anonymous"),
        Piece(", para. 24)"),
    )  # fmt: skip
    assert shelf.in_text(cited("ball; ball2021")) == (
        Piece("("), Piece("Ball, 2019", key="ball"), Piece(", "), Piece("2021", key="ball2021"), Piece(")"),
    )  # fmt: skip
    assert shelf.in_text(cited("ball p. 3"), narrative=True) == (Piece("Ball", key="ball"), Piece(" (2019, p. 3)"))
    assert shelf.in_text(cited("ball"), authors=False) == (Piece("("), Piece("2019", key="ball"), Piece(")"))


def entries(*rows: str) -> str:
    """``authors | date | title`` as books with the keys a, b, c …"""
    books = []
    for key, row in zip("abcdefgh", rows, strict=False):
        authors, date, title = row.split(" | ")
        books.append(f"@book{{{key}, author = {{{authors}}}, {date}, title = {{{title}}}}}")
    return "\n".join(books)


@pytest.mark.parametrize(
    ("rows", "printed"),
    [
        pytest.param(
            ("Ball, A. and Cole, B. and Dunn, C. and Eden, D. | year = 2022 | T",
             "Ball, A. and Fox, F. and Gold, G. | year = 2022 | T"),
            ["(Ball, Cole, et al., 2022)", "(Ball, Fox, & Gold, 2022)"],
            id="et al. stands for two names at least",
        ),
        pytest.param(
            ("Ball, A. and Cole, B. and Dunn, C. and Eden, D. | year = 2022 | T",
             "Ball, A. and Cole, B. and Dunn, C. and Fox, F. | year = 2022 | T"),
            ["(Ball, Cole, Dunn, & Eden, 2022)", "(Ball, Cole, Dunn, & Fox, 2022)"],
            id="lists that differ in the last name only",
        ),
        pytest.param(
            ("Ball, A. and Cole, B. and Dunn, C. | year = 2022 | T",
             "Ball, A. and Cole, B. and Dunn, C. and Eden, D. | year = 2022 | T"),
            ["(Ball, Cole, & Dunn, 2022)", "(Ball, Cole, Dunn, & Eden, 2022)"],
            id="one list begins with the other",
        ),
        pytest.param(
            ("Ball, A. and Cole, B. and Dunn, C. | year = 2021 | T", "Ball, A. and Fox, F. and Gold, G. | year = 2022 | T"),
            ["(Ball et al., 2021)", "(Ball et al., 2022)"],
            id="other years are enough",
        ),
        pytest.param(
            ("Ball, A. and Cole, B. and Dunn, C. | year = 2022 | Tides",
             "Ball, A. and Cole, B. and Dunn, C. | year = 2022 | Quays",
             "Ball, A. and Fox, F. and Gold, G. and Hill, H. | year = 2022 | Ropes"),
            ["(Ball, Cole, & Dunn, 2022b)", "(Ball, Cole, & Dunn, 2022a)", "(Ball, Fox, et al., 2022)"],
            id="the same authors twice and others",
        ),
        pytest.param(
            ("Ball, A. | year = 2019 | The zebra", "Ball, A. | year = 2019 | An apple", "Ball, A. | year = 2019 | Boats"),
            ["(Ball, 2019c)", "(Ball, 2019a)", "(Ball, 2019b)"],
            id="letters in the order of titles without articles",
        ),
        pytest.param(
            ("Ball, A. | date = {2019-07} | A", "Ball, A. | date = {2019-06-02} | B", "Ball, A. | date = {2019} | C"),
            ["(Ball, 2019c)", "(Ball, 2019b)", "(Ball, 2019a)"],
            id="letters in the order of days, the year alone first",
        ),
        pytest.param(
            ("Ball, A. | year = {n.d.} | A", "Ball, A. | year = {n.d.} | B", "Ball, A. | year = {in press} | A",
             "Ball, A. | year = {in press} | B"),
            ["(Ball, n.d.-a)", "(Ball, n.d.-b)", "(Ball, in press-a)", "(Ball, in press-b)"],
            id="letters without a year",
        ),
        pytest.param(
            ("Ball, A. | year = 2019, yearsuffix = {b} | A", "Ball, A. | year = 2019 | B", "Ball, A. | year = 2019 | C"),
            ["(Ball, 2019b)", "(Ball, 2019a)", "(Ball, 2019c)"],
            id="a letter that was given out is kept",
        ),
        pytest.param(
            ("Ball, Ann M. and Cole, B. | year = 2015 | T", "Ball, Tom | year = 2014 | T"),
            ["(A. M. Ball & Cole, 2015)", "(T. Ball, 2014)"],
            id="first authors of one name get initials",
        ),
        pytest.param(
            ("Ball, Ann | year = 2015 | T", "Ball, Alice | year = 2014 | T"),
            ["(Ball, 2015)", "(Ball, 2014)"],
            id="the same initials would not help",
        ),
        pytest.param(
            ("Ball, Ann M. | year = 2015 | T", "Ball, Ann | year = 2014 | T"),
            ["(Ball, 2015)", "(Ball, 2014)"],
            id="one person with and without a middle name",
        ),
        pytest.param(
            ("Ball, Ann | year = 2015 | T", "Cole, B. and Ball, Tom | year = 2014 | T"),
            ["(Ball, 2015)", "(Cole & Ball, 2014)"],
            id="a second author of the same name does not count",
        ),
        pytest.param(
            ("Ball, Ann | year = 2015 | T", "{Ball} | year = 2014 | T"), ["(Ball, 2015)", "(Ball, 2014)"],
            id="a group is no namesake",
        ),
    ],
)  # fmt: skip
def test_works_can_be_told_apart(rows, printed):
    apa = apa_of(entries(*rows))
    assert [text_of(apa.in_text([Citation(key)])) for key, _ in zip("abcdefgh", rows, strict=False)] == printed


def test_look_alikes_are_works_that_print_the_same_without_letters():
    bib = entries(
        "Ball, A. | year = 2019 | A", "Ball, A. | year = 2019 | B",
        "Cole, B. | year = 2019, yearsuffix = {a} | A", "Cole, B. | year = 2019, yearsuffix = {b} | B",
        "Dunn, C. | year = 2019, yearsuffix = {a} | A", "Dunn, C. | year = 2019, yearsuffix = {a} | B",
        "Eden, D. | year = 2019 | A", "Eden, D. | year = 2018 | A",
    )  # fmt: skip
    assert [[work.key for work in group] for group in look_alikes(works_of(bib))] == [["a", "b"], ["e", "f"]]


def test_a_reprint_stands_under_both_years():
    apa = apa_of(
        "@book{new, author = {Ball, A.}, title = {T}, year = 2014, related = {old}, relatedtype = {reprintfrom}}\n"
        "@article{old, author = {Ball, A.}, title = {T}, journal = {J}, volume = 3, year = 1981}"
    )
    assert text_of(apa.in_text([Citation("new")])) == "(Ball, 1981/2014)"
