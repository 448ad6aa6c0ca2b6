"""What pages other than its own may show of a record, as digests: they are asked for in each build, and can be kept."""

from __future__ import annotations

from typing import NamedTuple

from ..known import digest
from .records import Record

_SAYING = {"claims", "differ", "no_difference", "unknown"}  # the fields that indexes show nothing of


class Outline(NamedTuple):
    """Digests of two parts of a record."""

    called: str  # what other pages may call it: its title, its kind and every id in it
    shown: str  # all of it but what its claims say


def outline(record: Record) -> Outline:
    return Outline(digest(_called(record)), digest(_shown(record)))


def _called(record: Record) -> str:
    claims = ((claim.id, *claim.aliases) for claim in record.claims)
    return repr((record.id, record.kind, record.title, record.aliases, *claims, *(own for _, own in record.own_ids())))


def _shown(record: Record) -> str:
    shown = [value for name, value in vars(record).items() if name not in _SAYING]
    cited = [(claim.id, cite.source, cite.via) for claim in record.claims for cite in claim.cite]
    checked = [(claim.id, cite.source) for claim in record.claims if claim.check for cite in claim.check.cite]
    return repr((shown, cited, checked))
