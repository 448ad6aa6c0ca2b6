"""The costly texts: each a few megabytes that somebody could put into the files to keep the check busy.

A case is what it writes: files of the toy knowledge base with their new texts. Names say what is repeated.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

TOY = Path(__file__).resolve().parent.parent / "toy"
KEEPER, BIBLIOGRAPHY = "data/definitions/keeper.yml", "bibliography.bib"
SIZE, FILES = 480_000, 5  # characters of a record or page, just below what is refused, and how many of them
MEGABYTES = 3_000_000  # characters of a bibliography
Files = dict[str, str]


def filled(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def work(fields: str) -> Files:
    """A bibliography with one more entry."""
    return bibliography(f"@misc{{hostile, {fields}}}")


def value(unit: str, size: int = MEGABYTES) -> Files:
    """A title of a work, filled with one text."""
    return work(f"title = {{{filled(unit, size)}}}")


def author(unit: str) -> Files:
    return work(f"author = {{{filled(unit, MEGABYTES)}}}")


def each(pattern: str, times: int) -> Files:
    """A bibliography with one text repeated, its number and the next one put in."""
    return bibliography("".join(pattern.replace("#1", str(n)).replace("#2", str(n + 1)) for n in range(times)))


def bibliography(text: str) -> Files:
    return {BIBLIOGRAPHY: (TOY / BIBLIOGRAPHY).read_text("utf-8") + "\n" + text}


def records(text: str) -> Files:
    """Records in which one text stands for the last paragraph."""
    made = (TOY / KEEPER).read_text("utf-8").replace("How many", f"{text} How many", 1)
    return {f"data/definitions/k{n}.yml": made for n in range(FILES)}


def fields(text: str) -> Files:
    """Records that are nothing but this text."""
    return {f"data/definitions/k{n}.yml": text[:SIZE] for n in range(FILES)}


def pages(unit: str) -> Files:
    return {f"docs/p{n}.md": f"# A\n\n{filled(unit, SIZE)}" for n in range(FILES)}


LATEX = ("\\'e ", "$x^2$", "{a}", "\\textit{a}b", "\\url{a}", "\\input{x}", "\\frac", "\\emph", "\\", "word ", "a = {b}, ")
NAMES = (" and", "Ash, Ada and ", "Center ", ";", ",", " ", "family=a,")
IN_RECORDS = ("x", "word ", "A b. ", "e.g. ", ". ", "*a ", "*a* ", "“", "[", "]", "(", "א ", "אa ", "a-", "https://a.b ")
ON_PAGES = (
    "word ", "[", "](", "![", "*a ", "_a ", "`", "`a ", "~~~\n", "- a\n", "# a\n\n", "<", "<!-- ", "--> ", "<div>", "|a|\n", "[a]: b\n", "[a](b.md) ",
    "\n", "\t", "\\", "a\n=\n", "{: ", '"', "---\n", "> ", "<a ", "&", "[^a]",
)  # fmt: skip
CASES: dict[str, Callable[[], Files]] = {
    **{f"LaTeX: {unit!r}": lambda unit=unit: value(unit) for unit in LATEX},
    **{f"names: {unit!r}": lambda unit=unit: author(unit) for unit in NAMES},
    "a bibliography: accents on one letter": lambda: value("\\'", 1_000_000),
    "a bibliography: braces, 5,000 deep": lambda: value("{", 5_000),
    "a bibliography: braces, 1,000 deep, unclosed": lambda: bibliography("@misc{a, title = {" * 499),
    "a bibliography: values never closed": lambda: bibliography("@misc{a, " + "title = {" * 300_000),
    "a bibliography: quotes never closed": lambda: bibliography('@misc{a, title = ' + '"' * MEGABYTES),
    "a bibliography: one field again and again": lambda: work("x = {y}, " * 300_000),
    "a bibliography: very many fields": lambda: work("".join(f"x{n} = {{y}}, " for n in range(200_000))),
    "a bibliography: a chain of #": lambda: work("title = " + " # ".join(["{x}"] * 500_000)),
    "a bibliography: a chain of # of unknown names": lambda: work("title = " + " # ".join(["x"] * 700_000)),
    "a bibliography: very many @strings": lambda: each("@string{m#1 = {x}}\n", 19_000),
    "a bibliography: one @string again and again": lambda: each("@string{m = {x#1}}\n", 19_000),
    "a bibliography: @strings that double": lambda: bibliography("@string{m0 = {x}}" + "".join(f"@string{{m{n + 1} = m{n} # m{n}}}" for n in range(1000))),
    "a bibliography: crossrefs in a circle": lambda: bibliography("".join(f"@misc{{k{n}, crossref = {{k{(n + 1) % 15_000}}}}}\n" for n in range(15_000))),
    "a bibliography: crossrefs to nothing": lambda: each("@misc{k#1, crossref = {z#1}}\n", 15_000),
    "a bibliography: an @xdata of many fields for many": lambda: bibliography("@xdata{d, " + "".join(f"x{n} = {{y}}, " for n in range(90)) + "}" + "".join(f"@misc{{k{n}, xdata = {{d}}}}\n" for n in range(10_000))),
    "a bibliography: hundreds of thousands of broken entries": lambda: bibliography("@x{\n" * 300_000),
    "a bibliography: as many broken entries as are read": lambda: bibliography("@x{a b c\n" * 19_900),
    "a bibliography: keys that are none": lambda: each("@misc{k #1, title = {y}}\n", 10_000),
    "a bibliography: fields that are none": lambda: each("@misc{k#1, x#1 = {y}}\n", 10_000),
    "a bibliography: names that no @string defines": lambda: each("@misc{k#1, title = y#1}\n", 10_000),
    "a bibliography: lines of no entry": lambda: bibliography("x\n" * 1_500_000),
    "a bibliography: @": lambda: bibliography("@" * MEGABYTES),
    "a bibliography: commas": lambda: bibliography("@misc{a" + "," * MEGABYTES),
    "a bibliography: equals signs": lambda: bibliography("@misc{a, " + "=" * MEGABYTES),
    "records: an alias bomb": lambda: fields("a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(20_000))),
    "records: lists in lists": lambda: fields("title: " + "[" * SIZE),
    "records: fields in fields": lambda: fields("{a: " * SIZE),
    "records: very many fields": lambda: fields("".join(f"k{n}: x\n" for n in range(9_900))),
    "records: one field again and again": lambda: fields("k: x\n" * 9_900),
    "records: very many claims": lambda: fields((TOY / KEEPER).read_text("utf-8").replace("claims:", "claims:\n" + "  - {}\n" * 9_900, 1)),
    "records: a bracket of many works": lambda: records("[@" + "; @".join(["ash2001"] * 40_000) + "]"),
    "records: a bracket of many bars": lambda: records("[[" + filled("|", SIZE) + "]]"),
    "records: a link of many words": lambda: records("[[keeper|" + filled("a ", SIZE - 9_000) + "]]"),
    "records: as many links as are read": lambda: records("[[keeper]] " * 1_900),
    "records: as many citations as are read": lambda: records("[@ash2001] " * 1_900),
    "records: as many openings as are read": lambda: records("[@ " * 1_900),
    **{f"records: {unit!r}": lambda unit=unit: records(filled(unit, SIZE if unit.isascii() else SIZE // 3)) for unit in IN_RECORDS},
    **{f"pages: {unit!r}": lambda unit=unit: pages(unit) for unit in ON_PAGES},
}  # fmt: skip
