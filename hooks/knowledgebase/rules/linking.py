"""Rules about links between records: every one leads somewhere, every id means one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from urllib.parse import urlsplit

from ..links import Links
from ..model import Record
from ..model.relations import Relation
from ..problems import Location, Place, Problem, hints, suggestion
from ..syntax import RecordLink
from ..writing import addresses
from ..writing.citing.files import addresses_of as citation_addresses
from ..writing.exports import addresses_of as export_addresses
from ..writing.look import look
from ..writing.policy import HEADERS_FILE
from ..writing.short.codes import FOLDER as SHORT
from .prose import notations_in, notations_on_pages

_ADDRESS = re.compile(r"(?:\]\([ \t]*<?|^ {0,3}\[[^\[\]\n]+\]:[ \t]*<?|<(?=[a-z]+:))(?P<address>[^\s<>)]+)", re.MULTILINE)


def known_records(links: Links, today: date) -> Iterator[Problem]:
    """A link must lead to a record."""
    hinted = hints()
    known = frozenset(links.records)
    wrong = [record for record, refer in links.referring if not refer.records <= known]
    for noted in chain(notations_in(wrong), notations_on_pages(links)):
        if isinstance(noted.part, RecordLink) and not links.record(noted.part.record):
            yield _unknown_record(links, noted.part.record, noted.place(f"[[{noted.part.record}").moved(2), next(hinted))
    for record in wrong:
        for location, _, name in record.relations():
            if not links.record(name):
                yield _unknown_record(links, name, record.place(*location), next(hinted))


def known_claims(links: Links, today: date) -> Iterator[Problem]:
    """A link to a claim must lead to a claim of that record."""
    hinted = hints()
    linking = (record for record, refer in links.referring if refer.claims)
    for noted in chain(notations_in(linking), notations_on_pages(links)):
        if not isinstance(noted.part, RecordLink) or not noted.part.claim:
            continue
        home, claim = links.record(noted.part.record), noted.part.claim
        if home and not links.claim(home, claim):
            yield _unknown_claim(home, claim, noted.place(f"[[{noted.part.record}#{claim}").moved(2), next(hinted))


def known_addresses(links: Links, today: date) -> Iterator[Problem]:
    """A list of claims must name claims that exist, each once."""
    hinted = hints()
    for record in links.base.records:
        seen: set[tuple[Location, str]] = set()
        for location, address in record.addresses():
            place = record.place(*location)
            if (location[:-1], address) in seen:
                yield Problem(place, f'a list must name each claim once: found "{address}" again', "claim-twice")
            elif not links.claim_at(record, address):
                yield _unknown_address(links, record, address, place, next(hinted))
            seen.add((location[:-1], address))


def one_meaning_per_id(links: Links, today: date) -> Iterator[Problem]:
    """An earlier id must not be the id, or an earlier id, of another record."""
    owners: dict[str, Record] = {record.id: record for record in links.base.records}
    for record in links.base.records:
        for n, alias in enumerate(record.aliases):
            owner = owners.setdefault(alias, record)
            if owner is not record or alias == record.id:
                message = f'an earlier id must belong to one record only: found "{alias}", which is {owner.source.path}'
                yield Problem(record.place("aliases", n), message, "id-twice")


def one_record_per_title(links: Links, today: date) -> Iterator[Problem]:
    """Two records must not have the same title."""
    first: dict[str, Record] = {}
    for record in links.base.records:
        other = first.setdefault(record.title.casefold(), record)
        if other is not record:
            message = f'a title must belong to one record only: found "{record.title}", which {other.source.path} has too'
            yield Problem(record.place("title"), message, "title-twice")


def no_lonely_record(links: Links, today: date) -> Iterator[Problem]:
    """A record must have a link in and a link out; a relation under "see" counts as both."""
    for record in links.base.records if len(links.base.records) > 1 else ():
        if links.relations(record):
            continue
        if not links.linked_from(record):
            yield Problem(record.place(), _lonely("no link to it"), "lonely-record")
        if not links.mentions(record):
            yield Problem(record.place(), _lonely("no link from it"), "lonely-record")


def no_relation_to_itself(links: Links, today: date) -> Iterator[Problem]:
    """A record must not be related to itself."""
    for record in links.base.records:
        for location, _, name in record.relations():
            if links.record(name) is record:
                message = f'a record must not be related to itself: found "{name}"'
                yield Problem(record.place(*location), message, "related-to-itself")


def one_relation_per_pair(links: Links, today: date) -> Iterator[Problem]:
    """Two records must be related once: on one side, and not by "related" where a relation says more."""
    first: dict[tuple[str, str], tuple[Relation, str]] = {}
    for relation, record, other, place in sorted(_see(links), key=lambda seen: seen[0] is Relation.related):
        known = first.setdefault((record.id, other.id), (relation, record.source.path))
        first.setdefault((other.id, record.id), (relation.inverse, record.source.path))
        if known != (relation, record.source.path) and (relation is Relation.related or known[0] is relation):
            message = f'two records must be related once: found "{other.id}" under "{relation}", and "{known[0]}" in {known[1]}'
            yield Problem(place, message, "related-twice")


_ONLY_MADE = (addresses.IN_SEARCH, f"{SHORT}/", "editions/", "feeds/")  # the folders in which everything is made


def readable_addresses(links: Links, today: date) -> Iterator[Problem]:
    """The address of a link or picture on a hand-written page must be one that can be taken apart."""
    for page in links.base.pages:
        for found in _ADDRESS.finditer(page.source.text):
            if why := _unreadable(found["address"]):
                message = f'the address of a link must be one that a browser can read: found "{found["address"]}" ({why})'
                yield Problem(page.source.at(found.start("address")), message, "unreadable-address")


def one_page_per_address(links: Links, today: date) -> Iterator[Problem]:
    """A hand-written page or file must not take the place of one that is made, even where capitals do not count."""
    written = [(page.source.path, page.published_at) for page in links.base.pages]
    written += [(f"docs/{file}", file) for file in links.base.files]
    made = _made(links, {address.casefold().partition("/")[0] for _, address in written})
    for path, address in written:
        if address.casefold() in made or address.casefold().startswith(_ONLY_MADE):
            what = "page" if address.endswith(".html") else "file"
            message = f"a hand-written {what} must not take the place of one made from the data: found {address}"
            yield Problem(Place(path), message, "page-twice")
        made.add(address.casefold())


RULES = (
    known_records, known_claims, known_addresses, one_meaning_per_id, one_record_per_title, no_lonely_record,
    no_relation_to_itself, one_relation_per_pair, readable_addresses, one_page_per_address,
)  # fmt: skip


def _made(links: Links, folders: set[str]) -> set[str]:
    """The addresses that are made, as far as they may lie in certain folders."""
    base = links.base
    made = (*addresses.of_single_pages(base), *export_addresses(base), *(file.address for file in look()))
    many = (
        ({kind.folder for kind in base.kinds}, addresses.of_records),
        ({addresses.WORKS}, addresses.of_works),
        ({addresses.SHELVES}, addresses.of_shelves),
        ({"cite", "data"}, citation_addresses),
    )
    found = (address for there, addresses_of in many if folders & there for address in addresses_of(base))
    return {address.casefold() for address in (*made, *found, HEADERS_FILE, addresses.DOWNLOAD)}


def _see(links: Links) -> Iterator[tuple[Relation, Record, Record, Place]]:
    """Every relation that is written under "see" and leads to another record."""
    for record in links.base.records:
        for relation, names in record.see.items():
            for n, name in enumerate(names):
                if (other := links.record(name)) and other is not record:
                    yield relation, record, other, record.place("see", relation.value, n)


def _unreadable(address: str) -> str:
    """Why an address cannot be taken apart, as with a bracket that is not closed; nothing if it can."""
    try:
        urlsplit(address)
    except ValueError as error:
        return str(error)
    return ""


def _lonely(found: str) -> str:
    return f'a record must have a link in and a link out: found {found}; a relation under "see" is both'


def _unknown_record(links: Links, name: str, place: Place, hinted: bool) -> Problem:
    near = suggestion(name, links.records) if hinted else ""
    return Problem(place, f'no record "{name}" in data/{near}', "unknown-record")


def _unknown_claim(home: Record, name: str, place: Place, hinted: bool) -> Problem:
    near = suggestion(name, [claim.id for claim in home.claims]) if hinted else ""
    return Problem(place, f'no claim "{name}" in {home.source.path}{near}', "unknown-claim")


def _unknown_address(links: Links, record: Record, address: str, place: Place, hinted: bool) -> Problem:
    name, _, claim = address.rpartition("#")
    if name and not links.record(name):
        return _unknown_record(links, name, place, hinted)
    return _unknown_claim(links.record(name) if name else record, claim, place, hinted)
