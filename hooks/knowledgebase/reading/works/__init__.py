"""A BibTeX entry read as a work of the model, with everything that an editor should mend in it.

The type of each field of ``Work`` says how its text is read. Fields of classic BibTeX are read as those of biblatex.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from urllib.parse import urlsplit

from ...model.works import Date, Names, Read, Work
from ...problems import Problem, at_most, hints, suggestion
from ..bibtex import Entry, Field
from ..latex import decode, decode_plain, undecodable
from . import known_fields
from .dates import IN_PRESS, NO_DATE, read_date, read_year
from .names import AND, annotated, badly_joined, group_without_braces, read_names, split, without_prefixes

MOST_PROBLEMS = 1000  # told in one run
_KINDS_OF_FIELD = {field.name: field.type for field in fields(Work)}
_AS_WRITTEN = frozenset({"url", "doi", "eprint"})
_TEXT_IN_ADDRESS = re.compile(r"\\([_%&#~$])|\{|\}|\\url\b")
_DOI = re.compile(r"(?i)\s*(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?(?P<doi>\S+)\s*")
_SAFE_ADDRESS = re.compile(r"(?i)(?:https?://[^\s/]|mailto:[^\s@]+@)\S*")
_WHOLE_DOI = re.compile(r"10\.\d{4,9}/\S+")
_SUFFIX = re.compile(r"[a-z]{1,2}")
_IN_PRESS = frozenset({"inpress", "forthcoming", "accepted"})


def read_works(entries: Iterable[Entry]) -> tuple[tuple[Work, ...], tuple[Problem, ...]]:
    """All works of a bibliography, and what is wrong in them."""
    read = [_described(entry) for entry in entries]
    hinted = hints()
    wrong = (problem for entry, given, work in read for problem in _problems(entry, given, work, hinted))
    return tuple(work for _, _, work in read), tuple(at_most(MOST_PROBLEMS, wrong))


def read_work(entry: Entry) -> tuple[Work, tuple[Problem, ...]]:
    """The work that an entry describes, and its problems; what is missing is left empty, so that the work can be shown."""
    works, problems = read_works([entry])
    return works[0], problems


def _described(entry: Entry) -> tuple[Entry, dict[str, Field], Work]:
    """An entry, its fields by name, and the work that it describes."""
    given = {field.name: field for field in entry.fields}
    values = {known_fields.ALIASES.get(name, name): field.value for name, field in reversed(given.items())}
    values |= {name: field.value for name, field in given.items() if name in _KINDS_OF_FIELD}
    return entry, given, Work(entry.key, known_fields.TYPE_ALIASES.get(entry.type, entry.type), entry.place, **_known(values))


def _known(values: dict[str, str]) -> dict[str, object]:
    """The fields of the work from the texts of the entry."""
    known = {name: _read(name, value) for name, value in values.items() if name in known_fields.READ and value.strip()}
    known["date"] = _date(values)[0]
    roles, handles = (decode_plain(values.get(f"author+an:{name}", "")) for name in ("role", "username"))
    known["author"] = annotated(known.get("author", Names()), roles, handles)
    known["read"] = Read(values["read"]) if values.get("read") in set(Read) else Read.not_read
    known["pubstate"] = _pubstate(values)
    if "useprefix=false" in values.get("options", "").replace(" ", ""):
        known["author"] = without_prefixes(known["author"])
    if "://" in values.get("howpublished", "") and not known.get("url"):
        known["url"] = _address(values["howpublished"])
    return {name: value for name, value in known.items() if name != "url" or not _unsafe_address(value)}


def _read(name: str, value: str) -> object:
    """A value as the type of its field asks."""
    match _KINDS_OF_FIELD[name]:
        case "Names":
            return read_names(value)
        case "RichText":
            return decode(value)
        case "Date":
            return read_date(_bare(value)) or Date()
    return _doi(value) if name == "doi" else _address(value) if name in _AS_WRITTEN else _plain(name, value)


def _plain(name: str, value: str) -> str:
    if name == "publisher":
        return "; ".join(decode_plain(house).strip() for house in split(value, AND))
    text = decode_plain(value).strip()
    if name == "pages":
        return re.sub(r"(?<=\w)\s*[-–—]+\s*(?=\w)", "–", text)
    return re.sub(r"(?<=\d)\s*[-–]+\s*(?=\d)", "–", text) if name == "volume" or _is_span(name, text) else text


def _is_span(name: str, text: str) -> bool:
    """Whether a number is two issues in one, 1-2, and not a number with a hyphen in it."""
    return name == "number" and bool(re.fullmatch(r"\d{1,2}\s*[-–]+\s*\d{1,2}", text))


def _address(value: str) -> str:
    """An address without the escapes that LaTeX asks for; "~" and "--" in it stay as they are."""
    return _TEXT_IN_ADDRESS.sub(lambda found: found[1] or "", value).strip()


def _bare(value: str) -> str:
    """A date without braces; its "~" is no space but says that the date is approximate."""
    return re.sub(r"[{}]", "", value).strip()


def _doi(value: str) -> str:
    """The bare DOI, from ``https://doi.org/…``, ``dx.doi.org/…`` or ``doi:…``."""
    found = _DOI.fullmatch(_address(value))
    return found["doi"] if found else _address(value)


