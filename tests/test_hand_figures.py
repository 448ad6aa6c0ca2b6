"""The place for a figure on a hand-written page: filled with the drawing of its record, all of which leads to the record."""

import re

import pytest

from knowledgebase.links import Links
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.hand_pages import write_notations
from knowledgebase.writing.pages import Writer

PLACE = '<div data-figure="watches"></div>'


@pytest.fixture
def written(toy):
    """A function: the HTML of a hand-written page with its notations and figures written out."""
    return lambda article, page="index.html": write_notations(article, page, Writer(Links(toy), Apa(toy.works)))


def test_the_positions_are_drawn_and_no_story(written):
    html = written(PLACE)
    assert re.findall(r'class="(kb-figure-lying|kb-figure-upright)"', html) == ["kb-figure-lying", "kb-figure-upright"]
    assert "kb-figure-position" in html
    assert "kb-figure-step" not in html
    assert "data-figure" not in html


@pytest.mark.parametrize(("page", "to_record"), [("index.html", ""), ("courses/first.html", "../")], ids=["at the root", "in a folder"])
def test_every_link_leads_to_the_record(written, page, to_record):
    home = f"{to_record}continuum/watches.html"
    links = re.findall(r'href="([^"]+)"', written(PLACE, page))
    assert set(links) == {home, f"{home}#alone", f"{home}#in-turn"}


LEFT_ALONE = {
    "what is shown as code": "<pre><code>&lt;div data-figure=&quot;watches&quot;&gt;&lt;/div&gt;</code></pre>",
    "another division": '<div class="a"></div>',
}


@pytest.mark.parametrize("article", LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_left_alone(written, article):
    assert written(article) == article


@pytest.mark.parametrize("name", ["keeper", "nobody", "a&amp;b"], ids=["not drawn", "no record", "no id at all"])
def test_a_figure_that_there_is_not_is_marked_in_the_preview(written, name):
    html = written(f'<div data-figure="{name}"></div>')
    assert '<mark class="kb-problem">' in html
    assert "<svg" not in html


def test_notations_and_figures_stand_on_one_page(written):
    html = written(f'<p><span data-notation="[[lighthouse]]"></span></p>{PLACE}')
    assert '<a href="definitions/lighthouse.html">Lighthouse</a>' in html
    assert "<svg" in html
