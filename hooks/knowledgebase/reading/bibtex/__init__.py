"""The bibliography file into raw entries: nothing lost, nothing altered in silence.

``read_bibtex`` is the one call. Below it: ``blocks`` splits the file and reads what leaves no doubt,
``grammar`` and ``values`` read with care what does, ``macros`` knows the @strings and
``inheritance`` follows crossref and xdata. What the fields mean is not known here.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from unicodedata import combining, normalize

from ...problems import Place, Problem, in_order, suggestion
from ...syntax import DEVICE, KEY
from .blocks import MOST_PROBLEMS, read_blocks
from .cursor import HEAD
from .entries import Block, Entry, Field, Flaw, Lines
from .inheritance import Inheritance
from .macros import Macros, read_macros, resolve

__all__ = ["Entry", "Field", "read_bibtex"]

_KEY = re.compile(KEY)
MOST_ENTRIES = 20_000
DEEPEST = 1000  # braces within braces
_TOO_DEEP = re.compile(r"(?:\{[^{}]*+){%d}" % (DEEPEST + 1))
LONGEST = 100_000  # characters of one value; the three thousand authors of a paper in physics have eighty thousand
MOST_HINTS = 10  # looking for the nearest of many names is slow, and the first few messages show what is wrong


def read_bibtex(text: str, path: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of a BibTeX text in their order, completed with what they inherit, and all problems in it.

    @string, @comment, @preamble and @xdata are not entries. Of two entries with one key the first is given. An entry
    with a fatal problem is given as far as it can be read, so that its mistake is not told again as a missing work.
    """
    if unheard_of := _more_than_any_bibliography(text):
        return (), (Problem(Place(path), unheard_of, "too-much", fatal=True),)
    with _collection_paused():
        return _read(text.removeprefix("\ufeff"), path)


def _more_than_any_bibliography(text: str) -> str:
    """What no bibliography holds, and would keep the reader busy for long."""
    if (found := sum(1 for _ in HEAD.finditer(text))) > MOST_ENTRIES:
        return f"a bibliography must hold at most {MOST_ENTRIES:,} entries: found {found:,}"
    if _TOO_DEEP.search(text):
        return f"braces must not stand within each other more than {DEEPEST} times: found more; is one not closed?"
    return ""


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Reading makes very many objects and no circles of them: looking for circles would take half of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _read(text: str, path: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    lines = Lines(text, path)
    blocks, between = read_blocks(text)
    macros, in_macros = read_macros(blocks)
    written = [block for block in blocks if block.is_entry]
    in_blocks = (flaw for block in blocks for flaw in block.flaws)
    entries, in_entries = _entries(written, macros, lines)
    inheritance = Inheritance(entries)
    completed = tuple(inheritance.completed(entry) for entry in entries.values())
    flaws = (*between, *in_macros, *in_blocks, *_flaws_of_keys(written, lines), *in_entries)
    links = (*_problems_of_links(inheritance), *_parts_of_data(completed))
    works = tuple(entry for entry in completed if entry.type != "xdata")
    return works, in_order((*_problems(flaws, lines), *links))


def _entries(written: Iterable[Block], macros: Macros, lines: Lines) -> tuple[dict[str, Entry], list[Flaw]]:
    """The first entry of each key, and what is wrong in the fields of all."""
    entries: dict[str, Entry] = {}
    flaws: list[Flaw] = []
    for block in written:
        entry = Entry(block.type, block.key, _fields(block, macros, lines, flaws), lines.place(block.start))
        if block.key:
            entries.setdefault(block.key, entry)
    return entries, flaws


def _fields(block: Block, macros: Macros, lines: Lines, flaws: list[Flaw]) -> tuple[Field, ...]:
    """The fields of an entry, each name once; what is wrong in them is added to the flaws."""
    fields: dict[str, Field] = {}
    for name, offset, value in block.fields:
        if not isinstance(value, str):
            value, found = resolve(value, macros)
            flaws.extend(found)
        if len(value) > LONGEST:
            words = f"a value must have at most {LONGEST:,} characters: found {len(value):,}; is it closed where it should be?"
            flaws.append(Flaw(offset, "value-too-long", words))
            value = ""
        if name in fields:
            words = f'a field must stand once in an entry: "{name}" is already in line {fields[name].place.line}'
            flaws.append(Flaw(offset, "field-twice", words))
        else:
            fields[name] = Field(name, value, lines.place(offset))
    return tuple(fields.values())


def _flaws_of_keys(written: Sequence[Block], lines: Lines) -> Iterator[Flaw]:
    """A key must be one that [@key] can cite, stand once, and differ from all others in more than capitals."""
    first: dict[str, Block] = {}
    for block in written:
        if not block.key:
            continue
        if not _KEY.fullmatch(block.key):
            yield Flaw(block.start, "key-form", _key_form(block.key))
        elif DEVICE.fullmatch(block.key):
            words = f'a key must not be the name of a device of Windows, which no file may have there: found "{block.key}"'
            yield Flaw(block.start, "key-form", words)
        before = first.setdefault(block.key.casefold(), block)
        if before is block:
            continue
        line = lines.place(before.start).line
        if before.key == block.key:
            yield Flaw(block.start, "key-twice", f'a key must stand once in the file: "{block.key}" is already in line {line}')
        else:
            words = f'keys must differ in more than capitals: "{block.key}" is like "{before.key}" in line {line}'
            yield Flaw(block.start, "key-case", words, False)


def _key_form(key: str) -> str:
    letters = "".join(sign for sign in normalize("NFKD", key) if not combining(sign))
    meant = re.sub(r"[^A-Za-z0-9_-]+", "-", letters).strip("-_")
    hint = f'; did you mean "{meant}"?' if _KEY.fullmatch(meant) else ""
    return f'a key must be letters a-z, digits, "-" and "_", so that [@key] can cite it: found "{key}"{hint}'


def _problems(flaws: Iterable[Flaw], lines: Lines) -> Iterator[Problem]:
    in_text_order = sorted(flaws, key=lambda flaw: flaw.offset)
    told, rest = in_text_order[:MOST_PROBLEMS], in_text_order[MOST_PROBLEMS:]
    hints = MOST_HINTS
    for flaw in told:
        hints -= bool(flaw.sought)
        others = (name for name in flaw.among if name != flaw.sought.lower())
        hint = suggestion(flaw.sought, others) if flaw.sought and hints >= 0 else ""
        yield Problem(lines.place(flaw.offset), flaw.message + hint, flaw.rule, flaw.fatal)
    if rest:
        words = "more problems follow from here; mend those above first"
        yield Problem(lines.place(rest[0].offset), words, "many-problems", any(flaw.fatal for flaw in rest))


def _problems_of_links(inheritance: Inheritance) -> Iterator[Problem]:
    for number, link in enumerate(inheritance.broken[:MOST_PROBLEMS]):
        sought = link.sought if number < MOST_HINTS else ""
        hint = suggestion(sought, inheritance.targets(link.field.name)) if sought else ""
        yield Problem(link.field.place, link.message + hint, link.rule, fatal=True)


def _parts_of_data(entries: Iterable[Entry]) -> Iterator[Problem]:
    """biblatex's ``author = {xdata=key-author-1}`` takes a part of an @xdata entry; here only whole ones can be taken."""
    for entry in entries:
        for field in entry.fields:
            if field.value.startswith("xdata="):
                words = f'an @xdata entry must be taken as a whole, xdata = {{key}}: found "{field.value}" in "{field.name}"'
                yield Problem(field.place, words, "xdata-part", fatal=True)
