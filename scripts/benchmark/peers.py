"""Other generators on the same workload, for those that are installed; none of them is needed here.

Each gets the records in its own dress: citations as its plugin writes them, the bibliography as BibTeX.
"""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .timing import Cost, cost_of
from .workload import Invented, as_markdown, bibliography, invent, works_for


@dataclass(frozen=True)
class Peer:
    """A generator's cold build of a workload; no cost if it is not installed."""

    name: str
    records: int
    cost: Cost | None


Writer = Callable[[Path, tuple[Invented, ...]], None]


def measure(size: int, seed: int, folder: Path) -> Iterator[Peer]:
    """The cold build of each peer, once."""
    records = invent(size, seed)
    for name, write, command, installed in _PEERS:
        if not installed():
            yield Peer(name, size, None)
            continue
        place = folder / f"{name.replace(' ', '-')}-{size}"
        place.mkdir(parents=True)
        write(place, records)
        yield Peer(name, size, cost_of(command, place))


def _mkdocs_bibtex(place: Path, records: tuple[Invented, ...]) -> None:
    (place / "mkdocs.yml").write_text(
        "site_name: Bench\nuse_directory_urls: false\ntheme: {name: material, font: false}\n"
        "plugins: [search, {bibtex: {bib_file: works.bib}}]\nmarkdown_extensions: [footnotes]\nnav: [Start: index.md]\n",
        "utf-8",
    )
    _pages(place / "docs", records, lambda work: f"[@work{work}]", "md", "\n\\bibliography\n")
    (place / "works.bib").write_text(bibliography(works_for(len(records))), "utf-8")


def _sphinx(place: Path, records: tuple[Invented, ...]) -> None:
    (place / "conf.py").write_text(
        "project = 'Bench'\nextensions = ['sphinxcontrib.bibtex', 'myst_parser']\nbibtex_bibfiles = ['works.bib']\n"
        "bibtex_reference_style = 'author_year'\n",
        "utf-8",
    )
    end = "\n```{bibliography}\n:filter: docname in docnames\n```\n"
    _pages(place, records, lambda work: f"{{cite:p}}`work{work}`", "md", end)
    toc = "\n".join(record.id for record in records)
    (place / "index.md").write_text(f"# Start\n\n```{{toctree}}\n{toc}\n```\n", "utf-8")
    (place / "works.bib").write_text(bibliography(works_for(len(records))), "utf-8")


def _zensical(place: Path, records: tuple[Invented, ...]) -> None:
    (place / "mkdocs.yml").write_text("site_name: Bench\nuse_directory_urls: false\nnav: [Start: index.md]\n", "utf-8")
    titles = {record.number: record.title for record in records}
    (place / "docs").mkdir()
    (place / "docs" / "index.md").write_text("# Start\n", "utf-8")
    for record in records:
        (place / "docs" / f"{record.id}.md").write_text(as_markdown(record, titles), "utf-8")


def _pages(folder: Path, records: tuple[Invented, ...], cite: Callable[[int], str], ending: str, end: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"index.{ending}").write_text("# Start\n", "utf-8")
    titles = {record.number: record.title for record in records}
    for record in records:
        claims = "\n\n".join(
            f"{text} [{titles[link]}](record-{link}.{ending}) {cite(work)}."
            for text, link, work in zip(record.claims, record.links, record.works, strict=True)
        )
        (folder / f"{record.id}.{ending}").write_text(f"# {record.title}\n\n## What is said\n\n{claims}\n{end}", "utf-8")


def _has(*modules: str) -> Callable[[], bool]:
    return lambda: all(importlib.util.find_spec(module) for module in modules)


_PYTHON = (sys.executable, "-m")
_PEERS: tuple[tuple[str, Writer, tuple[str, ...], Callable[[], bool]], ...] = (
    ("Material + mkdocs-bibtex", _mkdocs_bibtex, (*_PYTHON, "mkdocs", "build", "--quiet"), _has("mkdocs_bibtex")),
    (
        "Sphinx + sphinxcontrib-bibtex",
        _sphinx,
        (*_PYTHON, "sphinx", "-q", "-b", "html", ".", "site"),
        _has("sphinx", "myst_parser", "sphinxcontrib"),
    ),
    ("Zensical", _zensical, ("zensical", "build"), lambda: shutil.which("zensical") is not None),
)
