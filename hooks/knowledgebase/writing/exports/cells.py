"""Tables as CSV (RFC 4180): UTF-8, a header, a comma between cells, CRLF after each row.

A spreadsheet takes a cell that begins with a sign such as "=" for a formula. So that nothing in the data can be run, such
a cell gets an apostrophe in front, as OWASP advises; so does one that begins with an apostrophe. Whoever reads the file
with a program takes one apostrophe from the front of a cell that has one, and has exactly what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

BETWEEN = "; "  # between the values of a cell that holds several
_MARK = "'"
_SIGNS = "-=+@\t\r\n＝＋－＠" + _MARK
_BEGINNINGS = frozenset(" " + _SIGNS)
_is_formula = re.compile(f" *[{_SIGNS}]").match


def written(rows: Iterable[Iterable[str]]) -> str:
    """Rows as they stand in a CSV file. The first row of a file is its header, and all have as many cells, more than one."""
    return "".join([",".join(map(_cell, row)) + "\r\n" for row in rows])


def _cell(text: str) -> str:
    """A cell as it stands between commas; in quotation marks where it holds what would end it."""
    safe = _MARK + text if text[:1] in _BEGINNINGS and _is_formula(text) else text
    if "," in safe or '"' in safe or "\n" in safe or "\r" in safe:
        return '"' + safe.replace('"', '""') + '"'
    return safe
