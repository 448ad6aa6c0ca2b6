"""The notations on hand-written pages: kept whole while Markdown is read, written out in the HTML that it makes.

Markdown knows nothing of the knowledge base: it only sets a notation apart, so that code spans stay code and
``[[id]]`` is not taken for a link of its own. A second step turns what was set apart into links and citations,
and fills the places for figures.
"""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as etree

from markdown import Extension, Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from ..model.own_fields import Continuum
from ..model.whole import FIGURE
from ..syntax import Citations, parse
from .pages import Writer
from .prose import Prose
from .references import references_for

_SET_APART = re.compile(r'<span\b[^<>]*? data-notation="([^"]*)"[^>]*></span>')
_WHOLE = re.compile(r"\[\[[^\[\]]*\]\]|\[-?@[^\[\]]*\]")
_NO_TEXT = re.compile(r"(?is)(<(code|pre|script|style|textarea)\b.*?</\2\s*>|<!--.*?-->|<[^>]*>)")
_BAR = "\ufdd0"  # stands for the "|" of a notation while Markdown cuts the rows of tables at "|"; no text can hold it


class NotationExtension(Extension):
    """Sets the notations of a text apart, before Markdown reads brackets as links."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_HideBars(md), "kb-notation", 100)
        md.inlinePatterns.register(_Notation(r"\[\[|\[-?@", md), "kb-notation", 175)
        md.postprocessors.register(_ShowBars(md), "kb-notation", 0)


class _HideBars(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return _WHOLE.sub(lambda found: found[0].replace("|", _BAR), "\n".join(lines)).split("\n")


class _ShowBars(Postprocessor):
    def run(self, text: str) -> str:
        return text.replace(_BAR, "|")


class _Notation(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element | None, int | None, int | None]:
        whole = _whole(data[m.start() :])
        return etree.Element("span", {"data-notation": whole}), m.start(), m.start() + len(whole)


def _whole(text: str) -> str:
    """The notation that a text begins with: up to its closing bracket, or its first word if it is never closed."""
    closed = _WHOLE.match(text)
    return closed[0] if closed else re.match(r"\S+", text)[0]


def write_notations(article: str, page: str, writer: Writer) -> str:
    """The HTML of a hand-written page with its notations and figures written out and its references at its end."""
    prose = Prose(writer.links, writer.apa, page)
    article = FIGURE.sub(lambda found: _figure(found[1], prose, writer), _with_those_in_html(article))
    notations = [html.unescape(text) for text in _SET_APART.findall(article)]
    if not notations:
        return article
    written = _SET_APART.sub(lambda found: str(prose.inline(html.unescape(found[1]))), article)
    groups = [part.items for text in notations for part in parse(text) if isinstance(part, Citations)]
    cites = [cite for items in groups for cite in items]
    cited, read = {cite.source for cite in cites}, {cite.via or cite.source for cite in cites}
    references = references_for(cited, read, writer.links, writer.apa)
    return written + str(writer.macros.references(prose, references))


def _figure(name: str, prose: Prose, writer: Writer) -> str:
    """The drawing of a record; where there is none, a spot that is marked for the reader of a preview."""
    record = writer.links.record(name)
    if not isinstance(record, Continuum):
        return f'<p><mark class="kb-problem">{name} (no such figure)</mark></p>'
    return writer.templates.get_template("continuum-small.html").render(prose=prose, record=record)


def _with_those_in_html(article: str) -> str:
    """The notations that stand in blocks of HTML, which Markdown leaves alone, are set apart too."""
    pieces = _NO_TEXT.split(article)
    pieces[::3] = [_WHOLE.sub(lambda found: f'<span data-notation="{_quoted(found[0])}"></span>', text) for text in pieces[::3]]
    return "".join(piece for n, piece in enumerate(pieces) if n % 3 != 2)


def _quoted(notation: str) -> str:
    return html.escape(html.unescape(notation))
