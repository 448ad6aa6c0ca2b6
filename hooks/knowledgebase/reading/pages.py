"""A hand-written page into the running text that the notations may stand in: code is blanked out, places are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.whole import HandPage
from ..problems import Source
from .front_matter import end_of_fields, more_than_any_page

_FENCE = re.compile(r"^(?P<fence>`{3,}+|~{3,}+)[^\n]*\n.*?(?:^(?P=fence)[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_TICKS_OR_PARAGRAPH = re.compile(r"(?P<ticks>`+)|\n[ \t]*\n")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INDENT = re.compile(r"(?: {4}|\t)")
_HOLDS_INDENTED_TEXT = re.compile(r"\s*(?:[-*+]|\d+[.)]|:|!!!|\?\?\?)\s?")


def read_page(text: str, path: str, address: str) -> HandPage:
    """The page at ``address`` under docs/; ``path`` is what messages print. What no page can mean to hold is not read."""
    if more_than_any_page(text):
        return HandPage(address, Source(path))
    head = end_of_fields(text)
    text = re.sub(r"[^\n]", " ", text[:head]) + text[head:]
    text = _FENCE.sub(_blank, text)
    closed = text.rfind("-->") + 3  # no comment ends further on, so none is looked for there
    text = _COMMENT.sub(_blank, text[:closed]) + text[closed:]
    text = _without_code_spans("\n".join(_without_indented_code(text.split("\n"))))
    return HandPage(address, Source(path, text))


def _without_indented_code(lines: list[str]) -> Iterator[str]:
    """Lines indented by four after an empty one are code, unless they belong to an item of a list."""
    code, after_empty, in_item = False, True, False
    for line in lines:
        indented = bool(_INDENT.match(line)) and bool(line.strip())
        code = indented and (code or after_empty) and not in_item
        if line.strip() and not indented:
            in_item = bool(_HOLDS_INDENTED_TEXT.match(line))
        after_empty = not line.strip() or (after_empty and code)
        yield " " * len(line) if code else line


def _without_code_spans(text: str) -> str:
    """Between a run of ticks and the next of as many in its paragraph is code."""
    pieces, at = [], 0
    for start, end in _code_spans(text):
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where code begins and ends. Read backwards, each run of ticks knows the next of its length in its paragraph."""
    closing: dict[int, re.Match[str]] = {}
    ends: dict[int, int] = {}
    for found in reversed(list(_TICKS_OR_PARAGRAPH.finditer(text))):
        if not found["ticks"]:
            closing.clear()
            continue
        length = len(found["ticks"])
        if length in closing:
            ends[found.start()] = closing[length].end()
        closing[length] = found
    at = 0
    for start in reversed(ends):
        if start >= at:
            at = ends[start]
            yield start, at


def _blank(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code[0])
