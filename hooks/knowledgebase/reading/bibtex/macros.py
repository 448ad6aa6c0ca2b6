"""The names that @string defines: what they stand for, at the place where they are used.

As in BibTeX, names are the same in capitals and small letters, a definition holds from where it stands, and the months
``jan`` to ``dec`` are defined from the start, here in full as BibTeX's plain style prints them: "January".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from .entries import Block, Flaw, Macro, Value

_MONTHS = "January February March April May June July August September October November December".split()
LONGEST = 10_000  # characters of a value made with @strings: enough for any journal's name, too little to fill the memory


@dataclass(frozen=True)
class Definition:
    """What a name stands for from an offset on."""

    offset: int
    value: str


Macros = Mapping[str, Sequence[Definition]]
MONTHS: Macros = {month[:3].lower(): (Definition(-1, month),) for month in _MONTHS}


def read_macros(blocks: Iterable[Block]) -> tuple[Macros, tuple[Flaw, ...]]:
    """All definitions of a file, by name in small letters, and what is wrong in them."""
    macros = {name: list(definitions) for name, definitions in MONTHS.items()}
    flaws: list[Flaw] = []
    for block in blocks:
        for name, offset, value in block.fields if block.type == "string" else ():
            text, found = resolve(value, macros)
            flaws.extend(found)
            flaws.extend(_defined_twice(name, offset, text, macros))
            macros.setdefault(name, []).append(Definition(offset, text))
    return macros, tuple(flaws)


def resolve(value: Value, macros: Macros) -> tuple[str, tuple[Flaw, ...]]:
    """The text of a value, its pieces joined; a name that nothing defines stays as it is, with a flaw."""
    if isinstance(value, str):
        return value, ()
    flaws = tuple(flaw for piece in value if isinstance(piece, Macro) for flaw in _flaws(piece, macros))
    texts = [_text(piece, macros) for piece in value]
    if len(texts) > 1 and sum(map(len, texts)) > LONGEST:
        return "", (*flaws, _too_long(value))
    return "".join(texts), flaws


def _text(piece: str | Macro, macros: Macros) -> str:
    if not isinstance(piece, Macro):
        return piece
    definitions = macros.get(piece.name.lower())
    if definitions is None:
        return piece.name
    before = bisect_left(definitions, piece.offset, key=attrgetter("offset"))
    return definitions[max(before - 1, 0)].value


def _flaws(macro: Macro, macros: Macros) -> Iterator[Flaw]:
    definitions = macros.get(macro.name.lower())
    if definitions is None:
        words = f'a value must stand in braces or be a name that @string defines: found "{macro.name}"'
        meant = f"; did you mean {{{macro.name}}}?" if any(sign.isdecimal() for sign in macro.name) else ""
        yield Flaw(macro.offset, "unknown-macro", words + meant, True, "" if meant else macro.name, macros.keys())
    elif definitions[0].offset > macro.offset:
        words = f'a @string must stand above its first use, or other programs do not know it: "{macro.name}" is defined below'
        yield Flaw(macro.offset, "macro-late", words, False)


def _too_long(value: tuple[str | Macro, ...]) -> Flaw:
    macro = next((piece for piece in value if isinstance(piece, Macro)), None)
    words = f"a value joined with # must have at most {LONGEST} characters: found more"
    return Flaw(macro.offset if macro else 0, "value-too-long", words)


def _defined_twice(name: str, offset: int, text: str, macros: Macros) -> Iterator[Flaw]:
    """BibTeX's own months may be given other words; any other name has one meaning."""
    if name in macros and name not in MONTHS and macros[name][-1].value != text:
        yield Flaw(offset, "macro-twice", f'a @string must be defined once: "{name}" is defined above with other words', False)
