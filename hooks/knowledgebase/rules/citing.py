"""Rules about citations: every work is known, was read as claimed, is used, and can be told from the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from ..links import Links
from ..model import Cite, Record
from ..model.works import Read
from ..problems import Location, Place, Problem, hints, suggestion
from ..syntax import Citation, Citations
from ..writing.apa import look_alikes
from .alone import TitleOf, Wrong
from .prose import Noted, notations_in, notations_on_pages


class Cited(NamedTuple):
    """One citation, and where the words of its fields "source" and "via" stand; most are never asked for it."""

    citation: Citation | Cite
    place: Callable[[str], Place]


def known_works(links: Links, today: date) -> Iterator[Problem]:
    """A citation, or a field that names a work, must name one of the bibliography."""
    hinted = hints()
    for key, place in _unknown_works(links):
        near = suggestion(key, links.works) if next(hinted) else ""
        yield Problem(place, f'no work "{key}" in bibliography.bib{near}', "unknown-work")


def works_that_were_read(links: Links, today: date) -> Iterator[Problem]:
    """A citation must say in which work it was read: the source itself if that was read, else "via"."""
    known = links.works
    for cited in _citations(links, _resting_on_what_was_not_read(links)):
        citation = cited.citation
        key = citation.via or citation.source
        read = known[key].read if key in known else Read.whole
        if read is Read.not_read:
            yield Problem(cited.place(_read_in(citation)), _not_read(citation, key), "unread-work")
        elif read is Read.abstract and citation.at not in {"abstract", "title"}:
            yield Problem(cited.place(_read_in(citation)), _abstract_only(citation, key), "unread-work")


def source_and_via_differ(links: Links, today: date) -> Iterator[Problem]:
    """A work must not be cited as read in itself."""
    for cited in _citations(links, [record for record, refer in links.referring if refer.read_in_itself]):
        if cited.citation.via == cited.citation.source:
            message = f'"via" must name another work than the source: found "{cited.citation.via}" for both; leave "via" out'
            yield Problem(cited.place("via"), message, "via-itself")


def no_work_unused(links: Links, today: date) -> Iterator[Problem]:
    """A work of the bibliography must be cited somewhere."""
    used = {key for cited in _citations(links, ()) for key in (cited.citation.source, cited.citation.via)}
    used.update(*(refer.cited for _, refer in links.referring))
    for work in links.base.works:
        if work.key not in used:
            yield Problem(work.place, f'a work must be cited somewhere: found no citation of "{work.key}"', "uncited-work")


def no_citation_twice(record: Record, title_of: TitleOf) -> Iterator[Wrong]:
    """A claim must not give the same citation twice."""
    for n, claim in enumerate(record.claims):
        for m, cite in enumerate(claim.cite):
            if cite in claim.cite[:m]:
                message = f'a claim must give a citation once: found "{cite.source}" again with the same place'
                yield Wrong(("claims", n, "cite", m), message, "citation-twice")


def works_told_apart(links: Links, today: date) -> Iterator[Problem]:
    """Works that would print the same in the text must each have a "yearsuffix"."""
    for group in look_alikes(links.base.works):
        for work in group:
            others = ", ".join(f'"{other.key}"' for other in islice((other for other in group if other is not work), 5))
            message = f'"{work.key}" prints the same in the text as {others}: each must have a letter, as in yearsuffix = {{a}}'
            yield Problem(work.place, message, "look-alike-works")


RULES = (known_works, works_that_were_read, source_and_via_differ, no_work_unused, works_told_apart)
RULES_OF_ONE = (no_citation_twice,)


def _unknown_works(links: Links) -> Iterator[tuple[str, Place]]:
    known = frozenset(links.works)
    wrong = [record for record, refer in links.referring if not refer.works <= known]
    for citation, place in _citations(links, wrong):
        if citation.source not in known:
            yield citation.source, place("source")
        if citation.via and citation.via not in known:
            yield citation.via, place("via")
    for record in wrong:
        yield from ((key, record.place(*location)) for location, key in record.works() if key not in known)


def _resting_on_what_was_not_read(links: Links) -> Iterator[Record]:
    not_read = {work.key for work in links.base.works if work.read is Read.not_read}
    abstract = {work.key for work in links.base.works if work.read is Read.abstract}
    for record, refer in links.referring if not_read or abstract else ():
        if not (refer.read.isdisjoint(not_read) and refer.read_on.isdisjoint(abstract)):
            yield record


def _citations(links: Links, records: Iterable[Record]) -> Iterator[Cited]:
    """Every citation of some records, in their fields and texts, and on the hand-written pages."""
    there = tuple(records)
    yield from _in_fields(there)
    yield from _in_texts(chain(notations_in(there), notations_on_pages(links)))


def _in_fields(records: Iterable[Record]) -> Iterator[Cited]:
    for record in records:
        for location, cite in record.cites():
            yield Cited(cite, partial(_place_of_field, record, location))


def _in_texts(notations: Iterable[Noted]) -> Iterator[Cited]:
    for noted in notations:
        if isinstance(noted.part, Citations):
            for item in noted.part.items:
                yield Cited(item, partial(_place_in_text, noted, item))


def _place_of_field(record: Record, location: Location, field: str) -> Place:
    return record.place(*location, field)


def _place_in_text(noted: Noted, citation: Citation, field: str) -> Place:
    return noted.place(f"@{getattr(citation, field)}").moved(1)


def _read_in(citation: Citation | Cite) -> str:
    """The field that names the work that was read."""
    return "via" if citation.via else "source"


def _not_read(citation: Citation | Cite, key: str) -> str:
    if citation.via:
        return f'"via" must name a work that was read: found "{key}"; if it was, write read = {{whole}} in bibliography.bib'
    return f'"{key}" is known only second-hand, so its citation must name in "via" the work that was read'


def _abstract_only(citation: Citation | Cite, key: str) -> str:
    found = f'"{citation.at}"' if citation.at else "no place"
    must = f'of "{key}" only the abstract was read, so the place must be "abstract" or "title": found {found}'
    return must if citation.via else f'{must}; or name in "via" the work that was read'
