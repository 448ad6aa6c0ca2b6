"""A finished page as a browser reads it: what it says, how it is built, and what in it nobody of us wrote."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

SCHEMES = {"", "http", "https", "mailto", "tel"}
_LEADING = {"href", "src", "action", "formaction", "data", "poster", "srcset", "ping", "background", "xlink:href"}
_NEVER = {"style", "srcdoc", "srcset", "ping", "formaction", "background", "poster"}
_DRAWING = "{http://www.w3.org/2000/svg}svg"
_RUNNING = {"iframe", "object", "embed", "base", "applet", "frame", "frameset", "plaintext", "style"}


def tree_of(html: str) -> Element:
    """The document, or the fragment in a document, as the HTML standard has it read."""
    return html5lib.parse(html, namespaceHTMLElements=False)


def one_line(text: str) -> str:
    """A text as a reader sees it, whose every stretch of white space is one space."""
    return " ".join(text.split())


def words_of(tree: Element) -> str:
    """All the text of a page, in one line, but for scripts, and for drawings, which break words and whose words stand beside."""
    return one_line("".join(_texts(tree)))


def _texts(node: Element) -> Iterator[str]:
    if isinstance(node.tag, str) and node.tag not in ("script", "style", _DRAWING):
        yield node.text or ""
        for child in node:
            yield from _texts(child)
            yield child.tail or ""


def attributes_of(tree: Element) -> Iterator[tuple[Element, str, str]]:
    for node in tree.iter():
        if isinstance(node.tag, str):
            yield from ((node, str(name), value) for name, value in node.attrib.items())


def skeleton(tree: Element) -> list[str]:
    """Every element with the names of its attributes, in order; comments, too, since we write none.

    How a drawing breaks its lines depends on its words, so of a drawing it tells only which elements there are.
    """
    if tree.tag == _DRAWING:
        return sorted({_told(node) for node in tree.iter()})
    return [_told(tree), *(told for child in tree for told in skeleton(child))]


def _told(node: Element) -> str:
    return f"{node.tag} {' '.join(sorted(map(str, node.attrib)))}".strip()


def foreign(tree: Element) -> list[str]:
    """What could run or lead astray: no template of ours writes it."""
    wrong = [str(node.tag) for node in tree.iter() if not isinstance(node.tag, str) or node.tag in _RUNNING or _is_script(node)]
    for node, name, value in attributes_of(tree):
        if name.startswith("on") or name in _NEVER or (name in _LEADING and not _leads_well(value)):
            wrong.append(f"{node.tag} {name}={value}")
    return wrong


def _is_script(node: Element) -> bool:
    """A script with a text of its own, unless it is data for search engines."""
    return node.tag == "script" and node.get("type") != "application/ld+json" and bool((node.text or "").strip())


def _leads_well(address: str) -> bool:
    if "\\" in address.partition("?")[0].partition("#")[0] or address.startswith("//") or address != address.strip():
        return False  # browsers take these for other hosts, or for what they are not
    return urlsplit(address).scheme.lower() in SCHEMES
