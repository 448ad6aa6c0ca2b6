"""What rests on little: how each claim is counted, and what the page says of the toy."""

import re
from datetime import date

import pytest
from conftest import TODAY
from printing import works_of

from knowledgebase.model import Claim, KnowledgeBase
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.pages.fragility import footing, last_days
from knowledgebase.writing.site import Site

WORKS = """
@book{old, author = {Ash, A.}, title = {Old}, date = {2001}}
@book{new, author = {Ash, A.}, title = {New}, date = {2020}}
@book{year, author = {Ash, A.}, title = {Year}, date = {2016}}
@book{day, author = {Ash, A.}, title = {Day}, date = {2016-11-22}}
@book{before, author = {Ash, A.}, title = {Before}, date = {2016-11-21}}
@book{month, author = {Ash, A.}, title = {Month}, date = {2016-10}}
@book{autumn, author = {Ash, A.}, title = {Autumn}, date = {2016-23}}
@book{span, author = {Ash, A.}, title = {Span}, date = {2001/2020}}
@book{open, author = {Ash, A.}, title = {Open}, date = {2001/}}
@book{undated, author = {Ash, A.}, title = {Undated}}
"""
CLAIMS = {
    "one older work, read itself": (["old"], {"one work", "older"}),
    "one newer work, read itself": (["new"], {"one work"}),
    "one newer work, read second-hand": (["new via old"], {"one work", "second-hand"}),
    "the work it was read in does not make it newer": (["old via new"], {"one work", "second-hand", "older"}),
    "two works": (["old", "new"], set()),
    "two older works": (["old", "before"], {"older"}),
    "two works, one of them read": (["old via new", "new"], set()),
    "two works, both second-hand": (["old via new", "before via new"], {"second-hand", "older"}),
    "one work named twice": (["old", "old via new"], {"one work", "older"}),
    "a year may mean its last day": (["year"], {"one work"}),
    "ten years to the day are not more than ten": (["day"], {"one work"}),
    "ten years and a day are": (["before"], {"one work", "older"}),
    "a month may mean its last day, which is long ago": (["month"], {"one work", "older"}),
    "a season may mean the end of its year": (["autumn"], {"one work"}),
    "a span ends with its last year": (["span"], {"one work"}),
    "what goes on does not age": (["open"], {"one work"}),
    "a work without a year has no age": (["undated"], {"one work"}),
    "nor has a claim that rests on it besides": (["old", "undated"], set()),
    "nor has a work that is not in the bibliography": (["nobody"], {"one work"}),
}


def claim(*cites):
    """A claim with citations such as ``"old via new"``."""
    pairs = [cite.partition(" via ")[::2] for cite in cites]
    cited = [{"source": source} | ({"via": via} if via else {}) for source, via in pairs]
    return Claim.model_validate({"id": "a", "text": "A.", "basis": "stated", "cite": cited})


@pytest.mark.parametrize(("cites", "marks"), CLAIMS.values(), ids=CLAIMS)
def test_a_claim_rests_on(cites, marks):
    works = {work.key: work for work in works_of(WORKS)}
    assert set(footing(claim(*cites), last_days(works), TODAY).marks) == marks


@pytest.mark.parametrize(("cite", "undated"), [("undated", True), ("nobody", True), ("old", False)])
def test_a_claim_of_unknown_age(cite, undated):
    assert footing(claim(cite), last_days({work.key: work for work in works_of(WORKS)}), TODAY).undated is undated


def test_the_day_of_the_build_may_be_a_leap_day():
    works = {work.key: work for work in works_of(WORKS)}
    assert footing(claim("day"), last_days(works), date(2028, 2, 29)).older


def article(base):
    return Site(base, imprint=Imprint("Lights", day=TODAY)).pages["fragility.html"].article


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


SAYS = {
    "how many there are": "How many of 11",
    "one work": "on one work only 10",
    "second-hand": "on second-hand reading only 2",
    "older works": "on older works only 9",
    "all three": "on one older work, read second-hand 1",
    "the day": "We count back from 22 November 2026.",
    "a record with its counts": "Lighthouse Of 2 claims: 2 on one work, 1 second-hand, 2 older #what-it-is one work, older #not-a-lamp one work, second-hand, older",
    "a claim of which less holds": "#cheaper second-hand, older",
}


@pytest.mark.parametrize("text", SAYS.values(), ids=SAYS)
def test_the_page_says(toy, text):
    assert text in words(article(toy))


def test_the_page_leads_to_the_claim(toy):
    assert '<a class="kb-id" href="definitions/lighthouse.html#not-a-lamp">#not-a-lamp</a>' in article(toy)


def test_the_page_is_silent_on_works_without_a_year_where_there_are_none(toy):
    assert "without a year" not in words(article(toy))


def test_an_empty_knowledge_base_has_counts_of_nothing():
    assert "How many of 0" in words(article(KnowledgeBase()))
