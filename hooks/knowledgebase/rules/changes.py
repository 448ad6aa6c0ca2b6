"""Rules about changes: what is noted of them is true, and at a release every change of what was published is noted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..links import Links
from ..model.published import NOTE, ChangeKind
from ..problems import Problem, suggestion
from ..writing.changes.entries import entries
from ..writing.changes.fingerprints import said
from ..writing.changes.history import History
from ..writing.promises.fates import Fates
from ..writing.short.codes import Codes

FILE = "published/changes.yml"


def notes_name_what_was_published(links: Links, today: date) -> Iterator[Problem]:
    """A note of a change must name a record, claim, pair or position that is there or was published."""
    if not links.base.published.changes:
        return
    known = {one.address for record in links.base.records for one in said(record)}
    known |= {form.address for form in links.base.published.forms if form.fingerprint != NOTE}
    fates = Fates(links)
    for change in links.base.published.changes:
        if change.address not in known and fates.now(change.address) not in known:
            must = "a note of a change must name a record, a claim, a pair or a position by its address"
            message = f'{must}: found "{change.address}"{suggestion(change.address, known)}'
            yield Problem(change.place, message, "note-of-nothing")


def notes_not_ahead_of_time(links: Links, today: date) -> Iterator[Problem]:
    """The day of a change must not lie in the future."""
    for change in links.base.published.changes:
        if change.day > today:
            message = f"the day of a change must not lie in the future: found {change.day}, and today is {today}"
            yield Problem(change.place, message, "change-in-future")


def published_notes_stay(links: Links, today: date) -> Iterator[Problem]:
    """A note that was published must stay, with its day and address, since old sheets are judged by it."""
    published = links.base.published
    there = {entry.at for entry in entries(published, Fates(links))}
    for form in published.forms:
        if form.fingerprint == NOTE and form.address not in there:
            must = f"a note that was published must stay in {FILE} with its day and its address"
            yield Problem(form.place, f'{must}: found none that is "{form.address}" now', "note-lost")


def changes_are_noted(links: Links, today: date) -> Iterator[Problem]:
    """What changed in a published record since its last release must have a note; a rule of releases alone."""
    fates = Fates(links)
    history = History(links.base.published, fates, Codes(links.base.published.codes, fates))
    for record in filter(history.was_published, links.base.records):
        for part in history.unpublished(record).not_noted:
            must = f"what says something else than was published must have a note in {FILE}"
            write = f"- {{day: {today}, address: {part.address}, kind: {ChangeKind.wording}, note: What changed.}}"
            message = f'{must}: found none for "{part.address}"; write there: {write} (or {_OTHER_KINDS})'
            yield Problem(record.place(*part.location), message, "change-not-noted")


RULES = (notes_name_what_was_published, notes_not_ahead_of_time, published_notes_stay)
RELEASE_RULES = (changes_are_noted,)
_OTHER_KINDS = "kind " + ", ".join(kind for kind in ChangeKind if kind is not ChangeKind.wording)
