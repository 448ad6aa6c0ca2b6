"""The files of citations: what public libraries read from them is what the work says, for every work and for awkward ones."""

import json
import re
from dataclasses import fields, replace
from datetime import date

import jsonschema
import pytest
from conftest import ROOT, TODAY
from hypothesis import given
from hypothesis import strategies as st
from printing import works_of
from taken_along import from_bibtex, from_csl, from_ris, of_work

from knowledgebase.model.works import Date, Name, Names, Read, Run, Work
from knowledgebase.problems import Place
from knowledgebase.reading.bibtex import read_bibtex
from knowledgebase.reading.works import read_work
from knowledgebase.writing.citing.bibtex import bibtex
from knowledgebase.writing.citing.csl import csl_json
from knowledgebase.writing.citing.ris import ris
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site

OURS = works_of((ROOT / "bibliography.bib").read_text("utf-8"))
IMPRINT = Imprint("Lights", "Friends of the Lights", "https://example.org/kb/", TODAY)

AWKWARD = {
    "a group of several words": "@report{a, author = {{Government of British Columbia}}, title = {T}, year = 2021}",
    "a group with an ampersand": r"@book{a, author = {{Board of Oak \& Sons}}, title = {T}, year = 2020}",
    "a group that begins with a sign": r"@book{a, author = {{\& Sons}}, title = {T}, year = 2020}",
    "a group among people": "@book{a, author = {Ball, Ann and {Harbour and Sea Office} and Cole, Bo}, title = {T}, year = 2020}",
    "accents and hyphens": r"@book{a, author = {M{\"u}ller-L{\"u}denscheid, Jean-Luc and Nuñez, Íñigo}, title = {Façade}, year = 2020}",
    "a small word before the name": "@book{a, author = {van der Berg, Jan and de Beauvoir, Simone}, title = {T}, year = 2020}",
    "a small word after the name": "@book{a, options = {useprefix=false}, author = {van Beethoven, Ludwig}, title = {T}, year = 1801}",
    "a junior": "@book{a, author = {King, Jr., Martin Luther}, title = {T}, year = 1963}",
    "a name of one word": "@book{a, author = {Plato}, title = {T}, year = 2020}",
    "a family name of two words": "@book{a, author = {Le Boutillier, Clair and Van Hecke, Ann}, title = {T}, year = 2020}",
    "capitals to keep": "@article{a, author = {Ball, A.}, title = {On {NHS} care in {British Columbia}}, journal = {J}, year = 2020}",
    "signs that mean something to LaTeX": r"@book{a, author = {Ball, A.}, title = {50\% of \#1 \& \$5 {\_} \{x\} c\^{}d}, year = 2020}",
    "a tilde, a backslash and two hyphens": r"@book{a, author = {Ball, A.}, title = {a\textasciitilde{}b \textbackslash{} -{}-}, year = 2020}",
    "words in italics": r"@book{a, author = {Ball, A.}, title = {The voyage of the {\em Beagle} and \emph{Titanic}}, year = 2020}",
    "an apostrophe, quotes and a dash": "@book{a, author = {O'Neil, Al}, title = {Peers' ``own'' words -- now}, year = 2020}",
    "markup and a colon": "@book{a, author = {Ball, A.}, title = {<b>Peers</b>: 10 > 9; \"yes\"}, year = 2020}",
    "a span of years": "@book{a, author = {Ball, A.}, title = {T}, year = {2015--2020}}",
    "years that go on": "@online{a, author = {Ball, A.}, title = {T}, date = {2015/}, url = {https://ho.example/}}",
    "a day": "@online{a, author = {Ball, A.}, title = {T}, date = {2019-07-04}, urldate = {2020-01-31}}",
    "days over the end of a month": "@online{a, author = {Ball, A.}, title = {T}, date = {2019-03-30/2019-04-02}}",
    "a month": "@article{a, author = {Ball, A.}, title = {T}, journal = {J}, year = 2019, month = may}",
    "a season": "@article{a, author = {Ball, A.}, title = {T}, journal = {J}, date = {2019-21}}",
    "a year that is not certain": "@book{a, author = {Ball, A.}, title = {T}, date = {1850~}}",
    "a year before the common era": "@book{a, author = {Plato}, title = {T}, date = {-0349~}, origdate = {-0349~}}",
    "no date": "@online{a, author = {Ball, A.}, title = {T}, year = {n.d.}}",
    "a date in words": "@book{a, author = {Ball, A.}, title = {T}, date = {Year of the Rat}}",
    "in press": "@article{a, author = {Ball, A.}, title = {T}, journal = {J}, year = {in press}}",
    "before print": "@article{a, author = {Ball, A.}, title = {T}, journal = {J}, year = 2022, pubstate = {advance online publication}}",
    "editors alone": "@book{a, editor = {Clay, S. and Schell, B.}, title = {T}, publisher = {P}, year = 2005}",
    "editors of a report": "@report{a, editor = {Clay, S.}, title = {T}, institution = {P}, year = 2005}",
    "a chapter": "@incollection{a, author = {Ball, A.}, editor = {Cole, B. and {Sea Office}}, title = {T}, booktitle = {B}, pages = {3--9}, year = 2019}",
    "an article with a number": "@article{a, author = {Ball, A.}, title = {T}, journal = {J}, volume = {12}, eid = {e12}, year = 2019}",
    "a volume of two": "@article{a, author = {Ball, A.}, title = {T}, journal = {J}, volume = {12--13}, number = {1--2}, year = 2019}",
    "an address with signs": "@online{a, author = {Ball, A.}, title = {T}, year = 2019, url = {https://ho.example/a_b?x=1&y=%20#z~}}",
    "a DOI with signs": "@article{a, author = {Ball, A.}, title = {T}, journal = {J}, year = 2019, doi = {10.1002/(SICI)1097<1::AID-A>3.0.CO;2-T}}",
    "two houses": r"@book{a, author = {Ball, A.}, title = {T}, publisher = {Oak \& Sons and {Ash and Elm}}, year = 2019}",
    "a space that must not break": "@book{a, author = {Ball, A.}, title = {Vol.~2}, year = 2019}",
}  # fmt: skip
WORKS = {name: works_of(bib)[0] for name, bib in AWKWARD.items()} | {work.key: work for work in OURS}
every_work = pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)


