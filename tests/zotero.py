"""What Zotero makes of a page, by the rules of its own translators: a small model of them, written anew from their sources.

Read at zotero/translators 2814370 (2026-06-26) and zotero/utilities and zotero/translate of the same day:

- ``translate.js``, ``_detectTranslatorsCollected``: of the translators that recognise a page, the one with the lowest
  ``priority`` is the button: unAPI 300, COinS 310, Embedded Metadata 320, DOI 400.
- ``Embedded Metadata.js``, ``init``: ``citation_…`` tags decide the type first; else the tags whose prefix is known become
  statements that ``RDF.js``, ``detectType``, asks, with "webpage" where that knows nothing.
- ``RDF.js``, ``importItem`` and ``handleCreators``; ``Embedded Metadata.js``, ``addLowQualityMetadata``: the fields.
- ``utilities.js``, ``cleanAuthor``: how a name is cut. ``utilities_item.js``, ``itemToAPIJSON``: a name without a given
  name is in one field.
- ``COinS.js`` and ``openurl.js``, ``parseContextObject``: the spans.

Only what a page of this site can meet is modelled; a tag beyond that is an error of the test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

import html5lib

PRIORITIES = {"COinS": 310, "Embedded Metadata": 320}
KNOWN_PREFIXES = frozenset("bib bibo dc dcterms prism foaf vcard link z eprint eprints og article book music video so rdf".split())
ARTICLES = {
    "citation_journal_title": "journalArticle", "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper", "citation_conference": "conferencePaper",
    "citation_book_title": "bookSection", "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}  # fmt: skip
GUESSES = {"citation_title": "journalArticle", "citation_series_title": "journalArticle", "citation_isbn": "book"}
OPEN_GRAPH = {"website": "webpage", "book": "book"}  # "article" is a guess only, and comes after "webpage"
TITLES, SITES, DATES = ("dc:title", "og:title"), ("og:site_name",), ("article:published_time", "dc:date")
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass
class Item:
    """An item as it is saved. A creator is his names: one for a group, family and given name for a person."""

    type: str
    title: str = ""
    creators: list[tuple[str, ...]] = field(default_factory=list)
    date: str = ""
    site: str = ""  # or the journal, book, encyclopedia
    url: str = ""
    language: str = ""
    abstract: str = ""
    others: dict[str, str] = field(default_factory=dict)


def offered(page: str) -> tuple[str, list[Item]]:
    """The translator that the button runs, and the items that it saves; several are offered to choose from."""
    tree = html5lib.parse(page)
    found = {"COinS": spans(tree), "Embedded Metadata": embedded(tree)}
    first = min((name for name, items in found.items() if items), key=PRIORITIES.__getitem__, default="")
    return first, found.get(first, [])


def embedded(tree) -> list[Item]:
    """The page itself, if its head says enough."""
    metas = [node.attrib for node in tree.iter(f"{XHTML}meta")]
    tags = [(meta.get("name") or meta.get("property"), meta.get("content")) for meta in metas]
    tags = [(name, content) for name, content in tags if name and content]
    statements = dict(reversed([(key, content) for name, content in tags if (key := statement(name))]))
    decided = [ARTICLES[name] for name, _ in tags if name in ARTICLES]
    guess = next((GUESSES[name] for name, _ in tags if name in GUESSES), "")
    if not (statements or decided or guess):
        return []
    kind = decided[-1] if decided else OPEN_GRAPH.get(statements.get("og:type", ""), "") or guess or "webpage"
    return [filled(Item(kind), statements, dict(reversed(tags)), tree)]


def statement(name: str) -> str:
    """``dc:creator`` for ``DC.creator``: a tag whose prefix is a known one."""
    parts = re.split(r"[.:_]", name)
    middle = len(parts) > 2 and parts[1].lower() in KNOWN_PREFIXES
    assert not middle, f"a tag of three parts is not modelled: {name}"
    prefix, rest = parts[0].lower(), name[len(parts[0]) + 1 :]
    return f"{prefix}:{rest[:1].lower()}{rest[1:]}" if prefix in KNOWN_PREFIXES else ""


def filled(item: Item, statements, tags, tree) -> Item:
    """The fields, each from the first place that has it."""
    item.title = first(statements, TITLES) or next(tree.iter(f"{XHTML}title")).text
    item.date = first(statements, DATES) or next((node.get("datetime") for node in tree.iter(f"{XHTML}time")), "")
    item.site = first(statements, SITES) if item.type in {"webpage", "blogPost", "newspaperArticle"} else ""
    author = statements.get("dc:creator")
    item.creators = [cut(author, "," in author)] if author else [cut(tags["author"], False)] if "author" in tags else []
    canonical = [node.get("href") for node in tree.iter(f"{XHTML}link") if node.get("rel") == "canonical"]
    item.url = statements.get("og:url") or next(iter(canonical), "")
    item.language = statements.get("dc:language") or next(tree.iter(f"{XHTML}html")).get("lang")
    item.abstract = tags.get("description", "")
    return item


def first(statements, names) -> str:
    return next((statements[name] for name in names if name in statements), "")


def cut(author: str, at_comma: bool) -> tuple[str, ...]:
    """A name as ``cleanAuthor`` cuts it: at its comma, or before its last word."""
    author = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", author)
    given = ""
    if at_comma:
        family, *rest = re.split(r",\s?", re.sub(r"\.([^ ])", r". \1", author, count=1))
        given = rest[0] if rest else ""
    else:
        given, _, family = author.rpartition(" ")
    given = re.sub(r"(?<![^\s-])([A-Z])(?=[\s-]|$)", r"\1.", given)
    return (family, given) if given else (family,)


FORMATS = {"journal": "journalArticle", "book": "book", "dissertation": "thesis", "dc": "webpage"}
BOOKS = {"bookitem": "bookSection", "conference": "conferencePaper", "proceeding": "conferencePaper", "report": "report"}
PARTS = {"journalArticle", "bookSection", "conferencePaper"}


def spans(tree) -> list[Item]:
    """The items of all spans of the class Z3988 that have a title."""
    found = (node for node in tree.iter(f"{XHTML}span") if "Z3988" in node.get("class", "").split() and node.get("title"))
    return [item for node in found if (item := parsed(node.get("title"))) and item.title]


def parsed(context_object: str) -> Item | None:
    """The item of one span."""
    pairs = [part.split("=")[:2] for part in context_object.split("&")]
    pairs = [(key, unquote(re.sub(r"\+|%2[bB]", " ", value))) for key, value in pairs]
    form = dict(pairs).get("rft_val_fmt", "").removeprefix("info:ofi/fmt:kev:mtx:")
    if form not in FORMATS:
        return None
    item = Item(BOOKS.get(dict(pairs).get("rft.genre", ""), FORMATS[form]) if form == "book" else FORMATS[form])
    whole, plain = [], []  # names of several keys with the number of plain ones before them, and those of one key
    for key, value in pairs:
        if value and key.startswith("rft") and key not in {"rft_val_fmt", "rft.genre"}:
            take(item, key, value, whole, plain)
    item.creators = in_order(whole, plain)
    return item


def take(item: Item, key: str, value: str, whole: list, plain: list) -> None:
    """One key into the item; the rules about types hold from where they stand."""
    key = key.removeprefix("rft").lstrip("._")
    if key in {"aulast", "aucorp"}:
        whole.append([[value, ""], len(plain) if key == "aulast" else None])
    elif key == "aufirst":
        whole[-1][0][1] = value
    elif key in {"au", "creator", "contributor"}:
        plain.append(cut(value, "," in value))
    elif key == "id":
        take_identifier(item, value)
    else:
        setattr(item, name, value) if (name := field_of(item, key)) else item.others.__setitem__(key, value)


def field_of(item: Item, key: str) -> str:
    """The field that a key fills in an item of this type; empty for the fields that are modelled by their key."""
    if key in {"title", "btitle", "atitle"}:
        return "title" if (key == "atitle") == (item.type in PARTS) else "site"
    return {"jtitle": "site", "source": "site", "type": "type", "date": "date", "language": "language"}.get(key, "")


def take_identifier(item: Item, value: str) -> None:
    if value.startswith("info:doi/"):
        item.others["doi"] = value.removeprefix("info:doi/")
    elif re.match("https?://", value):
        item.url = value


def in_order(whole: list, plain: list) -> list[tuple[str, ...]]:
    """Names of several keys at their places among the others. A group has no place, so it comes first."""
    creators = list(plain)
    for inserted, (names, place) in enumerate(whole):
        creators.insert(0 if place is None else place + inserted, tuple(filter(None, names)))
    return creators
