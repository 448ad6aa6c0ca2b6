"""A part of ``knowledge.json`` as it is written: a dict of its fields, without those that it does not have.

``shape.py`` says which fields there are and which may be left out. The parts are not made as objects of these models, since
checking what was just made took longer than making it; a test holds the whole file to the models, field by field.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic_core import to_json

from .shape import Shape

Item = dict[str, Any]


def item(part: type[Shape], **fields: Any) -> Item:
    """A part with these fields, in the order of its shape."""
    for name in _optional(part):
        if name in fields and not fields[name] and fields[name] != "":
            del fields[name]
    return fields


def as_json(one: Item, depth: int = 0) -> bytes:
    """A part as it stands in a file, so many steps in from the second line on."""
    return to_json(one, indent=1).replace(b"\n", b"\n" + b" " * depth)


@cache
def _optional(part: type[Shape]) -> frozenset[str]:
    """The fields that are left out where they hold nothing."""
    return frozenset(name for name, field in part.model_fields.items() if not field.is_required())