@every_work
def test_ris_arrives_in_rispy_as_the_work_is(work):
    assert from_ris(ris([work])) == [_with_number_for_pages(work)]


def _with_number_for_pages(work):
    """RIS has no tag for the number of an article; it stands for the first page."""
    return replace(of_work(work), pages=work.pages or work.eid)


@every_work
def test_bibtex_arrives_in_pybtex_as_the_work_is(work):
    assert from_bibtex(bibtex([work])) == [of_work(_classic(work))]


def _classic(work):
    """The work as classic BibTeX knows it: every small word stands before the family name."""
    people = tuple(replace(name, prefix=name.prefix or name.particle, particle="") for name in work.author)
    return replace(work, author=replace(work.author, people=people))


@every_work
def test_csl_arrives_as_the_work_is(work):
    assert from_csl(csl_json([work])) == [of_work(work)]


def read_back(text):
    return [read_work(entry)[0] for entry in read_bibtex(text, "bibliography.bib")[0]]


def bare(work):
    """The work without what a file for others leaves out."""
    return replace(work, place=Place(""), read=Read.not_read, unchecked="", yearsuffix="")


@every_work
def test_our_own_reader_makes_the_same_work_of_our_bibtex(work):
    assert [bare(made) for made in read_back(bibtex([work]))] == [bare(work)]


def test_all_works_in_one_file_are_as_many_and_in_order():
    assert [bare(work) for work in read_back(bibtex(OURS))] == [bare(work) for work in OURS]
    assert from_ris(ris(OURS)) == [_with_number_for_pages(work) for work in OURS]
    assert from_csl(csl_json(OURS)) == [of_work(work) for work in OURS]


def test_a_group_with_a_comma_stays_whole_in_ris_and_loses_the_comma():
    work = Work("a", "book", author=Names((Name("Ash, Oak & Sons", group=True),)), title=(Run("T"),), date=Date(2020))
    assert from_ris(ris([work]))[0].authors == (("Ash Oak & Sons",),)
    assert from_bibtex(bibtex([work]))[0].authors == (("Ash, Oak & Sons",),)
    assert from_csl(csl_json([work]))[0].authors == (("Ash, Oak & Sons",),)


def test_details_that_nobody_has_checked_are_told_in_every_file():
    work = replace(WORKS["a chapter"], unchecked="authors & year")
    told = "Details not checked: authors & year."
    assert "N1  - " + told in ris([work])
    assert "annotation = {Details not checked: authors \\& year.}" in bibtex([work])
    assert json.loads(csl_json([work]))[0]["note"] == told


TEXT = st.text(st.sampled_from("abc DE éß’“”–—-~\\{}$&%#_^`<>:;?!.,\u00a0ñ1"), min_size=1).map(lambda text: re.sub(" +", " ", text))


def runs(draw_from):
    return st.lists(st.tuples(draw_from, st.booleans(), st.booleans()), min_size=1, max_size=4).map(_joined)


def _joined(parts):
    """Runs as the reader makes them: neighbours differ, nothing is blank at the ends."""
    made = []
    for text, protected, italic in parts:
        run = Run(text.strip(" ") or "x", protected, italic)
        if made and (made[-1].protected, made[-1].italic) == (protected, italic):
            continue
        made.append(run)
    return tuple(made)


