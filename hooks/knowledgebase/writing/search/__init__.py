"""The index of the site's own search, as scripts: a page opened from a folder may load scripts, but nothing else.

    entries    what can be found, and by which texts
    words      a text into words, words into stems
    weights    how much each word tells of each entry
    shares     what one entry brings to the index
    postings   the places of a stem as a short text
    merging    the shares of all entries put together
    parts      the dictionary and the entries, cut small

Every script calls ``kbSearch(name, edition, content)``, which look/search.js defines. The edition is that of the content, and
the list of the parts says which editions belong together. So no script that a browser kept from an earlier build is read with
others, and from build to build only those parts change that hold something else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from ...links import Links
from ...model import Record, Work
from ..addresses import IN_SEARCH
from ..apa import Apa
from ..exports import Export
from .merging import Index
from .parts import WordsPart, entries_parts, words_parts
from .shares import Share, encoded, record_share_of, work_share_of
from .weights import LIGHTEST, STEPS_TO_DOUBLE
from .words import PLAIN_LETTERS, STOP_WORDS

FOLDER = IN_SEARCH
SCRIPT = f"{FOLDER}search.js"
PARTS = f"{FOLDER}parts.js"
_LOOK = Path(__file__).parent.parent / "look"
_SCRIPTS = ("search_words.js", "search_weights.js", "search.js")


def search_files(
    links: Links,
    apa: Apa,
    of_record: Callable[[Record], Share] | None = None,
    of_work: Callable[[Work], Share] | None = None,
) -> Iterator[Export]:
    """The script that searches, the list of the parts, and the parts.

    ``of_record`` and ``of_work`` may hand in shares that were kept; without them, ``record_share_of`` and ``work_share_of``
    make all.
    """
    index = Index()
    for record in links.base.records:
        index.add(of_record(record) if of_record else record_share_of(record, links))
    for work in links.base.works:
        index.add(of_work(work) if of_work else work_share_of(work, apa))
    dictionary, shown = words_parts(index.groups()), entries_parts(index.shown)
    contents = _contents(dictionary, shown)
    editions = {name: _edition(content) for name, content in contents.items()}
    parts = encoded(_parts(dictionary, shown) | {"editions": editions})
    yield Export(SCRIPT, _script())
    yield _call("parts", _edition(parts), parts)
    yield from (_call(name, editions[name], content) for name, content in contents.items())


def _contents(dictionary: Sequence[WordsPart], shown: Sequence[Sequence[str]]) -> dict[str, str]:
    """What each part holds, by its name."""
    contents = {f"words-{_in_addresses(part.beginning)}": _words(part) for part in dictionary}
    return contents | {f"entries-{n}": f"[{','.join(part)}]" for n, part in enumerate(shown)}


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
    firsts = [sum(map(len, shown[:n])) for n in range(len(shown))]
    return {
        "words": [part.beginning for part in dictionary],
        "entries": firsts,
        "stop": " ".join(sorted(STOP_WORDS)),
        "letters": PLAIN_LETTERS,
        "lightest": LIGHTEST,
        "steps": STEPS_TO_DOUBLE,
    }


def _in_addresses(beginning: str) -> str:
    """A beginning as a part of a file name: letters beyond a to z by the bytes of UTF-8, as in ``_CE_B1``."""
    return quote(beginning).replace("%", "_")
