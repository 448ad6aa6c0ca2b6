"""A finger on the text of one BibTeX block: where it is, what stands there, how to move on, and what to say of it."""

from __future__ import annotations

import re

from .entries import WORD, Flaw

HEAD = re.compile(r"""@(?P<gap>\s*+)(?P<type>[^\s"#%'(),={}@]*+)(?P<space>\s*+)(?P<open>[{(])""")
ASSIGNED = re.compile(rf"(?P<name>{WORD.pattern})\s*+=")
MOST_FIELDS = 100  # in one entry; those of the world have up to fifty
MOST_NAMES = 1000  # in one @string
MOST_FLAWS = 10  # told of one block: whoever mends these sees the rest

_SPACE = re.compile(r"(?:\s++|%[^\n]*+)*+")
_HEAD_AND_KEY = re.compile(rf"{HEAD.pattern}\s*+(?:{WORD.pattern})?")
_BREAK = re.compile(rf"[{{}},)]|\n(?=\s*+{WORD.pattern}\s*+=)")
_WORDS = re.compile(r"[^\s{}\"=#,](?:[^{}\"=#,\n]*[^\s{}\"=#,])?")


class Cursor:
    """Stands at ``at`` in a block that ends at ``limit`` at the latest. ``close`` is the sign that ends the block."""

    def __init__(self, text: str, at: int, limit: int, close: str) -> None:
        self.text, self.at, self.limit, self.close = text, at, limit, close
        self.flaws: list[Flaw] = []

    def space(self) -> int:
        """Pass over blanks and comments; the offset of what follows."""
        self.at = _SPACE.match(self.text, self.at, self.limit).end()
        return self.at

    def sign(self) -> str:
        """The character here; nothing at the end of the block."""
        return self.text[self.at] if self.at < self.limit else ""

    def passes(self, sign: str) -> bool:
        """Pass over this sign if it is next."""
        found = self.sign() == sign
        self.at += found
        return found

    def skip(self) -> None:
        """Past the next comma, or to the sign that closes the entry or the next field, whichever comes first."""
        depth = 0
        for found in _BREAK.finditer(self.text, self.at, self.limit):
            sign = found[0]
            if depth == 0 and sign in (",", self.close, "\n"):
                self.at = found.end() if sign == "," else found.start()
                return
            depth = max(depth + {"{": 1, "}": -1}.get(sign, 0), 0)
        self.at = self.limit

    def words(self, start: int) -> str:
        """The words from an offset on, up to a sign that means something."""
        found = _WORDS.match(self.text, start, self.limit)
        return found[0] if found else self.text[start]

    def found(self, start: int) -> str:
        """What stands at an offset, as a message shows it."""
        return f'"{short(self.words(start))}"' if start < self.limit else self.next_block()

    def next_block(self) -> str:
        """What stands where the block must have ended at the latest."""
        found = _HEAD_AND_KEY.match(self.text, self.limit)
        return f'"{one_line(found[0])}"' if found else "the end of the file"

    def flaw(self, offset: int, rule: str, message: str, fatal: bool = True) -> None:
        """Note what is wrong."""
        if len(self.flaws) < MOST_FLAWS:
            self.flaws.append(Flaw(offset, rule, message, fatal))


def one_line(text: str) -> str:
    """A text with single blanks."""
    return " ".join(text.split())


def short(text: str) -> str:
    """A text of one line, cut if it is long."""
    line = one_line(text)
    return line if len(line) <= 40 else line[:39].rstrip() + "…"
