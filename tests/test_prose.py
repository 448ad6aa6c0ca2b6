"""Texts onto a page: what each notation becomes, and that nothing in a text becomes markup."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledgebase.links import Links
from knowledgebase.model import KnowledgeBase
from knowledgebase.writing.apa import Apa
from knowledgebase.writing.prose import Prose


@pytest.fixture(scope="module")
def prose(toy):
    return Prose(Links(toy), Apa(toy.works), "challenges/long-nights.html")


ASH = '<a class="kb-cite" href="#ref-ash2001">Ash &amp; Birch, 2001</a>'
CEDAR = '<a class="kb-cite" href="#ref-cedar2015">Cedar, 2015</a>'

WRITTEN = {
    "a link bears the title": ("[[keeper]]", '<a href="../definitions/keeper.html">Keeper</a>'),
    "a link bears its own words": ("[[keeper|he]]", '<a href="../definitions/keeper.html">he</a>'),
    "a link to a claim has its anchor": ("[[lighthouse#what-it-is|a]]", '<a href="../definitions/lighthouse.html#what-it-is">a</a>'),
    "a link within the page is its anchor": ("[[long-nights#tired|a]]", '<a href="#tired">a</a>'),
    "an earlier id leads to the record of today": ("[[light-tower]]", '<a href="../definitions/lighthouse.html">Lighthouse</a>'),
    "an earlier id leads to the claim of today": ("[[automatic-light#nobody|a]]", '<a href="../forms/automatic-light.html#no-keeper">a</a>'),
    "a citation leads to the list of the page": ("[@ash2001, p. 4]", f"({ASH}, p. 4)"),
    "a second-hand citation names both works": ("[@cedar2015 via @ash2001]", f"({CEDAR}, as cited in {ASH})"),
    "a narrative citation leaves out the authors": ("Ash [-@ash2001]", 'Ash (<a class="kb-cite" href="#ref-ash2001">2001</a>)'),
    "emphasis": ("*not*", "<em>not</em>"),
    "markup is shown": ('<b class="x">&amp;</b>', "&lt;b class=&#34;x&#34;&gt;&amp;amp;&lt;/b&gt;"),
    "markup in own words is shown": ("[[keeper|<b>]]", '<a href="../definitions/keeper.html">&lt;b&gt;</a>'),
    "an unknown record is marked": ("[[nobody]]", '<mark class="kb-problem">[[nobody]] (no such record or claim)</mark>'),
    "an unknown claim is marked": ("[[keeper#x]]", '<mark class="kb-problem">[[keeper#x]] (no such record or claim)</mark>'),
    "an unknown work is marked": ("[@nobody]", '<mark class="kb-problem">nobody (no such work)</mark>'),
    "an unknown work beside a known one is marked": ("[@ash2001; @no]", f'({ASH}) <mark class="kb-problem">no (no such work)</mark>'),
    "a malformed notation is marked": ("[[A]]", '<mark class="kb-problem">[[A]] (malformed)</mark>'),
}


@pytest.mark.parametrize(("text", "written"), WRITTEN.values(), ids=WRITTEN)
def test_inline(prose, text, written):
    assert prose.inline(text) == written


def test_each_line_is_a_paragraph(prose):
    assert prose.paragraphs("One.\nTwo.") == "<p>One.</p>\n<p>Two.</p>"


@given(st.text(alphabet=st.characters(blacklist_characters="[*"), max_size=60))
def test_any_text_without_notation_is_shown_as_it_is(text):
    prose = Prose(Links(KnowledgeBase()), Apa(()), "a.html")
    shown = re.sub("</?bdi>", "", str(prose.inline(text)))  # sets apart what runs from right to left
    assert html.unescape(shown) == text
    assert "<" not in shown
