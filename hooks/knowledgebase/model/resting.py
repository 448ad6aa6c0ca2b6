"""Which claims rest on a work, and how: what its page lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from .records import Basis, Cite, Claim, Record


class ClaimOn(NamedTuple):
    """A claim and those of its citations that make it rest on a work in one way."""

    record: Record
    claim: Claim
    cites: tuple[Cite, ...]


@dataclass(frozen=True)
class Resting:
    """The claims that rest on one work, by how they do."""

    said: tuple[ClaimOn, ...] = ()  # the work says it and was read itself
    inferred: tuple[ClaimOn, ...] = ()  # we conclude it from the work, which was read itself
    credited: tuple[ClaimOn, ...] = ()  # the work is credited with it by another work, which was read
    passed_on: tuple[ClaimOn, ...] = ()  # the work was read, and credits another work with it
    checked: tuple[ClaimOn, ...] = ()  # the work was looked up to check what another says of it


class OnWorks:
    """What rests on works. Each record is taken apart once, when the first work that it cites is asked about."""

    def __init__(self) -> None:
        self._of_works: dict[str, Resting] = {}
        self._of_records: dict[str, dict[str, list[tuple[str, ClaimOn]]]] = {}

    def resting_on(self, key: str, citing: Iterable[Record]) -> Resting:
        """Every claim that rests on the work with a key; ``citing`` are the records that cite it, always the same."""
        if key not in self._of_works:
            groups: dict[str, list[ClaimOn]] = defaultdict(list)
            for record in citing:
                for group, claim_on in self._resting_in(record).get(key, ()):
                    groups[group].append(claim_on)
            self._of_works[key] = Resting(**{group: tuple(found) for group, found in groups.items()})
        return self._of_works[key]

    def _resting_in(self, record: Record) -> dict[str, list[tuple[str, ClaimOn]]]:
        """By the key of each work, the claims of a record that rest on it, each with the group of ``Resting``."""
        if record.id not in self._of_records:
            found: dict[str, list[tuple[str, ClaimOn]]] = defaultdict(list)
            for claim in record.claims:
                for (key, group), cites in _rests(claim).items():
                    found[key].append((group, ClaimOn(record, claim, tuple(cites))))
            self._of_records[record.id] = found
        return self._of_records[record.id]


def _rests(claim: Claim) -> dict[tuple[str, str], list[Cite]]:
    """The citations of a claim, by the work that it rests on through them and the group of ``Resting``."""
    rests: dict[tuple[str, str], list[Cite]] = defaultdict(list)
    itself = "inferred" if claim.basis is Basis.derived else "said"
    for cite in claim.cite:
        rests[cite.source, "credited" if cite.via else itself].append(cite)
        if cite.via:
            rests[cite.via, "passed_on"].append(cite)
    for cite in claim.check.cite if claim.check else ():
        rests[cite.source, "checked"].append(cite)
    return rests
