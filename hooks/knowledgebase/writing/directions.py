"""Text that runs from right to left, set apart within a page that runs from left to right.

Without this, a browser moves the brackets, numbers and commas that follow a name in Arabic or Hebrew to its wrong side. So
each stretch from its first letter to its last stands in ``<bdi>``, which changes nothing of what it says.
"""

from __future__ import annotations

import re

from .escaping import escaped

# The blocks of scripts that run from right to left, as Unicode reserves them.
_LEFTWARD = r"\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_STRETCH = re.compile(rf"([{_LEFTWARD}](?:[\W\d_{_LEFTWARD}]*[{_LEFTWARD}])?)")


def isolated(text: str) -> str:
    """A text as HTML, escaped, with each stretch that runs from right to left set apart."""
    if text.isascii():
        return escaped(text)
    return "".join(f"<bdi>{escaped(part)}</bdi>" if n % 2 else escaped(part) for n, part in enumerate(_STRETCH.split(text)))
