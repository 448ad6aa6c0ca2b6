"""A page in the words of schema.org, as a block of JSON-LD: what search engines read.

A block of data is no script: nothing runs it, and the site's policy against scripts lets it be. What could end it or begin a
comment in it is written as its code, so no title or summary gets out of it.
"""

from __future__ import annotations

from pydantic_core import to_json

from ..model import Definition, KnowledgeBase, Record
from . import addresses
from .imprint import Imprint

_CODES = {sign: f"\\u{ord(sign):04x}" for sign in "<>&"}


def in_script(described: dict[str, object]) -> str:
    """The description as a block for the head of a page."""
    text = to_json({"@context": "https://schema.org", **described}).decode()
    for sign, code in _CODES.items():
        text = text.replace(sign, code)
    return f'<script type="application/ld+json">{text}</script>\n'


def described_page(says: str, record: Record, imprint: Imprint) -> dict[str, object]:
    """The page of a record; that of a definition is about a term. ``says`` is the record in a sentence."""
    return _given({
        "@type": "WebPage",
        "name": record.title,
        "description": says,
        "url": imprint.absolute(addresses.of_record(record)),
        "inLanguage": "en",
        "lastReviewed": record.reviewed.isoformat(),
        "author": _publisher(imprint),
        "isPartOf": _site(imprint),
        "mainEntity": _term(says, record, imprint) if isinstance(record, Definition) else {},
    })


def described_site(base: KnowledgeBase, imprint: Imprint) -> dict[str, object]:
    """The whole site as a set of data, with the file that holds all of it."""
    file = {
        "@type": "DataDownload",
        "encodingFormat": "application/json",
        "contentUrl": imprint.absolute("data/knowledge.json"),
    }
    return _given({
        "@type": "Dataset",
        "name": imprint.site_name,
        "description": "What the sources of this site say about peer support in mental health: "
        f"{len(base.records)} records, whose every claim names its source, and {len(base.works)} works.",
        "url": imprint.absolute(addresses.FRONT),
        "inLanguage": "en",
        "dateModified": max((record.reviewed.isoformat() for record in base.records), default=""),
        "creator": _publisher(imprint),
        "distribution": file if imprint.site_url else {},
    })


def _term(says: str, record: Definition, imprint: Imprint) -> dict[str, object]:
    return _given({
        "@type": "DefinedTerm",
        "name": record.title,
        "alternateName": list(record.other_names),
        "description": says,
        "url": imprint.absolute(addresses.of_record(record)),
        "inDefinedTermSet": imprint.absolute(f"{record.kind}/index.html"),
    })


def _publisher(imprint: Imprint) -> dict[str, object]:
    return {"@type": "Organization", "name": imprint.author} if imprint.author else {}


def _site(imprint: Imprint) -> dict[str, object]:
    return _given({"@type": "WebSite", "name": imprint.site_name, "url": imprint.site_url}) if imprint.site_name else {}


def _given(described: dict[str, object]) -> dict[str, object]:
    """What is not empty."""
    return {name: value for name, value in described.items() if value}
