"""A work as COinS: an empty span whose title is an OpenURL, by which Zotero offers the works of a list.

The keys are those of ANSI/NISO Z39.88-2004 as Zotero reads them (utilities, openurl.js, ``parseContextObject``):

- ``rft_val_fmt`` and ``rft.genre`` decide the type; in the Dublin Core format ``rft.type`` may name any type of Zotero's.
- A person is ``rft.aulast`` and ``rft.aufirst``. A group is ``rft.aucorp``, but Zotero moves that to the front of the
  authors; so only a first author is one. Any other group is an ``rft.au`` with a comma at its end, after which Zotero finds
  no given name.
- Editors have no key of their own; of a whole without authors they are ``rft.contributor``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote

from ...model.works import Date, Name, Work
from .facts import Facts, facts_of

Pairs = Iterator[tuple[str, str]]

_JOURNAL, _BOOK, _THESIS, _OTHER = "journal", "book", "dissertation", "dc"
_BOOKS = {"book": "book", "chapter": "bookitem", "paper-conference": "proceeding", "report": "report"}
_ZOTERO_TYPES = {
    "article-magazine": "magazineArticle", "article-newspaper": "newspaperArticle", "dataset": "dataset",
    "entry-encyclopedia": "encyclopediaArticle", "graphic": "artwork", "legal_case": "case", "legislation": "statute",
    "manuscript": "manuscript", "motion_picture": "film", "personal_communication": "letter", "post-weblog": "blogPost",
    "software": "computerProgram", "song": "audioRecording", "speech": "presentation", "standard": "standard",
    "webpage": "webpage",
}  # fmt: skip


def coins(work: Work) -> str:
    """The title of the span: keys and values, each value percent-encoded."""
    facts = facts_of(work)
    pairs = [("ctx_ver", "Z39.88-2004"), *_what(work, facts), *_who(work), *_where(work, facts)]
    return "&".join([f"{key}={_encoded(value)}" for key, value in pairs if value])


@lru_cache(maxsize=1_000)  # many works have the same names, years and journals
def _encoded(value: str) -> str:
    return quote(value, safe="")


def _what(work: Work, facts: Facts) -> Pairs:
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{_format(facts.type)}"
    match _format(facts.type):
        case "journal":
            yield from (("rft.genre", "article"), ("rft.atitle", facts.title), ("rft.jtitle", facts.container))
        case "book":
            part = facts.type in {"chapter", "paper-conference"}
            yield from (("rft.genre", _BOOKS[facts.type]), ("rft.atitle", facts.title if part else ""))
            yield "rft.btitle", facts.container if part else facts.title
        case "dissertation":
            yield from (("rft.title", facts.title), ("rft.inst", facts.publisher), ("rft.degree", work.kind))
        case "dc":
            yield "rft.type", _ZOTERO_TYPES.get(facts.type, "document")
            yield from (("rft.title", facts.title), ("rft.source", facts.container))


def _format(csl_type: str) -> str:
    if csl_type in {"article-journal", "review"}:
        return _JOURNAL
    return _BOOK if csl_type in _BOOKS else _THESIS if csl_type == "thesis" else _OTHER


def _who(work: Work) -> Pairs:
    for place, name in enumerate(work.author):
        yield from _author(name, first=place == 0)
    if not work.author:
        yield from (("rft.contributor", _in_one(name)) for name in work.editor)


def _author(name: Name, first: bool) -> Pairs:
    if name.group:
        yield ("rft.aucorp", name.family) if first else ("rft.au", _in_one(name))
    else:
        yield from (("rft.aulast", name.last), ("rft.aufirst", _given(name)))


def _in_one(name: Name) -> str:
    """A name in one key. A comma within a group would cut it, so it is left out."""
    return f"{name.family.replace(',', '')}," if name.group else f"{name.last}, {_given(name)}"


def _given(name: Name) -> str:
    return ", ".join(filter(None, [" ".join(filter(None, [name.given, name.particle])), name.suffix]))


def _where(work: Work, facts: Facts) -> Pairs:
    yield from (("rft.date", _date(work.date)), ("rft.volume", work.volume), ("rft.issue", facts.issue))
    yield from (("rft.pages", facts.pages or work.eid), ("rft.edition", work.edition), ("rft.series", work.series))
    yield from (("rft.pub", "" if facts.type == "thesis" else facts.publisher), ("rft.place", work.location))
    yield from (("rft.isbn", work.isbn), ("rft.language", work.language))
    yield from (("rft_id", f"info:doi/{work.doi}" if work.doi else ""), ("rft_id", work.url))


def _date(date: Date) -> str:
    """``2019-07-14``; of a span its first and last years."""
    if date.words or date.year is None or date.year < 1:
        return date.words
    if date.end:
        return f"{date.year:04d}/{date.end.year:04d}" if date.end.year != date.year else f"{date.year:04d}"
    numbers = [date.month, date.day] if (date.month or 0) <= 12 else []
    return "-".join([f"{date.year:04d}", *(f"{number:02d}" for number in numbers if number)])
