"""What a work is called in the text, so that no two works of the bibliography are called the same.

- First authors who share a last name get their initials (APA 8.20). Initials of which one begins the other (L. and L. G.)
  are taken for the same person's.
- "et al." stands for two authors at least. Works whose shortened names and years would be the same are spelt out until
  they differ (APA 8.18).
- Works whose names and years are the same all the same get a letter (APA 8.19). The letter that an editor wrote in the
  bibliography (``yearsuffix``) is kept; missing letters are given in the order of the titles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from string import ascii_lowercase
from typing import NamedTuple

from ...model.works import Names, RichText, Work
from .case import shortened, title_case, up_to_colon
from .dates import year_in_text
from .names import initials
from .order import folded, title_order, year_order
from .pieces import Pieces, rich, roman, text_of
from .related import with_first_date
from .shapes import Shape, head_of, shape_of

WORDS_OF_TITLE = 8
WORDS_OF_LONG_TITLE = 5


class Label(NamedTuple):
    """The names or the title, and the year, that stand for a work in the text."""

    names: tuple[str, ...]  # those that are spelt out
    et_al: bool
    title: Pieces  # of a work without author; in quotation marks if ``quoted``
    quoted: bool
    year: str  # without the letter
    suffix: str = ""
    abbreviation: str = ""
    order: tuple[int, int] = (0, 0)  # of the years of the same authors

    def names_with(self, word: str) -> str:
        """``Ball``, ``Ball & Cole``, ``Ball et al.``, ``Ball, Cole, et al.``; ``word`` is "&" or "and"."""
        if self.et_al:
            return ", ".join(self.names) + (", et al." if len(self.names) > 1 else " et al.")
        if len(self.names) < 3:
            return f" {word} ".join(self.names)
        return f"{', '.join(self.names[:-1])}, {word} {self.names[-1]}"

    @property
    def form(self) -> tuple[str, str]:
        """What makes two works look alike in the text."""
        return self.names_with("&") or text_of(self.title), self.year


def labels_of(works: Iterable[Work]) -> dict[str, Label]:
    """The label of each work by its key, given all works of the bibliography."""
    by_key = {work.key: work for work in works}
    works = tuple(with_first_date(work, by_key.get(work.related)) for work in by_key.values())
    labels = _apart({work.key: _short_label(work, first) for work, first in _first_names(works)}, works)
    suffixes = _suffixes(works, labels)
    return labels | {key: labels[key]._replace(suffix=suffix) for key, suffix in suffixes.items()}


def look_alikes(works: Iterable[Work]) -> tuple[tuple[Work, ...], ...]:
    """Groups of works that are called the same in the text and have no letters, or not each its own, in ``yearsuffix``."""
    works = tuple(works)
    groups = _alike(works, labels_of(works))
    return tuple(group for group in groups if len({work.yearsuffix for work in group if work.yearsuffix}) < len(group))


def _first_names(works: tuple[Work, ...]) -> list[tuple[Work, str]]:
    """Each work with its first author's name as it must stand in the text."""
    by_last: dict[str, set[str]] = defaultdict(set)
    heads = [(work, head_of(work)[0]) for work in works]
    for _, head in heads:
        if head and not head.people[0].group:
            by_last[folded(head.people[0].last)].add(initials(head.people[0].given))
    shared = {last for last, given in by_last.items() if _differ(given)}
    return [(work, _first_name(head, shared)) for work, head in heads]


def _differ(given: set[str]) -> bool:
    """Whether some of the initials cannot be the same person's."""
    in_order = sorted(filter(None, given))
    return any(not later.startswith(earlier) for earlier, later in pairwise(in_order))


def _first_name(head: Names, shared: set[str]) -> str:
    if not head:
        return ""
    first = head.people[0]
    with_initials = not first.group and folded(first.last) in shared
    return f"{initials(first.given)} {first.last}".strip() if with_initials else first.last


def _short_label(work: Work, first: str) -> Label:
    head, _ = head_of(work)
    names = (first, *(name.last for name in head.people[1:])) if head else ()
    et_al = len(names) > 2 or head.others
    title, quoted = ((), False) if names else _title_in_text(work)
    short = names[:1] if et_al else names
    abbreviation = work.shortauthor if head else ""
    return Label(short, et_al, title, quoted, year_in_text(work), abbreviation=abbreviation, order=year_order(work))


def _title_in_text(work: Work) -> tuple[Pieces, bool]:
    """A whole is in italics, a part of a whole or an untitled work is not (APA 8.14)."""
    quoted = shape_of(work) is not Shape.whole
    text = work.shorttitle or _brief(work.origtitle or work.title or work.booktitle or work.titleaddon)
    if not text:
        return roman(work.key), False
    return rich(title_case(text), in_italics=not quoted), quoted


def _brief(text: RichText) -> RichText:
    """The title without what follows a colon; of more than eight words the first five."""
    text = up_to_colon(text)
    return text if shortened(text, WORDS_OF_TITLE) == text else shortened(text, WORDS_OF_LONG_TITLE)


def _apart(labels: dict[str, Label], works: tuple[Work, ...]) -> dict[str, Label]:
    """The labels with as many names as it takes to tell the works of each group apart."""
    for group in _alike(works, labels):
        everyone = {work.key: (labels[work.key].names[0], *_others(work)) for work in group if labels[work.key].et_al}
        shared = Counter(names[:n] for names in set(everyone.values()) for n in range(2, len(names) + 1))
        for work in group:
            if work.key in everyone and len(set(everyone.values())) > 1:
                labels[work.key] = _spelt_out(labels[work.key], everyone[work.key], shared, head_of(work)[0].others)
    return labels


def _others(work: Work) -> tuple[str, ...]:
    return tuple(name.last for name in head_of(work)[0].people[1:])


def _spelt_out(label: Label, names: tuple[str, ...], shared: Mapping[tuple[str, ...], int], others: bool) -> Label:
    needed = next((n for n in range(2, len(names) + 1) if shared[names[:n]] == 1), len(names))
    left = len(names) - needed
    if left > 1 or (others and left == 0):
        return label._replace(names=names[:needed])
    return label._replace(names=names, et_al=others)


def _suffixes(works: tuple[Work, ...], labels: Mapping[str, Label]) -> dict[str, str]:
    suffixes = {work.key: work.yearsuffix for work in works if work.yearsuffix}
    for group in _alike(works, labels):
        free = iter(sorted(set(_LETTERS) - {work.yearsuffix for work in group}, key=_LETTERS.index))
        for work in sorted(group, key=lambda work: (title_order(work), work.key)):
            if not work.yearsuffix:
                suffixes[work.key] = next(free, "")
    return suffixes


_LETTERS = [*ascii_lowercase, *(a + b for a in ascii_lowercase for b in ascii_lowercase)]


def _alike(works: tuple[Work, ...], labels: Mapping[str, Label]) -> list[tuple[Work, ...]]:
    """The works whose labels have the same form, where there is more than one."""
    groups: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for work in works:
        groups[labels[work.key].form].append(work)
    return [tuple(group) for group in groups.values() if len(group) > 1]
