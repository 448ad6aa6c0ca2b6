"""Running text onto a page: the notations become links and printed citations, everything else is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from ..links import Links
from ..model import Cite
from ..syntax import Citation, Citations, Emphasis, Malformed, Part, RecordLink, parse, plain
from . import addresses
from .apa import Apa, Piece, text_of


class Prose:
    """Writes texts for one page, whose address decides how its links are written."""

    def __init__(self, links: Links, apa: Apa, page: str) -> None:
        self.links, self.apa, self.page = links, apa, page

    def href(self, address: str) -> str:
        """An address as a link on this page."""
        return addresses.relative(address, self.page)

    def paragraphs(self, text: str) -> Markup:
        """A text as paragraphs: a line break in the data begins a new one."""
        return Markup("\n").join(Markup("<p>{}</p>").format(self.inline(line)) for line in text.split("\n") if line.strip())

    def inline(self, text: str) -> Markup:
        """A text within a paragraph."""
        return Markup("").join(self._part(part) for part in parse(text))

    def words(self, text: str) -> str:
        """A text without its notations."""
        return plain(text, self.links.title_of)

    def cited(self, text: str, cites: Sequence[Cite]) -> Markup:
        """A text with the works it rests on; in APA style the bracket stands before the full stop of the sentence."""
        stop = "." if text.endswith(".") else ""
        bracket = self.bracket([cite.citation for cite in cites])
        return Markup('{} <span class="kb-citations">{}</span>{}').format(self.inline(text.removesuffix(stop)), bracket, stop)

    def work(self, key: str) -> Markup:
        """A work by its authors and year, linked to its page."""
        work = self.links.works.get(key)
        if work is None:
            return self._problem(key, "no such work")
        name = text_of(self.apa.in_text([Citation(key)], narrative=True))
        return Markup('<a href="{}">{}</a>').format(self.href(addresses.of_work(work)), name)

    def bracket(self, citations: Sequence[Citation]) -> Markup:
        """The citations of a claim as one printed bracket."""
        known = [c for c in citations if self._known(c)]
        unknown = [self._problem(key, "no such work") for c in citations for key in self._unknown(c)]
        printed = [self.pieces(self.apa.in_text(known))] if known else []
        return Markup(" ").join(printed + unknown)

    def pieces(self, pieces: Iterable[Piece]) -> Markup:
        """Printed pieces, each work linked to its entry on this page, each address to where it leads."""
        return Markup("").join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: Piece) -> Markup:
        text = Markup("<i>{}</i>").format(piece.text) if piece.italic else escape(piece.text)
        if piece.key:
            return Markup('<a class="kb-cite" href="#{}">{}</a>').format(addresses.in_references(piece.key), text)
        return Markup('<a href="{}">{}</a>').format(piece.href, text) if piece.href else text

    def _part(self, part: Part) -> Markup:
        if isinstance(part, Citations):
            return self._citations(part)
        if isinstance(part, RecordLink):
            return self._link(part)
        if isinstance(part, Malformed):
            return self._problem(part.text, "malformed")
        return Markup("<em>{}</em>").format(part.text) if isinstance(part, Emphasis) else escape(part.text)

    def _citations(self, part: Citations) -> Markup:
        if not all(self._known(item) for item in part.items):
            return self.bracket(part.items)
        return self.pieces(self.apa.in_text(part.items, authors=not part.narrative))

    def _link(self, link: RecordLink) -> Markup:
        record = self.links.record(link.record)
        claim = self.links.claim(record, link.claim) if record and link.claim else None
        if record is None or (link.claim and claim is None):
            return self._problem(f"[[{link.record}{'#' + link.claim if link.claim else ''}]]", "no such record or claim")
        target = addresses.of_claim(record, claim) if claim else addresses.of_record(record)
        return Markup('<a href="{}">{}</a>').format(self.href(target), link.words or record.title)

    def _known(self, citation: Citation) -> bool:
        return not self._unknown(citation)

    def _unknown(self, citation: Citation) -> list[str]:
        return [key for key in (citation.source, citation.via) if key and key not in self.links.works]

    def _problem(self, shown: str, what: str) -> Markup:
        """A spot that is not right, marked where the reader of a preview sees it."""
        return Markup('<mark class="kb-problem">{} ({})</mark>').format(shown, what)
