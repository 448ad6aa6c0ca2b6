"""Where everything lives on the site. An address is a path from the site's root; addresses are promises.

Pages are plain ``.html`` files and every link between them is relative, so the site works at any root and from a folder.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ..model import Claim, Kind, KnowledgeBase, Record, Work

BIBLIOGRAPHY = "bibliography.html"
A_TO_Z = "a-z.html"


def of_kind(kind: Kind) -> str:
    return f"{kind.folder}/index.html"


def of_record(record: Record) -> str:
    return f"{record.kind}/{record.id}.html"


def of_aliases(record: Record) -> tuple[str, ...]:
    """The addresses that a record had before."""
    return tuple(f"{record.kind}/{alias}.html" for alias in record.aliases)


def of_claim(record: Record, claim: Claim) -> str:
    return f"{of_record(record)}#{claim.id}"


def of_work(work: Work) -> str:
    return f"works/{work.key}.html"


def of_all(base: KnowledgeBase) -> Iterator[str]:
    """The address of every page that is made from the data."""
    yield from (of_kind(kind) for kind in base.kinds)
    yield from (of_record(record) for record in base.records)
    yield from (address for record in base.records for address in of_aliases(record))
    yield from (of_work(work) for work in base.works)
    yield from (A_TO_Z, BIBLIOGRAPHY)


def in_references(key: str) -> str:
    """The anchor of a work in the list of references of a page."""
    return f"ref-{key}"


def relative(target: str, page: str) -> str:
    """An address as it is written in a link on a page."""
    path, mark, fragment = target.partition("#")
    if path == page and mark:
        return mark + fragment
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + mark + fragment
