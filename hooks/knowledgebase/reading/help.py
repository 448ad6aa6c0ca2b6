"""help.yml into the settings for a hard moment; a file that says nothing, as it is at first, switches them off."""

from __future__ import annotations

from pydantic import ValidationError

from ..model.help import Help
from ..problems import Problem
from .findings import what_is_wrong
from .yaml_tree import read_yaml

FILE = "help.yml"


def read_help(text: str) -> tuple[Help, tuple[Problem, ...]]:
    """What the text of help.yml sets, and what is wrong with it; nothing is set where anything is wrong."""
    tree, source, problems = read_yaml(text, FILE)
    if tree is None:
        return Help(), problems
    try:
        return Help.read(source, tree), ()
    except ValidationError as error:
        return Help(), what_is_wrong(error, Help, source)
