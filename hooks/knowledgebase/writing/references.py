"""The list of references of one page: the works that were read, then those known only through them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass

from ..links import Links
from ..model import Claim, Record, Work
from .apa import Apa


@dataclass(frozen=True)
class References:
    """Works in the order of the list. ``second_hand`` are originals that no citation on the page was read in."""

    read: tuple[Work, ...] = ()
    second_hand: tuple[Work, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.read or self.second_hand)


def references_for(cited: Set[str], read: Set[str], links: Links, apa: Apa) -> References:
    """The list for a page that cites works with these keys and takes from those that were read.

    Works that are not in the bibliography are left out.
    """

    def listed(keys: Set[str]) -> tuple[Work, ...]:
        return tuple(sorted([links.works[key] for key in keys if key in links.works], key=apa.sort_key))

    return References(listed(read), listed(cited - read))


def claims_by_work(record: Record) -> dict[str, list[Claim]]:
    """The claims of a record by the key of each work that they cite, or that it was read in."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims:
        cites = (*claim.cite, *claim.check.cite) if claim.check else claim.cite
        keys = [key for cite in cites for key in (cite.source, cite.via) if key]
        for key in dict.fromkeys(keys):
            found[key].append(claim)
    return found
