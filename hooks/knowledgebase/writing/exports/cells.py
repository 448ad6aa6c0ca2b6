"""Tables as CSV (RFC 4180): UTF-8, a header, a comma between cells, CRLF after each row.

A spreadsheet takes a cell that begins with a sign such as "=" for a formula. So that nothing in the data can be run, such
a cell gets an apostrophe in front, as OWASP advises; so does one that begins with an apostrophe. Whoever reads the file
with a program takes one apostrophe from the front of a cell that has one, and has exactly what was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

BETWEEN = "; "  # between the values of a cell that holds several
_MARK = "'"
_QUOTE = '"'
_is_formula = re.compile(" *[-=+@\t\r\n＝＋－＠" + _MARK + "]").match


def written(rows: Iterable[Sequence[str]]) -> str:
    """Rows as they stand in a CSV file. The first row of a file is its header, and all have as many cells."""
    return "".join([",".join([_cell(cell) for cell in row]) + "\r\n" for row in rows])


def _cell(cell: str) -> str:
    """A cell as it is written: harmless, and in quotation marks where it holds a sign that means something to CSV."""
    if _is_formula(cell):
        cell = _MARK + cell
    if "," in cell or '"' in cell or "\n" in cell or "\r" in cell:
        return f'"{cell.replace(_QUOTE, _QUOTE + _QUOTE)}"'
    return cell
