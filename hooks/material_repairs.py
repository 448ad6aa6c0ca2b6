"""Repairs of what Material itself puts on every page, where no template block reaches: a page in, a page out.

Each repair names a defect of Material 9.8 for readers who use a keyboard, a screen reader or a strict browser. A repair
whose text is no longer on the page is an error, so that a new version of the theme cannot bring a defect back unseen.
"""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass

from mkdocs.exceptions import PluginError


@dataclass(frozen=True)
class Repair:
    """What is on the page, what must be there instead, and why."""

    why: str
    found: str
    made: str


REPAIRS = (
    Repair(
        "a dialog must have a name",
        '<div class="md-search" data-md-component="search" role="dialog">',
        '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">',
    ),
    Repair("autocomplete is not for checkboxes", 'id="__drawer" autocomplete="off"', 'id="__drawer"'),
    Repair("autocomplete is not for checkboxes", 'id="__search" autocomplete="off"', 'id="__search"'),
    Repair(
        "the number of results must be announced",
        '<div class="md-search-result__meta">',
        '<div class="md-search-result__meta" role="status">',
    ),
    Repair(
        "the menu must open by key: a button, not a label",
        '<label class="md-header__button md-icon" for="__drawer">',
        '<button type="button" class="md-header__button md-icon" data-opens="__drawer" aria-label="Menu">',
    ),
    Repair(
        "the search must open by key: a button, not a label",
        '<label class="md-header__button md-icon" for="__search">',
        '<button type="button" class="md-header__button md-icon" data-opens="__search" aria-label="Search">',
    ),
)
_BUTTON_ENDS = re.compile(r'(<button type="button" class="md-header__button[^>]*>\s*<svg.*?</svg>\s*)</label>', re.DOTALL)
_TOC_LABEL = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'


class RepairMissing(PluginError):
    """The theme has changed: a text that a repair looks for is not on the page."""


def repaired(page: str) -> str:
    """A page of the theme with its defects mended; raises ``RepairMissing``."""
    for repair in REPAIRS:
        if repair.found not in page:
            raise RepairMissing(f"{repair.why}: the theme no longer has {repair.found}")
        page = page.replace(repair.found, repair.made, 1)
    page = _BUTTON_ENDS.sub(r"\1</button>", page)
    if 'id="__toc"' not in page:  # a label must belong to something
        page = _TOC_LABEL.sub(r'<p class="md-nav__title">\1</p>', page)
    return page


def with_policy(page: str) -> str:
    """The page with a content security policy: scripts, styles and pictures of the site alone, and these inline scripts."""
    if _CHARSET not in page:
        raise RepairMissing(f"a page must say its encoding first: the theme no longer has {_CHARSET}")
    policy = f'<meta http-equiv="Content-Security-Policy" content="{policy_for(page)}">'
    return page.replace(_CHARSET, f"{_CHARSET}\n      {policy}", 1)


def policy_for(page: str) -> str:
    """The policy that allows what a page of the site needs, its inline scripts by their SHA-256 (CSP level 2)."""
    digests = sorted({hashlib.sha256(script.encode()).digest() for script in _SCRIPT.findall(page)})
    scripts = " ".join(["'self'", *(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'self'"
    )
