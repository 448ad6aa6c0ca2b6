"""The words of bibliographies: types of entry and names of fields that BibTeX, biblatex and we ourselves know."""

from __future__ import annotations

from dataclasses import fields

from ...model.works import Work

ALIASES = {
    "address": "location", "appentry": "entry", "archiveprefix": "eprinttype", "hyphenation": "language",
    "journal": "journaltitle", "langid": "language", "origyear": "origdate", "school": "institution", "subtype": "entrysubtype",
    "type": "kind", "urldescription": "organization", "website": "organization", "with": "authorwith",
}  # fmt: skip
TYPE_ALIASES = {
    "conference": "inproceedings", "data": "dataset", "electronic": "online", "film": "movie", "mvbook": "book",
    "mvcollection": "collection", "mvproceedings": "proceedings", "mvreference": "reference", "webpage": "online",
    "www": "online",
}  # fmt: skip
TYPES = frozenset(
    "article artwork audio bibnote book bookinbook booklet collection commentary dataset hardware image inbook"
    " incollection inproceedings inreference jurisdiction legal legislation letter manual mastersthesis misc movie"
    " music online patent performance periodical phdthesis presentation proceedings reference report review set software"
    " standard suppbook suppcollection suppperiodical techreport thesis unpublished video".split()
) | frozenset(TYPE_ALIASES)

_OWN = frozenset({"key", "type", "place", "kind", "entry"})
_BIBLATEX = frozenset(
    "abstract addendum afterword annotation annotator annote authortype bdsk-file-1 bdsk-url-1 bdsk-url-2"
    " bookpagination commentator copyright crossref date-added date-modified day editorb editorbtype editorc"
    " editorctype eissn entryset eprintclass eventdate execute file foreword gender groups ids indexsorttitle"
    " indextitle introduction isan ismn isrn issn issuesubtitle issuetitleaddon iswc journaltitleaddon keyword"
    " keywords label langidopts library mendeley-groups month nameaddon numpages options origlanguage origlocation"
    " origpublisher owner pagetotal pagination part pdf presort primaryclass relatedoptions reprinttitle shorteditor"
    " shorthand shorthandintro shortjournal shortseries sortkey sortshorthand sortyear subject timestamp urlyear usera"
    " userb userc userd usere userf verba verbb verbc volumes xdata xref year".split()
)

READ = frozenset(field.name for field in fields(Work)) - {"key", "type", "place", "date", "read", "pubstate"}
KNOWN = (READ - _OWN) | {"date", "read", "pubstate", *ALIASES} | _BIBLATEX
