"""A link to itself for every section of a page: what readers copy to send others to it.

The link stands beside the heading and not in it, so that it is no part of its words.
"""

from __future__ import annotations

import re
from functools import lru_cache

_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)">(?P<words>.*?)</h(?P=level)>', re.DOTALL)


def with_section_links(article: str) -> str:
    """The HTML of an article with a link beside each heading of the second and third level that has an id."""
    return _with_links(_with_links(article, "h2"), "h3")


def _with_links(article: str, tag: str) -> str:
    """Headings are found by cutting the article at their tags, which is quicker than any pattern."""
    before, *sections = article.split(f'<{tag} id="')
    pieces = [before]
    for section in sections:
        heading, end, rest = section.partition(f"</{tag}>")
        pieces += (_linked(f'<{tag} id="{heading}{end}'), rest)
    return "".join(pieces)


@lru_cache(maxsize=1_000)
def _linked(heading: str) -> str:
    """A heading with its link, if it has an id and nothing else. Most pages have the same few."""
    found = _HEADING.fullmatch(heading)
    if not found:
        return heading
    name, words = found.group("id", "words")
    spoken = re.sub(r"<[^<>]+>", "", words).replace('"', "&quot;")
    link = f'<a class="kb-here" href="#{name}" aria-label="Link to this section: {spoken}">#</a>'
    return f'<div class="kb-heading">{heading}{link}</div>'
