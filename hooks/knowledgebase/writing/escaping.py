"""Text and values as HTML, without making an object of each that remembers having been escaped."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup
from markupsafe import _escape_inner as escaped  # what markupsafe.escape does to a text, before it marks the result

__all__ = ["escaped", "html", "written"]

html = partial(str.__new__, Markup)  # marks a text that is HTML already, as Markup itself does, but at once


def written(value: object) -> str:
    """A value as it is printed on a page: what is marked as HTML stays, everything else is escaped."""
    kind = type(value)
    if kind is str:
        return escaped(value)
    if kind is Markup:
        return value
    return value.__html__() if hasattr(value, "__html__") else escaped(str(value))
