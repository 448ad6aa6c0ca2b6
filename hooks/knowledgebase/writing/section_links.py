"""A link to itself for every section of a page: what readers copy to send others to it.

The link stands beside the heading and not in it, so that it is no part of its words.
"""

from __future__ import annotations

import re
from functools import lru_cache

_HEADING = re.compile(r'<h(?P<level>[23]) id="(?P<id>[^"]+)">(?P<words>.*?)</h(?P=level)>', re.DOTALL)


def with_section_links(article: str) -> str:
    """The HTML of an article with a link beside each heading of the second and third level that has an id."""
    return _HEADING.sub(lambda heading: _linked(heading[0]), article)


@lru_cache(maxsize=1_000)
def _linked(heading: str) -> str:
    """A heading with its link. Most pages have the same few."""
    name, words = _HEADING.fullmatch(heading).group("id", "words")
    spoken = re.sub(r"<[^<>]+>", "", words).replace('"', "&quot;")
    link = f'<a class="kb-here" href="#{name}" aria-label="Link to this section: {spoken}">#</a>'
    return f'<div class="kb-heading">{heading}{link}</div>'
