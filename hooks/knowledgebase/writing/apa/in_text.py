"""Works in the text: (Ball & Cole, 2019, p. 3) in brackets, Ball and Cole (2019, p. 3) in a sentence (APA 8.10 to 8.20).

A work that was not read itself is cited "as cited in" the one that was (APA 8.6), and the place is that in the work read.
Our own convention: originals in one bracket that were read in the same work at the same place share these words, as in
(Ball, 2014; Cole, 2020; both as cited in Dunn, 2022, para. 10), "all as cited in" if they are three or more; they come
before the other works of the bracket, so that nobody takes "all" for more than it says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from ...syntax import Citation
from .dates import suffixed
from .labels import Label
from .pieces import Piece, Pieces, joined, merged

Labels = Mapping[str, Label]


def in_brackets(citations: Sequence[Citation], labels: Labels) -> Pieces:
    """Citations in one bracket, those of the same authors together. They must be in the order of the list of works."""
    shared, single = _by_what_was_read(citations)
    parts = [_shared(group, labels) for group in shared]
    parts += [_run(run, labels) for run in _runs(single, labels)]
    return merged((Piece("("), *joined(parts, "; "), Piece(")")))


def in_sentence(citations: Sequence[Citation], labels: Labels) -> Pieces:
    """Citations as a part of the sentence, in the order given."""
    parts = [_narrative(run, labels) for run in _runs(citations, labels)]
    if len(parts) < 3:
        return merged(joined(parts, " and "))
    return merged((*joined(parts[:-1]), Piece(", and "), *parts[-1]))


def without_authors(citations: Sequence[Citation], labels: Labels) -> Pieces:
    """The bracket alone, for a sentence that names the authors itself: ``(2009, p. 3)``."""
    return merged((Piece("("), *joined([_dated(citation, labels) for citation in citations], "; "), Piece(")")))


def _by_what_was_read(citations: Sequence[Citation]) -> tuple[list[list[Citation]], list[Citation]]:
    """The groups of originals that were read at the same place, and all other citations."""
    if len(citations) == 1:
        return [], list(citations)
    groups: dict[tuple[str, str | None], list[Citation]] = defaultdict(list)
    for citation in citations:
        if citation.via:
            groups[citation.via, citation.at].append(citation)
    shared = [group for group in groups.values() if len(group) > 1]
    taken = [citation for group in shared for citation in group]
    return shared, [citation for citation in citations if citation not in taken]


def _shared(group: Sequence[Citation], labels: Labels) -> Pieces:
    originals = [Citation(citation.source) for citation in group]
    named = joined([_run(run, labels) for run in _runs(originals, labels)], "; ")
    both = "both" if len(group) == 2 else "all"
    return (*named, Piece(f"; {both} as cited in "), *_read_in(group[0], labels))


def _runs(citations: Sequence[Citation], labels: Labels) -> list[list[Citation]]:
    """Neighbouring citations of the same authors; one with a place or another work read stands alone."""
    if len(citations) == 1:
        return [list(citations)]
    numbered = [(_merging(n, citation, labels), citation) for n, citation in enumerate(citations)]
    runs = [[citation for _, citation in run] for _, run in groupby(numbered, key=lambda pair: pair[0])]
    return [sorted(run, key=lambda citation: _order(labels[citation.source])) if len(run) > 1 else run for run in runs]


def _order(label: Label) -> tuple[tuple[int, int], str]:
    return label.order, label.suffix


def _merging(position: int, citation: Citation, labels: Labels) -> object:
    label = labels.get(citation.source)
    alone = citation.at or citation.via or label is None or not label.names
    return position if alone else label.names_with("&")


def _run(run: Sequence[Citation], labels: Labels) -> Pieces:
    """``Ball, 2019, p. 3`` or ``Ball, 2019, 2021``."""
    first, *more = run
    label = labels.get(first.source)
    if label is None:
        return _unknown(first)
    separator = " " if label.quoted else ", "
    named = (*_who(label, "&", ","), Piece(separator), Piece(_year(label)))
    pieces = [*_keyed(named, first.source), *_where(first, labels)]
    for citation in more:
        pieces += [Piece(", "), Piece(_year(labels[citation.source]), key=citation.source)]
    return tuple(pieces)


def _narrative(run: Sequence[Citation], labels: Labels) -> Pieces:
    """``Ball (2019, p. 3)``: the name is the link, or each year where there are several."""
    label = labels.get(run[0].source)
    if label is None:
        return _unknown(run[0])
    who = _who(label, "and", "")
    named = _keyed(who, run[0].source) if len(run) == 1 else who
    short = f"{label.abbreviation}, " if label.abbreviation else ""
    dated = joined([_dated(citation, labels, linked=len(run) > 1) for citation in run])
    return (*named, Piece(f" ({short}"), *dated, Piece(")"))


def _dated(citation: Citation, labels: Labels, linked: bool = True) -> Pieces:
    label = labels.get(citation.source)
    if label is None:
        return _unknown(citation)
    return (Piece(_year(label), key=citation.source if linked else None), *_where(citation, labels))


def _where(citation: Citation, labels: Labels) -> Pieces:
    if citation.via:
        return (Piece(", as cited in "), *_read_in(citation, labels))
    return (Piece(f", {citation.at}"),) if citation.at else ()


def _read_in(citation: Citation, labels: Labels) -> Pieces:
    return _run([Citation(citation.via or "", at=citation.at)], labels)


def _who(label: Label, word: str, comma: str) -> Pieces:
    """The names, or the title; a comma goes within the quotation marks."""
    if label.names:
        short = f" [{label.abbreviation}]" if label.abbreviation and word == "&" else ""
        return (Piece(label.names_with(word) + short),)
    return (Piece("“"), *label.title, Piece(f"{comma}”")) if label.quoted else label.title


def _year(label: Label) -> str:
    return suffixed(label.year, label.suffix)


def _keyed(pieces: Pieces, key: str) -> Pieces:
    return tuple(Piece(piece.text, piece.italic, key) for piece in pieces)


def _unknown(citation: Citation) -> Pieces:
    """A work that is not in the bibliography, as the editor wrote it, with a question mark."""
    return (Piece(f"{citation.source}?"),)
