"""A finished page as a browser reads it: what it says, how it is built, and what in it nobody of us wrote."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib

SCHEMES = {"", "http", "https", "mailto", "tel"}
_LEADING = {"href", "src", "action", "formaction", "data", "poster", "srcset", "ping", "background", "xlink:href"}
_NEVER = {"style", "srcdoc", "srcset", "ping", "formaction", "background", "poster"}
_RUNNING = {"iframe", "object", "embed", "base", "applet", "frame", "frameset", "plaintext", "style"}


def tree_of(html: str) -> Element:
    """The document, or the fragment in a document, as the HTML standard has it read."""
    return html5lib.parse(html, namespaceHTMLElements=False)


def one_line(text: str) -> str:
    """A text as a reader sees it, whose every stretch of white space is one space."""
    return " ".join(text.split())


def words_of(tree: Element) -> str:
    """All the text that a page shows, in one line."""
    return one_line("".join(tree.itertext()))


def attributes_of(tree: Element) -> Iterator[tuple[Element, str, str]]:
    for node in tree.iter():
        if isinstance(node.tag, str):
            yield from ((node, str(name), value) for name, value in node.attrib.items())


def skeleton(tree: Element) -> list[str]:
    """Every element with the names of its attributes, in order; comments, too, since we write none."""
    return [f"{node.tag} {' '.join(sorted(map(str, node.attrib)))}".strip() for node in tree.iter()]


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
