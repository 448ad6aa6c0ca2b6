"""Works in the list, part by part: names, titles, links, order; and each work of our own bibliography."""

from __future__ import annotations

from pathlib import Path

import pytest
from printing import line, shown, works_of

from knowledgebase.model.works import Run
from knowledgebase.syntax import Citation
from knowledgebase.writing.apa import Apa, Piece, text_of
from knowledgebase.writing.apa.case import sentence_case, title_case
from knowledgebase.writing.apa.names import initials


@pytest.mark.parametrize(
    ("authors", "printed"),
    [
        ("Ball, Jean-Luc and Cole, Ai-Jun", "Ball, J.-L., & Cole, A.-J."),
        ("Ball, Lee-ann", "Ball, L."),
        ("Ball, K. L.", "Ball, K. L."),
        ("Ball, K.L.", "Ball, K. L."),
        ("de la Cruz, Ana", "de la Cruz, A."),
        ("Dahl, Jr., Bo", "Dahl, B., Jr."),
        ("Plato", "Plato"),
        ("山田, 太郎", "山田, 太郎"),
        ("Чехов, Антон", "Чехов, А."),
        ("{Harbour Office}", "Harbour Office"),
        ("{Rope Guild} and {Sail Guild}", "Rope Guild & Sail Guild"),
        ("Ball, A. and Cole, B. and {Harbour Office}", "Ball, A., Cole, B., & Harbour Office"),
        ("Ball, A. and others", "Ball, A., et al"),
        (
            " and ".join(f"{letter}a, X." for letter in "ABCDEFGHIJKLMNOPQRST"),
            ", ".join(f"{letter}a, X." for letter in "ABCDEFGHIJKLMNOPQRS") + ", & Ta, X.",
        ),
        (
            " and ".join(f"{letter}a, X." for letter in "ABCDEFGHIJKLMNOPQRSTU"),
            ", ".join(f"{letter}a, X." for letter in "ABCDEFGHIJKLMNOPQRS") + ", . . . Ua, X.",
        ),
    ],
)
def test_authors_are_printed(authors, printed):
    stop = "" if printed.endswith(".") else "."
    assert line(f"@book{{a, author = {{{authors}}}, title = {{T}}, year = 2019}}") == f"{printed}{stop} (2019). *T*."


def test_a_prefix_may_follow_the_given_name():
    assert line("@book{a, options = {useprefix=false}, author = {van Berg, Jan}, title = {T}, year = 2019}").startswith(
        "Berg, J. van."
    )


@pytest.mark.parametrize(
    ("given", "short"), [("Jean-Luc Marie", "J.-L. M."), ("J.-L.", "J.-L."), ("H-K", "H.-K."), ("E. Ann", "E. A."), ("", "")]
)
def test_given_names_become_initials(given, short):
    assert initials(given) == short


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("The Effect of Tides on Ropes", "The effect of tides on ropes"),
        ("Ropes: A Study", "Ropes: A study"),
        ("Ropes: a study", "Ropes: A study"),
        ("Why Float? Because We Can! And More", "Why float? Because we can! And more"),
        ("Ropes—And Sails", "Ropes—And sails"),
        ("Tides in {Canada}", "Tides in Canada"),
        ("peer support for young people in Canada: a review", "Peer support for young people in Canada: A review"),
        ("Is the NHS Ready?", "Is the NHS ready?"),
        ("An OpenRope Study by McDonald", "An OpenRope study by McDonald"),
        ("Vitamin D and I", "Vitamin D and I"),
        ("Self-Help in a Peer-Led Group", "Self-help in a peer-led group"),
        ("ROPES AND SAILS", "Ropes and sails"),
        ("10 Rules for Ropes", "10 rules for ropes"),
        ("The Two Ropes? Experiences of workers on small ships", "The two ropes? Experiences of workers on small ships"),
        ("{iRope} and Sails", "iRope and sails"),
    ],
)
def test_titles_are_in_sentence_case(title, printed):
    assert line(f"@misc{{a, author = {{Ball, A.}}, title = {{{title}}}, year = 2019}}").startswith(
        f"Ball, A. (2019). *{printed}*"
    )


def test_a_title_in_another_language_keeps_its_capitals():
    bib = "@misc{a, author = {Ball, A.}, title = {Die Taue und Segel der Welt}, year = 2019, langid = {ngerman}}"
    assert line(bib) == "Ball, A. (2019). *Die Taue und Segel der Welt*."


