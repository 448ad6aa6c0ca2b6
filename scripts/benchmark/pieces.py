"""What single pieces cost: the check of many records, the formatting of many works, the reading of many BibTeX entries.

Each is a process of its own, so that its CPU time and memory are its own too. They take turns, and medians count: a piece is
what one process took longer than another, and a single slow moment of the machine would be larger than that.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from .timing import Cost, cost_of, median
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


def measure(seed: int, runs: int, folder: Path, project: Path) -> Pieces:
    """Measure every piece so many times."""
    hooks = project / "hooks"
    many, works = folder / "check", folder / "works"
    write_records(many, invent(CHECKED, seed), project)
    works.mkdir()
    (works / "bibliography.bib").write_text(bibliography(FORMATTED), "utf-8")  # and no record, which would take much longer
    big = folder / "many.bib"
    big.write_text(bibliography(READ), "utf-8")
    programs = (
        (_CHECK.format(hooks=hooks), many),
        (_FORMAT.format(hooks=hooks, which="()"), works),
        (_FORMAT.format(hooks=hooks, which="works"), works),
        ("import bibtexparser", folder),
        (_OURS.format(hooks=hooks, file=big, count=READ), folder),
        (_BARE.format(file=big, count=READ), folder),
    )
    rounds = [[_cost(program, place) for program, place in programs] for _ in range(runs)]
    check, none, every, start, ours, bare = map(median, zip(*rounds, strict=True))
    return Pieces(check, every.cpu - none.cpu, ours.cpu - start.cpu, bare.cpu - start.cpu)


def _cost(program: str, folder: Path) -> Cost:
    return cost_of([sys.executable, "-c", program], folder)
