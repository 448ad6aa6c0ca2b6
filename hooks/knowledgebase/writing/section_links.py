"""A link to itself for every section of a page: what readers copy to send others to it.

The link stands beside the heading and not in it, so that it is no part of its words.
"""

from __future__ import annotations

import re

_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)">(?P<words>.*?)</h(?P=level)>', re.DOTALL)


def with_section_links(article: str) -> str:
    """The HTML of an article with a link beside each heading of the second and third level that has an id."""
    return _HEADING.sub(_linked, article)


def _linked(heading: re.Match[str]) -> str:
    words = re.sub(r"<[^<>]+>", "", heading["words"]).replace('"', "&quot;")
    link = f'<a class="kb-here" href="#{heading["id"]}" aria-label="Link to this section: {words}">#</a>'
    return f'<div class="kb-heading">{heading[0]}{link}</div>'
