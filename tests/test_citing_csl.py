"""Works as CSL-JSON items: each case is an entry of a bibliography and the whole item."""

from __future__ import annotations

import json

import pytest

from knowledgebase.reading.bibtex import read_bibtex
from knowledgebase.reading.works import read_work
from knowledgebase.writing.citing.csl import csl_item


def item_of(bib: str) -> dict:
    return csl_item(read_work(read_bibtex(bib, "bibliography.bib")[0][0])[0])


CASES = {
    "an article": (
        "@article{a, author = {Ball, Ann and van der Berg, Jr., Jan}, title = {On {Piers}}, subtitle = {A Study}, number = 3,"
        " journal = {Harbour Review}, volume = 12, pages = {4--9}, date = {2019-07-14}, doi = {https://doi.org/10.1000/182}}",
        {
            "id": "a", "type": "article-journal", "title": "On Piers: A Study", "container-title": "Harbour Review",
            "author": [
                {"family": "Ball", "given": "Ann"},
                {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."},
            ],
            "issued": {"date-parts": [[2019, 7, 14]]}, "volume": "12", "issue": "3", "page": "4-9", "DOI": "10.1000/182",
        },
    ),
    "an article with a number": (
        "@article{a, author = {Ball, A.}, title = {T}, journal = {Harbour Review}, eid = {e12}, volume = 2, year = {in press}}",
        {
            "id": "a", "type": "article-journal", "title": "T", "author": [{"family": "Ball", "given": "A."}], "volume": "2",
            "container-title": "Harbour Review", "number": "e12", "status": "in press",
        },
    ),
    "a book that came out again": (
        "@book{a, author = {{Harbour Office}}, translator = {Cole, Bo}, title = {Piers}, publisher = {Harbour Press},"
        " edition = 2, address = {Oslo}, year = 1994, origdate = {-0349~}, isbn = {9780000000002}}",
        {
            "id": "a", "type": "book", "title": "Piers", "author": [{"literal": "Harbour Office"}],
            "translator": [{"family": "Cole", "given": "Bo"}], "publisher": "Harbour Press", "publisher-place": "Oslo",
            "edition": "2", "issued": {"date-parts": [[1994]]}, "ISBN": "9780000000002",
            "original-date": {"date-parts": [[-350]], "circa": True},
        },
    ),
    "a chapter": (
        "@incollection{a, author = {Ball, A.}, editor = {Cole, B.}, title = {Piers}, booktitle = {Ropes}, pages = {3--9},"
        " year = 2019}",
        {
            "id": "a", "type": "chapter", "title": "Piers", "container-title": "Ropes", "page": "3-9",
            "author": [{"family": "Ball", "given": "A."}], "editor": [{"family": "Cole", "given": "B."}],
            "issued": {"date-parts": [[2019]]},
        },
    ),
    "a report": (
        "@techreport{a, author = {Ball, A.}, title = {Piers}, institution = {Harbour Office}, type = {Issue Brief}, number = 4,"
        " year = {2015/2020}}",
        {
            "id": "a", "type": "report", "title": "Piers", "publisher": "Harbour Office", "genre": "Issue Brief", "number": "4",
            "author": [{"family": "Ball", "given": "A."}], "issued": {"date-parts": [[2015], [2020]]},
        },
    ),
    "a page of a website": (
        "@online{a, title = {Piers}, organization = {Harbour Office}, url = {https://ho.example/}, urldate = {2019-07-03}}",
        {
            "id": "a", "type": "webpage", "title": "Piers", "container-title": "Harbour Office", "URL": "https://ho.example/",
            "accessed": {"date-parts": [[2019, 7, 3]]},
        },
    ),
    "a post of a blog": (
        "@online{a, entrysubtype = {blog}, title = {Piers}, organization = {The Sailor}, date = {2019-21}}",
        {
            "id": "a", "type": "post-weblog", "title": "Piers", "container-title": "The Sailor", "genre": "blog",
            "issued": {"date-parts": [[2019]], "season": 1},
        },
    ),
    "an article in a magazine": (
        "@article{a, entrysubtype = {magazine}, title = {Piers}, journal = {The Sailor}, date = {2019-07}}",
        {
            "id": "a", "type": "article-magazine", "title": "Piers", "container-title": "The Sailor", "genre": "magazine",
            "issued": {"date-parts": [[2019, 7]]},
        },
    ),
    "an entry of a wiki": (
        "@inreference{a, title = {Piers}, booktitle = {Wiki of the Sea}, date = {Year of the Rat}}",
        {
            "id": "a", "type": "entry-encyclopedia", "title": "Piers", "container-title": "Wiki of the Sea",
            "issued": {"literal": "Year of the Rat"},
        },
    ),
    "a thesis": (
        "@phdthesis{a, author = {Plato}, title = {Piers}, school = {Harbour University}, year = 2019}",
        {
            "id": "a", "type": "thesis", "title": "Piers", "author": [{"family": "Plato"}], "publisher": "Harbour University",
            "issued": {"date-parts": [[2019]]},
        },
    ),
    "a paper at a conference": (
        "@presentation{a, title = {Piers}, eventtitle = {Sea Congress}, venue = {Oslo}, eventdate = {2019-07-12/2019-07-15}}",
        {
            "id": "a", "type": "speech", "title": "Piers", "event-title": "Sea Congress", "event-place": "Oslo",
            "issued": {"date-parts": [[2019, 7, 12], [2019, 7, 15]]},
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize(("bib", "item"), [pytest.param(*case, id=name) for name, case in CASES.items()])
def test_a_work_becomes_a_csl_item(bib, item):
    assert item_of(bib) == item


@pytest.mark.parametrize("bib", [pytest.param(bib, id=name) for name, (bib, _) in CASES.items()])
def test_an_item_is_json(bib):
    item = item_of(bib)
    assert json.loads(json.dumps(item)) == item
