"""The anchors of a finished article that people can have links to: not those of form fields and parts of drawings."""

from __future__ import annotations

import re

_OPENING_TAG = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)\b[^<>]*?\sid=\"(?P<id>[^\"]+)\"")
_FOR_PROGRAMS = frozenset("button desc fieldset input label path select svg textarea title".split())


def fragments(article: str) -> frozenset[str]:
    """The ids of an article's HTML that are worth a promise."""
    return frozenset(found["id"] for found in _OPENING_TAG.finditer(article) if found["tag"] not in _FOR_PROGRAMS)
