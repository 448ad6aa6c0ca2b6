"""Things as JSON-LD 1.1: a context says what the words mean, so that the rest reads as plain JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from .statements import LANGUAGE, PREFIXES, Holds, Property, Thing

_MEANING: dict[Holds, dict[str, str]] = {
    Holds.text: {"@language": LANGUAGE},
    Holds.thing: {"@type": "@id"},
    Holds.things_in_order: {"@type": "@id", "@container": "@list"},
    Holds.day: {"@type": "xsd:date"},
}


def json_ld(things: Iterable[Thing], base: str) -> str:
    """A JSON-LD file; ``base`` is the address of the site's root, absolute or seen from the file."""
    words = {property.word: {"@id": property.curie} | _MEANING[property.holds] for property in Property}
    context = {"@version": 1.1, "@base": base} | PREFIXES | words
    whole = {"@context": context, "@graph": [_thing(thing) for thing in things]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _thing(thing: Thing) -> dict[str, str | list[str]]:
    """Values are always lists, but for days, so that whoever reads the file need not ask."""
    facts = {property.word: values[0] if property.holds is Holds.day else list(values) for property, values in thing.said}
    return {"@id": thing.address, "@type": thing.type} | facts
