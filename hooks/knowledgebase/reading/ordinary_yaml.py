"""The YAML of an ordinary record into its tree, many times faster than a reader of all of YAML does it.

It knows the forms in which records are written: fields and items below one another, ``>-``, texts of one line, lists and
fields in brackets on one line. Whatever else there is, right or wrong, it refuses as a whole; ``yaml_tree`` then reads it
with care. So it never has to say what is wrong, and what it takes, the careful reading takes in the same way.
"""

from __future__ import annotations

import re

from .text import CONTROL, out_of_the_ordinary

Tree = str | list["Tree"] | dict[str, "Tree"]

_DEEPEST = 15  # of what is taken here; far below what is too deep for a record
_ODD = re.compile(rf"[\ud800-\udfff{CONTROL.pattern[1:-1]}]")

_KEY = r"[a-z][a-z_-]{0,99}+"
_QUOTED = r'"[^"\\\n]*"'
_WORD = rf"(?:[^\W_][^\n,\[\]{{}}:?&*!|>%@`\\]*(?<! )|{_QUOTED})"
_LIST = rf"\[{_WORD}(?:, {_WORD})*\]"
_FIELDS = rf"\{{{_KEY}: (?:{_WORD}|{_LIST})(?:, {_KEY}: (?:{_WORD}|{_LIST}))*\}}"
_FOLDED = r"(?P<margin> ++)[^ \n][^\n]*+\n(?:\n*+(?P=margin)[^ \n][^\n]*+\n)*"  # the lines after >-, all indented alike
_PLAIN = r"(?:[^\W_]|\()[^\n:]*+(?::(?![ \n])[^\n:]*+)*+(?<! )"
_VALUE = rf">-\n(?P<folded>{_FOLDED})|(?P<plain>{_PLAIN})\n|(?P<inline>{_LIST}|{_FIELDS}|{_QUOTED})\n|\n"
_LINE = rf"(?P<indent> *+)(?P<dash>- )?(?:(?P<key>{_KEY}):(?=[ \n]) ?)?(?:{_VALUE})\n*+"
_LINES = re.compile(rf"{_LINE}|(?P<other>[^\n]*\n)")  # so every text is lines, and all are found in one go

_COMMENTS_ABOVE = re.compile(r"(?:#[^\n]*\n|\n)*")
_WORDS = re.compile(_WORD)
_FIELD = re.compile(rf"({_KEY}): ({_WORD}|{_LIST})")
_BREAK = re.compile(r"(\n*)\n +")


class _Unknown(Exception):
    """The text is not written in the forms known here."""


def ordinary_tree(text: str) -> Tree | None:
    """The tree of a record in its ordinary form; None for anything else."""
    if " #" in text or "\t" in text or "\r" in text or _is_odd(text):
        return None
    try:
        return _read(text if text.endswith("\n") else f"{text}\n")
    except _Unknown:
        return None


def _is_odd(text: str) -> bool:
    return bool(_ODD.search(out_of_the_ordinary(text.encode("utf-8", "surrogatepass"))))


# The lists and fields that are open at a line, from the outermost, each with the column in which its entries begin.
_Levels = list[tuple[int, list | dict]]


def _read(text: str) -> Tree:
    levels: _Levels = [(0, {})]
    awaited = None  # the field whose value begins on the next line
    for indent, dash, key, folded, margin, plain, inline, other in _LINES.findall(text, _COMMENTS_ABOVE.match(text).end()):
        if other:
            raise _Unknown
        if awaited or len(indent) != levels[-1][0]:
            _go_to(levels, len(indent), awaited, list if dash else dict)
        column, entries = _at_entry(levels, dash, key)
        value = plain or (_unfolded(folded, margin, column) if folded else _in_brackets(inline) if inline else None)
        awaited = _take(entries, key, value)
    if awaited or not levels[0][1]:
        raise _Unknown
    return levels[0][1]


def _go_to(levels: _Levels, column: int, awaited: str | None, kind: type) -> None:
    """Open the awaited value, whose entries begin in a column, or close what does not go on there."""
    if awaited:
        if column <= levels[-1][0]:
            raise _Unknown
        levels[-1][1][awaited] = value = kind()
        _open(levels, column, value)
    while levels[-1][0] > column:
        levels.pop()
    if levels[-1][0] != column:
        raise _Unknown


def _open(levels: _Levels, column: int, value: list | dict) -> None:
    if len(levels) == _DEEPEST:
        raise _Unknown
    levels.append((column, value))


def _at_entry(levels: _Levels, dash: str, key: str) -> tuple[int, list | dict]:
    """The list or the fields that an entry goes into, and their column; an item with a field in its line opens fields."""
    column, entries = levels[-1]
    if (type(entries) is list) is not bool(dash):
        raise _Unknown
    if dash and key:
        fields: dict[str, Tree] = {}
        entries.append(fields)
        _open(levels, column + 2, fields)
    return levels[-1]


def _take(entries: list | dict, key: str, value: Tree | None) -> str | None:
    """Add an entry, and give its name if its value begins on the next line."""
    if key:
        if key in entries:
            raise _Unknown
        if value is None:
            return key
        entries[key] = value
    elif value is None or type(entries) is dict:
        raise _Unknown
    else:
        entries.append(value)
    return None


def _unfolded(lines: str, margin: str, column: int) -> str:
    """A line break is a space, and an empty line a line break."""
    if len(margin) <= column:
        raise _Unknown
    text = lines[len(margin) : -1]
    return _BREAK.sub(lambda found: found[1] or " ", text) if "\n\n" in text else text.replace(f"\n{margin}", " ")


def _in_brackets(written: str) -> Tree:
    if written[0] == "[":
        return [_word(word) for word in _WORDS.findall(written)]
    if written[0] == "{":
        pairs = _FIELD.findall(written)
        fields = {key: _in_brackets(value) if value[0] == "[" else _word(value) for key, value in pairs}
        return _all_different(fields, len(pairs))
    return _word(written)


def _all_different(fields: dict[str, Tree], count: int) -> dict[str, Tree]:
    if len(fields) != count:
        raise _Unknown
    return fields


def _word(written: str) -> str:
    return written[1:-1] if written[0] == '"' else written
