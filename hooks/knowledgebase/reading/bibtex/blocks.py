"""A BibTeX file into its blocks: nothing in it is passed over without a word.

An entry that leaves no doubt is read in one step, as nearly all are. Every other block is read again with care, and what
stands between the blocks is looked at too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from .cursor import HEAD, MOST_FIELDS
from .entries import NO_ENTRIES, WORD, Block, Flaw, Macro, Value, WrittenField
from .grammar import read_block
from .values import next_field_inside

_HEAD_ON_ITS_LINE = re.compile(r"""^[ \t]*+(@)[ \t]*+[^\s"#%'(),={}@]++\s*+[{(]""", re.MULTILINE)
_UNESCAPED = r"[^{}\\]++|\\[^{}]"
_BRACED = rf"\{{(?:{_UNESCAPED}|\{{(?:{_UNESCAPED}|\{{(?:{_UNESCAPED}|\{{(?:{_UNESCAPED})*+\}})*+\}})*+\}})*+\}}"
_LITERAL = rf'{_BRACED}|"(?:[^"{{}}\\]++|\\[^"{{}}]|{_BRACED})*+"'
_FIELD = rf",\s*+({WORD.pattern})\s*+=\s*+({_LITERAL}|{WORD.pattern})\s*+"
_CLEAR_FIELD = re.compile(_FIELD, re.DOTALL)
_CLEAR_ENTRY = re.compile(
    rf"""@({WORD.pattern})\{{\s*+([^\s,={{}}"%#@()]++)\s*+((?:{_FIELD})*+),?+\s*+\}}""", re.DOTALL
)  # type, key, fields
_COMMENT = re.compile(r"%[^\n]*+|^[ \t]*+@comment\b(?!\s*[{(])[^\n]*+", re.MULTILINE | re.IGNORECASE)
_LOST = re.compile(r"(?<![\w.-])@\s*+\w|\w\s*+=|\w\s*+\{[^\s{},]++,")

MOST_PROBLEMS = 1000  # told in one run


def read_blocks(text: str) -> tuple[tuple[Block, ...], tuple[Flaw, ...]]:
    """The blocks of a file in order, and what is wrong between them; not to its end where very many cannot be read."""
    page = _Page(text)
    blocks: list[Block] = []
    flaws: list[Flaw] = []
    at = unreadable = 0
    for start in page.heads():
        if start < at or page.is_commented(start, at) or page.is_address(start):
            continue
        flaws.extend(_stray(text, at, start))
        block = page.read(start)
        blocks.append(block)
        at = block.end
        unreadable += any(flaw.fatal for flaw in block.flaws)
        if unreadable > MOST_PROBLEMS:
            return tuple(blocks), tuple(flaws)
    flaws.extend(_stray(text, at, len(text)))
    return tuple(blocks), tuple(flaws)


# Entries that leave no doubt


def _clear(text: str, start: int, limit: int) -> Block | None:
    """The entry that begins here, if each of its parts can be read in one way only."""
    found = _CLEAR_ENTRY.match(text, start, limit)
    kind = found[1].lower() if found else ""
    if not found or kind in NO_ENTRIES:
        return None
    fields: list[WrittenField] = []
    for field in _CLEAR_FIELD.finditer(text, *found.span(3)):
        value = _clear_value(field)
        if value is None:
            return None
        fields.append((field[1].lower(), field.start(1), value))
    return Block(kind, found[2], start, found.end(), tuple(fields)) if len(fields) <= MOST_FIELDS else None


def _clear_value(field: re.Match[str]) -> Value | None:
    """The text of one literal or number, or the name of a @string; None if only a careful reading can tell."""
    written = field[2]
    if written[0] not in '{"':
        return written if written.isdecimal() else (Macro(written, field.start(2)),)
    inside = written[1:-1]
    return inside if "=" not in inside or next_field_inside(inside, 0, len(inside)) is None else None


# What stands around them


class _Page:
    """The whole text, to see a block in its surroundings."""

    def __init__(self, text: str) -> None:
        self._text = text

    def read(self, start: int) -> Block:
        """The block that begins here, up to the next block that begins a line."""
        following = bisect_right(self._heads_on_their_lines, start)
        limits = self._heads_on_their_lines
        limit = limits[following] if following < len(limits) else len(self._text)
        return _clear(self._text, start, limit) or read_block(self._text, start, limit, self._end_of_braces)

    def heads(self) -> Iterator[int]:
        """Where blocks may begin, also in forms that are mistakes."""
        return (found.start() for found in HEAD.finditer(self._text))

    def is_commented(self, start: int, after: int) -> bool:
        """Whether a ``%`` stands before it on its line."""
        begin = max(self._text.rfind("\n", 0, start) + 1, after)
        return "%" in self._text[begin:start]

    def is_address(self, start: int) -> bool:
        """Whether the ``@`` stands within a word, as in an e-mail address."""
        return start > 0 and (self._text[start - 1].isalnum() or self._text[start - 1] in "._-")

    @cached_property
    def _heads_on_their_lines(self) -> list[int]:
        return [found.start(1) for found in _HEAD_ON_ITS_LINE.finditer(self._text)]

    def _end_of_braces(self, opening: int) -> int | None:
        return self._closing_braces.get(opening)

    @cached_property
    def _closing_braces(self) -> dict[int, int]:
        """Where each brace is closed, after its closing one."""
        closing: dict[int, int] = {}
        opened: list[int] = []
        for found in re.finditer(r"[{}]", self._text):
            if found[0] == "{":
                opened.append(found.start())
            elif opened:
                closing[opened.pop()] = found.end()
        return closing


def _stray(text: str, start: int, end: int) -> Iterator[Flaw]:
    """Text between entries: BibTeX passes over it, so it must be a comment, or it is lost."""
    if not text[start:end].strip():
        return
    rest = _COMMENT.sub(lambda comment: " " * len(comment[0]), text[start:end])
    found = re.search(r"\S(?:[^\n]*\S)?", rest)
    if found:
        shown = found[0] if len(found[0]) <= 40 else found[0][:39].rstrip() + "…"
        hint = '; is there a "}" too many before it?' if shown[0] in ",}" else ""
        words = f'text between entries must be a comment that begins with "%", or it is lost: found "{shown}"{hint}'
        yield Flaw(start + found.start(), "stray-text", words, fatal=_LOST.search(rest) is not None)
