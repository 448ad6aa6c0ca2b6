"""The frozen copies of the site in ``published/editions/``: each must be, byte for byte, what its checksum was made from."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..model.published import Edition
from ..problems import Problem
from .published import FOLDER

_TAKE_BACK = "take the file back from the history of the project; an edition is never made anew"


def file_of(day: date) -> str:
    """Where the file of an edition is."""
    return f"{FOLDER}/editions/{day}.zip"


def opened(root: Path, editions: Iterable[Edition], problems: list[Problem]) -> Iterator[Edition]:
    """The editions whose files are whole, with what these hold; what is wrong with the others is told."""
    for edition in editions:
        if why := _damage(root / file_of(edition.day), edition):
            message = f"the file of an edition must stay as it was published: {why}; {_TAKE_BACK}"
            problems.append(Problem(edition.place, message, "damaged-edition", fatal=True))
        else:
            yield replace(edition, files=_files_in(root / file_of(edition.day), edition))


def _damage(path: Path, edition: Edition) -> str:
    """What is wrong with the file of an edition, or nothing."""
    shown = file_of(edition.day)
    if not path.is_file():
        return f"found no file {shown}"
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    return "" if found == edition.checksum else f"found {shown} with the SHA-256 {found}"


def _files_in(path: Path, edition: Edition) -> frozenset[str]:
    """The addresses in an edition, whose files all lie in a folder named by its day."""
    with zipfile.ZipFile(path) as packed:
        return frozenset(name.removeprefix(f"{edition.day}/") for name in packed.namelist())
