"""What builds have worked out, kept in ``.cache/known.sqlite`` for the next one, in packs, so that it takes little memory.

A pack is read whole when the first of its results is asked for: they are mostly asked for in the order in which they were
worked out. Packs hold objects of this program, so only the same program, run by the same Python with the same packages, takes
them up. SQLite lets a kill, or a second build at the same time, do no harm. Where the file cannot be read or written, a build
does without.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from kept_file import keep, read_kept
from knowledgebase.known import Known, Result

FOLDER = ".cache"  # of all that builds keep for the next one
PLACE = f"{FOLDER}/known.sqlite"
FULL = 128  # results in a pack
IDLE = 3  # builds in a row that may ask for little of a pack until it is taken apart
_PATIENCE = 0.2  # seconds to wait for another build that is writing
_PAGE = 65_536  # bytes that SQLite reads and writes at once
# A row that is damaged may hold values of any type.
_AS_WRITTEN = "typeof(idle) || typeof(keys) || typeof(content) = 'integertextblob'"


class _Pack(NamedTuple):
    """What is known of a pack before it is read: how many builds, up to now, asked for little of it; whose results it holds."""

    idle: int
    keys: tuple[str, ...]


class KeptResults(Known):
    """Results by their keys, from earlier builds by a program with this digest; new ones are kept when all went well."""

    def __init__(self, root: Path, program: str) -> None:
        super().__init__()
        self._root, self._program = root, program.encode()
        self._store = _opened(root / PLACE, self._program)
        listed = self._asked(f"SELECT number, idle, keys FROM packs WHERE {_AS_WRITTEN} ORDER BY number")
        self._packs = {number: _Pack(idle, tuple(keys.split("\n"))) for number, idle, keys in listed}
        self._pack_of = {key: number for number, pack in self._packs.items() for key in pack.keys}
        self._read: dict[str, object] = {}  # what stands in the packs that were read, and was not asked for yet
        self._new: dict[str, object] = {}  # what stands in no pack yet
        self._used: set[str] = set()

    def of(self, key: str, work: Callable[[], Result]) -> Result:
        """The result with a key; ``work`` is asked for it only if it is not known, or damaged.

        Nobody may change a result: it is written when its pack is full.
        """
        result = self.get(key)
        if result is None:
            result = work()
            self._add(key, result)
        return result

    def get(self, key: str) -> Result | None:
        """The result with a key, if it is known and not damaged."""
        self._used.add(key)
        if key in self._new:
            return self._new[key]
        if key not in self._read and key in self._pack_of:
            self._read |= self._content(self._pack_of[key])
        return self._read.pop(key, None)

    def take(self, name: str) -> object | None:
        """What the last build left under a name, for this one to correct; nothing, if it is damaged or of another program."""
        left = read_kept(self._root / FOLDER / name) or b""
        return pickle.loads(memoryview(left)[len(self._program) :]) if left.startswith(self._program) else None

    def leave(self, name: str, result: object) -> None:
        """Leave a result for the next build to start from, as it is now, in a file of its own: it may be large."""
        keep(self._root / FOLDER / name, self._program, pickle.dumps(result, pickle.HIGHEST_PROTOCOL))

    def keep(self) -> None:
        """Keep what was worked out, and of the rest what builds still ask for."""
        for number, pack in self._packs.items():
            self._look_after(number, pack)
        self._write()
        if self._store:
            with suppress(sqlite3.Error):
                self._store.commit()
            self._store.close()

    def _content(self, number: int) -> dict[str, object]:
        """What stands in a pack; one that is damaged is removed."""
        for checksum, content in self._asked(f"SELECT checksum, content FROM packs WHERE number = ? AND {_AS_WRITTEN}", number):
            if crc32(content) == checksum:
                return pickle.loads(content)
            self._asked("DELETE FROM packs WHERE number = ?", number)
        return {}

    def _add(self, key: str, result: object) -> None:
        """Put a result where it is in no pack, in the place of the one that may be in an old pack."""
        self._new[key] = result
        self._pack_of.pop(key, None)
        if len(self._new) == FULL:
            self._write()

    def _write(self) -> None:
        """Make a pack of what stands in none; where there is no store, it is let go of."""
        if self._new and self._store:
            content = pickle.dumps(self._new, pickle.HIGHEST_PROTOCOL)
            row = ("\n".join(self._new), crc32(content), content)
            self._asked("INSERT INTO packs (idle, keys, checksum, content) VALUES (0, ?, ?, ?)", *row)
            self._pack_of |= {key: number for (number,) in self._asked("SELECT last_insert_rowid()") for key in self._new}
        self._new = {}

    def _look_after(self, number: int, pack: _Pack) -> None:
        """Leave a pack as it is if half a pack was asked for; where less was for some builds, put that into others.

        So what one build did not need is still known to the next, but what none needs does not stay, nor do many small packs.
        """
        used = [key for key in pack.keys if key in self._used and self._pack_of.get(key) == number]
        idle = 0 if len(used) >= FULL // 2 else pack.idle + 1
        if idle > IDLE:
            known = self._content(number) if used else {}
            for key in used:
                if key in known:
                    self._add(key, known[key])
            self._asked("DELETE FROM packs WHERE number = ?", number)
        elif idle != pack.idle:
            self._asked("UPDATE packs SET idle = ? WHERE number = ?", idle, number)

    def _asked(self, order: str, *values: str | int | bytes) -> Iterable[tuple]:
        """The rows that the store gives; none where it fails: then it is not asked again."""
        if self._store:
            try:
                return self._store.execute(order, values).fetchall()
            except sqlite3.Error:
                self._store.close()
                self._store = None
        return ()


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
    store.execute(f"PRAGMA page_size = {_PAGE}")
    tables = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    if "program" in tables and store.execute("SELECT digest FROM program").fetchone() == (program,):
        return store
    store.execute("BEGIN")
    for name in tables:
        store.execute(f'DROP TABLE "{name}"')
    store.execute("CREATE TABLE program (digest BLOB)")
    store.execute("INSERT INTO program VALUES (?)", [program])
    store.execute("CREATE TABLE packs (number INTEGER PRIMARY KEY, idle INTEGER, keys TEXT, checksum INTEGER, content BLOB)")
    return store
