"""Breaking words into lines where nothing wraps by itself: in a drawing.

A drawing is made before anyone knows the reader's font, so widths are estimates, in parts of the font size (em). They lie
above what common sans-serif fonts need; a line that was found to fit has a little room to spare.
"""

from __future__ import annotations

import unicodedata

_NARROW, _WIDE = frozenset("iljtfrI.,:;'’!|()[]- "), frozenset("mwMW@%—…")


def width(text: str) -> float:
    """The estimated width of a text in em."""
    return sum(_width(character) for character in text)


def wrapped(text: str, room: float) -> tuple[str, ...]:
    """A text in lines of at most ``room`` em, broken between words, and within a word only where it alone is too wide."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, room)
    return tuple(lines)


def fits(text: str, room: float) -> bool:
    """Whether no word of a text has to be broken to stay within ``room`` em."""
    return all(width(word) <= room for word in text.split())


def _pieces(word: str, room: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _width(character: str) -> float:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF" or character in _WIDE:
        return 1
    if character in _NARROW:
        return 0.35
    return 0.7 if character.isupper() else 0.57
