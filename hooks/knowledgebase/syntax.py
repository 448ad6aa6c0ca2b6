"""The notations of running text, and nothing else: parse a text into its parts.

    [[unclear-role]]  [[unclear-role|own words]]  [[unclear-role#frustration]]
    [@moll2009]  [@moll2009, p. 450; @tseris2020]  [@moll2009 via @sowk551, para. 24]  Moll et al. [-@moll2009]
    *emphasis*

The set is closed. What opens like one of these and does not parse is a ``Malformed`` part, never text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
KEY = r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?"
DEVICE = re.compile(r"(?i)con|prn|aux|nul|(?:com|lpt)[0-9]")  # names that no file may have on Windows
LOCATOR_LABELS = (
    "p.", "pp.", "para.", "paras.", "chap.", "chaps.", "sec.", "secs.", "vol.", "vols.", "fig.", "Figure", "Table", "Box",
    "Appendix", "abstract", "title",
)  # fmt: skip
MOST_NOTATIONS = 2000  # in one file; more is no text but an accident, or an attack
NUMBERED = re.compile(r"(?:%s) \S.*" % "|".join(re.escape(label) for label in LOCATOR_LABELS))


class Citation(NamedTuple):
    """One work cited at one spot. ``source`` says it; ``via`` was read in its stead; ``at`` is where in the work read."""

    source: str
    via: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    text: str


class RecordLink(NamedTuple):
    """A link to a record or to one of its claims; ``words`` replace the title when given."""

    record: str
    claim: str | None = None
    words: str | None = None


class Citations(NamedTuple):
    """One bracket of citations. ``narrative`` marks ``[-@key]``: the sentence itself names the authors."""

    items: tuple[Citation, ...]
    narrative: bool = False


class Malformed(NamedTuple):
    """A bracket that opens like a notation and is none. ``why`` is a whole message with what may be meant."""

    text: str
    why: str


Part = Text | Emphasis | RecordLink | Citations | Malformed
_OUT_OF_BRACKETS = (Text, Emphasis)

_COUNTED = re.compile(r"\[\[|\[-?@|;\s*+@|\*[^\s*\[\]][^*\[\]]*+\*")
_OPENING = re.compile(r"\[\[|\[-?@|\*(?=\S)")
_CLOSING_OR_OPENING = {closing: re.compile(rf"{re.escape(closing)}|\[\[|\[-?@") for closing in ("]]", "]")}
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\S+")
_LEFT_OUT = "\ufdd0"  # where a citation was left out; no text can hold it
_GAP = re.compile(rf"(?<!\s)(?:\s*{_LEFT_OUT})+(?=[.,;:!?])")
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")  # what is not one plain space already; a line ends a paragraph
_RECORD_LINK = re.compile(rf"(?P<record>{ID})(?:#(?P<claim>{ID}))?(?:\|(?P<words>[^\[\]|]*[^\s\[\]|][^\[\]|]*))?")
_ORDINARY_LINK = re.compile(rf"\[\[(?P<record>{ID})(?:#(?P<claim>{ID}))?(?:\|(?P<words>[^\[\]|\s]+(?: [^\[\]|\s]+)*))?\]\]")
_CITATION = re.compile(rf"@(?P<source>{KEY})(?: via @(?P<via>{KEY}))?(?:, (?P<at>.+))?")
_EMPHASIS = re.compile(r"\*(?P<text>[^\s*\[\]](?:[^*\[\]]*[^\s*\[\]])?)\*")


def parse(text: str) -> tuple[Part, ...]:
    """The parts of a text, in order; line breaks within a part are read as single spaces."""
    if has_notations(text):
        return _parse(text)
    return (Text(text),) if text else ()


def has_notations(text: str) -> bool:
    """Whether there may be any notation in a text; without the signs that open one, it is a text as it is."""
    return "[" in text or "*" in text


@lru_cache(maxsize=5_000)  # those of a site of a thousand records; all of a larger one would take too much memory
def _parse(text: str) -> tuple[Part, ...]:
    """Where every bracket belongs to an ordinary link, as mostly, the text is only cut at the links."""
    pieces = _ORDINARY_LINK.split(text)
    only_links = "*" not in text and text.count("[") == 2 * (len(pieces) // 4)
    parts = _cut_at_links(pieces) if only_links else _parts(text)
    return tuple([part for part in parts if not isinstance(part, Text) or part.text])


def in_brackets(text: str) -> tuple[RecordLink | Citations | Malformed, ...]:
    """The parts of a text that stand in brackets."""
    return tuple([part for part in parse(text) if not isinstance(part, _OUT_OF_BRACKETS)]) if "[" in text else ()


def too_many_notations(text: str) -> int:
    """How many links, works cited and words in stars a text has, if they are more than any text can mean to have, or 0.

    It is quick, to know that before parsing: mostly there are not even enough of the signs that they begin with.
    """
    if text.count("[") + text.count("@") + text.count("*") <= MOST_NOTATIONS:
        return 0
    found = sum(1 for _ in _COUNTED.finditer(text))
    return found if found > MOST_NOTATIONS else 0


def plain(text: str, title_of: Callable[[RecordLink], str]) -> str:
    """A text without its notations: words as a reader hears them, links as their titles, citations left out."""
    words = text
    if has_notations(text):
        words = "".join([part.text if isinstance(part, Text) else _spoken(part, title_of) for part in parse(text)])
    if _LEFT_OUT in words:
        words = _GAP.sub("", words).replace(_LEFT_OUT, "")
    if "  " not in words and words.isprintable():  # so the only white space in it are single spaces
        return words.strip()
    return _SPACES.sub(" ", words).strip()


@lru_cache(maxsize=10_000)  # many works are cited by their first pages
def locator_problem(at: str) -> str | None:
    """Why a locator cannot be printed, or None: it must be a known label with its number, as in ``p. 450``."""
    if at in {"abstract", "title"} or NUMBERED.fullmatch(at):
        return None
    meant = re.fullmatch(r"(pp?|paras?|chaps?|secs?)?\.?\s*(\d.*)", at)
    hint = f'; did you mean "{meant[1] or "p"}. {meant[2]}"?' if meant else ""
    return f'a locator must be a label and a number, as in "p. 450" or "para. 7": found "{at}"{hint}'


def _spoken(part: Part, title_of: Callable[[RecordLink], str]) -> str:
    if isinstance(part, RecordLink):
        return part.words or title_of(part)
    return _LEFT_OUT if isinstance(part, Citations) else part.text


def _cut_at_links(pieces: Sequence[str]) -> Iterator[Part]:
    """The parts of what was split at links: each text is followed by the record, the claim and the words of a link."""
    for at in range(0, len(pieces) - 1, 4):
        yield Text(pieces[at])
        yield RecordLink(*pieces[at + 1 : at + 4])
    yield Text(pieces[-1])


def _parts(text: str) -> Iterator[Part]:
    at = 0
    for opening in _OPENING.finditer(text):
        if opening.start() < at:
            continue
        part, end = _notation(text, opening)
        if part is None:
            continue
        yield Text(text[at : opening.start()])
        yield part
        at = end
    yield Text(text[at:])


def _notation(text: str, opening: re.Match[str]) -> tuple[Part | None, int]:
    if opening[0] == "*":
        found = _EMPHASIS.match(text, opening.start())
        return (Emphasis(_one_line(found["text"])), found.end()) if found else (None, 0)
    if link := _ORDINARY_LINK.match(text, opening.start()):
        return RecordLink(link["record"], link["claim"], link["words"]), link.end()
    closing = "]]" if opening[0] == "[[" else "]"
    end = _CLOSING_OR_OPENING[closing].search(text, opening.end())
    if end is None or end[0] != closing:
        return _unclosed(text, opening, closing)
    whole = text[opening.start() : end.end()]
    inside = _one_line(whole[len(closing) : -len(closing)])
    return (_record_link if closing == "]]" else _citations)(inside, whole), end.end()


def _unclosed(text: str, opening: re.Match[str], closing: str) -> tuple[Malformed, int]:
    shown = _WORD.match(text, opening.start())[0]
    why = f'"{opening[0]}" opens a notation that must be closed with "{closing}": found "{shown}"'
    return Malformed(shown, why), opening.start() + len(shown)


def _record_link(inside: str, whole: str) -> Part:
    found = _RECORD_LINK.fullmatch(inside)
    if found:
        return RecordLink(found["record"], found["claim"], found["words"])
    meant = _meant_id(inside)
    hint = f'; did you mean "[[{meant}]]"?' if meant else ""
    return Malformed(
        whole, f'a link must be [[id]], [[id|words]] or [[id#claim]], ids in a-z, 0-9 and "-": found "{_one_line(whole)}"{hint}'
    )


def _meant_id(inside: str) -> str | None:
    head, bar, words = inside.partition("|")
    mended = "#".join(re.sub(r"[^a-z0-9]+", "-", piece.lower()).strip("-") for piece in head.strip().split("#"))
    meant = mended + (bar + words).rstrip("|")
    return meant if _RECORD_LINK.fullmatch(meant) else None


def _citations(inside: str, whole: str) -> Part:
    narrative = inside.startswith("-")
    items = [_citation(item) for item in _split(inside.removeprefix("-"))]
    whys = [item for item in items if isinstance(item, str)]
    if whys:
        return Malformed(whole, f'{whys[0]}: found "{_one_line(whole)}"' if ": found" not in whys[0] else whys[0])
    if narrative and len(items) > 1:
        return Malformed(whole, f'[-@key] must hold one work, since the sentence names its authors: found "{_one_line(whole)}"')
    return Citations(tuple(items), narrative)


def _split(inside: str) -> Sequence[str]:
    return [item.strip() for item in inside.split(";")]


def _citation(item: str) -> Citation | str:
    found = _CITATION.fullmatch(item)
    if not found:
        return 'a citation must be [@key], [@key, p. 3], [@key via @key] or several of these with ";" between'
    if found["at"] and (why := locator_problem(found["at"])):
        return why
    return Citation(found["source"], found["via"], found["at"])


def _one_line(text: str) -> str:
    return _SPACE.sub(" ", text)
