"""The knowledge base as tables: one of the records of each kind, one of all claims, one each of pairs and positions.

Rows are made of the same shapes as ``knowledge.json``, so the two say the same. A table is a list of columns, and a row has
a cell of each. Addresses are relative to the site's root.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter

from ...model import KINDS, Kind, KnowledgeBase, Record
from ...model.own_fields import Benefit, Continuum, Definition, Evidence, Guidance, Influence
from .cells import BETWEEN, written
from .export import Export
from .items import Item

CLAIMS, PAIRS, POSITIONS = "data/claims.csv", "data/pairs.csv", "data/positions.csv"

Columns = tuple[str, ...]
Cells = dict[str, str]  # a row: a cell of each column, and what is no column
Rows = Mapping[str, bytes]  # what one record adds to the tables, as it is written there, by the address of the table

_SHARED = (
    "id", "title", "url", "in_short", "unknown", "concerns", "levels", "everyday_words", "related", "earlier_ids", "reviewed",
)  # fmt: skip
_OWN: dict[type[Record], Columns] = {
    Definition: ("other_names", "hard_words"),
    Benefit: ("gains",),
    Influence: ("effects",),
    Evidence: ("work", "design", "size", "setting", "limits", "leaning"),
}
_CLAIMS = ("record", "kind", "id", "url", "text", "basis", "citation", "sources", "read_in", "check", "reviewed")
_PAIRS = ("record", "id", "url", "do", "do_tier", "avoid", "avoid_tier", "why", "strength", "may_not_apply", "answers")
_POSITIONS = ("record", "number", "id", "url", "title", "direction", "arranged", "with_whom", "where", "forms")


def addresses_of(base: KnowledgeBase) -> Iterator[str]:
    """The address of every table of a knowledge base. That of a kind exists once it has a record."""
    yield from (_of_kind(kind.folder) for kind in base.kinds)
    kinds = {kind.record for kind in base.kinds}
    yield from (CLAIMS, *([PAIRS] if Guidance in kinds else []), *([POSITIONS] if Continuum in kinds else []))


def rows_of(record: Item, cited: Sequence[str]) -> Rows:
    """The rows of a record; ``cited`` are the citations of its claims, as they are printed."""
    claims = [_claim(record, *claim) for claim in zip(record["claims"], cited, strict=True)]
    pairs = [_pair(record, pair) for pair in record.get("pairs", ())]
    positions = [_position(record, *position) for position in enumerate(record.get("positions", ()), 1)]
    kind = record["kind"]
    rows = {
        _of_kind(kind): _written(_columns(kind), [_record(record)]),
        CLAIMS: _written(_CLAIMS, claims),
        PAIRS: _written(_PAIRS, pairs),
        POSITIONS: _written(_POSITIONS, positions),
    }
    return {address: own for address, own in rows.items() if own}


def files(kinds: Iterable[Kind], rows: Sequence[Rows]) -> Iterator[Export]:
    """Every table, as a CSV file, of the rows of all records."""
    for kind in kinds:
        yield _table(_of_kind(kind.folder), _columns(kind.folder), rows)
    yield _table(CLAIMS, _CLAIMS, rows)
    if any(PAIRS in own for own in rows):
        yield _table(PAIRS, _PAIRS, rows)
    if any(POSITIONS in own for own in rows):
        yield _table(POSITIONS, _POSITIONS, rows)


def _record(record: Item) -> Cells:
    study = {name: fact["text"] if isinstance(fact, dict) else fact for name, fact in record.get("study", {}).items()}
    related = [to for others in record.get("relations", {}).values() for to in others]
    cells = {**record, **study, "related": related}
    return {column: _text(cells.get(column, "")) for column in _columns(record["kind"])}


def _claim(record: Item, claim: Item, citation: str) -> Cells:
    cites = claim["cites"]
    return {
        "record": record["id"],
        "kind": record["kind"],
        "id": claim["id"],
        "url": claim["url"],
        "text": claim["text"],
        "basis": claim["basis"],
        "citation": citation,
        "sources": BETWEEN.join(dict.fromkeys([cite["source"] for cite in cites])),
        "read_in": BETWEEN.join(dict.fromkeys([cite.get("via", cite["source"]) for cite in cites])),
        "check": claim["check"]["text"] if "check" in claim else "",
        "reviewed": record["reviewed"],
    }


def _pair(record: Item, pair: Item) -> Cells:
    do, avoid = pair["do"], pair["avoid"]
    halves = {"do": do["text"], "do_tier": do["tier"], "avoid": avoid["text"], "avoid_tier": avoid["tier"]}
    return {**pair, **halves, "record": record["id"], "answers": _text(pair["answers"])}


def _position(record: Item, number: int, position: Item) -> Cells:
    return {**position, "record": record["id"], "number": str(number), "forms": _text(position.get("forms", ()))}


def _of_kind(folder: str) -> str:
    return f"data/{folder}.csv"


@cache
def _columns(folder: str) -> Columns:
    """The columns of the records of a kind."""
    kind = next(kind for kind in KINDS if kind.folder == folder)
    return _SHARED + _OWN.get(kind.record, ())


def _table(address: str, columns: Columns, rows: Sequence[Rows]) -> Export:
    return Export(address, b"".join([written([columns]).encode(), *(own[address] for own in rows if address in own)]))


def _written(columns: Columns, rows: Sequence[Cells]) -> bytes:
    return written(map(itemgetter(*columns), rows)).encode() if rows else b""


def _text(cell: str | Iterable[str]) -> str:
    """A cell, or several values in one."""
    return cell if isinstance(cell, str) else BETWEEN.join(cell)
