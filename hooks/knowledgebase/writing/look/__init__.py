"""How the site looks and behaves: one stylesheet, joined from the files beside this one, one script, joined too, one mark.

The class names in the stylesheets are those of the templates in ``writing/templates``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..exports import Export

STYLES = (  # later ones win
    "colours", "frame", "notice", "reading", "code", "claims", "kinds", "figure", "plot", "lists",
    "cite", "changes", "browse", "front", "search", "permalinks", "paper",
)  # fmt: skip
SCRIPTS = ("site", "copy")
OF_SHORT_PAGES = ("short.css", "short.js")  # the pages behind short codes load these alone
_HERE = Path(__file__).parent


def look() -> Iterator[Export]:
    """The files that every page loads."""
    yield Export("assets/site.css", "\n".join(_text(f"{name}.css") for name in STYLES))
    yield Export("assets/site.js", "\n".join(_text(f"{name}.js") for name in SCRIPTS))
    yield Export("assets/mark.svg", _text("mark.svg"))
    yield from (Export(f"assets/{name}", _text(name)) for name in OF_SHORT_PAGES)


def _text(name: str) -> str:
    return (_HERE / name).read_text("utf-8")
