"""Names as APA prints them: inverted with initials at the head of an entry, in order within it, last names in the text.

A hyphenated given name keeps its hyphen (J.-L.) unless its second part is small (Lee-ann: L.). APA 9.7 to 9.11.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...model.works import Name, Names

MOST_IN_LIST = 20
NOBODY = Names()
_ROLES = {
    "chair": "Chair", "compiler": "Comp.", "director": "Director", "editor": "Ed.", "execproducer": "Executive Producer",
    "founder": "Founder", "guestexpert": "Guest Expert", "host": "Host", "illustrator": "Illus.", "narrator": "Narr.",
    "organizer": "Organizer", "producer": "Producer", "translator": "Trans.", "writer": "Writer",
}  # fmt: skip
_ABBREVIATED = re.compile(r"[^\W\d_][^\W\d_]?\.")


@lru_cache(maxsize=20_000)
def initials(given: str) -> str:
    """``Jean-Luc Marie`` as ``J.-L. M.``. Writing without capitals (as in Chinese) has no initials and stays whole."""
    spaced = re.sub(r"\.(?=[^\s\-‐.])", ". ", given)
    return " ".join(filter(None, map(_initial, spaced.split())))


def _initial(name: str) -> str:
    first, *rest = re.split(r"[-‐‑]", name)
    return "-".join([_letter(first), *(_letter(part) for part in rest if not part[:1].islower())])


def _letter(name: str) -> str:
    letter = next((c for c in name if c.isalpha()), "")
    if not letter or letter.lower() == letter.upper():
        return name
    return name if _ABBREVIATED.fullmatch(name) else f"{letter}."


def inverted(name: Name) -> str:
    """``van der Berg, J.-L., Jr. (Director) [@berg]``."""
    given = " ".join(filter(None, [initials(name.given), name.particle]))
    written = ", ".join(filter(None, [name.last, given, name.suffix]))
    handle = f" [{name.handle}]" if name.handle else ""
    return written + handle + (f" ({_roles(name.role)})" if name.role else "")


def in_order(name: Name) -> str:
    """``J.-L. van der Berg Jr.``"""
    return " ".join(filter(None, [initials(name.given), name.particle, name.last, name.suffix]))


def heading(names: Names, with_names: Names = NOBODY) -> str:
    """The names at the head of an entry: up to 20, of more the first 19 and the last (APA 9.8)."""
    people = [inverted(name) for name in names]
    if len(people) > MOST_IN_LIST:
        text = ", ".join(people[: MOST_IN_LIST - 1]) + f", . . . {people[-1]}"
    elif names.others:
        text = ", ".join(people) + (", et al." if "," in people[-1] else " et al.")
    else:
        text = enumerated(people, "&", comma="," in people[0] or "(" in people[0])
    if with_names:
        text += f" (with {enumerated([inverted(name) for name in with_names], '&', comma=True)})"
    return text + (f" ({_roles(names.role)})" if names.role else "")


def contributors(names: Names) -> str:
    """Names within an entry, in reading order: ``A. Ball, B. Cole, & C. Dunn``."""
    people = [in_order(name) for name in names]
    return ", ".join(people) + " et al." if names.others else enumerated(people, "&")


def role(names: Names, kind: str) -> str:
    """``Ed.`` or ``Eds.``, ``Trans.``, ``Chairs``: what a contributor did, in one word."""
    name = _ROLES.get(kind, kind.capitalize())
    if len(names) + names.others < 2 or name in {"Trans.", "Illus.", "Narr."}:
        return name
    return f"{name[:-1]}s." if name.endswith(".") else f"{name}s"


def enumerated(items: Sequence[str], word: str, comma: bool = False) -> str:
    """``a, b, & c``; two items have a comma between them only on request."""
    if len(items) < 2:
        return "".join(items)
    before = ", " if comma or len(items) > 2 else " "
    return f"{', '.join(items[:-1])}{before}{word} {items[-1]}"


def _roles(roles: str) -> str:
    """``director,writer`` as ``Writer & Director``; a role that is not known is printed as it is written."""
    words = sorted(re.split(r"\s*,\s*", roles), key=lambda word: not word.startswith("writer"))
    known = [_ROLES.get(word, _ROLES.get(word.removesuffix("s"), "")) for word in words]
    plural = "s" if roles.endswith("s") and known and roles not in _ROLES else ""
    return enumerated(known, "&") + plural if all(known) else roles
