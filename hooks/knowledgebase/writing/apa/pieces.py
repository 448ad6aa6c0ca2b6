"""What a printed citation is made of: stretches of text, each roman or italic, some of them linked.

A page turns pieces into HTML; ``text_of`` turns them into plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...model.works import RichText


@dataclass(frozen=True)
class Piece:
    """A stretch of text. ``key`` is the work that it names, ``href`` the address that it shows."""

    text: str
    italic: bool = False
    key: str | None = None
    href: str | None = None


Pieces = tuple[Piece, ...]


def text_of(pieces: Iterable[Piece]) -> str:
    """The text of the pieces, without italics and links."""
    return "".join(piece.text for piece in pieces)


def roman(text: str) -> Pieces:
    return (Piece(text),) if text else ()


def italic(text: str) -> Pieces:
    return (Piece(text, italic=True),) if text else ()


def rich(text: RichText, in_italics: bool = False) -> Pieces:
    """A rich text as pieces; what is italic within italics is set upright."""
    return tuple(Piece(run.text, italic=run.italic != in_italics) for run in text)


def joined(parts: Iterable[Pieces], separator: str = ", ") -> Pieces:
    """The parts that are not empty, with the separator between them."""
    pieces: list[Piece] = []
    for part in filter(None, parts):
        pieces += ([Piece(separator)] if pieces else []) + list(part)
    return tuple(pieces)


def bracketed(pieces: Pieces, brackets: str = "()") -> Pieces:
    """The pieces within brackets, or nothing if there are none."""
    return (Piece(brackets[0]), *pieces, Piece(brackets[1])) if pieces else ()


def sentence(pieces: Pieces) -> Pieces:
    """The pieces with a full stop, unless they end a sentence already: no "?." and no "Inc.." is printed."""
    ended = text_of(pieces).rstrip("”’\"'").endswith((".", "?", "!"))
    return pieces if ended or not pieces else (*pieces, Piece("."))


def merged(pieces: Iterable[Piece]) -> Pieces:
    """The same text in as few pieces as possible."""
    return tuple(_merged(piece for piece in pieces if piece.text))


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in pieces:
        if last is not None and _marks(last) == _marks(piece):
            last = replace(last, text=last.text + piece.text)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _marks(piece: Piece) -> tuple[bool, str | None, str | None]:
    return piece.italic, piece.key, piece.href
