"""Reads real bibliographies and looks for what is lost: python3 tests/proof/wild_bib.py FOLDER

Every .bib file under the folder is read by the project, by pybtex, and by one regular expression that finds heads of entries.
An entry that one of them sees must be there, or a fatal problem must be told in its first lines; where the project finds
nothing wrong, each value must be pybtex's. Prints how many files and entries there were, what was refused by which rule, and
every entry lost. Exit code 1 if any was.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "hooks")]

from pybtex.database.input.bibtex import LowLevelParser, month_names  # noqa: E402 (found on the path above)
from pybtex.exceptions import PybtexError  # noqa: E402
from pybtex.utils import CaseInsensitiveDict  # noqa: E402

from knowledgebase.reading.bibtex import read_bibtex  # noqa: E402
from knowledgebase.reading.text import read_text  # noqa: E402
from knowledgebase.reading.works import read_works  # noqa: E402

_HEAD = re.compile(r"""^[ \t]*@[ \t]*(\w[\w-]*)[ \t]*[{(]\s*([^\s,{}"=#%()@]+)\s*,""", re.MULTILINE)
_NO_WORKS = frozenset({"string", "preamble", "comment", "xdata"})
Fields = dict[str, str]


def files_in(folder: Path) -> Iterator[Path]:
    """Every .bib file, each content once."""
    seen: set[bytes] = set()
    for path in sorted(folder.rglob("*.bib")):
        digest = hashlib.sha256(path.read_bytes()).digest()
        if digest not in seen:
            seen.add(digest)
            yield path


def text_of(path: Path, seen: Counter[str]) -> str:
    """The text of a file, also of one that is refused as a whole because of how it was saved."""
    text, problems = read_text(path, path.name)
    if text is not None:
        return text
    seen[f"refused: {problems[0].message.split(':')[0]}"] += 1
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def pybtex_reads(text: str) -> dict[str, Fields]:
    """The entries that pybtex gives until it gives up; of two with one key, the first."""
    entries: dict[str, Fields] = {}
    try:
        for kind, content in LowLevelParser(text, macros=CaseInsensitiveDict(month_names), handle_error=lambda error: None):
            if kind.lower() not in _NO_WORKS and content[0]:
                entries.setdefault(content[0], {name.lower(): "".join(parts) for name, parts in reversed(list(content[1]))})
    except (PybtexError, ValueError, IndexError):
        pass  # what came before counts
    return entries


def heads_in(text: str) -> list[str]:
    return [key for kind, key in _HEAD.findall(text) if kind.lower() not in _NO_WORKS]


def compare(path: Path, seen: Counter[str]) -> Iterator[str]:
    """What of a file is lost or read otherwise, a line for each."""
    text = text_of(path, seen)
    entries, problems = read_bibtex(text, path.name)
    read_works(entries)
    ours = {entry.key: {field.name: field.value for field in entry.fields} for entry in entries}
    theirs = pybtex_reads(text)
    fatal = [problem for problem in problems if problem.fatal]
    wrong = {problem.rule for problem in fatal}
    seen.update({"files": 1, "entries read": len(ours), "entries that pybtex reads": len(theirs), "heads": len(heads_in(text))})
    seen.update({f"files refused by the rule {rule}": 1 for rule in wrong})
    missing = sorted({*theirs, *heads_in(text)} - ours.keys() - set(_commented(text)))
    lost = [key for key in missing if not _is_told(key, text, {problem.place.line for problem in fatal})]
    seen["entries refused in their first lines"] += len(missing) - len(lost)
    yield from (f"{path}: the entry {key!r} is lost" for key in lost)
    if not wrong:
        yield from (f"{path}: {line}" for line in _other_values(ours, theirs, seen))


def _commented(text: str) -> Iterator[str]:
    """Keys that stand in a @comment or behind a %: pybtex reads on there, as BibTeX does."""
    for found in re.finditer(r"@comment\s*\{|%[^\n]*@", text, re.IGNORECASE):
        yield from re.findall(r"@\w+\s*[{(]\s*([^\s,{}]+)", text[found.start() : found.start() + 20_000])


def _is_told(key: str, text: str, lines: set[int]) -> bool:
    """Whether one of these lines is where the key stands, or next to it."""
    found = re.search(rf"[{{(]\s*{re.escape(key)}", text)
    line = text.count("\n", 0, found.end()) + 1 if found else 0
    return bool(lines & {line - 1, line, line + 1})


def _other_values(ours: dict[str, Fields], theirs: dict[str, Fields], seen: Counter[str]) -> Iterator[str]:
    for key in ours.keys() & theirs.keys():
        for name, value in theirs[key].items():
            seen["values compared"] += 1
            if " ".join(ours[key].get(name, "").split()) != " ".join(value.split()):
                yield f"{key!r}: {name!r} is {ours[key].get(name)!r}, and {value!r} for pybtex"


def main(folder: Path) -> int:
    seen: Counter[str] = Counter()
    lost = [line for path in files_in(folder) for line in compare(path, seen)]
    print(*lost, sep="\n")
    for what, times in sorted(seen.items()):
        print(f"{times:9,}  {what}")
    print(f"{len(lost):9,}  lost or read otherwise")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
