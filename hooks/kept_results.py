"""What builds have worked out, kept in ``.cache/known.sqlite`` for the next one, row by row, so that it takes no memory.

It holds objects of this program, so only the same program, run by the same Python with the same packages, takes them up. SQLite
lets a kill, or a second build at the same time, do no harm. Where the file cannot be read or written, a build does without.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from knowledgebase.known import Known, Result

PLACE = ".cache/known.sqlite"
_PROGRAM = "program"  # the row that holds the digest of the program
_CHECKSUM = 16
_PATIENCE = 0.2  # seconds to wait for another build that is writing


class KeptResults(Known):
    """Results by their keys, from earlier builds by a program with this digest; new ones are kept when all went well."""

    def __init__(self, root: Path, program: str) -> None:
        super().__init__()
        self._store = _opened(root / PLACE, program.encode())
        self._used: set[str] = {_PROGRAM}

    def of(self, key: str, work: Callable[[], Result]) -> Result:
        """The result with a key; ``work`` is asked for it only if it is not known, or damaged."""
        self._used.add(key)
        known = self._find(key)
        if known is None:
            known = work()
            self.leave(key, known)
        return known

    def _find(self, key: str) -> object | None:
        """The result with a key, if it is known and undamaged."""
        row = self._asked("SELECT result FROM results WHERE key = ?", key)
        if row is not None and row[:_CHECKSUM] == _checksum(row[_CHECKSUM:]):
            return pickle.loads(row[_CHECKSUM:])
        return None

    def take(self, name: str) -> object | None:
        """What the last build left under a name, for this one to correct."""
        return self._find(name)

    def leave(self, name: str, result: object) -> None:
        """Leave a result for the next build to start from."""
        self._used.add(name)
        content = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
        self._asked("INSERT OR REPLACE INTO results VALUES (?, ?)", name, _checksum(content) + content)

    def keep(self) -> None:
        """Keep what was needed since this was opened, and nothing else."""
        if self._store is None:
            return
        with suppress(sqlite3.Error):
            there = {key for (key,) in self._store.execute("SELECT key FROM results")}
            self._store.executemany("DELETE FROM results WHERE key = ?", [(key,) for key in there - self._used])
            self._store.commit()
        self._store.close()

    def _asked(self, order: str, *values: str | bytes) -> bytes | None:
        """The one value that the store gives; nothing where it gives none, or fails: then it is not asked again."""
        if self._store is None:
            return None
        try:
            row = self._store.execute(order, values).fetchone()
        except sqlite3.Error:
            self._store.close()
            self._store = None
            return None
        return row[0] if row else None


def _opened(place: Path, program: bytes) -> sqlite3.Connection | None:
    """The store of a program. One that is damaged, or no store at all, is removed; None where there can be none."""
    for _ in range(2):
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            return _of_program(sqlite3.connect(place, timeout=_PATIENCE), program)
        except sqlite3.OperationalError:  # another build is writing, or the folder cannot be written to
            return None
        except sqlite3.DatabaseError:
            place.unlink(missing_ok=True)
        except OSError:
            return None
    return None


def _of_program(store: sqlite3.Connection, program: bytes) -> sqlite3.Connection:
    """A store without what another program left in it."""
    store.execute("PRAGMA synchronous = OFF")  # a kill does no harm; what a loss of power damages is found by its checksum
    store.execute("CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, result BLOB)")
    if store.execute("SELECT result FROM results WHERE key = ?", [_PROGRAM]).fetchone() != (program,):
        store.execute("DELETE FROM results")
        store.execute("INSERT INTO results VALUES (?, ?)", [_PROGRAM, program])
    return store


def _checksum(content: bytes) -> bytes:
    return blake2b(content, digest_size=_CHECKSUM).digest()
