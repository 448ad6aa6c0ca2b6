"""The files by which a page or a work is taken into a reference manager, each at an address that stays.

Every page and work that can be cited has its own under ``cite/``; all works together are beside the other data, where
``bibliography.bib`` itself is already.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model import KnowledgeBase, Record, Work
from .. import addresses
from ..apa import Apa
from ..exports.export import Export
from ..imprint import NO_IMPRINT, Imprint
from .citable import Citable, cited_record, cited_work, other_citable
from .formats import FORMATS, OF_ALL_WORKS


def addresses_of(base: KnowledgeBase) -> Iterator[str]:
    """The address of every file that ``citation_files`` makes of a knowledge base."""
    yield from (addresses.of_all_works(form.ending) for form in OF_ALL_WORKS)
    pages = (*map(addresses.of_record, base.records), *map(addresses.of_work, base.works))
    others = (citable.page for citable in other_citable(base, NO_IMPRINT))
    yield from (addresses.of_citation(page, form.ending) for page in (*pages, *others) for form in FORMATS)


def of_all_works(base: KnowledgeBase) -> Iterator[Export]:
    """All works in one file of each format."""
    return (Export(addresses.of_all_works(form.ending), form.write(base.works)) for form in OF_ALL_WORKS)


def of_record(record: Record, imprint: Imprint) -> Iterator[Export]:
    """The files of a record's page."""
    return _files_of(cited_record(record, imprint))


def of_work(work: Work, apa: Apa) -> Iterator[Export]:
    """The files of a work."""
    return _files_of(cited_work(work, apa))


def of_other_pages(base: KnowledgeBase, imprint: Imprint) -> Iterator[Export]:
    """The files of the hand-written pages and of the bibliography."""
    for citable in other_citable(base, imprint):
        yield from _files_of(citable)


def _files_of(citable: Citable) -> Iterator[Export]:
    return (Export(address, form.write([citable.work])) for form, address in citable.files)
