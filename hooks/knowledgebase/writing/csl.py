"""A work as CSL-JSON, which reference managers read (schema: citation-style-language/schema, csl-data.json, 1.0.2)."""

from __future__ import annotations

from ..model.works import Date, Name, Names, Work, plain
from .apa.shapes import Shape, is_in_periodical, is_scholarly, periodical, shape_of, subtype
from .apa.titles import whole_title, with_subtitle

CslValue = str | dict[str, object] | list[dict[str, str]]

_TYPES = {
    "article": "article-journal", "audio": "song", "artwork": "graphic", "book": "book", "bookinbook": "chapter",
    "booklet": "pamphlet", "collection": "book", "dataset": "dataset", "image": "graphic", "inbook": "chapter",
    "incollection": "chapter", "inproceedings": "paper-conference", "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case", "legislation": "legislation", "letter": "personal_communication", "manual": "book",
    "mastersthesis": "thesis", "misc": "document", "movie": "motion_picture", "music": "song", "online": "webpage",
    "patent": "patent", "performance": "performance", "periodical": "periodical", "phdthesis": "thesis",
    "presentation": "speech", "proceedings": "book", "reference": "book", "report": "report", "review": "review",
    "software": "software", "standard": "standard", "suppbook": "chapter", "suppcollection": "chapter",
    "suppperiodical": "article-journal", "techreport": "report", "thesis": "thesis", "unpublished": "manuscript",
    "video": "motion_picture",
}  # fmt: skip
_PERIODICALS = {"blog": "post-weblog", "blogpost": "post-weblog", "blog-post": "post-weblog"} | dict.fromkeys(
    ("news", "newspaper"), "article-newspaper"
)
_NAMES = {
    "author": "author", "container-author": "bookauthor", "editor": "editor", "translator": "translator",
    "narrator": "narrator", "executive-producer": "execproducer",
}  # fmt: skip
_TEXTS = {
    "volume": "volume", "page": "pages", "edition": "edition", "version": "version", "collection-title": "series",
    "chapter-number": "chapter", "publisher-place": "location", "event-place": "venue", "DOI": "doi", "URL": "url",
    "ISBN": "isbn", "language": "language",
}  # fmt: skip


def csl_item(work: Work) -> dict[str, CslValue]:
    """The CSL item of a work. Its ``id`` is the key; variables that the work does not have are left out."""
    item: dict[str, CslValue] = {"id": work.key, "type": _type(work)}
    item |= {variable: getattr(work, field) for variable, field in _TEXTS.items()}
    item |= {variable: _names(getattr(work, field)) for variable, field in _NAMES.items()}
    item |= {"issued": _date(work.date), "original-date": _date(work.origdate), "accessed": _date(work.urldate)}
    item |= _titles(work) | _numbers(work)
    item |= {"genre": work.kind or work.entrysubtype, "publisher": _publisher(work), "page": work.pages.replace("–", "-")}
    item |= {"status": "in press" if work.pubstate == "inpress" else work.pubstate}
    return {variable: value for variable, value in item.items() if value}


def _type(work: Work) -> str:
    if shape_of(work) is Shape.article and work.type not in {"review", "periodical"}:
        magazine = _PERIODICALS.get(subtype(work), "article-magazine")
        return magazine if is_in_periodical(work) or not is_scholarly(work) else "article-journal"
    if work.type == "misc" and work.url:
        return "webpage"
    return _TYPES.get(work.type, "document")


def _titles(work: Work) -> dict[str, CslValue]:
    """The title and the greater whole: journal, book, series or site."""
    book = with_subtitle(work.booktitle, work.booksubtitle) or with_subtitle(work.maintitle, work.mainsubtitle)
    journal = plain(with_subtitle(work.journaltitle, work.journalsubtitle))
    site = periodical(work) if _type(work) == "webpage" or is_in_periodical(work) else ""
    return {
        "title": plain(whole_title(work)) or plain(work.titleaddon),
        "title-short": plain(work.shorttitle),
        "original-title": plain(work.origtitle),
        "container-title": journal or (plain(book) if work.title else "") or site,
        "event-title": plain(work.eventtitle),
    }


def _numbers(work: Work) -> dict[str, CslValue]:
    """The issue of a periodical; of anything else, and of an article without pages, a number of its own."""
    if shape_of(work) is Shape.article:
        return {"issue": work.number or work.issue, "number": work.eid}
    return {"issue": work.issue, "number": work.number or work.eid}


def _publisher(work: Work) -> str:
    if is_in_periodical(work) or _type(work) == "webpage":
        return ""
    return next(filter(None, [work.publisher, work.institution, work.organization, work.howpublished]), "")


def _names(names: Names) -> list[dict[str, str]]:
    return [_name(name) for name in names]


def _name(name: Name) -> dict[str, str]:
    if name.group:
        return {"literal": name.family}
    parts = {
        "family": name.family, "given": name.given, "non-dropping-particle": name.prefix,
        "dropping-particle": name.particle, "suffix": name.suffix,
    }  # fmt: skip
    return {part: text for part, text in parts.items() if text}


def _date(date: Date) -> dict[str, object]:
    """Years before the common era are negative and have no year 0; seasons are 1 to 4."""
    if date.words:
        return {"literal": date.words}
    if date.year is None:
        return {}
    parts = [_parts(date), *([_parts(date.end)] if date.end else [])]
    season = {"season": date.month - 20} if (date.month or 0) > 20 else {}
    return {"date-parts": parts} | season | ({"circa": True} if date.circa else {})


def _parts(date: Date) -> list[int]:
    year = date.year if date.year is None or date.year > 0 else date.year - 1
    month = date.month if (date.month or 0) <= 12 else None
    return [part for part in (year, month, date.day if month else None) if part is not None]
