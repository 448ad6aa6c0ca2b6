"""Other generators on the same workload, for those that are installed; none of them is needed here.

Each gets the records in its own dress: citations as its plugin writes them, the bibliography as it reads it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .timing import Cost, cost_of
from .workload import Invented, as_markdown, bibliography, cited, invent, works_for


@dataclass(frozen=True)
class Peer:
    """A generator's cold build of a workload; no cost if it is not installed, or takes too long for this size."""

    name: str
    records: int
    cost: Cost | None


Writer = Callable[[Path, tuple[Invented, ...]], None]
_LARGEST_OF_SPHINX = 100  # records; ten times as many take it many minutes


def measure(size: int, seed: int, folder: Path, python: str) -> Iterator[Peer]:
    """The cold build of each peer, once. ``python`` is the Python beside which those that are written in it are installed."""
    records = invent(size, seed)
    for name, write, command, installed in _peers(Path(python)):
        if not installed() or (name.startswith("Sphinx") and size > _LARGEST_OF_SPHINX):
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


def _hugo(place: Path, records: tuple[Invented, ...]) -> None:
    """Hugo has no citations of its own: a short code looks each work up in a file of data, and the page lists them."""
    (place / "hugo.toml").write_text("baseURL = '/'\ntitle = 'Bench'\ndisableKinds = ['taxonomy', 'term', 'RSS']\n", "utf-8")
    for path, text in _HUGO.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text, "utf-8")
    printed = enumerate(map(cited, range(works_for(len(records)))))
    works = {f"work{n}": {"label": label, "entry": entry} for n, (label, entry) in printed}
    (place / "data").mkdir()
    (place / "data" / "works.json").write_text(json.dumps(works), "utf-8")
    (place / "content").mkdir()
    titles = {record.number: record.title for record in records}
    for record in records:
        claims = "\n\n".join(
            f'{text} [{titles[link]}](../record-{link}/) {{{{< cite work{work} >}}}}.'
            for text, link, work in zip(record.claims, record.links, record.works, strict=True)
        )
        front = {"title": record.title, "works": [f"work{work}" for work in record.works]}
        (place / "content" / f"{record.id}.md").write_text(f"{json.dumps(front)}\n\n{claims}\n", "utf-8")


_PAGE = "<!doctype html><html lang=en><title>{{ .Title }}</title><h1>{{ .Title }}</h1>"
_HUGO = {
    "layouts/_default/single.html": _PAGE + "{{ .Content }}<h2>References</h2><ul>"
    "{{ range .Params.works }}<li id=ref-{{ . }}>{{ (index site.Data.works .).entry | safeHTML }}{{ end }}</ul>",
    "layouts/_default/list.html": _PAGE + "<ul>{{ range .Pages }}"
    "<li><a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}</ul>",
    "layouts/shortcodes/cite.html": '<a href="#ref-{{ .Get 0 }}">({{ (index site.Data.works (.Get 0)).label }})</a>',
}


def _peers(python: Path) -> Iterator[tuple[str, Writer, tuple[object, ...], Callable[[], bool]]]:
    """The name of each, what writes its workload, what builds it, and whether it is installed."""

    def has(modules: str) -> Callable[[], bool]:
        return lambda: subprocess.run([python, "-c", f"import {modules}"], capture_output=True, check=False).returncode == 0

    yield "Material + mkdocs-bibtex", _mkdocs_bibtex, (python, "-m", "mkdocs", "build", "--quiet"), has("mkdocs_bibtex")
    sphinx = (python, "-m", "sphinx", "-q", "-b", "html", ".", "site")
    yield "Sphinx + sphinxcontrib-bibtex", _sphinx, sphinx, has("sphinx, myst_parser, sphinxcontrib.bibtex")
    zensical = python.with_name("zensical")
    yield "Zensical", _zensical, (zensical, "build"), zensical.exists
    yield "Hugo (citations from JSON)", _hugo, ("hugo", "--quiet"), lambda: shutil.which("hugo") is not None
