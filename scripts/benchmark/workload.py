"""An invented knowledge base of any size, the same for the same seed.

N records of 200 words, each with four citations and four links, and a bibliography of N/4 works. The same text also as plain
Markdown pages, already written out: what a generator gets that has nothing to look up.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

WORDS, CLAIMS, VOCABULARY = 200, 4, 3000
DAY = "2026-11-20"


@dataclass(frozen=True)
class Invented:
    """One record before it is written: a text, a link and a work for each of its claims."""

    number: int
    title: str
    claims: tuple[str, ...]
    links: tuple[int, ...]  # numbers of other records
    works: tuple[int, ...]  # numbers of works

    @property
    def id(self) -> str:
        return f"record-{self.number}"


def works_for(records: int) -> int:
    """How many works a workload of so many records has."""
    return max(CLAIMS, records // 4)


def invent(records: int, seed: int) -> tuple[Invented, ...]:
    """The records of a workload."""
    chance = random.Random(seed)
    vocabulary = [_word(chance) for _ in range(VOCABULARY)]
    weights = [1 / (rank + 5) for rank in range(VOCABULARY)]  # few words are common and most are rare, as in any language
    return tuple(_record(number, records, chance, vocabulary, weights) for number in range(records))


def _record(number: int, records: int, chance: random.Random, vocabulary: list[str], weights: list[float]) -> Invented:
    words = chance.choices(vocabulary, weights, k=WORDS)
    size = WORDS // CLAIMS
    claims = tuple(" ".join(words[n : n + size]).capitalize() for n in range(0, WORDS, size))
    near = [other for other in range(max(0, number - 50), min(records, number + 50)) if other != number]
    links = _with((number + 1) % records, chance.sample(near, CLAIMS))
    works = _with(number % works_for(records), chance.sample(range(works_for(records)), CLAIMS))
    title = " ".join(chance.choices(vocabulary, k=3)).capitalize()
    return Invented(number, title, claims, links, works)


def _with(first: int, others: list[int]) -> tuple[int, ...]:
    """As many numbers as there are claims, each once: no record is without a link to it, and no work without a citation."""
    return (first, *(other for other in others if other != first))[:CLAIMS]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(chance.randint(1, 4)))


def write_records(folder: Path, records: tuple[Invented, ...], project: Path) -> None:
    """The workload as a knowledge base of this project."""
    _write_start(
        folder,
        f"hooks: [{project}/hooks/mkdocs_hooks.py]\n"
        f"theme: {{name: null, custom_dir: {project}/overrides}}\nplugins: []\n"
        "nav:\n  - Start: index.md\n  - About: [about.md]\nwatch: [data, bibliography.bib]\n",
    )
    (folder / "docs" / "about.md").write_text("# About\n\nInvented.\n", "utf-8")
    home = folder / "data" / "challenges"
    home.mkdir(parents=True)
    for record in records:
        (home / f"{record.id}.yml").write_text(as_yaml(record), "utf-8")
    (folder / "bibliography.bib").write_text(bibliography(works_for(len(records))), "utf-8")


def as_yaml(record: Invented) -> str:
    """A record as its file."""
    claims = "".join(
        f"  - id: claim-{n}\n    text: >-\n      {text} [[record-{link}]].\n    basis: stated\n"
        f"    cite:\n      - {{source: work{work}, at: p. {n + 1}}}\n"
        for n, (text, link, work) in enumerate(zip(record.claims, record.links, record.works, strict=True))
    )
    none_found = f">-\n  None found in the works (looked on {DAY}).\n"
    return (
        f"title: {record.title}\nin_short: >-\n  A short text.\nclaims:\n{claims}no_difference: {none_found}"
        f"unknown: {none_found}concerns: [peer workers]\nreviewed: {DAY}\n"
    )


def bibliography(works: int) -> str:
    """So many works in BibTeX."""
    return "".join(
        f"@article{{work{n},\n  author = {{Writer{n}, Ada and Second, Ben}},\n  title = {{Work number {n}}},\n"
        f"  journal = {{Journal of Works}},\n  year = {{{_year(n)}}},\n  volume = {{{n % 40 + 1}}},\n"
        f"  pages = {{{n}--{n + 9}}},\n  doi = {{10.1000/{n}}},\n  read = {{whole}},\n}}\n"
        for n in range(works)
    )


def write_floor(folder: Path, records: tuple[Invented, ...]) -> None:
    """The same pages as Markdown, for Material with no menu and no plugin but its search."""
    _write_start(folder, "theme: {name: material, font: false}\nplugins: [search]\nnav: [Start: index.md]\n")
    titles = {record.number: record.title for record in records}
    for record in records:
        (folder / "docs" / f"{record.id}.md").write_text(as_markdown(record, titles), "utf-8")


def as_markdown(record: Invented, titles: dict[int, str]) -> str:
    """A record as the Markdown page that a person would write by hand."""
    claims = "\n\n".join(
        f"{text} [{titles[link]}](record-{link}.md) ([{cited(work)[0]}](#ref-{work}), p. {n + 1})."
        for n, (text, link, work) in enumerate(zip(record.claims, record.links, record.works, strict=True))
    )
    references = "\n".join(f'- <span id="ref-{n}"></span>{cited(n)[1]}' for n in record.works)
    return f"# {record.title}\n\nA short text.\n\n## What is said\n\n{claims}\n\n## References\n\n{references}\n"


def cited(work: int) -> tuple[str, str]:
    """A work as it is printed, already written out: in the text, and in the list."""
    label = f"Writer{work} & Second, {_year(work)}"
    journal = f"*Journal of Works*, *{work % 40 + 1}*, {work}–{work + 9}"
    return label, f"Writer{work}, A., & Second, B. ({_year(work)}). Work number {work}. {journal}. <https://doi.org/10.1000/{work}>"


def _write_start(folder: Path, settings: str) -> None:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Start\n\nWelcome.\n", "utf-8")
    (folder / "mkdocs.yml").write_text(f"site_name: Bench\nuse_directory_urls: false\n{settings}", "utf-8")


def _year(work: int) -> int:
    return 1990 + work % 30
