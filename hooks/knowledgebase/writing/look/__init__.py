"""How the site looks and behaves: one stylesheet, joined from the files beside this one, one script, one mark.

The class names in the stylesheets are those of the templates in ``writing/templates`` and of ``overrides/main.html``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..exports import Export

STYLES = ("colours", "frame", "reading", "claims", "kinds", "figure", "lists", "search", "paper")  # later ones win
_HERE = Path(__file__).parent


def look() -> Iterator[Export]:
    """The files that every page loads."""
    yield Export("assets/site.css", "\n".join(_text(f"{name}.css") for name in STYLES))
    yield Export("assets/site.js", _text("site.js"))
    yield Export("assets/mark.svg", _text("mark.svg"))


def _text(name: str) -> str:
    return (_HERE / name).read_text("utf-8")
