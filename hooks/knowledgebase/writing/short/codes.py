"""Which code belongs to what, and which codes are free to be given out.

A code is four signs or more without vowels, so that it makes no word, and without signs that look or sound like another.
It is drawn from the address, so giving out codes anew gives the same ones, and it is never used twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import count

from ...model import Record
from ...model.published import ShortCode
from .. import addresses
from ..promises.fates import Fates

ALPHABET = "cdfghjkmnprtvwx3467"  # of 0 o, 1 i l, 2 z, 5 s, 8 b, 9 g q and u v y, one of each at most
LENGTH = 4
FOLDER = "s"


class Codes:
    """The codes that were given out, by what they lead to today."""

    def __init__(self, given: tuple[ShortCode, ...], fates: Fates) -> None:
        self.given, self._fates = given, fates

    def of(self, address: str) -> str:
        """The code of a record's page, or of a claim, pair or position; empty where none was given out yet."""
        return self._by_address.get(address, "")

    def new(self, records: tuple[Record, ...]) -> Iterator[tuple[str, str]]:
        """A code and its address for everything in these records that has none."""
        taken = {code.page_code for code in self.given}
        for record in records:
            home = addresses.of_record(record)
            code = self.of(home) or _free_code(home, taken)
            taken.add(code)
            if not self.of(home):
                yield code, home
            yield from self._new_numbers(record, code)

    def _new_numbers(self, record: Record, code: str) -> Iterator[tuple[str, str]]:
        numbers = count(1 + max((given.number for given in self.given if given.page_code == code), default=0))
        for address in items(record):
            if not self.of(address):
                yield f"{code}-{next(numbers)}", address

    @cached_property
    def _by_address(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for given in sorted(self.given, key=lambda given: self._fates.now(given.address) != given.address):
            if now := self._fates.now(given.address):
                found.setdefault(now, given.code)
        return found


def items(record: Record) -> Iterator[str]:
    """The address of each claim, then of each pair or position, of a record."""
    yield from (addresses.of_claim(record, claim) for claim in record.claims)
    yield from (f"{addresses.of_record(record)}#{name}" for _, name in record.own_ids())


def address_of(code: str) -> str:
    """The address that stands for a code: ``s/k3fd.html#2`` for ``k3fd-2``."""
    page, _, number = code.partition("-")
    return f"{FOLDER}/{page}.html" + (f"#{number}" if number else "")


def _free_code(address: str, taken: set[str]) -> str:
    """The first code drawn from an address that is not taken; a longer one after a hundred tries."""
    drawn = (_drawn(f"{address} {n}", LENGTH + n // 100) for n in count())
    return next(code for code in drawn if code not in taken)


def _drawn(text: str, length: int) -> str:
    number = int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")
    signs = []
    for _ in range(length):
        number, sign = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[sign])
    return "".join(signs)
