"""The shares of all entries put together: words, the postings of stems, and whole names.

An index can be corrected: where one of a thousand entries brings something else than before, the postings of all other stems
stay as they are. The result is that of putting all shares together anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .parts import Group
from .postings import as_told, read, written
from .shares import WHOLE, Share


class Index:
    """What entries bring. They are numbered in the order of their shares, which are not kept, so that memory lasts.

    ``shown`` is what results show, entry by entry.
    """

    def __init__(self, shares: Iterable[Share]) -> None:
        self.shown: list[str] = []
        self._held: list[str] = []  # by entry, its words and names, with spaces between them
        self._stems: dict[str, str] = {}  # of every word
        self._entries = Counter[str]()  # in how many entries a word stands
        self._names: dict[str, dict[int, str]] = {}  # whole names, with the entries that bear them
        self._postings: dict[str, str] = {}  # of every stem
        self._told: dict[str, str] = {}  # as much of them as readers are told, where that is not all
        places: dict[str, tuple[list[int], list[str]]] = defaultdict(lambda: ([], []))
        for number, share in enumerate(shares):
            self.shown.append(share.shown)
            self._held.append(_words_and_names(share))
            self._add_words(number, share)
            for stem, stand in share.stands.items():
                numbers, stands = places[stem]
                numbers.append(number)
                stands.append(stand)
        while places:  # they take more room than all else, and are not needed once they are written
            stem, (numbers, stands) = places.popitem()
            self._write(stem, numbers, stands)

    def correct(self, number: int, share: Share) -> None:
        """Let an entry bring something else than before."""
        stems = {*self._taken_out(number), *share.stands}
        self.shown[number], self._held[number] = share.shown, _words_and_names(share)
        self._add_words(number, share)
        for stem in stems:
            self._set(stem, number, share.stands.get(stem))

    def groups(self) -> tuple[Group, ...]:
        """The words of all entries by their stems, then the whole names, each with its postings."""
        forms: dict[str, list[str]] = defaultdict(list)
        for word, stem in sorted(self._stems.items()):
            forms[stem].append(word)
        postings = self._postings | self._told
        single = (Group(tuple(words), postings[stem]) for stem, words in sorted(forms.items()))
        return (*single, *self._whole_names(forms))

    def _add_words(self, number: int, share: Share) -> None:
        self._stems |= share.words
        self._entries.update(share.words.keys())
        for named, weight in share.names.items():
            self._names.setdefault(named, {})[number] = weight

    def _taken_out(self, number: int) -> set[str]:
        """Take out the words and names of an entry, and tell of which stems its words are."""
        words = self._held[number].split()
        stems = {self._stems[word] for word in words if word in self._stems}
        for word in words:
            if word.endswith(WHOLE):
                del self._names[word][number]
            elif self._entries[word] > 1:
                self._entries[word] -= 1
            else:
                del self._entries[word], self._stems[word]
        return stems

    def _set(self, stem: str, number: int, stand: str | None) -> None:
        """Say where a stem stands in an entry; nowhere, if that is None."""
        numbers, stands = read(self._postings.get(stem, ""))
        spot = slice(bisect_left(numbers, number), bisect_right(numbers, number))
        now = [stand] if stand else []
        if stands[spot] != now:
            numbers[spot], stands[spot] = [number] * len(now), now
            self._write(stem, numbers, stands)

    def _write(self, stem: str, numbers: Sequence[int], stands: Sequence[str]) -> None:
        _put(self._postings, stem, written(numbers, stands))
        _put(self._told, stem, as_told(numbers, stands))

    def _whole_names(self, forms: Mapping[str, list[str]]) -> Iterator[Group]:
        """Whole names, with every form of their last word."""
        bearing: dict[str, dict[int, str]] = defaultdict(dict)
        for named, weights in self._names.items():
            before, hyphen, last = named.removesuffix(WHOLE).rpartition("-")
            for form in forms[self._stems[last]] if weights else ():
                heads = bearing[f"{before}{hyphen}{form}{WHOLE}"]
                heads |= {number: max(weight, heads.get(number, weight)) for number, weight in weights.items()}
        for one, heads in sorted(bearing.items()):
            numbers = sorted(heads)
            yield Group((one,), written(numbers, [heads[number] for number in numbers]))


def _words_and_names(share: Share) -> str:
    return " ".join((*share.words, *share.names))


def _put(postings: dict[str, str], stem: str, text: str) -> None:
    """What is empty is no postings."""
    if text:
        postings[stem] = text
    else:
        postings.pop(stem, None)
