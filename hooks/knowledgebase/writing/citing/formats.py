"""The formats in which a page or a work is taken into a reference manager."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ...model import Work
from .bibtex import bibtex
from .csl import csl_json
from .ris import ris


class Format(NamedTuple):
    """A format: its name to readers, the ending of its files, and how works are written in it."""

    name: str
    ending: str
    write: Callable[[Iterable[Work]], str]


FORMATS = (Format("BibTeX", "bib", bibtex), Format("RIS", "ris", ris), Format("CSL-JSON", "csl.json", csl_json))
OF_ALL_WORKS = FORMATS[1:]  # bibliography.bib itself is already among the data
