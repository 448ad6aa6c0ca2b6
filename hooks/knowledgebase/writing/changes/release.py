"""What a release adds to published/claims.txt: the forms that are new, each with the version of its record that brings it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ...model import Record
from ...model.published import GONE, NOTE, Published, PublishedForm
from ...problems import Place
from .. import addresses
from .history import History

OPENING = """\
# What was said in which version: an address, the version of its record, the day on which that was published, and a
# fingerprint of the words (or "gone", or "note" for a note of a change). Only scripts/publish.py writes this file.
"""
CHANGES_OPENING = """\
# What changed in records that were published. Before a release, each claim that says something else needs a note here.
# The address is that of a claim, or that of a record for all of it. What was removed stands in removed.yml alone.
# meaning: it says something else now. correction: it was wrong. wording: the same in other words. source: the same, with
# other sources or another place in them.
#
# - day: 2026-11-22
#   address: challenges/few-hours.html#paid
#   kind: wording
#   note: >-
#     The sentence is shorter.
"""
_NOWHERE = Place("")


def new_forms(
    records: Iterable[Record], history: History, new_codes: Iterable[tuple[str, str]], day: date
) -> Iterator[PublishedForm]:
    """What publishing these records on a day adds. ``new_codes`` are given out with it, as code and address."""
    given = {address: code for code, address in new_codes}
    for record in records:
        page, found = addresses.of_record(record), history.unpublished(record)
        code = history.code_of(page) or given[page]
        before = history.latest(code)
        number = before.number + 1 if before else 1
        brought = [(one.address, one.fingerprint) for one in found.changed]
        brought += [(address, GONE) for address in found.gone] + [(note.at, NOTE) for note in found.notes]
        yield from (PublishedForm(address, code, number, day, what, _NOWHERE) for address, what in brought)


def claims_with(published: Published, new: Iterable[PublishedForm]) -> str:
    """The text of claims.txt after a release; what was said of one thing stands together, the oldest first."""
    forms = sorted((*published.forms, *new), key=lambda form: (form.address, form.day, form.version))
    lines = (f"{form.address}\t{form.code}-v{form.version}\t{form.day}\t{form.fingerprint}\n" for form in forms)
    return OPENING + "".join(lines)
