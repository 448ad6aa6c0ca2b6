"""The live preview makes a page when a browser asks for it, and not before: so a save is on the screen at once.

MkDocs builds the hand-written pages into a folder of their own. What is made from the data is put beside them on demand.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from knowledgebase.known import Known
from mkdocs_inputs import inputs_of
from plain_errors import in_words
from site_inputs import token
from site_memory import files_in

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

    from knowledgebase.writing.batches import Batch
    from mkdocs_site import SiteOfMkDocs

log = get_plugin_logger("knowledgebase")
_HAND_WRITTEN = ".hand-written"  # in the folder that is served; MkDocs empties it before each build
_NOT_FOUND = "404.html"


class Preview:
    """What is served. ``root`` is the folder that MkDocs made for it, and removes in the end."""

    def __init__(self, root: str) -> None:
        self._root, self.beside, self.known, self.contents = Path(root), "", Known(), {}
        self._results: dict[str, object] = {}
        self._batches: dict[str, Batch] = {}
        self._made: dict[str, tuple[str, list[str]]] = {}  # by name: the key from which these addresses were made
        self._written: set[str] = set()  # the addresses of the hand-written pages and files
        self._changing = Lock()

    def begin(self, config: MkDocsConfig) -> Preview:
        """Look at what shapes the site beside its records; what was worked out since the preview began is known."""
        self._results |= self.known.used
        self.known = Known(self._results)
        inputs = inputs_of(config, records=False)
        self.beside = inputs.beside_records if inputs else token()
        return self

    def set_aside(self, config: MkDocsConfig) -> None:
        """Let MkDocs build beside what is served, which it would empty otherwise."""
        config.site_dir = str(self._root / _HAND_WRITTEN)

    def fill(self, site: SiteOfMkDocs) -> None:
        """Serve a site from now on: its hand-written pages as MkDocs just built them, and all else when asked for it."""
        self._batches = {batch.name: batch for batch in site.batches()}
        gone = [address for name, (_, addresses) in self._made.items() if name not in self._batches for address in addresses]
        written = set(files_in(self._root / _HAND_WRITTEN))
        for address in {*gone, *self._written} - written:
            (self._root / address).unlink(missing_ok=True)
        shutil.copytree(self._root / _HAND_WRITTEN, self._root, dirs_exist_ok=True)
        self._written = written

    def attach(self, server: LiveReloadServer, builder: Callable[..., None]) -> None:
        """Let a server ask for what is not made yet. While a build is at work, whoever asks waits."""
        answer = server.get_app()

        def building(*arguments: Any) -> None:
            with self._changing:
                builder(*arguments)

        def answering(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            with self._changing:
                self._provide(environ["PATH_INFO"].removeprefix(server.mount_path).lstrip("/"))
            return answer(environ, start)

        server.builder = building
        server.set_app(answering)

    def end(self) -> None:
        """Nothing is left to do: MkDocs removes the folder."""

    def _provide(self, asked: str) -> None:
        """Make what stands at an address, and the page for readers who are lost, unless they are there as they should be."""
        address = f"{asked}index.html" if asked.endswith("/") or not asked else asked
        for batch in filter(None, (self._batch_of(address), self._batches.get(_NOT_FOUND))):
            if self._made.get(batch.name, ("",))[0] != batch.key:
                try:
                    self._made[batch.name] = batch.key, [self._put(file.address, file.content) for file in batch.make()]
                except Exception as error:
                    log.error(in_words(error))

    def _put(self, address: str, content: str | bytes) -> str:
        place = self._root / address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)
        return address

    def _batch_of(self, address: str) -> Batch | None:
        if address in self._batches:
            return self._batches[address]
        return next((batch for name, batch in self._batches.items() if address.startswith(name)), None)
