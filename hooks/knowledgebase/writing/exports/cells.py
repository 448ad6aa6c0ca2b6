"""Tables as CSV (RFC 4180): UTF-8, a header, a comma between cells, CRLF after each row.

A spreadsheet takes a cell that begins with a sign such as "=" for a formula. So that nothing in the data can be run, such
a cell gets an apostrophe in front, as OWASP advises; so does one that begins with an apostrophe. Whoever reads the file
with a program takes one apostrophe from the front of a cell that has one, and has exactly what was written.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

BETWEEN = "; "  # between the values of a cell that holds several
_MARK = "'"
_is_formula = re.compile(" *[-=+@\t\r\n＝＋－＠" + _MARK + "]").match


def written(rows: Iterable[Sequence[str]]) -> str:
    """Rows as they stand in a CSV file. The first row of a file is its header, and all have as many cells."""
    text = io.StringIO()
    safe = ([_MARK + cell if _is_formula(cell) else cell for cell in row] for row in rows)
    csv.writer(text, lineterminator="\r\n").writerows(safe)
    return text.getvalue()
