"""Names as BibTeX writes them: ``Family, Given and von Family, Jr, Given and {{A Group}} and others``.

Also biblatex's long form, ``family=Berg, given=Jan, prefix=van der``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...model.works import Name, Names
from ..latex import decode_plain

_LONG_FORM = re.compile(r"\s*(?:family|given|prefix|suffix|useprefix|given-i|id)\s*=")
_ANNOTATION = re.compile(r'(?:(?P<place>\d+)\s*)?=\s*(?:["“”](?P<quoted>[^"“”]*)["“”]|(?P<word>[^;"“”]*))')
_GROUP_WORDS = re.compile(
    r"\b(?:Agency|Association|Centers?|Centres?|Commission|Committee|Council|Department|Foundation|Government|Institutes?"
    r"|Ministry|Network|Office|Organi[sz]ations?|Services|Society|Universit(?:y|ies))\b"
)

AND = r"(?<!\s)\s+and\s+"  # looked for at the first of many blanks only, or very many would take very long


def read_names(value: str) -> Names:
    """The names of a field, LaTeX still in it. What is in braces as a whole is a group."""
    items = [item for item in split(value, AND) if item]
    others = len(items) > 1 and items[-1].lower() == "others"
    people = tuple(name for item in (items[:-1] if others else items) if (name := _name(item)).last)
    return Names(people, others)


def annotated(names: Names, roles: str, handles: str) -> Names:
    """The names with biblatex's annotations: ``1=director; 2=host``, ``=execproducers`` for all, ``1="@handle"``."""
    by_place = _annotations(roles)
    shown = _annotations(handles)
    people = tuple(
        replace(name, role=by_place.get(n, name.role), handle=shown.get(n, name.handle)) for n, name in enumerate(names, 1)
    )
    return replace(names, people=people, role=by_place.get(0, ""))


def without_prefixes(names: Names) -> Names:
    """The names with "van" after the given name, as biblatex's option ``useprefix=false`` asks."""
    return replace(names, people=tuple(replace(name, prefix="", particle=name.prefix) for name in names))


def group_without_braces(value: str) -> str | None:
    """A name that reads like a group's but would be taken for a person's."""
    for item in split(value, AND):
        if "," not in item and "{" not in item and " " in item and _GROUP_WORDS.search(item):
            return item
    return None


def badly_joined(value: str) -> str | None:
    """Names that are joined by commas, semicolons or "&" and so would be taken for one person."""
    for item in split(value, AND):
        if _LONG_FORM.match(item):
            continue
        if len(split(item, ",")) > 3 or len(split(item, r";|\s\\?&\s")) > 1:
            return item
    return None


def split(value: str, separator: str) -> list[str]:
    """The stripped parts of a text between separators that are not within braces."""
    parts, start, depth = [], 0, 0
    for found in re.finditer(rf"\\.|[{{}}]|{separator}", value):
        if found[0] in "{}":
            depth += 1 if found[0] == "{" else -1
        elif depth == 0 and not found[0].startswith("\\"):
            parts.append(value[start : found.start()])
            start = found.end()
    return [part.strip() for part in (*parts, value[start:])]


def _name(item: str) -> Name:
    if _is_braced(item):
        return Name(decode_plain(item), group=True)
    if _LONG_FORM.match(item):
        return _from_long_form(item)
    parts = split(item, r",")
    if len(parts) == 1:
        return _given_first(item)
    prefix, family = _leading_small(_tokens(parts[0]))
    suffix = parts[1] if len(parts) > 2 else ""
    given = parts[-1]
    return Name(_text(family), _plain(given), _text(prefix), suffix=_plain(suffix))


def _given_first(item: str) -> Name:
    """``Simone de Beauvoir``: the words from the first small one are the family name, else the last word alone."""
    tokens = _tokens(item)
    small = [n for n, token in enumerate(tokens[:-1]) if _is_small(token)]
    first = small[0] if small else len(tokens) - 1
    prefix, family = _leading_small(tokens[first:])
    return Name(_text(family), _text(tokens[:first]), _text(prefix))


def _from_long_form(item: str) -> Name:
    fields = dict(part.split("=", 1) for part in split(item, r",") if "=" in part)
    given = {key.strip(): _plain(value.strip().strip('"')) for key, value in fields.items()}
    name = Name(given.get("family", ""), given.get("given", ""), given.get("prefix", ""), suffix=given.get("suffix", ""))
    return without_prefixes(Names((name,))).people[0] if given.get("useprefix") == "false" else name


def _leading_small(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The small words before the family name (up to the last small one that is not its last word), and the family name."""
    small = [n for n, token in enumerate(tokens[:-1]) if _is_small(token)]
    at = small[-1] + 1 if small and small[0] == 0 else 0
    return tokens[:at], tokens[at:]


def _tokens(text: str) -> list[str]:
    return [token for token in split(text, r"[\s~]+") if token]


def _is_small(token: str) -> bool:
    return not token.startswith("{") and next((c.islower() for c in decode_plain(token) if c.isalpha()), False)


def _is_braced(item: str) -> bool:
    return item.startswith("{") and item.endswith("}") and _closes_at(item) == len(item) - 1 and not _is_accent(item)


def _is_accent(item: str) -> bool:
    return item.startswith("{\\")


def _closes_at(item: str) -> int:
    depth = 0
    for found in re.finditer(r"\\.|[{}]", item):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth == 0 and found[0] == "}":
            return found.start()
    return -1


def _annotations(text: str) -> dict[int, str]:
    return {int(m["place"] or 0): m["quoted"] if m["quoted"] is not None else m["word"].strip() for m in _found(text)}


def _found(text: str) -> Iterator[re.Match[str]]:
    return (found for part in split(text, r";") if (found := _ANNOTATION.fullmatch(part)))


def _text(tokens: list[str]) -> str:
    return _plain(" ".join(tokens))


def _plain(text: str) -> str:
    return decode_plain(text).strip()
