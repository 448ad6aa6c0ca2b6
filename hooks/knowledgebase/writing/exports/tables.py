"""The knowledge base as tables: one of the records of each kind, one of all claims, one each of pairs and positions.

Rows are made of the same shapes as ``knowledge.json``, so the two say the same. A table is a list of columns, and a column
is a name with the way from a row to its cell. Addresses are relative to the site's root.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from ...model import KINDS, Kind, KnowledgeBase, Record
from ...model.own_fields import Benefit, Continuum, Definition, Evidence, Guidance, Influence
from .cells import BETWEEN, written
from .export import Export
from .items import Item

CLAIMS, PAIRS, POSITIONS = "data/claims.csv", "data/pairs.csv", "data/positions.csv"

Row = TypeVar("Row")
Columns = dict[str, Callable[[Row], str | Sequence[str] | None]]

_SHARED: Columns[Item] = {
    "id": lambda record: record["id"],
    "title": lambda record: record["title"],
    "url": lambda record: record["url"],
    "in_short": lambda record: record["in_short"],
    "unknown": lambda record: record["unknown"],
    "concerns": lambda record: record["concerns"],
    "levels": lambda record: record.get("levels"),
    "everyday_words": lambda record: record.get("everyday_words"),
    "related": lambda record: [to for others in record.get("relations", {}).values() for to in others],
    "earlier_ids": lambda record: record.get("earlier_ids"),
    "reviewed": lambda record: record["reviewed"],
}
_OWN: dict[type[Record], Columns[Item]] = {
    Definition: {
        "other_names": lambda record: record.get("other_names"),
        "hard_words": lambda record: record.get("hard_words"),
    },
    Benefit: {"gains": lambda record: record.get("gains")},
    Influence: {"effects": lambda record: record.get("effects")},
    Evidence: {
        "work": lambda record: record["study"].get("work"),
        "design": lambda record: record["study"]["design"]["text"],
        "size": lambda record: record["study"]["size"]["text"],
        "setting": lambda record: record["study"]["setting"]["text"],
        "limits": lambda record: record["study"]["limits"]["text"],
        "leaning": lambda record: record["study"]["leaning"]["text"],
    },
}
_CLAIMS: Columns[tuple[Item, Item, str]] = {
    "record": lambda row: row[0]["id"],
    "kind": lambda row: row[0]["kind"],
    "id": lambda row: row[1]["id"],
    "url": lambda row: row[1]["url"],
    "text": lambda row: row[1]["text"],
    "basis": lambda row: row[1]["basis"],
    "citation": lambda row: row[2],
    "sources": lambda row: list(dict.fromkeys(cite["source"] for cite in row[1]["cites"])),
    "read_in": lambda row: list(dict.fromkeys(cite.get("via", cite["source"]) for cite in row[1]["cites"])),
    "check": lambda row: row[1]["check"]["text"] if "check" in row[1] else None,
    "reviewed": lambda row: row[0]["reviewed"],
}
_PAIRS: Columns[tuple[Item, Item]] = {
    "record": lambda row: row[0]["id"],
    "id": lambda row: row[1]["id"],
    "url": lambda row: row[1]["url"],
    "do": lambda row: row[1]["do"]["text"],
    "do_tier": lambda row: row[1]["do"]["tier"],
    "avoid": lambda row: row[1]["avoid"]["text"],
    "avoid_tier": lambda row: row[1]["avoid"]["tier"],
    "why": lambda row: row[1]["why"],
    "strength": lambda row: row[1]["strength"],
    "may_not_apply": lambda row: row[1]["may_not_apply"],
    "answers": lambda row: row[1]["answers"],
}
_POSITIONS: Columns[tuple[Item, Item]] = {
    "record": lambda row: row[0]["id"],
    "number": lambda row: str(row[0]["positions"].index(row[1]) + 1),
    "id": lambda row: row[1]["id"],
    "url": lambda row: row[1]["url"],
    "title": lambda row: row[1]["title"],
    "direction": lambda row: row[1]["direction"],
    "arranged": lambda row: row[1]["arranged"],
    "with_whom": lambda row: row[1]["with_whom"],
    "where": lambda row: row[1]["where"],
    "forms": lambda row: row[1].get("forms"),
}


def addresses_of(base: KnowledgeBase) -> Iterator[str]:
    """The address of every table of a knowledge base. That of a kind exists once it has a record."""
    yield from (_of_kind(kind.folder) for kind in base.kinds)
    kinds = {kind.record for kind in base.kinds}
    yield from (CLAIMS, *([PAIRS] if Guidance in kinds else []), *([POSITIONS] if Continuum in kinds else []))


class Rows(NamedTuple):
    """What one record adds to the tables, as it is written there."""

    kind: str  # the folder of its kind
    own: str  # its row among those of its kind
    claims: str
    pairs: str
    positions: str


def rows_of(record: Item, cited: Sequence[str]) -> Rows:
    """The rows of a record; ``cited`` are the citations of its claims, as they are printed."""
    claims = [(record, *claim) for claim in zip(record["claims"], cited, strict=True)]
    pairs = [(record, pair) for pair in record.get("pairs", ())]
    positions = [(record, position) for position in record.get("positions", ())]
    own = _written(_columns(record["kind"]), [record])
    return Rows(record["kind"], own, _written(_CLAIMS, claims), _written(_PAIRS, pairs), _written(_POSITIONS, positions))


def files(kinds: Iterable[Kind], rows: Sequence[Rows]) -> Iterator[Export]:
    """Every table, as a CSV file, of the rows of all records."""
    for kind in kinds:
        yield _table(_of_kind(kind.folder), _columns(kind.folder), (row.own for row in rows if row.kind == kind.folder))
    yield _table(CLAIMS, _CLAIMS, (row.claims for row in rows))
    if any(row.pairs for row in rows):
        yield _table(PAIRS, _PAIRS, (row.pairs for row in rows))
    if any(row.positions for row in rows):
        yield _table(POSITIONS, _POSITIONS, (row.positions for row in rows))


def _of_kind(folder: str) -> str:
    return f"data/{folder}.csv"


@cache
def _columns(folder: str) -> Columns[Item]:
    """The columns of the records of a kind."""
    kind = next(kind for kind in KINDS if kind.folder == folder)
    return _SHARED | _OWN.get(kind.record, {})


def _table(address: str, columns: Columns[Row], rows: Iterable[str]) -> Export:
    return Export(address, "".join([written([tuple(columns)]), *rows]))


def _written(columns: Columns[Row], rows: Sequence[Row]) -> str:
    return written([_text(cell(row)) for cell in columns.values()] for row in rows) if rows else ""


def _text(cell: str | Sequence[str] | None) -> str:
    return cell if isinstance(cell, str) else BETWEEN.join(cell or ())
