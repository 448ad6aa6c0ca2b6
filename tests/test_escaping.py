"""What is printed on a page is escaped as markupsafe escapes it, though nothing remembers that it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape
from poisoned import poisoned, site_of

from knowledgebase.model.facets import Level
from knowledgebase.writing.escaping import escaped, html, written
from knowledgebase.writing.pages import compiled
from knowledgebase.writing.pages.compiled import templates

VALUES = {"a text": "<b>&amp;'\"", "what is marked": Markup("<b>"), "a number": 7, "nothing": None, "a word": Level.teams}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_value_is_printed_as_jinja_prints_it(value):
    assert written(value) == escape(value)


@given(st.text())
def test_a_text_is_escaped_as_ever(text):
    assert escaped(text) == written(text) == escape(text)
    assert type(html(text)) is Markup
    assert html(text) == text == written(html(text))


TEMPLATES = {
    "a text is escaped": ("{{ words }}", "&lt;b&gt;"),
    "what a macro was handed is escaped, and what it makes is not": ("{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{{ m(words) }}", "<i>&lt;b&gt;</i>"),
    "so is what a macro hands on": (
        "{% macro m(a) %}<i>{{ a }}</i>{% endmacro %}{% macro n(a) %}{{ m(a) }}{% endmacro %}{{ n(words) }}",
        "<i>&lt;b&gt;</i>",
    ),
    "a parameter that was left out has its default": ("{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 2) }}", "1&lt;12"),
    "a function is called with what it is given": ("{{ '{}{}{x}'.format(*[1, 2], **{'x': 3}) }}", "123"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "made"), TEMPLATES.values(), ids=TEMPLATES)
def test_in_a_template(source, made):
    assert templates().from_string(source).render(words="<b>") == made


MISSING = {
    "a name": "{{ other }}",
    "an attribute": "{{ words.other }}",
    "a parameter": "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}",
}


@pytest.mark.parametrize("source", MISSING.values(), ids=MISSING)
def test_what_is_missing_is_an_error(source):
    with pytest.raises(Exception, match="undefined|no attribute|not provided"):
        templates().from_string(source).render(words="<b>")


@pytest.mark.parametrize("words", ["é", "<b>&amp;\"'{{ x }}</b>"])
def test_pages_are_those_that_jinja_makes_of_the_same_templates_by_itself(tmp_path, monkeypatch, words):
    def pages(folder):
        site = site_of(poisoned(folder, words), words)
        return {page.address: page.article for page in site.pages.values()}

    ours = pages(tmp_path / "ours")
    monkeypatch.setattr(compiled, "Direct", Environment)
    monkeypatch.setattr(compiled.KeptCode, "load_bytecode", lambda self, bucket: None)
    monkeypatch.setattr(compiled.KeptCode, "dump_bytecode", lambda self, bucket: None)
    assert pages(tmp_path / "jinja") == ours
