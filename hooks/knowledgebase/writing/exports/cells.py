"""Tables as CSV (RFC 4180): UTF-8, a header, a comma between cells, CRLF after each row.

A spreadsheet takes a cell that begins with a sign such as "=" for a formula. So that nothing in the data can be run, such
a cell gets an apostrophe in front, as OWASP advises; so does one that begins with an apostrophe. Whoever reads the file
with a program takes one apostrophe from the front of a cell that has one, and has exactly what was written.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

BETWEEN = "; "  # between the values of a cell that holds several
_MARK = "'"
_TAKEN_FOR_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠" + _MARK)


def written(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of a CSV file. Each row has as many cells as the header."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def _safe(cell: str) -> str:
    return _MARK + cell if cell.lstrip(" ").startswith(_TAKEN_FOR_A_FORMULA) else cell
