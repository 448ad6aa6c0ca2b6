"""Text as LaTeX, so that BibTeX reads the same text back: signs are escaped, capitals to keep stand in braces.

Letters stay as they are, in UTF-8. What is in italics and may change its case stands in ``{\\em …}``, because the
braces of a command such as ``\\emph`` protect capitals.
"""

from __future__ import annotations

import re
from itertools import accumulate

from ...model.works import RichText, Run

_SIGNS = {sign: f"\\{sign}" for sign in "{}$&%#_"} | {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
    "\u00a0": "~",
}
_LONE_BRACES = {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
_DASH = {"-": "-{}"}  # of two hyphens LaTeX would make a dash
_TO_ESCAPE = re.compile("[" + re.escape("".join(_SIGNS)) + "]|-(?=-)")


def escaped(text: str) -> str:
    """A text whose every sign stands for itself."""
    if not _TO_ESCAPE.search(text):
        return text
    signs = _SIGNS | _DASH if _in_pairs(text) else _SIGNS | _DASH | _LONE_BRACES
    return _TO_ESCAPE.sub(lambda found: signs[found[0]], text)


def _in_pairs(text: str) -> bool:
    """Whether every brace is closed. BibTeX counts braces, even those behind a backslash."""
    depths = list(accumulate((sign == "{") - (sign == "}") for sign in text))
    return min(depths, default=0) >= 0 and depths[-1:] in ([], [0])


def rich(text: RichText) -> str:
    """A text with its marks."""
    return "".join(map(_marked, text))


def braced(text: str) -> str:
    """A text that is one word to BibTeX. Of ``{\\&}`` BibTeX would make a letter with an accent, so it gets two pairs."""
    inner = escaped(text)
    return f"{{{{{inner}}}}}" if inner.startswith("\\") else f"{{{inner}}}"


def _marked(run: Run) -> str:
    if run.protected:
        return f"\\emph{{{escaped(run.text)}}}" if run.italic else braced(run.text)
    return f"{{\\em {escaped(run.text)}}}" if run.italic else escaped(run.text)
