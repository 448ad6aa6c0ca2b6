"""Citations in APA style, seventh edition: two functions, in the text and in the list, behind which everything hides.

    apa = Apa(works)
    text_of(apa.in_text([Citation("ball2019", at="p. 3")]))    # (Ball, 2019, p. 3)
    text_of(apa.in_list(work))                                 # Ball, A. (2019). Peer support. Harbour Press.

Our own formatter, from the Publication Manual of the American Psychological Association (7th ed., 2020), chapters 8 to 10.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...model.works import Work
from ...syntax import Citation
from . import in_text as text_forms
from .in_list import entry_of
from .labels import labels_of, look_alikes
from .order import SortKey, sort_key
from .pieces import Piece, text_of
from .related import about, reprinted

__all__ = ["Apa", "Piece", "look_alikes", "text_of"]


class Apa:
    """How each work of one bibliography is printed. Built once from all works, since they must differ from one another."""

    def __init__(self, works: Iterable[Work]) -> None:
        self._works = {work.key: work for work in works}
        self._labels = labels_of(self._works.values())
        self._sort_keys: dict[str, SortKey] = {}
        self._entries: dict[str, tuple[Piece, ...]] = {}
        self._spots: dict[tuple[object, ...], tuple[Piece, ...]] = {}

    def in_text(self, citations: Sequence[Citation], narrative: bool = False, authors: bool = True) -> tuple[Piece, ...]:
        """The citations of one spot: ``(Ball, 2019)``, narrative ``Ball (2019)``, without authors ``(2019)``.

        In a bracket the works are in the order of the list, in a sentence in the order given. A work that is not in the
        bibliography is printed as its key with a question mark.
        """
        spot = (tuple(citations), narrative, authors)
        found = self._spots.get(spot)
        if found is None:
            found = self._spots[spot] = self._in_text(*spot)
        return found

    def _in_text(self, citations: Sequence[Citation], narrative: bool, authors: bool) -> tuple[Piece, ...]:
        if not authors:
            return text_forms.without_authors(citations, self._labels)
        if narrative:
            return text_forms.in_sentence(citations, self._labels)
        return text_forms.in_brackets(sorted(citations, key=self._position), self._labels)

    def in_list(self, work: Work) -> tuple[Piece, ...]:
        """The entry of a work in a list of works."""
        if work.key not in self._entries:
            other = self._works.get(work.related)
            related = (about(work, other), reprinted(work, other)) if other else ((), ())
            self._entries[work.key] = entry_of(work, self._suffix(work), *related)
        return self._entries[work.key]

    def sort_key(self, work: Work) -> SortKey:
        """What a list of works is sorted by."""
        if work.key not in self._sort_keys:
            self._sort_keys[work.key] = sort_key(work, self._suffix(work))
        return self._sort_keys[work.key]

    def _suffix(self, work: Work) -> str:
        label = self._labels.get(work.key)
        return label.suffix if label else work.yearsuffix

    def _position(self, citation: Citation) -> tuple[object, ...]:
        work = self._works.get(citation.source)
        return (0, self.sort_key(work)) if work else (1, citation.source)