def _pubstate(values: dict[str, str]) -> str:
    written = re.sub(r"[\s-]", "", values.get("pubstate", "")).lower()
    if written in _IN_PRESS or IN_PRESS.fullmatch(values.get("year", "").strip()):
        return "inpress"
    return {"advanceonlinepublication": "aheadofprint", "ahead-of-print": "aheadofprint"}.get(written, written)


def _date(values: dict[str, str]) -> tuple[Date, str]:
    """The date, and the text that could not be read as one."""
    year = decode_plain(values.get("year", "")).strip()
    text = _bare(values.get("date") or values.get("eventdate") or "")
    if not text and (not year or NO_DATE.fullmatch(year) or IN_PRESS.fullmatch(year)):
        return Date(), ""
    if NO_DATE.fullmatch(text) or IN_PRESS.fullmatch(text):
        return Date(), ""
    month = decode_plain(values.get("month", ""))
    date = read_date(text) if text else read_year(year, month, values.get("day", ""))
    if date:
        return date, ""
    return (read_date(year) if not text else None) or Date(words=text or year), text or f"{year} {month}".strip()


def _problems(entry: Entry, given: dict[str, Field], work: Work, hinted: Iterator[bool]) -> Iterator[Problem]:
    """Everything to mend in one entry; each of these leaves a work that can be shown."""
    yield from _unknown_words(entry, hinted)
    yield from _missing(entry, given, work)
    yield from _unreadable(entry, given)
    yield from _misread_names(given)
    yield from _unsafe(given)
    for field in filter(_is_decoded, entry.fields):
        if bad := undecodable(field.value):
            listed = ", ".join(f'"{command}"' for command in bad)
            yield Problem(field.place, f"LaTeX must be of a kind that can be shown as text: found {listed}", "unreadable-latex")


def _is_decoded(field: Field) -> bool:
    """Whether the text of a field is shown as something else than it was written."""
    name = known_fields.ALIASES.get(field.name, field.name)
    return name in known_fields.READ and name not in _AS_WRITTEN


def _unknown_words(entry: Entry, hinted: Iterator[bool]) -> Iterator[Problem]:
    if entry.type not in known_fields.TYPES:
        hint = suggestion(entry.type, known_fields.TYPES) if next(hinted) else ""
        message = f'the type of a work must be one of biblatex’s: found "{entry.type}"{hint}'
        yield Problem(entry.place, message, "unknown-type")
    for field in entry.fields:
        if field.name.split("+an")[0] not in known_fields.KNOWN:
            hint = suggestion(field.name, known_fields.KNOWN) if next(hinted) else ""
            yield Problem(field.place, f'no field "{field.name}" in a work{hint}', "unknown-field")


