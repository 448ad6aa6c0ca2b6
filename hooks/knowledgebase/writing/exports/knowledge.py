"""``data/knowledge.json``: records, claims and works as one JSON file, with its schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from ...model import Check, Cite, Claim, Difference, Record, Work
from ...syntax import Citation
from .. import addresses
from ..apa import Apa, text_of
from ..citing.csl import csl_item
from ..imprint import Imprint
from .export import Export
from .items import Item, as_json, given
from .own_parts import own_parts
from .wording import Wording

KNOWLEDGE = "data/knowledge.json"
SCHEMA = "data/knowledge.schema.json"
WRITTEN_SCHEMA = Path(__file__).with_name("knowledge.schema.json")
FORMAT = 1  # when it rises stands in shape.py


def file(records: Iterable[bytes], works: Iterable[bytes], imprint: Imprint) -> Export:
    """The knowledge, of the items of all records and works."""
    site = given(name=imprint.site_name or None, url=imprint.absolute("") or None)
    opening = b'{\n "format": %d,\n' % FORMAT + (b' "site": %s,\n' % as_json(site, 1) if site else b"")
    lists = chain(_list(b"records", records), [b",\n"], _list(b"works", works))
    return Export(KNOWLEDGE, b"".join(chain([opening], lists, [b"\n}\n"])))


def schema_file() -> Export:
    """The schema that the knowledge follows, as scripts/describe.py made it of its shape."""
    return Export(SCHEMA, WRITTEN_SCHEMA.read_text("utf-8"))


def in_list(one: Item) -> bytes:
    """A record or a work as an item of its list, in which it stands two steps in."""
    return b"  " + as_json(one, 2)


def record_item(record: Record, wording: Wording) -> Item:
    """A record with its claims, its links, and what its kind adds."""
    related = {relation.value: [other.id for other in others] for relation, others in wording.links.relations(record)}
    ways = [(name, to) for name, others in related.items() for to in others]
    ways += [("mentions", other.id) for other in wording.links.mentions(record)]
    page = addresses.of_record(record)
    return {
        "id": record.id,
        "kind": record.kind,
        "title": record.title,
        "url": page,
        "in_short": wording.text(record.in_short),
        "reviewed": record.reviewed.isoformat(),
        "claims": [_claim(page, claim, wording) for claim in record.claims],
        "links": [{"rel": name, "to": to} for name, to in ways],
        **given(relations=related),
        "concerns": record.concerns,
        **given(levels=record.levels, everyday_words=record.everyday_words),
        **given(differ=[_difference(record, one, wording) for one in record.differ]),
        **given(no_difference=wording.text(record.no_difference) if record.no_difference else None),
        "unknown": wording.text(record.unknown),
        **given(earlier_ids=record.aliases, **own_parts(record, wording)),
    }


def _claim(page: str, claim: Claim, wording: Wording) -> Item:
    item = {
        "id": claim.id,
        "url": f"{page}#{claim.id}",
        "text": wording.text(claim.text),
        "basis": claim.basis.value,
        "cites": _cites(claim.cite),
    }
    if claim.check:
        item["check"] = _check(claim.check, wording)
    if claim.aliases:
        item["earlier_ids"] = claim.aliases
    return item


def _check(check: Check, wording: Wording) -> Item:
    return {"text": wording.text(check.text), "cites": _cites(check.cite)}


def _cites(cites: Iterable[Cite]) -> list[Item]:
    return [_cite(cite) for cite in cites]


def _cite(cite: Cite) -> Item:
    item: Item = {"source": cite.source}
    if cite.via:
        item["via"] = cite.via
    if cite.at:
        item["at"] = cite.at
    if cite.paras:
        item["paras"] = cite.paras
    return item


def _difference(record: Record, one: Difference, wording: Wording) -> Item:
    return {"text": wording.text(one.text), "between": wording.urls(record, one.between)}


def work_item(work: Work, apa: Apa) -> Item:
    """A work with its citations."""
    cited = (Citation(work.key),)
    return {
        "key": work.key,
        "url": addresses.of_work(work),
        "reference": text_of(apa.in_list(work)),
        "parenthetical": text_of(apa.in_text(cited)),
        "narrative": text_of(apa.in_text(cited, narrative=True)),
        "csl": csl_item(work),
        **given(unchecked=work.unchecked or None),
    }


def _list(name: bytes, items: Iterable[bytes]) -> Iterator[bytes]:
    """A list of items in pieces: the whole is large, and is put together once."""
    first = True
    for one in items:
        yield from (b' "%s": [\n' % name if first else b",\n", one)
        first = False
    yield b' "%s": []' % name if first else b"\n ]"
