"""The cases of the fuzzing: texts with notations, records bent out of shape, bibliographies, whole small sites.

Records are bent by their structure: a field is given another text, left out, doubled, put elsewhere or made into another
kind of thing. Files are damaged by their signs: something is put in, or cut out.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from awkward import texts
from hypothesis import strategies as st

TOY = Path(__file__).resolve().parent.parent / "toy"
RECORDS = tuple(sorted(path.relative_to(TOY).as_posix() for path in (TOY / "data").rglob("*.yml")))
BIBLIOGRAPHY, PAGE = "bibliography.bib", "docs/index.md"
HELP = """\
services:
  - country: Norway
    service: Coast line
    number: 123 45 67
    hours: day and night
    link: https://example.org/help
    checked: 2026-11-20
leave: {link: "https://example.org/weather", words: Leave}
"""
LEDGER = "definitions/keeper.html\ndefinitions/keeper.html#who-keeps\ndefinitions/keeper.html#gone\ndefinitions/old.html\n"
REMOVED = "- address: definitions/old.html\n  when: 2026-11-20\n  why: It was wrong.\n  instead: definitions/keeper.html\n"
CHANGES = "- {day: 2026-11-20, address: definitions/keeper.html#who-keeps, kind: wording, note: Said better.}\n"
CODES = "k3fd\tdefinitions/keeper.html\nk3fd-1\tdefinitions/keeper.html#who-keeps\n"
CLAIMS = "definitions/keeper.html#who-keeps\tk3fd-v1\t2026-11-01\t0123456789abcdef\n"
MORE = {
    "help.yml": HELP,
    "published/addresses.txt": LEDGER,
    "published/codes.txt": CODES,
    "published/claims.txt": CLAIMS,
    "published/removed.yml": REMOVED,
    "published/changes.yml": CHANGES,
}  # what can stand beside the toy's own files
Tree = str | list | dict


@dataclass(frozen=True)
class File:
    """A file of the toy with its new text."""

    path: str
    text: str


def original(path: str) -> str:
    return MORE.get(path) or (TOY / path).read_text("utf-8")


@st.composite
def bent_records(draw: st.DrawFn) -> File:
    """A record of the toy that is YAML still, and mostly a record."""
    path = draw(st.sampled_from(RECORDS))
    tree = yaml.load(original(path), Loader=yaml.BaseLoader)
    for _ in range(draw(st.integers(1, 3))):
        tree = bent(tree, draw)
    wide = draw(st.sampled_from((40, 10_000)))
    return File(path, yaml.safe_dump(tree, allow_unicode=True, sort_keys=draw(st.booleans()), width=wide))


@st.composite
def worded_records(draw: st.DrawFn) -> File:
    """A record of the toy with its structure untouched, and awkward texts wherever a text can stand."""
    path = draw(st.sampled_from(RECORDS))
    tree = yaml.load(original(path), Loader=yaml.BaseLoader)
    for _ in range(draw(st.integers(1, 4))):
        at, name = draw(st.sampled_from([spot for spot in spots(tree) if spot[1] in TEXTS]))
        at[name] = draw(st.sampled_from(("", "Keeper "))) + draw(texts())
    return File(path, yaml.safe_dump(tree, allow_unicode=True))


TEXTS = ("title", "in_short", "text", "unknown", "no_difference", "why", "may_not_apply", "words", "direction", "where", "arranged", "with_whom", "at")  # fmt: skip


def spots(tree: Tree) -> list[tuple[list | dict, int | str]]:
    """Every place of a tree, as what holds it and its name there."""
    if isinstance(tree, str):
        return []
    steps = list(tree) if isinstance(tree, dict) else range(len(tree))
    return [spot for step in steps for spot in ((tree, step), *spots(tree[step]))]


def bent(tree: Tree, draw: st.DrawFn) -> Tree:
    """A tree with one change."""
    found = spots(tree)
    if not found:
        return draw(texts())
    at, name = draw(st.sampled_from(found))
    match draw(st.sampled_from(("text", "text", "text", "leave out", "double", "put elsewhere", "another kind", "rename"))):
        case "text":
            at[name] = draw(texts())
        case "leave out":
            del at[name]
        case "double":
            at[name] = [at[name], at[name]]
        case "put elsewhere":
            other, step = draw(st.sampled_from(found))
            at[name] = copied(other[step]) if step in (other if isinstance(other, dict) else range(len(other))) else "x"
        case "another kind":
            at[name] = draw(st.sampled_from(({}, [], [{}], "", "no", "0123", "12:30", "2026-11-20", {"a": "b"}, [["x"]])))
        case "rename" if isinstance(at, dict):
            at[draw(texts(2))] = at.pop(name)
    return tree


def copied(tree: Tree) -> Tree:
    return yaml.load(yaml.safe_dump(tree), Loader=yaml.BaseLoader)


@st.composite
def damaged(draw: st.DrawFn, paths: tuple[str, ...]) -> File:
    """A file with something put in or cut out, once to three times."""
    path = draw(st.sampled_from(paths))
    text = original(path)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(texts(3)) + text[at + draw(st.sampled_from((0, 0, 1, 5, 40))) :]
    return File(path, text)


_FIELDS = ("title", "author", "editor", "date", "year", "journaltitle", "volume", "pages", "publisher", "doi", "url", "note", "shorttitle", "subtitle", "yearsuffix", "crossref", "unchecked")  # fmt: skip
_TYPES = ("book", "article", "report", "online", "incollection", "thesis", "misc", "inproceedings", "dataset", "string", "comment", "nonsense")  # fmt: skip
_LATEX = ("{", "}", "\\&", "\\\"{o}", "\\emph{x}", "{\\'e}", "--", "~", "\\textbf", "$x^2$", " and ", ", ", "{{X and Y}}", "\"", " # ", "@", "\\char", "\\input{x}", "others")  # fmt: skip


@st.composite
def entries(draw: st.DrawFn) -> str:
    """An entry with any fields, most of them readable."""
    pieces = st.sampled_from(_LATEX) | texts(1)
    values = st.lists(pieces, max_size=5).map("".join) | st.sampled_from(("2001", "Ash, Ada and Birch, Bo", "10.1234/x", "https://example.org/a?b=c&d"))
    fields = draw(st.lists(st.tuples(st.sampled_from(_FIELDS), values, st.booleans()), max_size=6))
    lines = "".join(f"  {name} = {{{value}}},\n" if braces else f'  {name} = "{value}",\n' for name, value, braces in fields)
    return f"@{draw(st.sampled_from(_TYPES))}{{{draw(st.sampled_from(('a1', 'b-2', 'ash2001', 'x y', '')))},\n{lines}}}\n"


@st.composite
def bibliographies(draw: st.DrawFn) -> File:
    """The toy's bibliography with more entries, or damaged."""
    if draw(st.booleans()):
        return draw(damaged((BIBLIOGRAPHY,)))
    more = "\n".join(draw(st.lists(entries(), min_size=1, max_size=4)))
    return File(BIBLIOGRAPHY, f"{original(BIBLIOGRAPHY)}\n{more}")


def sites() -> st.SearchStrategy[list[File]]:
    """Changes to several files of the toy at once: records, bibliography, page, settings, promises."""
    others = damaged((PAGE, *MORE, *RECORDS))
    return st.lists(worded_records() | bent_records() | bibliographies() | others, min_size=1, max_size=3)


CASES: dict[str, st.SearchStrategy] = {
    "notations": texts(12),
    "records bent": bent_records(),
    "records worded": worded_records(),
    "records damaged": damaged(RECORDS),
    "bibliographies": bibliographies(),
    "sites": sites(),
}
