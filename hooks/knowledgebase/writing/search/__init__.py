"""The index of the site's own search, as scripts: a page opened from a folder may load scripts, but nothing else.

    entries    what can be found, and by which texts
    words      a text into words, words into stems
    weights    how much each word tells of its entry
    shares     what one entry brings to the index
    postings   the places of a stem as a short text
    merging    the shares of all entries put together, or an earlier index corrected
    parts      the dictionary and the entries, cut small

Every script calls ``kbSearch(name, edition, content)``, which look/search.js defines. The edition is that of the content, and
the list of the parts says which editions belong together. So no script that a browser kept from an earlier build is read with
others, and from build to build only those parts change that hold something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from urllib.parse import quote

from ..addresses import IN_SEARCH
from ..exports import Export
from .merging import Index
from .parts import WordsPart, entries_parts, words_parts
from .shares import encoded
from .weights import LIGHTEST, NAMED, STEPS_TO_DOUBLE
from .words import PLAIN_LETTERS, STOP_WORDS

FOLDER = IN_SEARCH
SCRIPT = f"{FOLDER}search.js"
PARTS = f"{FOLDER}parts.js"
_LOOK = Path(__file__).parent.parent / "look"
_SCRIPTS = ("search_words.js", "search_weights.js", "search.js")


def search_files(index: Index) -> Iterator[Export]:
    """The script that searches, the parts, and the list of the parts."""
    dictionary, shown = words_parts(index.groups()), entries_parts(index.shown)
    editions: dict[str, str] = {}
    yield Export(SCRIPT, _script())
    for name, content in _contents(dictionary, shown):
        editions[name] = _edition(content)
        yield _call(name, editions[name], content)
    parts = encoded(_parts(dictionary, shown) | {"editions": editions})
    yield _call("parts", _edition(parts), parts)


def _contents(dictionary: Sequence[WordsPart], shown: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """The name of each part, and what it holds."""
    for part in dictionary:
        yield f"words-{_in_addresses(part.beginning)}", _words(part)
    for number, entries in enumerate(shown):
        yield f"entries-{number}", f"[{','.join(entries)}]"


def _edition(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:8]


def _call(name: str, edition: str, content: str) -> Export:
    """A part as a script."""
    return Export(f"{FOLDER}{name}.js", f'kbSearch("{name}","{edition}",{content})\n')


def _script() -> str:
    """The script that searches, in one file and with names of its own; a page in a folder cannot load modules."""
    texts = [(_LOOK / name).read_text("utf-8") for name in _SCRIPTS]
    return "\n".join(["(function () {", '"use strict";', *texts, "})();", ""])


def _words(part: WordsPart) -> str:
    """A list in which the words of a group and their postings take turns."""
    return encoded([text for group in part.groups for text in (" ".join(group.words), group.postings)])


def _parts(dictionary: Sequence[WordsPart], shown: Sequence[Sequence[str]]) -> dict[str, object]:
    """What the browser must know before it can search. ``entries`` are the numbers of the first entry of each part."""
    *firsts, count = accumulate(map(len, shown), initial=0)
    return {
        "words": [part.beginning for part in dictionary],
        "entries": firsts,
        "count": count,
        "stop": " ".join(sorted(STOP_WORDS)),
        "letters": PLAIN_LETTERS,
        "lightest": LIGHTEST,
        "steps": STEPS_TO_DOUBLE,
        "named": NAMED,
    }


def _in_addresses(beginning: str) -> str:
    """A beginning as a part of a file name: letters beyond a to z by the bytes of UTF-8, as in ``_CE_B1``."""
    return quote(beginning).replace("%", "_")
