"""What builds have worked out, kept in ``.cache/known.sqlite`` for the next one; it is opened only as far as it is needed.

It holds objects of this program, so only the same program, run by the same Python with the same packages, takes them up. SQLite
lets a kill, or a second build at the same time, do no harm; a damaged file counts as none.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path

from knowledgebase.known import Known

PLACE = ".cache/known.sqlite"
_PROGRAM = "program"  # the row that holds the digest of the program
_CHECKSUM = 16


class Kept(Mapping[str, object]):
    """The results of earlier builds, each made whole when it is asked for; a damaged one counts as none."""

    def __init__(self, rows: Mapping[str, bytes]) -> None:
        self._rows = rows

    def __getitem__(self, key: str) -> object:
        row = self._rows[key]
        if row[:_CHECKSUM] != _checksum(row[_CHECKSUM:]):
            raise KeyError(key)
        return pickle.loads(row[_CHECKSUM:])

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def recall_results(root: Path, program: str) -> Known:
    """What a program with this digest kept in a project; nothing if another one did, or if it cannot be read."""
    rows: dict[str, bytes] = {}
    with suppress(sqlite3.Error, OSError), closing(_opened(root)) as store:
        rows = dict(store.execute("SELECT key, result FROM results"))
    return Known(Kept(rows) if rows.pop(_PROGRAM, b"") == program.encode() else None)


def keep_results(root: Path, program: str, known: Known) -> None:
    """Keep what a build needed, and nothing else; where that cannot be written, the next build works it out again."""
    if not known.new:
        return
    with suppress(sqlite3.Error, OSError):
        try:
            _write(root, program, known)
        except sqlite3.DatabaseError:  # what is there is damaged, or no such file at all
            (root / PLACE).unlink(missing_ok=True)
            _write(root, program, known)


def _write(root: Path, program: str, known: Known) -> None:
    (root / PLACE).parent.mkdir(parents=True, exist_ok=True)
    with closing(_opened(root)) as store, store:
        store.execute("CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, result BLOB) WITHOUT ROWID")
        there = dict(store.execute("SELECT key, CASE key WHEN ? THEN result END FROM results", [_PROGRAM]))
        if there.get(_PROGRAM) != program.encode():
            store.execute("DELETE FROM results")
            there = {}
        gone = there.keys() - known.used.keys() - {_PROGRAM}
        store.executemany("DELETE FROM results WHERE key = ?", [(key,) for key in gone])
        added = [(key, _row(known.used[key])) for key in known.used.keys() - (there.keys() - known.new)]
        store.executemany("INSERT OR REPLACE INTO results VALUES (?, ?)", [(_PROGRAM, program.encode()), *added])


def _opened(root: Path) -> sqlite3.Connection:
    store = sqlite3.connect(root / PLACE, timeout=1)
    store.execute("PRAGMA synchronous = OFF")  # a kill does no harm; what a loss of power damages is found by its checksum
    return store


def _row(result: object) -> bytes:
    content = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
    return _checksum(content) + content


def _checksum(content: bytes) -> bytes:
    return blake2b(content, digest_size=_CHECKSUM).digest()
