"""A link to itself for every section of a page that is made from the data: what readers copy to send others to it.

Hand-written pages have such links from Markdown. The link stands before the heading, so that it is no part of its words.
"""

from __future__ import annotations

import re

_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)">(?P<words>.*?)</h(?P=level)>', re.DOTALL)


def with_section_links(article: str) -> str:
    """The HTML of an article with a link before each heading of the second and third level that has an id."""
    return _HEADING.sub(_linked, article)


def _linked(heading: re.Match[str]) -> str:
    words = re.sub(r"<[^<>]+>", "", heading["words"])
    return f'<a class="kb-here" href="#{heading["id"]}" aria-label="Link to this section: {words}">#</a>{heading[0]}'
