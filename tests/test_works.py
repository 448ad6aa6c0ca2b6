"""BibTeX entries read as works: names, dates, fields, and every problem with its exact words."""

from __future__ import annotations

import pytest

from knowledgebase.model.works import Date, Name, Names, Read, Work, plain
from knowledgebase.reading.bibtex import read_bibtex
from knowledgebase.reading.works import read_work
from knowledgebase.reading.works.dates import read_date, read_year
from knowledgebase.reading.works.names import read_names


def work_of(fields: str, type: str = "misc") -> Work:
    entries, _ = read_bibtex(f"@{type}{{w,\n{fields}\n}}\n", "bibliography.bib")
    work, _ = read_work(entries[0])
    assert work is not None
    return work


def problems_of(fields: str, type: str = "misc") -> list[str]:
    entries, _ = read_bibtex(f"@{type}{{w,\n{fields}\n}}\n", "bibliography.bib")
    return [str(problem) for problem in read_work(entries[0])[1]]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        pytest.param("Ball, Ann", (Name("Ball", "Ann"),), id="family name first"),
        pytest.param("Ann B. Ball", (Name("Ball", "Ann B."),), id="given name first"),
        pytest.param("Ball, A. and Cole, B.", (Name("Ball", "A."), Name("Cole", "B.")), id="two people"),
        pytest.param("Ball,\n  Ann and\n Cole, Bo", (Name("Ball", "Ann"), Name("Cole", "Bo")), id="names over several lines"),
        pytest.param("de la Cruz, Ana", (Name("Cruz", "Ana", prefix="de la"),), id="small prefix before the family name"),
        pytest.param("Ana de la Cruz", (Name("Cruz", "Ana", prefix="de la"),), id="small prefix after the given name"),
        pytest.param("De Vries, Ria", (Name("De Vries", "Ria"),), id="a prefix with a capital is part of the family name"),
        pytest.param("Cruz Vega, Ana", (Name("Cruz Vega", "Ana"),), id="family name of two words"),
        pytest.param("Dahl, Jr., Bo", (Name("Dahl", "Bo", suffix="Jr."),), id="suffix"),
        pytest.param("von Dahl, III, Bo", (Name("Dahl", "Bo", prefix="von", suffix="III"),), id="prefix and suffix"),
        pytest.param("Plato", (Name("Plato"),), id="one name"),
        pytest.param("{{Harbour Group}}", (Name("Harbour Group", group=True),), id="group in two pairs of braces"),
        pytest.param("{Smith and Sons}", (Name("Smith and Sons", group=True),), id="group with and in it"),
        pytest.param("{Harbour} and Ball, A.", (Name("Harbour", group=True), Name("Ball", "A.")), id="group and person"),
        pytest.param("山田, 太郎", (Name("山田", "太郎"),), id="name in another writing"),
        pytest.param(
            "family=Berg, given=Jan, prefix=van der, suffix=Jr.",
            (Name("Berg", "Jan", prefix="van der", suffix="Jr."),),
            id="biblatex's long form",
        ),
        pytest.param(
            "family=Berg, given=Jan, prefix=van, useprefix=false",
            (Name("Berg", "Jan", particle="van"),),
            id="biblatex's long form with the prefix last",
        ),
    ],
)
def test_names_are_read(value, names):
    assert read_names(value) == Names(names)


@pytest.mark.parametrize("value", ["", "{}", " and ", ","])
def test_no_name_is_read_where_there_is_none(value):
    assert not read_names(value)


def test_and_others_is_kept():
    assert read_names("Ball, A. and others") == Names((Name("Ball", "A."),), others=True)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019", Date(2019)),
        ("2019-07", Date(2019, 7)),
        ("2019-07-14", Date(2019, 7, 14)),
        ("2015/2020", Date(2015, end=Date(2020))),
        ("2016-03-30/2016-04-02", Date(2016, 3, 30, end=Date(2016, 4, 2))),
        ("2015/", Date(2015, ongoing=True)),
        ("2015/..", Date(2015, ongoing=True)),
        ("1850~", Date(1850, circa=True)),
        ("-0349~", Date(-349, circa=True)),
        ("2012-22", Date(2012, 22)),
        ("ca. 1850", Date(1850, circa=True)),
        ("350 B.C.E.", Date(-349)),
        ("1998--1999", Date(1998, end=Date(1999))),
        ("1998–present", Date(1998, ongoing=True)),
        ("2019-13", None),
        ("2019-02-32", None),
        ("July 2019", None),
        ("soon", None),
    ],
)
def test_dates_are_read(text, date):
    assert read_date(text) == date


