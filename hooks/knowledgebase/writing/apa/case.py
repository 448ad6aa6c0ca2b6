"""Capitals in titles: sentence case in the list of works (APA 6.17), title case in the text.

Words in braces keep their capitals, and so do words with a capital inside (NHS, McDonald, OpenMx) and single letters
other than "A" (vitamin D). A title that was typed in sentence case, most of its words being small already, is left as it
is, so that an unbraced name in it keeps its capital.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from ...model.works import RichText, Run, plain

_WORD = re.compile(r"(?<![@#/\w])[^\W\d_][\w’']*|(?<=\d)[^\W\d_][\w’']*")
_NEW_SENTENCE = re.compile(r"(?<=[:?!])\s+|—|(?<=\w{4}\.)\s+")
_FUNCTION_WORDS = frozenset(
    "about after among amid around before behind below between beyond during from into like near onto over past since than"
    " that their then they this through till toward towards under until upon when where which while with within without your"
    .split()
)  # fmt: skip
_MINOR_WORDS = frozenset("a an and as at but by for if in nor of off on or per so the to up via vs yet".split())


def sentence_case(text: RichText, language: str = "") -> RichText:
    """The text with capitals at the start of sentences only. A text in another language than English is not changed."""
    if not text or language and not language.lower().startswith(("en", "american", "british", "canadian", "australian")):
        return text
    return text if all(run.protected for run in text) else _recased(text, _small_words)


def title_case(text: RichText) -> RichText:
    """The text with capitals on all words but short articles, conjunctions and prepositions."""
    return _recased(text, _capital_words)


Recase = Callable[["_Letters"], None]


class _Letters:
    """The letters of a title while their case is changed; protected ones cannot be."""

    def __init__(self, text: RichText) -> None:
        self.text = plain(text)
        self.letters = list(self.text)
        self.protected = [run.protected for run in text for _ in run.text]
        self.shouted = self.text.isupper() and len(self.text.split()) > 1

    def words(self) -> Iterator[list[re.Match[str]]]:
        """The words of each sentence of the title."""
        start = 0
        for end, after in [(m.start(), m.end()) for m in _NEW_SENTENCE.finditer(self.text)] + [(len(self.text), 0)]:
            yield list(_WORD.finditer(self.text, start, end))
            start = after

    def starts_with_number(self, word: re.Match[str]) -> bool:
        """Whether a number stands where the sentence begins, so that its first word is small: 10 steps to peer support."""
        return bool(re.search(r"(?:^|[:?!—]\s*)\d[\d,.]*\s+$", self.text[: word.start()]))

    def is_fixed(self, word: re.Match[str]) -> bool:
        """Whether the capitals of a word belong to it."""
        token = word[0]
        if any(self.protected[word.start() : word.end()]):
            return True
        if self.shouted:
            return False
        return token[1:] != token[1:].lower() or (len(token.split("’")[0]) == 1 and token[0] not in "aA")

    def set(self, word: re.Match[str], change: Callable[[str], str]) -> None:
        for at in range(word.start(), word.end() if self.shouted else word.start() + 1):
            changed = change(self.letters[at]) if at == word.start() else self.letters[at].lower()
            if not self.protected[at] and len(changed) == 1:
                self.letters[at] = changed


def _recased(text: RichText, recase: Recase) -> RichText:
    letters = _Letters(text)
    recase(letters)
    new, at = [], 0
    for run in text:
        new.append(Run("".join(letters.letters[at : at + len(run.text)]), run.protected, run.italic))
        at += len(run.text)
    return tuple(new)


def _small_words(letters: _Letters) -> None:
    for words in letters.words():
        opening = words[:1] if words and not letters.starts_with_number(words[0]) else []
        if opening and not letters.is_fixed(words[0]):
            letters.set(words[0], str.upper)
        if letters.shouted or _is_title_case(letters, words):
            for word in words[len(opening) :]:
                if not letters.is_fixed(word):
                    letters.set(word, str.lower)


def _is_title_case(letters: _Letters, words: list[re.Match[str]]) -> bool:
    """Whether at least half of the words that tell have a capital."""
    telling = [word[0] for word in words[1:] if len(word[0]) > 3 and word[0].lower() not in _FUNCTION_WORDS]
    telling = [word for word in telling if word[1:] == word[1:].lower()]
    capitals = sum(word[0].isupper() for word in telling)
    return 2 * capitals >= len(telling)


def _capital_words(letters: _Letters) -> None:
    for words in letters.words():
        for position, word in enumerate(words):
            small = position > 0 and word[0].lower() in _MINOR_WORDS
            if not letters.is_fixed(word) or word[0] in ("a", "A"):
                letters.set(word, str.lower if small else str.upper)


def shortened(text: RichText, words: int) -> RichText:
    """The first words of a text, without an article or preposition at their end."""
    ends = [m.end() for m in re.finditer(r"\S+", plain(text))]
    if len(ends) <= words:
        return text
    kept = plain(text).split()[:words]
    while len(kept) > 1 and kept[-1].lower() in _MINOR_WORDS:
        kept.pop()
    return _cut(text, ends[len(kept) - 1])


def up_to_colon(text: RichText) -> RichText:
    """The text before its first colon, if it has one."""
    return _cut(text, len(re.split(r":\s", plain(text))[0]))


def _cut(text: RichText, length: int) -> RichText:
    letters = [(letter, run) for run in text for letter in run.text][:length]
    groups = groupby(letters, key=lambda pair: (pair[1].protected, pair[1].italic))
    return tuple(Run("".join(letter for letter, _ in group), *marks) for marks, group in groups)
