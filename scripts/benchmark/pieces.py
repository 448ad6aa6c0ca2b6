"""What single pieces cost: the check of many records, the formatting of many works, the reading of many BibTeX entries.

Each is a process of its own, so that its CPU time and memory are its own too.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from .timing import Cost, cost_of
from .workload import bibliography, invent, write_records

CHECKED, FORMATTED, READ = 10_000, 1_000, 10_000

# Programs for the measured processes. {hooks} is the folder of the core, {file} the bibliography.
_CHECK = """
import gc, sys; gc.disable(); sys.path.insert(0, "{hooks}")  # as scripts/check.py does
from pathlib import Path
from knowledgebase.load import load
from knowledgebase.occasion import build_day
assert load(Path("."), build_day()).problems == (); gc.freeze()
"""
_FORMAT = """
import sys; sys.path.insert(0, "{hooks}")
from pathlib import Path
from knowledgebase.load import load
from knowledgebase.occasion import build_day
from knowledgebase.writing.apa import Apa, text_of
works = load(Path("."), build_day()).base.works
apa = Apa(works)
print(sum(len(text_of(apa.in_list(work))) for work in {which}))
"""
_OURS = """
import sys; sys.path.insert(0, "{hooks}")
from knowledgebase.reading.bibtex import read_bibtex
entries, problems = read_bibtex(open("{file}").read(), "{file}")
assert len(list(entries)) == {count} and not list(problems)
"""
_BARE = """
import bibtexparser
assert len(bibtexparser.parse_file("{file}").entries) == {count}
"""


@dataclass(frozen=True)
class Pieces:
    """What each piece cost; ``formatting`` and the two readings without what it takes to start."""

    check: Cost
    formatting: float
    reading: float
    bare_reading: float


def measure(seed: int, folder: Path, project: Path) -> Pieces:
    """Measure every piece once."""
    hooks = project / "hooks"
    many, works = folder / "check", folder / "works"
    write_records(many, invent(CHECKED, seed), project)
    write_records(works, invent(FORMATTED * 4, seed), project)
    big = folder / "many.bib"
    big.write_text(bibliography(READ), "utf-8")
    start = _cost("import bibtexparser", folder)
    none = _cost(_FORMAT.format(hooks=hooks, which="()"), works)
    every = _cost(_FORMAT.format(hooks=hooks, which="works"), works)
    return Pieces(
        check=_cost(_CHECK.format(hooks=hooks), many),
        formatting=every.cpu - none.cpu,
        reading=_cost(_OURS.format(hooks=hooks, file=big, count=READ), folder).cpu - start.cpu,
        bare_reading=_cost(_BARE.format(file=big, count=READ), folder).cpu - start.cpu,
    )


def _cost(program: str, folder: Path) -> Cost:
    return cost_of([sys.executable, "-c", program], folder)
