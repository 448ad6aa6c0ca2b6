"""A BibTeX file into its blocks: bibtexparser splits, and everything it hands back is checked.

The library reads well-formed entries fast, but gives wrong values, or nothing, without an error for a dozen common
mistakes. An entry of its that leaves no doubt is taken; every other block is read again with care, and what it passed
over between the blocks is looked at too.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

from bibtexparser import model
from bibtexparser.splitter import Splitter

from .cursor import HEAD
from .entries import WORD, Block, Flaw, Lines, Macro, WrittenField
from .grammar import read_block
from .values import next_field_inside

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)  # our problems say it with its place, and once

_HEAD_ON_ITS_LINE = re.compile(r"""^[ \t]*+(@)[ \t]*+[^\s"#%'(),={}@]++\s*+[{(]""", re.MULTILINE)
_KEY = re.compile(r"[^\s,={}\"%#@()]++")
_UNESCAPED = r"[^{}\\]++|\\[^{}]"
_BRACED = rf"\{{(?:{_UNESCAPED}|\{{(?:{_UNESCAPED}|\{{(?:{_UNESCAPED}|\{{(?:{_UNESCAPED})*+\}})*+\}})*+\}})*+\}}"
_LITERAL = re.compile(rf'{_BRACED}|"(?:[^"{{}}\\]++|\\[^"{{}}]|{_BRACED})*+"', re.DOTALL)
_COMMENT = re.compile(r"%[^\n]*+|^[ \t]*+@comment\b(?!\s*[{(])[^\n]*+", re.MULTILINE | re.IGNORECASE)
_LOST = re.compile(r"(?<![\w.-])@\s*+\w|\w\s*+=|\w\s*+\{[^\s{},]++,")

MOST_PROBLEMS = 1000  # told in one run

Found = model.Entry | None


def read_blocks(text: str, lines: Lines) -> tuple[tuple[Block, ...], tuple[Flaw, ...]]:
    """The blocks of a file in order, and what is wrong between them; not to its end where very many cannot be read."""
    split, flaws = _split(text, lines)
    page = _Page(text)
    blocks: list[Block] = []
    at = unreadable = 0
    for start in page.heads():
        if start < at or page.is_commented(start, at) or page.is_address(start):
            continue
        flaws.extend(_stray(text, at, start))
        block = _clear(split.get(start), text, start) or page.read(start)
        blocks.append(block)
        at = block.end
        unreadable += any(flaw.fatal for flaw in block.flaws)
        if unreadable > MOST_PROBLEMS:
            return tuple(blocks), tuple(flaws)
    flaws.extend(_stray(text, at, len(text)))
    return tuple(blocks), tuple(flaws)


# What the library gives


def _split(text: str, lines: Lines) -> tuple[dict[int, Found], list[Flaw]]:
    """Where the library sees blocks begin, with its entry there if it could read one."""
    try:
        blocks = Splitter(text).split().blocks
    except Exception as error:  # whatever goes wrong in the library must reach the editor as a message
        words = f"the file must be BibTeX: bibtexparser failed with {type(error).__name__}: {error}"
        return {}, [Flaw(0, "parser-failure", words)]
    return dict(_located(blocks, text, lines)), []


def _located(blocks: list[model.Block], text: str, lines: Lines) -> Iterator[tuple[int, Found]]:
    """The library tells lines, counted from 0; the offset follows from the words themselves."""
    after = 0
    for block in blocks:
        if isinstance(block, model.ImplicitComment):
            continue
        start = text.find("@", max(lines.start(block.start_line + 1), after))
        while start >= 0 and not text.startswith(block.raw, start):
            start = text.find("@", start + 1)
        if start >= 0:
            yield start, _entry_of(block)
            after = start + 1


def _entry_of(block: model.Block) -> Found:
    """The entry in a block, also when the library holds it back because its key stands twice."""
    if isinstance(block, model.DuplicateBlockKeyBlock):
        block = block.ignore_error_block
    return block if isinstance(block, model.Entry) else None


def _clear(entry: Found, text: str, start: int) -> Block | None:
    """The library's entry, if each of its parts can be read in one way only."""
    if entry is None or not entry.entry_type or not _KEY.fullmatch(entry.key):
        return None
    at = text.index(entry.key, start + 1 + len(entry.entry_type)) + len(entry.key)
    fields: list[WrittenField] = []
    for field in entry.fields:
        written = field.value
        name, value = _clear_name(field.key), _clear_value(written)
        if name is None or value is None:
            return None
        offset = text.index(field.key, at)
        after = text.index(written, offset + len(name))
        at = after + len(written)
        fields.append((name, offset, value if value is not written or value.isdecimal() else (Macro(written, after),)))
    return Block(entry.entry_type, entry.key, start, start + len(entry.raw), tuple(fields))


@lru_cache
def _clear_name(name: str) -> str | None:
    return name.lower() if WORD.fullmatch(name) else None


def _clear_value(written: str) -> str | None:
    """The text of one literal or number, or the name of a @string as it is; None if only a careful reading can tell."""
    if written[:1] == "{" and written.find("}") == len(written) - 1 and written.find("{", 1) < 0 and written[-2] != "\\":
        inside = written[1:-1]  # nothing but text in braces, as most values are
    elif _LITERAL.fullmatch(written):
        inside = written[1:-1]
    else:
        return written if WORD.fullmatch(written) else None
    return inside if "=" not in inside or next_field_inside(inside, 0, len(inside)) is None else None


# What the library passes over


class _Page:
    """The whole text, to see a block in its surroundings."""

    def __init__(self, text: str) -> None:
        self._text = text

    def read(self, start: int) -> Block:
        """The block that begins here, read with care, up to the next block that begins a line."""
        following = bisect_right(self._heads_on_their_lines, start)
        limits = self._heads_on_their_lines
        limit = limits[following] if following < len(limits) else len(self._text)
        return read_block(self._text, start, limit, self._end_of_braces)

    def heads(self) -> Iterator[int]:
        """Where blocks may begin, also in forms that the library does not see."""
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
