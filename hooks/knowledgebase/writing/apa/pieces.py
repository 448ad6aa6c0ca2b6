"""What a printed citation is made of: stretches of text, each roman or italic, some of them linked.

A page turns pieces into HTML; ``text_of`` turns them into plain text.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...model.works import RichText


class Piece(NamedTuple):
    """A stretch of text. ``key`` is the work that it names, ``href`` the address that it shows."""

    text: str
    italic: bool = False
    key: str | None = None
    href: str | None = None


Pieces = tuple[Piece, ...]
_UNMARKED = Piece("")[1:]


def text_of(pieces: Iterable[Piece]) -> str:
    """The text of the pieces, without italics and links."""
    return "".join([piece.text for piece in pieces])


def roman(text: str) -> Pieces:
    return (Piece(text),) if text else ()


def italic(text: str) -> Pieces:
    return (Piece(text, italic=True),) if text else ()


def rich(text: RichText, in_italics: bool = False) -> Pieces:
    """A rich text as pieces; what is italic within italics is set upright."""
    return tuple([Piece(run.text, run.italic != in_italics) for run in text])


def joined(parts: Iterable[Pieces], separator: str = ", ") -> Pieces:
    """The parts that are not empty, with the separator between them."""
    given = [part for part in parts if part]
    whole, between = given[0] if given else (), (Piece(separator),)
    for part in given[1:]:
        whole += between + part
    return whole


def bracketed(pieces: Pieces, brackets: str = "()") -> Pieces:
    """The pieces within brackets, or nothing if there are none."""
    return (Piece(brackets[0]), *pieces, Piece(brackets[1])) if pieces else ()


def sentence(pieces: Pieces) -> Pieces:
    """The pieces with a full stop, unless they end a sentence already: no "?." and no "Inc.." is printed."""
    ended = text_of(pieces).rstrip("”’\"'").endswith((".", "?", "!"))
    return pieces if ended or not pieces else (*pieces, Piece("."))


def merged(pieces: Pieces) -> Pieces:
    """The same text in as few pieces as possible."""
    if len(pieces) == 1 and pieces[0].text:
        return pieces
    found: list[Piece] = []
    text, marks = "", _UNMARKED
    for piece in pieces:
        if piece.text and piece[1:] != marks:
            found.append(Piece(text, *marks))
            text, marks = "", piece[1:]
        text += piece.text
    return tuple([piece for piece in (*found, Piece(text, *marks)) if piece.text])
