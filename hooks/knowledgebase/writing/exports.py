"""The knowledge base for other programs: ``data/knowledge.json`` with its schema, and the bibliography as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ..links import Links
from ..model import Cite, Claim, Record, Work
from ..syntax import Citation, plain
from . import addresses
from .apa import Apa, text_of
from .csl import csl_item

FORMAT = 1
KNOWLEDGE = "data/knowledge.json"
SCHEMA = "data/knowledge.schema.json"
BIBLIOGRAPHY = "data/bibliography.bib"
ADDRESSES = (KNOWLEDGE, SCHEMA, BIBLIOGRAPHY)


@dataclass(frozen=True)
class Export:
    """A file of the site that is not a page."""

    address: str
    content: str


def exports(links: Links, apa: Apa, bibliography: str) -> Iterator[Export]:
    """Every export file; ``bibliography`` is the text of bibliography.bib."""
    yield Export(KNOWLEDGE, _as_json(knowledge(links, apa)))
    yield Export(SCHEMA, _as_json(KNOWLEDGE_SCHEMA))
    yield Export(BIBLIOGRAPHY, bibliography)


def knowledge(links: Links, apa: Apa) -> dict[str, object]:
    """The content of ``knowledge.json``. Addresses are relative to the site's root; absent values are left out."""
    return {
        "format": FORMAT,
        "records": [_record(record, links) for record in links.base.records],
        "works": [_work(work, apa) for work in links.base.works],
    }


def _record(record: Record, links: Links) -> dict[str, object]:
    return {
        "id": record.id,
        "kind": record.kind,
        "title": record.title,
        "url": addresses.of_record(record),
        "in_short": plain(record.in_short, links.title_of),
        "reviewed": record.reviewed.isoformat(),
        "claims": [_claim(record, claim, links) for claim in record.claims],
        "links": [{"rel": rel, "to": to} for rel, to in _links(record, links)],
    }


def _claim(record: Record, claim: Claim, links: Links) -> dict[str, object]:
    return {
        "id": claim.id,
        "url": addresses.of_claim(record, claim),
        "text": plain(claim.text, links.title_of),
        "basis": claim.basis.value,
        "cites": [_cite(cite) for cite in claim.cite],
    }


def _cite(cite: Cite) -> dict[str, object]:
    said = {"source": cite.source, "at": cite.at, "via": cite.via, "paras": list(cite.paras)}
    return {name: value for name, value in said.items() if value}


def _links(record: Record, links: Links) -> Iterator[tuple[str, str]]:
    for relation, others in links.relations(record):
        yield from ((relation.value, other.id) for other in others)
    yield from (("mentions", other.id) for other in links.mentions(record))


def _work(work: Work, apa: Apa) -> dict[str, object]:
    cited = (Citation(work.key),)
    unchecked = {"unchecked": work.unchecked} if work.unchecked else {}
    return unchecked | {
        "key": work.key,
        "url": addresses.of_work(work),
        "reference": text_of(apa.in_list(work)),
        "parenthetical": text_of(apa.in_text(cited)),
        "narrative": text_of(apa.in_text(cited, narrative=True)),
        "csl": csl_item(work),
    }


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _object(required: dict[str, object], optional: dict[str, object] | None = None) -> dict[str, object]:
    properties = required | (optional or {})
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def _list_of(items: dict[str, object]) -> dict[str, object]:
    return {"type": "array", "items": items}


_TEXT = {"type": "string", "minLength": 1}
_DATE = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_PARAGRAPH = {"type": "string", "pattern": "^p[0-9]{3,}$"}
_CITE = _object({"source": _TEXT}, {"at": _TEXT, "via": _TEXT, "paras": _list_of(_PARAGRAPH)})
_CLAIM = _object({"id": _TEXT, "url": _TEXT, "text": _TEXT, "basis": _TEXT, "cites": _list_of(_CITE) | {"minItems": 1}})
_RECORD = _object(
    {"id": _TEXT, "kind": _TEXT, "title": _TEXT, "url": _TEXT, "in_short": _TEXT, "reviewed": _DATE}
    | {"claims": _list_of(_CLAIM) | {"minItems": 1}, "links": _list_of(_object({"rel": _TEXT, "to": _TEXT}))}
)
_WORK = _object(
    {"key": _TEXT, "url": _TEXT, "reference": _TEXT, "parenthetical": _TEXT, "narrative": _TEXT}
    | {"csl": {"type": "object", "required": ["id", "type"]}},
    {"unchecked": _TEXT},
)
KNOWLEDGE_SCHEMA: dict[str, object] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "The peer-support knowledge base",
    "description": "Addresses are relative to the site's root. A claim's sources name works by their key.",
} | _object({"format": {"const": FORMAT}, "records": _list_of(_RECORD), "works": _list_of(_WORK)})
