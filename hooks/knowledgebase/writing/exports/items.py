"""A part of ``knowledge.json`` as it is written: a dict of its fields, without those that it does not have.

``shape.py`` says which fields there are and which may be left out. It takes no part in writing: its models would have to be
made in every build, and to check what was just made took longer than to make it. A test holds the whole file to them, field
by field.
"""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json

Item = dict[str, Any]


def given(**fields: Any) -> Item:
    """Of the fields that may be left out, those that a part has."""
    return {name: value for name, value in fields.items() if value or value == ""}


def as_json(one: Item, depth: int = 0) -> bytes:
    """A part as it stands in a file, so many steps in from the second line on."""
    return to_json(one, indent=1).replace(b"\n", b"\n" + b" " * depth)