def _missing(entry: Entry, given: dict[str, Field], work: Work) -> Iterator[Problem]:
    """A field that is given but empty says that the work has none."""
    if not (work.author or work.editor) and not given.keys() & {"author", "editor"} and entry.type != "inreference":
        how = "write author = {{Name of the Group}} for a group, or author = {} if the work names nobody"
        yield Problem(entry.place, f'a work must have an author or editor: found none in "{entry.key}"; {how}', "no-author")
    if not (work.title or work.booktitle or work.titleaddon) and "title" not in given:
        how = "write title = {} if it has none"
        yield Problem(entry.place, f'a work must have a title: found none in "{entry.key}"; {how}', "no-title")
    if not (given.keys() & {"date", "year", "eventdate"} or work.pubstate):
        how = "write year = {n.d.} if it has none, or pubstate = {inpress} if it is still to appear"
        yield Problem(entry.place, f'a work must have a date or year: found none in "{entry.key}"; {how}', "no-date")


def _unreadable(entry: Entry, given: dict[str, Field]) -> Iterator[Problem]:
    values = {name: field.value for name, field in given.items()}
    if bad := _date(values)[1]:
        place = next(given[name] for name in ("date", "eventdate", "month", "year") if name in given).place
        yield Problem(place, f'a date must be like 2019, 2019-07 or 2019-07-14: found "{bad}"', "unreadable-date")
    for name in ("origdate", "urldate"):
        if name in given and not read_date(_bare(values[name])):
            message = f'"{name}" must be like 2019, 2019-07 or 2019-07-14: found "{values[name]}"'
            yield Problem(given[name].place, message, "unreadable-date")
    if "read" in given and values["read"] not in {Read.whole, Read.abstract}:
        message = f'"read" must be whole or abstract: found "{values["read"]}"'
        yield Problem(given["read"].place, message + suggestion(values["read"], ("whole", "abstract")), "unknown-read")
    if "yearsuffix" in given and not _SUFFIX.fullmatch(values["yearsuffix"]):
        message = f'"yearsuffix" must be a small letter, as in 2022a: found "{values["yearsuffix"]}"'
        yield Problem(given["yearsuffix"].place, message, "malformed-suffix")


def _misread_names(given: dict[str, Field]) -> Iterator[Problem]:
    """Names must be written so that each person and each group is one name."""
    for field in (given[name] for name in ("author", "editor") if name in given):
        if group := group_without_braces(field.value):
            message = f'a group must stand in braces of its own: found "{group}"; did you mean "{{{group}}}"?'
            yield Problem(field.place, message, "group-without-braces")
        if joined := badly_joined(field.value):
            message = f'names must be joined by "and", as in "Ball, Ann and Cole, Bo": found "{joined}"'
            yield Problem(field.place, message, "badly-joined-names")


def _unsafe(given: dict[str, Field]) -> Iterator[Problem]:
    """An address must be one that a reader can follow without harm, and a DOI a whole one."""
    url = _address(given["url"].value) if "url" in given else ""
    if url and (must := _unsafe_address(url)):
        yield Problem(given["url"].place, f'"url" must {must}: found "{url}"; it is not shown', "unsafe-address")
    doi = _doi(given["doi"].value) if "doi" in given else ""
    if doi and not _WHOLE_DOI.fullmatch(doi):
        yield Problem(given["doi"].place, f'"doi" must be like 10.1037/rev0000126: found "{doi}"', "malformed-doi")


def _unsafe_address(url: str) -> str:
    """What an address must be that is not safe to follow; nothing for one that is."""
    if not _SAFE_ADDRESS.fullmatch(url):
        return "begin with https://, http:// or mailto: and hold no space"
    try:
        urlsplit(url)
    except ValueError as error:
        return f"be an address that a browser can read ({error})"
    return ""
