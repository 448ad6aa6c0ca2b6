"""The shares of all entries put together: the postings of each stem, and of each whole name.

Shares are added one after the other and not kept, so that the memory this takes grows with the index alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from .parts import Group
from .postings import Capitals, written
from .shares import Share
from .weights import rarity


class Index:
    """All that was added so far. ``shown`` is what results show, entry by entry."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self._stems: dict[str, str] = {}  # of every word
        self._places: dict[str, tuple[list[int], list[str]]] = defaultdict(lambda: ([], []))  # entries, and stands there
        self._names: dict[tuple[str, ...], dict[int, str]] = defaultdict(dict)  # whole names, with the entries that bear them

    def add(self, share: Share) -> None:
        """Put in the share of the next entry."""
        number = len(self.shown)
        self.shown.append(share.shown)
        self._stems |= share.words
        for stem, stand in share.stands.items():
            numbers, stands = self._places[stem]
            numbers.append(number)
            stands.append(stand)
        for named, weight in share.names:
            self._names[named][number] = max(weight, self._names[named].get(number, weight))

    def groups(self) -> tuple[Group, ...]:
        """The words of all entries by their stems, then the whole names, each with its postings."""
        forms: dict[str, list[str]] = defaultdict(list)
        for word, stem in sorted(self._stems.items()):
            forms[stem].append(word)
        capitals = {holding: Capitals(rarity(holding, len(self.shown))) for holding in self._holding()}
        single = [
            Group(tuple(forms[stem]), written(numbers, stands, capitals[len(numbers)]))
            for stem, (numbers, stands) in sorted(self._places.items())
        ]
        return (*single, *self._whole_names(forms))

    def _holding(self) -> set[int]:
        """In how many entries single stems stand."""
        return {len(numbers) for numbers, _ in self._places.values()}

    def _whole_names(self, forms: Mapping[str, list[str]]) -> Iterator[Group]:
        """Whole names, written ``peer-worker=``, with every form of their last word."""
        bearing: dict[str, dict[int, str]] = defaultdict(dict)
        for named, heads in self._names.items():
            for last in forms[self._stems[named[-1]]]:
                bearing["-".join((*named[:-1], last)) + "="] |= heads
        capitals = Capitals()
        for one, heads in sorted(bearing.items()):
            numbers = sorted(heads)
            yield Group((one,), written(numbers, [heads[number] for number in numbers], capitals))