def test_marks_survive_a_change_of_case():
    text = (Run("The "), Run("Titanic", protected=True, italic=True), Run(" and Other Ships"))
    assert sentence_case(text) == (Run("The "), Run("Titanic", protected=True, italic=True), Run(" and other ships"))
    assert title_case((Run("the tides of "), Run("iRope", protected=True))) == (
        Run("The Tides of "),
        Run("iRope", protected=True),
    )


def test_italics_within_a_title_in_italics_are_upright():
    assert line(r"@book{a, author = {Ball, A.}, title = {Aboard the \emph{{Titanic}}}, year = 2019}") == (
        "Ball, A. (2019). *Aboard the *Titanic."
    )


def test_addresses_are_links():
    works = works_of("@misc{a, author = {Ball, A.}, title = {T}, year = 2019, doi = {10.1000/<1>}}")
    assert Apa(works).in_list(works[0])[-1] == Piece("https://doi.org/10.1000/<1>", href="https://doi.org/10.1000/%3C1%3E")
    works = works_of("@misc{a, author = {Ball, A.}, title = {T}, year = 2019, url = {https://x.example/a}}")
    assert Apa(works).in_list(works[0])[-1] == Piece("https://x.example/a", href="https://x.example/a")


@pytest.mark.parametrize("subtype", ["", "blog"])
def test_a_note_of_the_editors_is_not_printed(subtype):
    bib = (
        f"@misc{{a, author = {{Ball, A.}}, title = {{T}}, year = 2019, note = {{Seen in print}}, entrysubtype = {{{subtype}}}}}"
    )
    assert "Seen" not in line(bib)


ORDERED = """
Anders, A. | 2001 | T
{Anonymous} | 2001 | T
Ball, A. | n.d. | T
Ball, A. | 2016 | T
Ball, A. | 2020 | T
Ball, A. | in press | T
Ball, A. and Cole, B. | 2001 | T
Ball, A. and Cole, B. | 2002 | T
Ball, A. and Dunn, C. | 1999 | T
Ball, T. | 1990 | T
| 2001 | The beach
Benson, A. | 2001 | T
ben Yosef, D. | 2001 | T
Denton, N. | 2001 | T
de Oro, C. | 2001 | T
Devon, J. | 2001 | T
Ibn Aziz, T. | 2001 | T
López, M. | 2001 | T
López de Mora, G. | 2001 | T
MacNeal, E. | 2001 | T
M'Carty, L. | 2001 | T
O'Neal, U. | 2001 | T
Oppen, R. | 2001 | T
Øster, R. | 2001 | T
""".strip().splitlines()


def test_works_are_sorted_letter_by_letter():
    rows = [row.partition("|") for row in ORDERED]
    bib = "\n".join(
        f"@book{{k{n:02}, author = {{{authors.strip()}}}, year = {{{rest.split('|')[0].strip()}}}, title ="
        f" {{{rest.split('|')[1]}}}}}"
        for n, (authors, _, rest) in enumerate(rows)
    )
    works = works_of(bib)
    apa = Apa(works)
    backwards = works[::-1]
    assert [ORDERED[int(work.key[1:])] for work in sorted(backwards, key=apa.sort_key)] == ORDERED


OURS = Path(__file__).parent / "our_works"


def our_lines() -> list[tuple[str, ...]]:
    """Key, bracket, sentence and line of each work, a paragraph each."""
    text = (OURS / "printed.txt").read_text(encoding="utf-8")
    return [tuple(paragraph.strip().splitlines()) for paragraph in text.split("\n\n") if not paragraph.startswith("#")]


@pytest.fixture(scope="module")
def our_works():
    return works_of((OURS / "works.bib").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("key", "bracket", "sentence", "entry"), [pytest.param(*row, id=row[0]) for row in our_lines()])
def test_each_of_our_own_works_is_printed(our_works, key, bracket, sentence, entry):
    apa = Apa(our_works)
    work = next(work for work in our_works if work.key == key)
    cited = [Citation(key)]
    assert shown(apa.in_list(work)) == entry
    assert shown(apa.in_text(cited)) == bracket
    assert shown(apa.in_text(cited, narrative=True)) == sentence


def test_our_own_works_are_all_listed_in_order(our_works):
    apa = Apa(our_works)
    assert [work.key for work in sorted(our_works, key=apa.sort_key)] == [row[0] for row in our_lines()]


def test_the_text_of_pieces_has_no_marks():
    assert text_of((Piece("Ball. "), Piece("Ropes", italic=True))) == "Ball. Ropes"