@pytest.mark.parametrize(
    ("year", "month", "day", "date"),
    [
        ("2019", "", "", Date(2019)),
        ("2019", "July", "", Date(2019, 7)),
        ("2019", "Sept.", "", Date(2019, 9)),
        ("2019", "7", "", Date(2019, 7)),
        ("2019", "7", "14", Date(2019, 7, 14)),
        ("2019", "July 14", "", Date(2019, 7, 14)),
        ("2019", "14 July", "", Date(2019, 7, 14)),
        ("2019", "July 12--15", "", Date(2019, 7, 12, end=Date(2019, 7, 15))),
        ("2019", "May/June", "", Date(2019, 5, end=Date(2019, 6))),
        ("2019", "Fall", "", Date(2019, 23)),
        ("2019", "Brumaire", "", None),
    ],
)
def test_year_and_month_are_read(year, month, day, date):
    assert read_year(year, month, day) == date


@pytest.mark.parametrize(
    ("fields", "field", "value"),
    [
        ("doi = {10.1000/182}", "doi", "10.1000/182"),
        ("doi = {https://doi.org/10.1000/182}", "doi", "10.1000/182"),
        ("doi = {http://dx.doi.org/10.1000/182}", "doi", "10.1000/182"),
        ("doi = {doi: 10.1000/182}", "doi", "10.1000/182"),
        (r"doi = {10.1007/978-3_22\_1}", "doi", "10.1007/978-3_22_1"),
        ("url = {https://x.example/~ann/a--b}", "url", "https://x.example/~ann/a--b"),
        (r"url = {https://x.example/a\_b\%20c}", "url", "https://x.example/a_b%20c"),
        (r"howpublished = {\url{https://x.example/}}", "url", "https://x.example/"),
        ("pages = {285--293}", "pages", "285–293"),
        ("pages = {285-293}", "pages", "285–293"),
        ("number = {1--2}", "number", "1–2"),
        ("number = {18-2424}", "number", "18-2424"),
        ("school = {Harbour College}", "institution", "Harbour College"),
        ("address = {Vancouver}", "location", "Vancouver"),
        ("type = {Issue Brief}", "kind", "Issue Brief"),
        ("publisher = {Ball Press and Cole Press}", "publisher", "Ball Press; Cole Press"),
        ("publisher = {{Ball and Sons}}", "publisher", "Ball and Sons"),
        ("institution = {Ministry of Health and Care}", "institution", "Ministry of Health and Care"),
        ("year = {in press}", "pubstate", "inpress"),
        ("pubstate = {in press}", "pubstate", "inpress"),
        ("year = {n.d.}", "date", Date()),
        ("read = {whole}", "read", Read.whole),
        ("read = {abstract}", "read", Read.abstract),
        ("title = {A}", "read", Read.not_read),
        ("yearsuffix = {b}", "yearsuffix", "b"),
        ("note = {Seen in print}", "note", "Seen in print"),
        ("unchecked = {volume, pages}", "unchecked", "volume, pages"),
    ],
)
def test_fields_are_read(fields, field, value):
    assert getattr(work_of(fields), field) == value


def test_classic_names_of_fields_are_read_as_those_of_biblatex():
    work = work_of("journal = {Harbour Review}, year = 2019, month = jul", "article")
    assert (plain(work.journaltitle), work.date) == ("Harbour Review", Date(2019, 7))


def test_annotations_go_to_their_names():
    work = work_of('author = {Ball, A. and Cole, B.}, author+an:role = {2=host}, author+an:username = {1="@ball"}')
    assert [(name.handle, name.role) for name in work.author] == [("@ball", ""), ("", "host")]


WHOLE = "author = {Ball, A.},\n title = {T},\n year = 2019"
AT = "bibliography.bib"


