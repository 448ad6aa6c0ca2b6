"""The anchors of a hand-written page, found in its text without making the page: headings and ids that it gives itself.

The same rules as those of Markdown's table of contents: an id in braces goes first, else the words of the heading.
A test holds them against pages as they are built.
"""

from __future__ import annotations

import re

from ...model import HandPage

_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<words>.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_OWN_ID = re.compile(r"\{:?[^{}\n]*#(?P<id>[^\s{}]+)[^{}\n]*\}|<[^<>]*\bid=\"(?P<html>[^\"]+)\"")
_BRACES = re.compile(r"[ \t]*\{:?[^{}]*\}[ \t]*$")
_LINK = re.compile(r"!?\[(?P<words>[^\[\]]*)\]\([^()]*\)")
_MARKS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")


def anchors(page: HandPage) -> frozenset[str]:
    """Every anchor that the text of a hand-written page gives."""
    from markdown.extensions.toc import slugify, unique  # only where something was promised of hand-written pages

    text = page.source.text
    own = {found["id"] or found["html"] for found in _OWN_ID.finditer(text)}
    taken = set(own)
    for found in _HEADING.finditer(text):
        if not _OWN_ID.search(found["words"]):
            unique(slugify(_spoken(found["words"]), "-"), taken)
    return frozenset(taken)


def _spoken(words: str) -> str:
    """The words of a heading without marks and addresses."""
    return _MARKS.sub("", _LINK.sub(lambda found: found["words"], _BRACES.sub("", words)))
