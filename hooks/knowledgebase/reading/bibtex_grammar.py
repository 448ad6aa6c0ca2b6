"""One BibTeX block, read with care: every character is accounted for, and what is wrong is told with its place.

This reads the few blocks that the library's own reading leaves in doubt. It goes on after a mistake as an editor would,
so that one mistake gives one message and the rest of the entry is still read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .bibtex_entries import WORD, Block, Flaw, Macro, Value, WrittenField
from .bibtex_values import end_of_value, next_field_inside

HEAD = re.compile(r"""@(?P<gap>\s*)(?P<type>[^\s"#%'(),={}@]*+)(?P<space>\s*)(?P<open>[{(])""")
SPACE = re.compile(r"(?:\s++|%[^\n]*+)*+")
_KEY = re.compile(r'[^,={}"%\n]*+')
_ASSIGNED = re.compile(r"(?P<name>%s)\s*+=" % WORD.pattern)
_HEAD_AND_KEY = re.compile(rf"{HEAD.pattern}\s*+(?:{WORD.pattern})?")
_COMMAS = re.compile(r"(?:\s*+,)++")
_BREAK = re.compile(r"[{},)]|\n(?=\s*+%s\s*+=)" % WORD.pattern)
_WORDS = re.compile(r"[^\s{}\"=#,](?:[^{}\"=#,\n]*[^\s{}\"=#,])?")
MOST_FLAWS = 10  # told of one block: whoever mends these sees the rest


def read_block(text: str, start: int, limit: int, end_of_braces: Callable[[int], int | None]) -> Block:
    """The block whose ``@`` stands at ``start``. Nothing from ``limit`` on belongs to it.

    Only a @comment may go beyond, as it may hold whole entries: ``end_of_braces`` tells where a brace of the text is closed.
    """
    return _Reading(text, start, limit).block(end_of_braces)


class _Reading:
    """A finger on the text, moving through one block."""

    def __init__(self, text: str, start: int, limit: int) -> None:
        head = HEAD.match(text, start, limit)
        self.text, self.start, self.limit, self.head = text, start, limit, head
        self.type = head["type"].lower()
        self.close = "}" if head["open"] == "{" else ")"
        self.at = head.end()
        self.key = ""
        self.fields: list[WrittenField] = []
        self.flaws: list[Flaw] = []
        self.heed_escapes = True  # until a backslash before a brace has shown that it escapes nothing
        self.resumed_at = -1  # where reading went on after a value that was not closed

    def block(self, end_of_braces: Callable[[int], int | None]) -> Block:
        if self.type in ("comment", "preamble"):
            self._pass_over(end_of_braces)
        else:
            self._entry()
        return Block(self.type, self.key, self.start, self.at, tuple(self.fields), tuple(self.flaws))

    # What a block is made of

    def _pass_over(self, end_of_braces: Callable[[int], int | None]) -> None:
        """Past a block whose content is not read."""
        end = self._end_unread() or (end_of_braces(self.at - 1) if self.type == "comment" else None)
        self.at = end or self.limit
        if end is None:
            self._flaw(self.start, "unclosed-entry", f'{self._name()} must end with "{self.close}": found {self._next()}')

    def _end_unread(self) -> int | None:
        if self.close == "}":
            found = end_of_value(self.text, self.at - 1, self.limit, heed_escapes=False)
            return found.offset if found else None
        end = self.text.find(")", self.at, self.limit)
        return end + 1 if end >= 0 else None

    def _entry(self) -> None:
        self._check_head()
        if self.type == "string" or self._read_key():
            while self._read_field():
                pass

    def _check_head(self) -> None:
        written = _line(self.head[0])
        if not self.type:
            words = f'an entry must begin with its type, as in "@article{{": found "{written}"'
            self._flaw(self.start, "entry-form", words)
        elif self.head["gap"] or "\n" in self.head["space"]:
            words = f'an entry must begin with "{written.replace(" ", "")}", without spaces or line breaks: found "{written}"'
            self._flaw(self.start, "entry-form", words, False)

    def _read_key(self) -> bool:
        """Read the key and the comma after it; say whether fields follow."""
        start = self._space()
        assigned = _ASSIGNED.match(self.text, start, self.limit)
        self.at = start if assigned else _KEY.match(self.text, start, self.limit).end()
        self.key = self.text[start : self.at].strip()
        if self.close == ")" and ")" in self.key:
            self.key = self.key[: self.key.index(")")]
            self.at = start + len(self.key)
        if self._sign() == "=" and " " in self.key:
            self.key, self.at = self._key_before_field(start)
        if not self.key:
            self._flaw(start, "key-missing", self._key_missing(start))
        return self._after_key(assigned is not None)

    def _key_before_field(self, start: int) -> tuple[str, int]:
        """``foo title =``: the key, and the offset after it."""
        key = self.key.rsplit(None, 1)[0]
        return key, start + len(key)

    def _key_missing(self, start: int) -> str:
        return f'an entry must begin with its key, as in "@{self.type}{{moll2009,": found {self._found(start)}'

    def _after_key(self, key_is_missing: bool) -> bool:
        start = self._space()
        sign = self._sign()
        if sign == ",":
            self.at += 1
        elif sign not in ("", self.close) and not key_is_missing:
            self._flaw(start, "missing-comma", f'a comma must follow the key "{self.key}": found {self._found(start)}')
            if not _ASSIGNED.match(self.text, start, self.limit):
                self._skip()
        return True

    def _read_field(self) -> bool:
        """Read the next field, or what stands in its place; say whether to go on."""
        start = self._space()
        sign = self._sign()
        if sign == self.close:
            self.at += 1
            return False
        if sign == "":
            return self._unclosed()
        if len(self.flaws) == MOST_FLAWS:
            self.at = self.limit
            return False
        if sign == ",":
            self._extra_comma()
        elif word := WORD.match(self.text, start, self.limit):
            self._named_field(word[0], start)
        else:
            return self._stray(start)
        return True

    def _named_field(self, name: str, start: int) -> None:
        self.at = start + len(name)
        sign = self._sign(self._space())
        if sign != "=":
            self._missing_equals(name, start)
            if sign not in ("{", '"'):
                return self._skip()
        else:
            self.at += 1
        value = self._value(name)
        if value is not None:
            self.fields.append((name.lower(), start, value))
            self._after_value(name)

    def _missing_equals(self, name: str, start: int) -> None:
        shown = _WORDS.match(self.text, start, self.limit)[0]
        self._flaw(start, "missing-equals", f'a field must be written {name} = {{…}}: found "{_short(shown)}" without "="')

    def _after_value(self, name: str) -> None:
        start = self._space()
        sign = self._sign()
        if sign == ",":
            self.at += 1
        elif sign in ("", "}", ")") or start == self.resumed_at:
            pass
        elif following := _ASSIGNED.match(self.text, start, self.limit):
            words = f'a comma must stand between the fields "{name}" and "{following["name"]}"'
            self._flaw(start, "missing-comma", words)
        else:
            self._stray(start, f'after the value of "{name}" a comma must follow, or the "{self.close}" that ends the entry')

    # Values

    def _value(self, name: str) -> Value | None:
        """The pieces of a value, joined by ``#``; None if there is no value."""
        pieces: list[str | Macro] = []
        while True:
            start = self._space()
            piece = self._piece(name)
            if piece is None:
                self._flaw(start, "value-missing", f'the field "{name}" must have a value: found {self._found(start)}')
                self._skip()
                return None
            pieces.append(piece)
            end = self.at
            if self._sign(self._space()) != "#":
                self.at = end
                return pieces[0] if len(pieces) == 1 and isinstance(pieces[0], str) else tuple(pieces)
            self.at += 1

    def _piece(self, name: str) -> str | Macro | None:
        sign = self._sign()
        if sign in ("{", '"'):
            return self._delimited(name)
        word = WORD.match(self.text, self.at, self.limit)
        if not word:
            return None
        return self._bare(name, word)

    def _bare(self, name: str, word: re.Match[str]) -> str | Macro:
        """A number, the name of a @string, or words that should have been in braces."""
        start, self.at = self.at, word.end()
        after = self._space()
        if self._sign(after) in ("", ",", "#", self.close) or _ASSIGNED.match(self.text, after, self.limit):
            self.at = word.end()
            return word[0] if word[0].isdecimal() else Macro(word[0], start)
        words = _WORDS.match(self.text, start, self.limit)
        self.at = max(words.end(), word.end())
        shown = _short(words[0])
        self._flaw(
            start, "bare-value", f'the value of "{name}" must stand in braces: found "{shown}"; did you mean {{{shown}}}?'
        )
        return words[0]

    def _delimited(self, name: str) -> str:
        """A value in braces or quote marks, without them."""
        start = self.at
        found = end_of_value(self.text, start, self.limit, self.heed_escapes)
        swallowed = next_field_inside(self.text, start, found.offset if found else self.limit)
        if found is None or swallowed is not None:
            return self._unclosed_value(name, start, swallowed)
        self.at = found.offset
        if found.disputed:
            self._disputed(name, start)
        return self.text[start + 1 : found.offset - 1]

    def _unclosed_value(self, name: str, start: int, next_field: int | None) -> str:
        mark = "}" if self.text[start] == "{" else '"'
        end = self.limit if next_field is None else next_field
        self.at = self.resumed_at = end
        found = self._next() if next_field is None else f'the field "{WORD.match(self.text, end)[0]}"'
        words = f'the value of "{name}" must end with "{mark}": found {found}'
        self._flaw(start, "unclosed-value", words)
        return self.text[start + 1 : end].rstrip().rstrip(",").rstrip()

    def _disputed(self, name: str, start: int) -> None:
        """Tell of a value that ends elsewhere for other programs."""
        if self.text[self.at - 2] == "\\":
            self.heed_escapes = False
        if self.text[start] == '"':
            words = f'a quote mark within the value of "{name}" must stand in braces: other programs end the value there'
            return self._flaw(start, "lone-quote", words, False)
        words = f'braces in the value of "{name}" must come in pairs, also after a backslash: other programs end it elsewhere'
        self._flaw(start, "lone-brace", words, False)

    # Moving on, and telling

    def _space(self) -> int:
        self.at = SPACE.match(self.text, self.at, self.limit).end()
        return self.at

    def _sign(self, at: int | None = None) -> str:
        at = self.at if at is None else at
        return self.text[at] if at < self.limit else ""

    def _skip(self) -> None:
        """To the next comma, closing sign or field of this entry."""
        depth = 0
        for found in _BREAK.finditer(self.text, self.at, self.limit):
            sign = found[0]
            if depth == 0 and (sign in (",", self.close) or sign == "\n"):
                self.at = found.start()
                if sign == ",":
                    self.at += 1
                return
            depth = max(depth + {"{": 1, "}": -1}.get(sign, 0), 0)
        self.at = self.limit

    def _extra_comma(self) -> None:
        self._flaw(self.at, "extra-comma", "one comma must stand between two fields: found another", False)
        self.at = _COMMAS.match(self.text, self.at, self.limit).end()

    def _stray(self, start: int, words: str = "a field must be written name = {value}") -> bool:
        """Pass over what is no field; say whether the entry goes on."""
        if self._sign(start) in ("}", ")"):
            words = f'{self._name()} must end with "{self.close}": found "{self.text[start]}"'
            self._flaw(start, "unclosed-entry", words)
            self.at = start + 1
            return False
        self._flaw(start, "stray-text", f"{words}: found {self._found(start)}")
        self._skip()
        return True

    def _unclosed(self) -> bool:
        if not any(flaw.rule == "unclosed-value" for flaw in self.flaws):
            self._flaw(self.start, "unclosed-entry", f'{self._name()} must end with "{self.close}": found {self._next()}')
        return False

    def _name(self) -> str:
        return f'the entry "{self.key}"' if self.key else f'"@{self.type}"'

    def _next(self) -> str:
        """What stands where the block must have ended at the latest."""
        found = _HEAD_AND_KEY.match(self.text, self.limit)
        return f'"{_line(found[0])}"' if found else "the end of the file"

    def _found(self, start: int) -> str:
        if start >= self.limit:
            return self._next()
        shown = _WORDS.match(self.text, start, self.limit)
        return f'"{_short(shown[0] if shown else self.text[start])}"'

    def _flaw(self, offset: int, rule: str, message: str, fatal: bool = True) -> None:
        if len(self.flaws) < MOST_FLAWS:
            self.flaws.append(Flaw(offset, rule, message, fatal))


def _line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    line = _line(text)
    return line if len(line) <= 40 else line[:39].rstrip() + "…"
