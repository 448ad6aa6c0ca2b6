"""What each field of a model holds, in the words that stand below it in the file that declares it.

Pydantic would look for them whenever the program starts, class by class, which takes longer than reading a hundred records.
So they are read only when somebody asks: for a message, the handbook, or a schema.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel


def description(model: type[BaseModel], field: str) -> str:
    """What stands below a field where it was declared, in the model or in one that it extends; nothing if nothing does."""
    found = (_below_fields(one.__module__).get((one.__name__, field)) for one in model.__mro__ if issubclass(one, BaseModel))
    return next(filter(None, found), "")


@cache
def describe(base: type[BaseModel]) -> None:
    """Give the fields of every model that extends a base their descriptions, so that they stand in schemas."""
    for model in _extending(base):
        for name, field in model.model_fields.items():
            field.description = description(model, name) or None
        if model.__pydantic_complete__:
            model.model_rebuild(force=True)


def _extending(base: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models that extend a base, those that others are made of before these."""
    level = base.__subclasses__()
    while level:
        yield from level
        level = [model for one in level for model in one.__subclasses__()]


@cache
def _below_fields(module: str) -> dict[tuple[str, str], str]:
    """The texts below the fields of a module's classes, by class and field."""
    if module.partition(".")[0] != __name__.partition(".")[0]:
        return {}
    tree = ast.parse(Path(sys.modules[module].__file__).read_text("utf-8"))
    found = {}
    for declared in (node for node in tree.body if isinstance(node, ast.ClassDef)):
        for field, below in pairwise(declared.body):
            if isinstance(field, ast.AnnAssign) and (text := _text(below)):
                found[declared.name, field.target.id] = text
    return found


def _text(node: ast.stmt) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return inspect.cleandoc(node.value.value)
    return ""
