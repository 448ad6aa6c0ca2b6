"""The files by which a page or a work is taken into a reference manager, each at an address that stays.

Every page and work that can be cited has its own under ``cite/``; all works together are beside the other data, where
``bibliography.bib`` itself is already.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model import KnowledgeBase
from .. import addresses
from ..apa import Apa
from ..exports.export import Export
from ..imprint import NO_IMPRINT, Imprint
from .citable import all_citable
from .formats import OF_ALL_WORKS


def addresses_of(base: KnowledgeBase) -> Iterator[str]:
    """The address of every file that ``citation_files`` makes of a knowledge base."""
    yield from (addresses.of_all_works(form.ending) for form in OF_ALL_WORKS)
    for citable in all_citable(base, Apa(()), NO_IMPRINT):
        yield from (address for _, address in citable.files)


def citation_files(base: KnowledgeBase, apa: Apa, imprint: Imprint) -> Iterator[Export]:
    """Every file: those of all works first, then one in each format for each page and work."""
    yield from (Export(addresses.of_all_works(form.ending), form.write(base.works)) for form in OF_ALL_WORKS)
    for citable in all_citable(base, apa, imprint):
        yield from (Export(address, form.write([citable.work])) for form, address in citable.files)
