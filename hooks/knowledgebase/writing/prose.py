"""Running text onto a page: the notations become links and printed citations, everything else is escaped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from ..links import Links
from ..model import Check, Claim, Record, Work
from ..model.facets import Facet
from ..syntax import Citation, Citations, Emphasis, Malformed, Part, RecordLink, Text, parse, plain
from . import addresses
from .apa import Apa, Piece, text_of
from .citing.formats import Format
from .directions import isolated
from .escaping import escaped, html


@dataclass(frozen=True)
class Printed:
    """What is the same on every page of a site, or of a folder, as it was written on the first that had it."""

    entries: dict[str, Markup] = field(default_factory=dict)
    listed: dict[tuple[str, str], Markup] = field(default_factory=dict)  # works in lists, by folder and key
    titled: dict[tuple[str, str], Markup] = field(default_factory=dict)  # records, by folder and id
    linked: dict[tuple[str, RecordLink], str] = field(default_factory=dict)  # links to whole records, by folder
    brackets: dict[tuple[Citation, ...], str] = field(default_factory=dict)


class Prose:
    """Writes texts for one page, whose address decides how its links are written."""

    def __init__(self, links: Links, apa: Apa, page: str, printed: Printed | None = None) -> None:
        self.links, self.apa, self.page, self._printed = links, apa, page, printed or Printed()
        self._folder = page.rpartition("/")[0]

    def href(self, address: str) -> str:
        """An address as a link on this page."""
        return addresses.relative(address, self.page)

    def paragraphs(self, text: str) -> Markup:
        """A text as paragraphs: a line break in the data begins a new one."""
        return html("\n".join([f"<p>{self._inline(line)}</p>" for line in text.split("\n") if line.strip()]))

    def inline(self, text: str) -> Markup:
        """A text within a paragraph."""
        return html(self._inline(text))

    def words(self, text: str) -> str:
        """A text without its notations."""
        return plain(text, self.links.title_of)

    def record(self, record: Record) -> Markup:
        """A record by its title, linked to its page."""
        place = self._folder, record.id
        found = self._printed.titled.get(place)
        if found is None:
            href = self.href(addresses.of_record(record))
            found = self._printed.titled[place] = html(f'<a href="{escaped(href)}">{escaped(record.title)}</a>')
        return found

    def shelves(self, facets: Iterable[Facet]) -> Markup:
        """The shelves on which a record stands, each linked to its page."""
        linked = [(self.href(addresses.of_shelf(facet)), facet.value) for facet in facets]
        return html(", ".join([f'<a href="{escaped(href)}">{escaped(name)}</a>' for href, name in linked]))

    def downloads(self, files: Iterable[tuple[Format, str]]) -> Markup:
        """Files to take along, by the names of their formats."""
        linked = [(self.href(address), form.name) for form, address in files]
        return html(" ".join([f'<a href="{escaped(href)}" download>{escaped(name)}</a>' for href, name in linked]))

    def claims(self, record: Record, named: Sequence[str]) -> Markup:
        """The claims that a record names, in words such as "#a, #b and Long nights #tired"; unknown ones are left out."""
        found = [self._claim(record, *claim) for claim in self.links.claims_at(record, named)]
        return html(" and ".join(filter(None, [", ".join(found[:-1]), *found[-1:]])))

    def work(self, key: str) -> Markup:
        """A work by its authors and year, linked to its page."""
        work = self.links.works.get(key)
        if work is None:
            return html(_problem(key, "no such work"))
        name = text_of(self.apa.in_text([Citation(key)], narrative=True))
        return html(_link(self.href(addresses.of_work(work)), name))

    def cited(self, statement: Claim | Check) -> Markup:
        """A statement with the works it rests on, its bracket before the full stop.

        The space belongs to the bracket: where the bracket is hidden, no gap is left.
        """
        parts = parse(statement.text)
        stop = "." if parts and isinstance(parts[-1], Text) and parts[-1].text.endswith(".") else ""
        bracket = self._bracket(tuple([cite.citation for cite in statement.cite]))
        return html(f'{self._parts(parts).removesuffix(stop)}<span class="kb-citations"> {bracket}</span>{stop}')

    def entry(self, work: Work) -> Markup:
        """A work as it stands in a list of works, with what nobody has checked of it."""
        if work.key not in self._printed.entries:
            self._printed.entries[work.key] = html(self._entry(work))
        return self._printed.entries[work.key]

    def in_list(self, write: Callable[[Prose, Work], Markup], work: Work) -> Markup:
        """A work in a list of references, as ``write`` writes it, which is the same on all pages of a folder."""
        place = self._folder, work.key
        found = self._printed.listed.get(place)
        if found is None:
            found = self._printed.listed[place] = write(self, work)
        return found

    def on_this_page(self, claims: Iterable[Claim]) -> Markup:
        """Claims that stand on this page, by their ids."""
        return html(", ".join([_anchor(claim) for claim in claims]))

    def pieces(self, pieces: tuple[Piece, ...]) -> Markup:
        """Printed pieces, each work linked to its entry on this page, each address to where it leads."""
        return html(_pieces(pieces))

    # From here on, texts are HTML as plain strings: escaping happens where a text of the data is put into one.

    def _inline(self, text: str) -> str:
        return self._parts(parse(text))

    def _parts(self, parts: Iterable[Part]) -> str:
        return "".join([isolated(part.text) if isinstance(part, Text) else self._part(part) for part in parts])

    def _claim(self, here: Record, record: Record, claim: Claim) -> str:
        if record is here:
            return _anchor(claim)
        href = escaped(self.href(addresses.of_claim(record, claim)))
        return f'<a href="{href}">{escaped(record.title)} <span class="kb-id">#{escaped(claim.id)}</span></a>'

    def _entry(self, work: Work) -> str:
        unchecked = f' <span class="kb-unchecked">Details not checked: {escaped(work.unchecked)}.</span>'
        return _pieces(self.apa.in_list(work)) + (unchecked if work.unchecked else "")

    def _bracket(self, citations: tuple[Citation, ...]) -> str:
        found = self._printed.brackets.get(citations)
        if found is None:
            found = self._printed.brackets[citations] = self._print(citations)
        return found

    def _print(self, citations: Sequence[Citation]) -> str:
        unknown = [key for citation in citations for key in self._unknown(citation)]
        known = [citation for citation in citations if self._known(citation)] if unknown else citations
        printed = [_pieces(self.apa.in_text(known))] if known else []
        return " ".join([*printed, *[_problem(key, "no such work") for key in unknown]])

    def _part(self, part: Citations | RecordLink | Malformed | Emphasis) -> str:
        if isinstance(part, Citations):
            return self._citations(part)
        if isinstance(part, RecordLink):
            return self._link(part)
        if isinstance(part, Malformed):
            return _problem(part.text, "malformed")
        return f"<em>{isolated(part.text)}</em>"

    def _citations(self, part: Citations) -> str:
        if not all(self._known(item) for item in part.items):
            return self._bracket(part.items)
        return _pieces(self.apa.in_text(part.items, authors=not part.narrative))

    def _link(self, link: RecordLink) -> str:
        """A link to a whole record is the same on all pages of a folder; one to a claim may lead to this very page."""
        if link.claim:
            return self._resolved(link)
        place = self._folder, link
        found = self._printed.linked.get(place)
        if found is None:
            found = self._printed.linked[place] = self._resolved(link)
        return found

    def _resolved(self, link: RecordLink) -> str:
        record = self.links.record(link.record)
        claim = self.links.claim(record, link.claim) if record and link.claim else None
        if record is None or (link.claim and claim is None):
            return _problem(f"[[{link.record}{'#' + link.claim if link.claim else ''}]]", "no such record or claim")
        target = addresses.of_claim(record, claim) if claim else addresses.of_record(record)
        return _link(self.href(target), link.words or record.title)

    def _known(self, citation: Citation) -> bool:
        return not self._unknown(citation)

    def _unknown(self, citation: Citation) -> list[str]:
        return [key for key in (citation.source, citation.via) if key and key not in self.links.works]


@lru_cache(maxsize=1_000)
def _pieces(pieces: tuple[Piece, ...]) -> str:
    """Many pages show the same: how a page is cited, but for its title, and works that are cited on several."""
    return "".join(map(_piece, pieces))


def _piece(piece: Piece) -> str:
    text = f"<i>{isolated(piece.text)}</i>" if piece.italic else isolated(piece.text)
    if piece.key:
        return f'<a class="kb-cite" href="#{escaped(addresses.in_references(piece.key))}">{text}</a>'
    return f'<a href="{escaped(piece.href)}">{text}</a>' if piece.href else text


def _anchor(claim: Claim) -> str:
    anchor = escaped(claim.id)
    return f'<a class="kb-id" href="#{anchor}">#{anchor}</a>'


def _link(href: str, words: str) -> str:
    return f'<a href="{escaped(href)}">{isolated(words)}</a>'


def _problem(shown: str, what: str) -> str:
    """A spot that is not right, marked where the reader of a preview sees it."""
    return f'<mark class="kb-problem">{escaped(shown)} ({what})</mark>'
