"""The index of the site's own search, as scripts: a page opened from a folder may load scripts, but nothing else.

    entries    what can be found, and by which texts
    words      a text into words, words into stems
    weights    how much each word tells of each entry
    postings   the places of a stem as a short text
    parts      the dictionary and the entries, cut small

Every script calls ``kbSearch(name, edition, content)``, which look/search.js defines. The edition is the same in all the
scripts of one build, so that no script that a browser kept from an earlier one can be read with them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from ...links import Links
from ..addresses import IN_SEARCH
from ..apa import Apa
from ..exports import Export
from .entries import Entry, entries
from .parts import Group, WordsPart, entries_parts, words_parts
from .postings import written
from .weights import LIGHTEST, STEPS_TO_DOUBLE, Stands, stands, whole_names
from .words import PLAIN_LETTERS, STOP_WORDS, stem

FOLDER = IN_SEARCH
SCRIPT = f"{FOLDER}search.js"
PARTS = f"{FOLDER}parts.js"
_LOOK = Path(__file__).parent.parent / "look"
_SCRIPTS = ("search_words.js", "search_weights.js", "search.js")


def search_files(links: Links, apa: Apa) -> Iterator[Export]:
    """The script that searches, the list of the parts, and the parts."""
    found = tuple(entries(links, apa))
    dictionary = words_parts(groups(found))
    shown = entries_parts([_json(_shown(entry)) for entry in found])
    contents = {f"words-{_in_addresses(part.beginning)}": _words(part) for part in dictionary}
    contents |= {f"entries-{n}": f"[{','.join(part)}]" for n, part in enumerate(shown)}
    contents |= {"parts": _json(_parts(dictionary, shown))}
    edition = sha256("\n".join(contents.values()).encode()).hexdigest()[:8]
    yield Export(SCRIPT, _script())
    for name, content in contents.items():
        yield Export(f"{FOLDER}{name}.js", f'kbSearch("{name}","{edition}",{content})\n')


def _script() -> str:
    """The script that searches, in one file and with names of its own; a page in a folder cannot load modules."""
    texts = [(_LOOK / name).read_text("utf-8") for name in _SCRIPTS]
    return "\n".join(["(function () {", '"use strict";', *texts, "})();", ""])


def groups(found: Sequence[Entry]) -> tuple[Group, ...]:
    """The words of all entries by their stems, then the whole names, each with its postings."""
    forms = _forms(found)
    single = [Group(tuple(sorted(forms[one])), written(places)) for one, places in sorted(stands(found).items())]
    return (*single, *_names(found, forms))


def _forms(found: Sequence[Entry]) -> Mapping[str, set[str]]:
    """Every stem with the words that have it."""
    texts = (field for entry in found for field in (*entry.fields, *(passage.field for passage in entry.passages)))
    forms: dict[str, set[str]] = defaultdict(set)
    for word in {word for field in texts for word in field.words}:
        forms[stem(word)].add(word)
    return forms


def _names(found: Sequence[Entry], forms: Mapping[str, set[str]]) -> Iterator[Group]:
    """Whole names, written ``peer-worker=``, with every form of their last word."""
    bearing: dict[str, dict[int, float]] = defaultdict(dict)
    for named, heads in whole_names(found).items():
        for last in forms[stem(named[-1])]:
            bearing["-".join((*named[:-1], last)) + "="] |= heads.steps
    yield from (Group((one,), written(Stands(steps))) for one, steps in sorted(bearing.items()))


def _words(part: WordsPart) -> str:
    """A list in which the words of a group and their postings take turns."""
    return _json([text for group in part.groups for text in (" ".join(group.words), group.postings)])


def _shown(entry: Entry) -> list[object]:
    """What a result shows: title, kind, address, opening, then anchor and text of each passage in turn."""
    passages = [text for passage in entry.passages for text in (passage.anchor, passage.shown)]
    return [entry.title, entry.kind, entry.address, entry.opening, passages]


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


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
