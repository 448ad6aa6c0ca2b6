"""The folder of the site is always a whole site, the old one or the new one.

A build works beside it, in ``.site-build``, and the result is put in its place by renaming: on Linux in one step of the
system, elsewhere in two; where a build is killed between the two, the next one puts the old site back. What a killed build
leaves behind is removed by the next. Of two builds of one site at once, the second is refused. Knows no site generator.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None

HERE, EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux, man 2 rename
READABLE = 0o022  # while a site is made: a umask that lets everybody read it, as a web server must


class CannotPublish(Exception):
    """Why no site can be made in a folder, in a sentence for people."""


class Workshop:
    """Where the next site is made: ``new`` is the folder to build in, ``site`` the one it will replace.

    Opening it takes a lock, which the system takes back when this program ends, however it ends. Raises CannotPublish, or
    OSError where the system refuses; ``put_in_place`` and ``close`` leave nothing behind, and the lock free.
    """

    def __init__(self, site_dir: str | os.PathLike) -> None:
        self.site = Path(os.path.realpath(site_dir))
        self._refuse_what_is_no_site()
        self._place = self.site.with_name(f".{self.site.name}-build")
        self.new, self._old = self._place / "new", self._place / "old"
        self._lock = _locked(self._place, self.site)
        self._umask = os.umask(READABLE)
        self.put_back = self._mended()
        for litter in (self.new, self._old):
            if litter.exists():
                shutil.rmtree(litter)
        self.new.mkdir()

    def take_over(self) -> None:
        """Begin with what the site holds, for a build that makes only a part anew."""
        if self.site.exists():
            shutil.copytree(self.site, self.new, symlinks=True, dirs_exist_ok=True)

    def put_in_place(self) -> None:
        """Make the new site the site; without an error it is, and with one the old site is still there."""
        try:
            self._keep_hidden()
            if self.site.exists():
                shutil.copymode(self.site, self.new)
            if not self.site.exists():
                self.new.rename(self.site)
            elif not _exchanged(self.new, self.site):
                self._replace_in_two_steps()
        finally:
            self.close()

    def close(self) -> None:
        """Clear the workshop; a new site in it that was not put in place is given up."""
        self._mended()
        for litter in (self.new, self._old):
            shutil.rmtree(litter, ignore_errors=True)
        with suppress(OSError):  # on Windows, closing removes it
            (self._place / "lock").unlink()
        os.close(self._lock)
        os.umask(self._umask)
        with suppress(OSError):  # another build may have just begun
            self._place.rmdir()

    def _refuse_what_is_no_site(self) -> None:
        """A name that was mistaken for the site's must not cost what is there."""
        another = 'move it away, or give the site another folder with "site_dir"'
        if self.site.exists() and not self.site.is_dir():
            raise CannotPublish(f'the site must go into a folder: found a file, "{self.site}"; {another}')
        inside = [path.name for path in self.site.iterdir()] if self.site.exists() else []
        if any(not name.startswith(".") for name in inside) and "index.html" not in inside:
            must = "the folder for the site must be empty or hold a site, since all else in it is removed"
            raise CannotPublish(f'{must}: found "{self.site}" without an index.html; {another}')

    def _mended(self) -> bool:
        """Put the old site back if a build was killed between the two steps of replacing it."""
        lost = self._old.exists() and not self.site.exists()
        if lost:
            self._old.rename(self.site)
        return lost

    def _replace_in_two_steps(self) -> None:
        """Between the two there is no site; whatever stops us there, ``close`` or the next build puts the old one back."""
        self.site.rename(self._old)
        self.new.rename(self.site)

    def _keep_hidden(self) -> None:
        """What begins with a dot was put there by people, as .htaccess or .git; no build makes or removes it."""
        for kept in self.site.glob(".*") if self.site.exists() else ():
            target = self.new / kept.name
            if kept.is_dir() and not kept.is_symlink():
                shutil.copytree(kept, target, symlinks=True, dirs_exist_ok=True)
            elif not target.exists():
                shutil.copy2(kept, target, follow_symlinks=False)


def _locked(place: Path, site: Path) -> int:
    """A handle on the lock in a workshop; it must be the one that is there now, not one that another build just removed."""
    lock = place / "lock"
    while True:
        place.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            handle = _taken(lock, site)
            if os.path.samestat(os.fstat(handle), lock.stat()):
                return handle
            os.close(handle)


def _taken(lock: Path, site: Path) -> int:
    """A handle on a file that no other program holds."""
    try:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | (0 if fcntl else os.O_EXCL | os.O_TEMPORARY))
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return handle
    except (BlockingIOError, FileExistsError):
        message = f'another build is at work on the site in "{site}"; wait until it has ended, and build again'
        raise CannotPublish(message) from None


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or the disk has no such step."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return rename is not None and rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0
