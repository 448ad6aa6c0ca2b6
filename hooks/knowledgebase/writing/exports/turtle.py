"""Things as Turtle (W3C RDF 1.1): addresses are relative to the base at the top of the file."""

from __future__ import annotations

from collections.abc import Iterable

from .statements import LANGUAGE, PREFIXES, Holds, Property, Thing

_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def turtle(things: Iterable[Thing], base: str) -> str:
    """A Turtle file; ``base`` is the address of the site's root, absolute or seen from the file."""
    head = [f"@base <{base}> .", *(f"@prefix {prefix}: <{place}> ." for prefix, place in PREFIXES.items())]
    return "\n".join(head) + "\n" + "".join(map(_thing, things))


def _thing(thing: Thing) -> str:
    facts = [f"    {property.curie} {_values(property, values)}" for property, values in thing.said]
    return f"\n<{thing.address}>\n" + " ;\n".join([f"    a {thing.type}", *facts]) + " .\n"


def _values(property: Property, values: tuple[str, ...]) -> str:
    match property.holds:
        case Holds.text:
            return ", ".join(f'"{_text(value)}"@{LANGUAGE}' for value in values)
        case Holds.day:
            return ", ".join(f'"{value}"^^xsd:date' for value in values)
        case Holds.thing:
            return ", ".join(f"<{value}>" for value in values)
        case Holds.things_in_order:
            return f"({' '.join(f'<{value}>' for value in values)})"


def _text(text: str) -> str:
    return "".join(_ESCAPED.get(sign, sign) for sign in text)