@pytest.mark.parametrize(
    ("fields", "type", "problem"),
    [
        pytest.param(
            "title = {T},\n year = 2019", "misc",
            f'{AT}:1:1: a work must have an author or editor: found none in "w"; write author = {{{{Name of the Group}}}} for a'
            " group, or author = {} if the work names nobody",
            id="no author",
        ),
        pytest.param(
            "author = {Ball, A.},\n year = 2019", "misc",
            f'{AT}:1:1: a work must have a title: found none in "w"; write title = {{}} if it has none',
            id="no title",
        ),
        pytest.param(
            "author = {Ball, A.},\n title = {T}", "misc",
            f'{AT}:1:1: a work must have a date or year: found none in "w"; write year = {{n.d.}} if it has none, or pubstate ='
            " {inpress} if it is still to appear",
            id="no date",
        ),
        pytest.param(
            WHOLE, "artcle",
            f'{AT}:1:1: the type of a work must be one of biblatex’s: found "artcle"; did you mean "article"?',
            id="unknown type",
        ),
        pytest.param(
            WHOLE + ",\n jurnal = {J}", "misc",
            f'{AT}:5:2: no field "jurnal" in a work; did you mean "journal"?',
            id="unknown field",
        ),
        pytest.param(
            "author = {Ball, A.},\n title = {T},\n date = {14.07.2019}", "misc",
            f'{AT}:4:2: a date must be like 2019, 2019-07 or 2019-07-14: found "14.07.2019"',
            id="unreadable date",
        ),
        pytest.param(
            WHOLE + ",\n urldate = {yesterday}", "misc",
            f'{AT}:5:2: "urldate" must be like 2019, 2019-07 or 2019-07-14: found "yesterday"',
            id="unreadable day of retrieval",
        ),
        pytest.param(
            WHOLE + ",\n read = {abstrct}", "misc",
            f'{AT}:5:2: "read" must be whole or abstract: found "abstrct"; did you mean "abstract"?',
            id="unknown word for how far it was read",
        ),
        pytest.param(
            WHOLE + ",\n yearsuffix = {A}", "misc", f'{AT}:5:2: "yearsuffix" must be a small letter, as in 2022a: found "A"',
            id="letter of the year is not small",
        ),
        pytest.param(
            "author = {Ministry of Sail},\n title = {T},\n year = 2019", "misc",
            f'{AT}:2:1: a group must stand in braces of its own: found "Ministry of Sail"; did you mean "{{Ministry of'
            f' Sail}}"?',
            id="group without braces",
        ),
        pytest.param(
            "author = {Smith, Jane, Doe, John},\n title = {T},\n year = 2019", "misc",
            f'{AT}:2:1: names must be joined by "and", as in "Ball, Ann and Cole, Bo": found "Smith, Jane, Doe, John"',
            id="names joined by commas",
        ),
        pytest.param(
            "author = {Jane Smith \\& John Doe},\n title = {T},\n year = 2019", "misc",
            f'{AT}:2:1: names must be joined by "and", as in "Ball, Ann and Cole, Bo": found "Jane Smith \\& John Doe"',
            id="names joined by an ampersand",
        ),
        pytest.param(
            WHOLE.replace("{T}", r"{T \foo}"), "misc",
            f'{AT}:3:2: LaTeX must be of a kind that can be shown as text: found "\\foo"',
            id="LaTeX that cannot be shown",
        ),
    ],
)  # fmt: skip
def test_a_problem_is_told(fields, type, problem):
    assert problems_of(fields, type) == [problem]


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param(WHOLE, id="author, title and year"),
        pytest.param("author = {}, title = {T}, year = {n.d.}", id="said to have no author and no date"),
        pytest.param("author = {Ball, A.}, title = {}, year = 2019", id="said to have no title"),
        pytest.param("editor = {Ball, A.}, title = {T}, pubstate = {inpress}", id="in press"),
        pytest.param(WHOLE + ", abstract = {A}, keywords = {B}, file = {c.pdf}", id="fields of biblatex that are not printed"),
        pytest.param(WHOLE + ", unchecked = {pages}, read = {whole}", id="our own fields"),
    ],
)
def test_nothing_is_said_about_a_good_entry(fields):
    assert problems_of(fields) == []


def test_an_unreadable_date_is_printed_as_written():
    assert work_of("date = {Year of the Rat}").date == Date(words="Year of the Rat")
