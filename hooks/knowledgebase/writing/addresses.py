"""Where everything lives on the site. An address is a path from the site's root; addresses are promises.

Pages are plain ``.html`` files and every link between them is relative, so the site works at any root and from a folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ..model import KINDS, Claim, Kind, KnowledgeBase, Record, Work
from ..model.facets import Facet, Level
from ..model.shelves import shelves

FRONT = "index.html"
NOT_FOUND = "404.html"  # shown by the server for an address that leads nowhere
SPEED = "speed.html"
BIBLIOGRAPHY = "bibliography.html"
SHELVES = "shelves"
WORKS = "works"
BROWSE = f"{SHELVES}/index.html"
MAP = "map.html"
A_TO_Z = "a-z.html"
SEARCH = "search.html"
IN_SEARCH = "search/"  # what the search loads
PRIVACY = "privacy.html"
ACCESSIBILITY = "accessibility.html"
FRAGILITY = "fragility.html"
CHANGES = "changes.html"
EDITIONS = "editions/index.html"
FEED_OF_ALL = "feeds/all.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
DOWNLOAD = "download/peer-support-site.zip"  # the whole site, to be carried about


def of_kind(kind: Kind) -> str:
    return f"{kind.folder}/index.html"


def of_feed(kind: Kind) -> str:
    """The feed of what changed in the records of a kind."""
    return f"feeds/{kind.folder}.xml"


def of_feeds() -> tuple[str, ...]:
    """Every feed that a site has if it knows its own address. Kinds without records have one, so that no feed ever goes."""
    return (FEED_OF_ALL, *map(of_feed, KINDS))


def of_edition(day: date, page: str) -> str:
    """A page as it was in the edition of a day."""
    return f"editions/{day}/{page}"


def of_edition_file(day: date) -> str:
    """The whole edition of a day as one file."""
    return f"editions/{day}.zip"


def of_record(record: Record) -> str:
    return f"{record.kind}/{record.id}.html"


def of_aliases(record: Record) -> tuple[str, ...]:
    """The addresses that a record had before."""
    return tuple(f"{record.kind}/{alias}.html" for alias in record.aliases)


def of_claim(record: Record, claim: Claim) -> str:
    return of_part(record, claim.id)


def of_part(record: Record, anchor: str) -> str:
    """A spot on the page of a record: a claim, a pair, a position, or ``top``."""
    return f"{of_record(record)}#{anchor}"


def of_work(work: Work) -> str:
    return f"{WORKS}/{work.key}.html"


def of_citation(page: str, ending: str) -> str:
    """The file by which a page, or the work that has a page, is taken into a reference manager."""
    return f"cite/{page.removesuffix('.html')}.{ending}"


def of_all_works(ending: str) -> str:
    """The file by which the whole bibliography is taken along."""
    return f"data/bibliography.{ending}"


@lru_cache(typed=True)  # a person and a level may have the same name
def of_shelf(*facets: Facet) -> str:
    """Where the records stand that concern somebody, that lie at a level, or both: ``of_shelf(Level.teams)``."""
    parts = (f"{'level' if isinstance(facet, Level) else 'concerns'}-{facet.slug}" for facet in facets)
    return f"{SHELVES}/{'-'.join(parts)}.html"


def of_all(base: KnowledgeBase) -> Iterator[str]:
    """The address of every page that is made from the data."""
    yield from of_single_pages(base)
    yield from of_records(base)
    yield from of_works(base)
    yield from of_shelves(base)


def of_shelves(base: KnowledgeBase) -> Iterator[str]:
    """The address of every shelf; to know them, all records must be sorted."""
    return (of_shelf(*shelf.facets) for shelf in shelves(base.records))


def of_records(base: KnowledgeBase) -> Iterator[str]:
    """The address of every record, and those that it had before."""
    yield from map(of_record, base.records)
    yield from (address for record in base.records for address in of_aliases(record))


def of_works(base: KnowledgeBase) -> Iterator[str]:
    return map(of_work, base.works)


def of_single_pages(base: KnowledgeBase) -> Iterator[str]:
    """The addresses of the pages that are no record's, no work's and no shelf's."""
    yield from (of_kind(kind) for kind in base.kinds)
    yield from (BROWSE, A_TO_Z, MAP, BIBLIOGRAPHY, SEARCH, NOT_FOUND, PRIVACY, ACCESSIBILITY, FRAGILITY, CHANGES, EDITIONS)
    yield SPEED


def in_references(key: str) -> str:
    """The anchor of a work in the list of references of a page."""
    return f"ref-{key}"


def relative(target: str, page: str) -> str:
    """An address as it is written in a link on a page."""
    path, mark, fragment = target.partition("#")
    if path == page and mark:
        return mark + fragment
    return _path_from(page.rpartition("/")[0], path) + mark + fragment


def _path_from(folder: str, path: str) -> str:
    """A path from a folder on: within it the rest of the path, else one step out, and from there on."""
    within = f"{folder}/" if folder else ""
    if path.startswith(within):
        return path[len(within) :]
    return "../" + _path_from(folder.rpartition("/")[0], path)
