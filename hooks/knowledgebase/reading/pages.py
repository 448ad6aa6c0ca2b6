"""A hand-written page into the running text that the notations may stand in: code is blanked out, places are kept."""

from __future__ import annotations

import re

from ..model.whole import HandPage
from ..problems import Source, Spot

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:.(?!\n[ \t]*\n))*?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read_page(text: str, path: str, address: str) -> HandPage:
    """The page at ``address`` under docs/; ``path`` is what messages print."""
    for code in (_FENCE, _CODE, _COMMENT):
        text = code.sub(_blank, text)
    return HandPage(address, Source(path, text, {(): Spot(0, len(text))}))


def _blank(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code[0])
