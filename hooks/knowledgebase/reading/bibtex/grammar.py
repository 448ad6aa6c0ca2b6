"""One BibTeX block, read with care: every character is accounted for, and what is wrong is told with its place.

This reads the few blocks that leave a doubt. It goes on after a mistake as an editor would,
so that one mistake gives one message and the rest of the entry is still read.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .cursor import ASSIGNED, HEAD, MOST_FIELDS, MOST_FLAWS, MOST_NAMES, Cursor, one_line, short
from .entries import WORD, Block, Macro, Value, WrittenField
from .values import end_of_value, next_field_inside

_KEY = re.compile(r'[^,={}"%\n]*+')
MOST_JOINED = 1000  # pieces of one value
_NOTHING_ELSE = re.compile(r"[ \t]*+(?:\n|@)")  # what follows the brace of a @comment around entries
_COMMAS = re.compile(r"(?:\s*+,)++")


def read_block(text: str, start: int, limit: int, end_of_braces: Callable[[int], int | None]) -> Block:
    """The block whose ``@`` stands at ``start``. Nothing from ``limit`` on belongs to it.

    Only a @comment that begins with an entry may go beyond: ``end_of_braces`` tells where a brace of the text is closed.
    One with other words is not closed, and would swallow entries that nobody meant to leave out.
    """
    return _Reading(text, start, limit).block(end_of_braces)


class _Reading:
    """The reading of one block, from its head to its end."""

    def __init__(self, text: str, start: int, limit: int) -> None:
        self.head = HEAD.match(text, start, limit)
        self.type = self.head["type"].lower()
        self.close = "}" if self.head["open"] == "{" else ")"
        self.cursor = Cursor(text, self.head.end(), limit, self.close)
        self.start, self.text = start, text
        self.key = ""
        self.fields: list[WrittenField] = []
        self.heed_escapes = True  # until a backslash before a brace has shown that it escapes nothing
        self.resumed_at = -1  # where reading went on after a value that was not closed

    def block(self, end_of_braces: Callable[[int], int | None]) -> Block:
        if self.type in ("comment", "preamble"):
            self._pass_over(end_of_braces)
        else:
            self._entry()
        return Block(self.type, self.key, self.start, self.cursor.at, tuple(self.fields), tuple(self.cursor.flaws))

    def _pass_over(self, end_of_braces: Callable[[int], int | None]) -> None:
        """Past a block whose content is not read."""
        opening = self.cursor.at - 1
        may_hold_entries = self.type == "comment" and _NOTHING_ELSE.match(self.text, opening + 1)
        end = self._end_unread(opening) or (end_of_braces(opening) if may_hold_entries else None)
        self.cursor.at = end or self.cursor.limit
        if end is None:
            self._unclosed()

    def _end_unread(self, opening: int) -> int | None:
        if self.close == "}":
            found = end_of_value(self.text, opening, self.cursor.limit, heed_escapes=False)
            return found.offset if found else None
        return self.text.find(")", opening, self.cursor.limit) + 1 or None

    def _entry(self) -> None:
        self._check_head()
        if self.type != "string":
            self._read_key()
        while self._read_field():
            pass

    # The head and the key

    def _check_head(self) -> None:
        written = one_line(self.head[0])
        if not self.type:
            words = f'an entry must begin with its type, as in "@article{{": found "{written}"'
            self.cursor.flaw(self.start, "entry-form", words)
        elif self.head["gap"] or "\n" in self.head["space"]:
            meant = written.replace(" ", "")
            words = f'an entry must begin with "{meant}", without spaces or line breaks: found "{written}"'
            self.cursor.flaw(self.start, "entry-form", words, fatal=False)

    def _read_key(self) -> None:
        """Read the key and the comma after it."""
        start = self.cursor.space()
        if not ASSIGNED.match(self.text, start, self.cursor.limit):
            self._take_key(start)
        if not self.key:
            example = f"@{self.type or 'article'}{{moll2009,"
            words = f'an entry must begin with its key, as in "{example}": found {self.cursor.found(start)}'
            self.cursor.flaw(start, "key-missing", words)
        after = self.cursor.space()
        if not self.cursor.passes(",") and self.key and self.cursor.sign() not in ("", "}", ")"):
            words = f'a comma must follow the key "{self.key}": found {self.cursor.found(after)}'
            self.cursor.flaw(after, "missing-comma", words)
            if not ASSIGNED.match(self.text, after, self.cursor.limit):
                self.cursor.skip()

    def _take_key(self, start: int) -> None:
        """The key goes up to the comma, or to the sign that closes the entry, or to a field that follows without comma."""
        written = _KEY.match(self.text, start, self.cursor.limit)[0]
        if self.close == ")":
            written = written.partition(")")[0]
        if " " in written.strip() and self.text[start + len(written) : start + len(written) + 1] == "=":
            written = written.rstrip().rpartition(" ")[0]
        self.key = written.strip()
        self.cursor.at = start + len(written)

    # Fields

    def _read_field(self) -> bool:
        """Read the next field, or what stands in its place; say whether to go on."""
        start = self.cursor.space()
        sign = self.cursor.sign()
        if self.cursor.passes(self.close):
            return False
        if sign in ("", "}", ")"):
            self._unclosed()
            return False
        if len(self.cursor.flaws) == MOST_FLAWS or self._too_many_fields(start):
            self.cursor.at = self.cursor.limit
            return False
        if sign == ",":
            self._extra_comma()
        elif word := WORD.match(self.text, start, self.cursor.limit):
            self._named_field(word[0], start)
        else:
            self._stray(start, "a field must be written name = {value}")
        return True

    def _too_many_fields(self, start: int) -> bool:
        what, most = ("a @string", MOST_NAMES) if self.type == "string" else ("an entry", MOST_FIELDS)
        too_many = len(self.fields) == most
        if too_many:
            self.cursor.flaw(start, "too-much", f"{what} must have at most {most:,} fields: found more")
        return too_many

    def _named_field(self, name: str, start: int) -> None:
        self.cursor.at = start + len(name)
        self.cursor.space()
        if not self.cursor.passes("="):
            shown = short(self.cursor.words(start))
            self.cursor.flaw(start, "missing-equals", f'a field must be written {name} = {{…}}: found "{shown}" without "="')
            if self.cursor.sign() not in ("{", '"'):
                return self.cursor.skip()
        value = self._value(name)
        if value is not None:
            self.fields.append((name.lower(), start, value))
            self._after_value(name)

    def _after_value(self, name: str) -> None:
        start = self.cursor.space()
        if self.cursor.passes(",") or self.cursor.sign() in ("", "}", ")") or start == self.resumed_at:
            return
        if following := ASSIGNED.match(self.text, start, self.cursor.limit):
            words = f'a comma must stand between the fields "{name}" and "{following["name"]}"'
            self.cursor.flaw(start, "missing-comma", words)
        else:
            self._stray(start, f'after the value of "{name}" a comma must follow, or the "{self.close}" that ends the entry')

    def _extra_comma(self) -> None:
        start = self.cursor.at
        self.cursor.flaw(start, "extra-comma", "one comma must stand between two fields: found another", fatal=False)
        self.cursor.at = _COMMAS.match(self.text, start, self.cursor.limit).end()

    def _stray(self, start: int, words: str) -> None:
        self.cursor.flaw(start, "stray-text", f"{words}: found {self.cursor.found(start)}")
        self.cursor.skip()

    def _unclosed(self) -> None:
        """The entry ends without its closing sign: with the other one, or where the next entry begins."""
        name = f'the entry "{self.key}"' if self.key else f'"@{self.type}"'
        if self.cursor.sign():
            words = f'{name} must end with "{self.close}": found "{self.cursor.sign()}"'
            self.cursor.flaw(self.cursor.at, "unclosed-entry", words)
            self.cursor.at += 1
        elif self.resumed_at != self.cursor.at:
            self.cursor.flaw(
                self.start, "unclosed-entry", f'{name} must end with "{self.close}": found {self.cursor.next_block()}'
            )

    # Values

    def _value(self, name: str) -> Value | None:
        """A text, or the pieces that ``#`` joins; None if there is no value."""
        pieces: list[str | Macro] = []
        while True:
            start = self.cursor.space()
            piece = self._piece(name)
            if piece is None:
                words = f'the field "{name}" must have a value: found {self.cursor.found(start)}'
                return self._leave_out(start, "value-missing", words)
            if len(pieces) == MOST_JOINED:
                return self._leave_out(start, "too-much", f"a value must have at most {MOST_JOINED:,} pieces: found more")
            pieces.append(piece)
            self.cursor.space()
            if not self.cursor.passes("#"):
                return pieces[0] if len(pieces) == 1 and isinstance(pieces[0], str) else tuple(pieces)

    def _leave_out(self, start: int, rule: str, words: str) -> None:
        self.cursor.flaw(start, rule, words)
        self.cursor.skip()

    def _piece(self, name: str) -> str | Macro | None:
        if self.cursor.sign() in ("{", '"'):
            return self._delimited(name)
        word = WORD.match(self.text, self.cursor.at, self.cursor.limit)
        return self._bare(name, word) if word else None

    def _bare(self, name: str, word: re.Match[str]) -> str | Macro:
        """A number, the name of a @string, or words that should have been in braces."""
        start, self.cursor.at = word.start(), word.end()
        after = self.cursor.space()
        if self.cursor.sign() in ("", ",", "#", "}", ")") or ASSIGNED.match(self.text, after, self.cursor.limit):
            return word[0] if word[0].isdecimal() else Macro(word[0], start)
        words = self.cursor.words(start)
        self.cursor.at = max(start + len(words), word.end())
        told = f'the value of "{name}" must stand in braces: found "{short(words)}"; did you mean {{{short(words)}}}?'
        self.cursor.flaw(start, "bare-value", told)
        return words

    def _delimited(self, name: str) -> str:
        """A value in braces or quote marks, without them."""
        start, limit = self.cursor.at, self.cursor.limit
        found = end_of_value(self.text, start, limit, self.heed_escapes)
        swallowed = next_field_inside(self.text, start, found.offset if found else limit)
        if found is None or swallowed is not None:
            return self._unclosed_value(name, start, swallowed)
        self.cursor.at = found.offset
        if found.disputed:
            self._disputed(name, start)
        return self.text[start + 1 : found.offset - 1]

    def _unclosed_value(self, name: str, start: int, next_field: int | None) -> str:
        mark = "}" if self.text[start] == "{" else '"'
        end = self.cursor.limit if next_field is None else next_field
        found = self.cursor.next_block() if next_field is None else f'the field "{WORD.match(self.text, end)[0]}"'
        self.cursor.flaw(start, "unclosed-value", f'the value of "{name}" must end with "{mark}": found {found}')
        self.cursor.at = self.resumed_at = end
        return self.text[start + 1 : end].rstrip().removesuffix(",").rstrip()

    def _disputed(self, name: str, start: int) -> None:
        """Tell of a value that ends elsewhere for other programs."""
        if self.text[self.cursor.at - 2] == "\\":
            self.heed_escapes = False
        if self.text[start] == '"':
            words = f'a quote mark within the value of "{name}" must stand in braces: other programs end the value there'
            return self.cursor.flaw(start, "lone-quote", words, fatal=False)
        words = f'braces in the value of "{name}" must come in pairs, also after a backslash: other programs end it elsewhere'
        self.cursor.flaw(start, "lone-brace", words, fatal=False)
