"""``data/knowledge.json``: records, claims and works as one JSON file, with its schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from ...model import Check, Cite, Claim, Record, Work
from ...model.descriptions import describe
from ...syntax import Citation
from .. import addresses
from ..apa import Apa, text_of
from ..citing.csl import csl_item
from ..imprint import Imprint
from . import shape
from .export import Export
from .items import Item, as_json, item
from .own_parts import own_parts
from .wording import Wording

KNOWLEDGE = "data/knowledge.json"
SCHEMA = "data/knowledge.schema.json"


def file(records: Iterable[str], works: Iterable[str], imprint: Imprint) -> Export:
    """The knowledge, of the items of all records and works."""
    site = item(shape.Site, name=imprint.site_name or None, url=imprint.absolute("") or None)
    head = {"format": str(shape.FORMAT), "site": as_json(site).replace("\n", "\n ") if site else ""}
    opening = [f' "{name}": {text},\n' for name, text in head.items() if text]
    lists = chain(_list("records", records), [",\n"], _list("works", works))
    return Export(KNOWLEDGE, "".join(chain(["{\n"], opening, lists, ["\n}\n"])))


def schema_file() -> Export:
    """The schema that the knowledge follows."""
    describe(shape.Shape)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | shape.Knowledge.model_json_schema()
    return Export(SCHEMA, json.dumps(schema, ensure_ascii=False, indent=1) + "\n")


def in_list(one: Item) -> str:
    """A record or a work as an item of its list, in which it stands two steps in."""
    return "  " + as_json(one).replace("\n", "\n  ")


def record_item(record: Record, wording: Wording) -> Item:
    """A record with its claims, its links, and what its kind adds."""
    related = {relation.value: [other.id for other in others] for relation, others in wording.links.relations(record)}
    mentioned = [item(shape.Link, rel="mentions", to=other.id) for other in wording.links.mentions(record)]
    page = addresses.of_record(record)
    return item(
        shape.Record,
        id=record.id,
        kind=record.kind,
        title=record.title,
        url=page,
        in_short=wording.text(record.in_short),
        reviewed=record.reviewed.isoformat(),
        claims=[_claim(page, claim, wording) for claim in record.claims],
        links=[item(shape.Link, rel=name, to=to) for name, others in related.items() for to in others] + mentioned,
        relations=related,
        concerns=record.concerns,
        levels=record.levels,
        everyday_words=record.everyday_words,
        differ=[
            item(shape.Difference, text=wording.text(one.text), between=wording.urls(record, one.between))
            for one in record.differ
        ],
        no_difference=wording.text(record.no_difference) if record.no_difference else None,
        unknown=wording.text(record.unknown),
        earlier_ids=record.aliases,
        **own_parts(record, wording),
    )


def _claim(page: str, claim: Claim, wording: Wording) -> Item:
    return item(
        shape.Claim,
        id=claim.id,
        url=f"{page}#{claim.id}",
        text=wording.text(claim.text),
        basis=claim.basis.value,
        cites=_cites(claim.cite),
        check=_check(claim.check, wording) if claim.check else None,
        earlier_ids=claim.aliases,
    )


def _check(check: Check, wording: Wording) -> Item:
    return item(shape.Check, text=wording.text(check.text), cites=_cites(check.cite))


def _cites(cites: Iterable[Cite]) -> list[Item]:
    return [item(shape.Cite, source=cite.source, via=cite.via, at=cite.at, paras=cite.paras) for cite in cites]


def work_item(work: Work, apa: Apa) -> Item:
    """A work with its citations."""
    cited = (Citation(work.key),)
    return item(
        shape.Work,
        key=work.key,
        url=addresses.of_work(work),
        reference=text_of(apa.in_list(work)),
        parenthetical=text_of(apa.in_text(cited)),
        narrative=text_of(apa.in_text(cited, narrative=True)),
        csl=csl_item(work),
        unchecked=work.unchecked or None,
    )


def _list(name: str, items: Iterable[str]) -> Iterator[str]:
    """A list of items in pieces: the whole is large, and is put together once."""
    first = True
    for one in items:
        yield from (f' "{name}": [\n' if first else ",\n", one)
        first = False
    yield f' "{name}": []' if first else "\n ]"