@given(runs(TEXT))
def test_any_title_is_read_back_from_bibtex(title):
    work = Work("a", "book", author=Names((Name("Ball", "Ann"),)), title=title, date=Date(2019))
    (made,) = read_back(bibtex([work]))
    assert _marks(made.title) == _marks(title)


def _marks(title):
    """Each letter with its marks; a blank has none to tell."""
    return [(letter, *((run.protected, run.italic) if letter.strip() else ())) for run in title for letter in run.text]


@given(TEXT.map(str.strip).filter(bool))
def test_any_group_is_read_back_whole_from_bibtex(group):
    work = Work("a", "book", author=Names((Name(group, group=True), Name("Ball", "Ann"))), title=(Run("T"),), date=Date(2019))
    assert read_back(bibtex([work]))[0].author == work.author


def test_the_fields_of_a_work_that_are_left_out_are_known():
    """A new field of the model is written out, or it is named here."""
    work = Work("a", "book", **{field.name: "x" for field in fields(Work) if field.type == "str" and field.name not in ("key", "type")})
    written = bibtex([work])
    missing = {field.name for field in fields(Work) if field.type == "str" and f"{field.name} = " not in written}
    assert missing == {"key", "kind", "location", "unchecked", "yearsuffix"}  # kind is "type", location is "address"


# The part of CSL's schema (citation-style-language/schema, csl-data.json, 1.0.2) that our items may use.
TYPES = (
    "article-journal article-magazine article-newspaper book chapter dataset document entry-encyclopedia graphic legal_case"
    " legislation manuscript motion_picture pamphlet paper-conference patent performance periodical personal_communication"
    " post-weblog report review software song speech standard thesis webpage"
).split()
TEXTS = (
    "id title title-short original-title container-title collection-title event-title event-place publisher publisher-place volume"
    " issue number page edition version chapter-number genre status DOI URL ISBN language note"
).split()
PARTS_OF_NAME = "family given non-dropping-particle dropping-particle suffix literal".split()
A_TEXT = {"type": "string", "minLength": 1}
A_NAME = {"type": "object", "properties": dict.fromkeys(PARTS_OF_NAME, A_TEXT), "additionalProperties": False, "minProperties": 1}
SOME_NAMES = {"type": "array", "items": A_NAME, "minItems": 1}
A_DAY = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
A_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": A_DAY, "minItems": 1, "maxItems": 2},
        "season": {"enum": [1, 2, 3, 4]},
        "circa": {"const": True},
        "literal": A_TEXT,
    },
    "additionalProperties": False,
    "minProperties": 1,
}
CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": dict.fromkeys(TEXTS, A_TEXT)
        | {"type": {"enum": TYPES}}
        | dict.fromkeys(("author", "container-author", "editor", "translator", "narrator", "executive-producer"), SOME_NAMES)
        | dict.fromkeys(("issued", "original-date", "accessed"), A_DATE),
    },
}


@every_work
def test_an_item_follows_the_schema_of_csl(work):
    jsonschema.validate(json.loads(csl_json([work])), CSL)


@pytest.fixture(scope="module")
def files(toy):
    return {export.address: export.content for export in Site(toy, imprint=IMPRINT).exports}


CITED = {
    "a record": ("cite/challenges/long-nights", "Long nights", "2026"),
    "a definition": ("cite/definitions/lighthouse", "Lighthouse", "2026"),
    "the bibliography": ("cite/bibliography", "Bibliography", ""),
    "a hand-written page": ("cite/index", "Lights", ""),
}


@pytest.mark.parametrize(("address", "title", "year"), CITED.values(), ids=CITED)
def test_a_page_has_files_that_say_who_what_when_and_where(files, address, title, year):
    page = address.removeprefix("cite/")
    for ending, read in (("bib", from_bibtex), ("ris", from_ris), ("csl.json", from_csl)):
        (taken,) = read(files[f"{address}.{ending}"])
        assert (taken.title, taken.year, taken.url) == (title, year, f"https://example.org/kb/{page}.html")
        assert taken.authors == (("Friends of the Lights",),)


def test_each_work_has_files_and_so_have_all_together(files, toy):
    for work in toy.works:
        assert from_ris(files[f"cite/works/{work.key}.ris"]) == [of_work(work)]
        assert from_bibtex(files[f"cite/works/{work.key}.bib"]) == [of_work(work)]
        assert from_csl(files[f"cite/works/{work.key}.csl.json"]) == [of_work(work)]
    assert from_ris(files["data/bibliography.ris"]) == [of_work(work) for work in toy.works]
    assert from_csl(files["data/bibliography.csl.json"]) == [of_work(work) for work in toy.works]


def test_where_the_site_knows_no_address_none_is_printed(toy):
    nowhere = Site(toy, imprint=Imprint("Lights", "Friends of the Lights", "", date(2026, 11, 22)))
    file = next(export.content for export in nowhere.exports if export.address == "cite/definitions/lighthouse.ris")
    assert "UR  - " not in file
    assert "http" not in file
