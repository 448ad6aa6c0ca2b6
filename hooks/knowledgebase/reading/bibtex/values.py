"""Where one BibTeX value ends: the rules of braces and quote marks.

BibTeX counts every brace, also one after a backslash, and ends a quoted value at the first quote mark outside braces.
Other programs pass over ``\\{`` and ``\\"``. Where the two readings differ, the one after which the entry goes on is
taken, and the difference is told, so that no program can read another value without anybody knowing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_BRACE = re.compile(r"[{}]")
_BRACE_NOT_ESCAPED = re.compile(r"\\.|[{}]", re.DOTALL)
_MARK = re.compile(r'[{}"]')
_MARK_NOT_ESCAPED = re.compile(r'\\.|[{}"]', re.DOTALL)
_ENTRY_GOES_ON = re.compile(r"(?:\s++|%[^\n]*+)*+(?:[,#})]|\Z)")
_FIELDS = (
    "abstract|address|annotation|author|booksubtitle|booktitle|chapter|crossref|date|doi|edition|editor|eprint|eprinttype|"
    "howpublished|institution|isbn|issn|journal|journaltitle|keywords|language|location|month|note|number|organization|"
    "pages|pagetotal|publisher|pubstate|school|series|subtitle|title|translator|type|url|urldate|volume|year"
)
_NEXT_FIELD = re.compile(
    rf'(?:[,}}"][ \t]*+,?+[ \t]*+\r?\n\s*+|[}}"]\s*+,\s*+)(?P<name>(?:{_FIELDS})\s*+=)\s*+[{{"\w]', re.IGNORECASE
)  # after a comma or a closing mark


@dataclass(frozen=True)
class End:
    """Where a value ends, after its closing mark. ``disputed`` if other programs will find another end."""

    offset: int
    disputed: bool = False


def end_of_value(text: str, start: int, limit: int, heed_escapes: bool = True) -> End | None:
    """The end of the value in braces or quote marks that opens at ``start``, or None if it is not closed before ``limit``.

    Without ``heed_escapes`` only BibTeX's own reading is tried.
    """
    quoted = text[start] == '"'
    lenient = _end(text, start, limit, _MARK_NOT_ESCAPED if quoted else _BRACE_NOT_ESCAPED) if heed_escapes else None
    strict = _end(text, start, lenient or limit, _MARK if quoted else _BRACE)
    if strict and (strict == lenient or not lenient or _ENTRY_GOES_ON.match(text, strict, limit)):
        return End(strict, disputed=strict != lenient)
    return End(lenient, disputed=True) if lenient else None


def next_field_inside(text: str, start: int, end: int) -> int | None:
    """Where the next field begins that a value has swallowed because it was not closed; None for an honest value."""
    if text.find("=", start, end) < 0:
        return None
    found = _NEXT_FIELD.search(text, start, end)
    return found.start("name") if found else None


def _end(text: str, start: int, limit: int, mark: re.Pattern[str]) -> int | None:
    """The end of the value by one reading: its first closing mark at which no brace is open."""
    depth, closing = (0, '"') if text[start] == '"' else (1, "}")
    for found in mark.finditer(text, start + 1, limit):
        sign = found[0]
        if sign == "{":
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
        if depth == 0 and sign == closing:
            return found.end()
    return None
