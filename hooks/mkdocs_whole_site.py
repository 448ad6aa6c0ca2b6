"""A build of the whole site under MkDocs: made beside the old site, and put in its place only when all went well.

What would come out the same is taken over from the old site; a build that would change nothing ends at once. Where ANEW is
set, and for an edition, nothing is taken over.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from click import get_current_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from kept_results import FOLDER, KeptResults
from knowledgebase.known import Known
from knowledgebase.occasion import is_edition
from mkdocs_inputs import inputs_of
from plain_errors import in_words
from site_folder import Workshop
from site_inputs import token
from site_memory import Memory, recall, remember

if TYPE_CHECKING:
    from mkdocs_site import SiteOfMkDocs
    from site_filling import Filling

log = get_plugin_logger("knowledgebase")
_MEMORY = f"{FOLDER}/site"


class WholeSite:
    """One build. ``beside`` is a digest of all that shapes the site beside its records.

    ``known`` and ``contents`` (of the records' files, as digests) spare reading them.
    """

    def __init__(self, config: MkDocsConfig) -> None:
        self._config, self._site = config, Path(os.path.realpath(config.site_dir))
        self._root = Path(config.config_file_path).parent
        self._inputs = None if os.environ.get("ANEW") or is_edition() else inputs_of(config)
        self._memory = recall(self._root / _MEMORY, self._site) if self._inputs else Memory()
        self._workshop: Workshop | None = None
        self._filling: Filling | None = None
        self._warnings = CountHandler(level=logging.WARNING)
        self._order = get_current_context(silent=True)
        logging.getLogger("mkdocs").addHandler(self._warnings)
        gc.disable()  # a build ends soon, and looking for what it could let go of takes a tenth of its time
        self.contents = self._inputs.records if self._inputs else {}
        self.beside = self._inputs.beside_records if self._inputs else token()

    def end_if_nothing_changed(self) -> None:
        """End the program where a build would give what is there."""
        if self._is_named("build") and self._is_clean and self._inputs and self._memory.is_of(self._inputs.whole):
            log.info(f"Nothing has changed; the site is as it was: {self._site}")
            raise SystemExit(0)

    @cached_property
    def known(self) -> Known:
        return KeptResults(self._root, self._inputs.program) if self._inputs else Known()

    def set_aside(self, config: MkDocsConfig) -> None:
        """Let MkDocs work beside the folder of the site."""
        if not self._is_named("build", "gh-deploy"):
            return
        self._workshop = Workshop(config.site_dir)
        if self._workshop.put_back:
            log.info("A build was stopped while it replaced the site; the site from before it was put back.")
        if not self._is_clean:
            self._workshop.take_over()
        config.site_dir = str(self._workshop.new)

    def fill(self, site: SiteOfMkDocs) -> None:
        """Put what is made from the data beside the hand-written pages."""
        self._filling = site.fill(Path(self._config.site_dir), self._memory)

    def end(self) -> None:
        """Put the new site in place; one in whose making anything went wrong, if only a warning under --strict, is given up."""
        gc.freeze()  # nor is it looked for when Python ends
        if self._workshop and sys.exc_info()[0]:
            self._workshop.close()
        elif self._workshop:
            self._put_in_place(self._workshop)

    def _put_in_place(self, workshop: Workshop) -> None:
        self._config.site_dir = str(workshop.site)  # where gh-deploy looks next
        memory = self._to_remember()
        try:
            workshop.put_in_place()
        except OSError as error:
            raise PluginError(in_words(error)) from None
        if memory:
            remember(self._root / _MEMORY, memory)
        self.known.keep()
        log.info(f"The site is in place: {workshop.site}")

    def _to_remember(self) -> Memory | None:
        """What the next build may take over; nothing where files were changed while they were read."""
        if self._inputs is None or self._inputs.have_changed():
            return None
        whole = self._inputs.whole if self._is_clean and not self._may_have_warned() else ""
        return Memory(str(self._site), whole, self._filling.batches, self._filling.files)

    def _may_have_warned(self) -> bool:
        """Whether the next build has something to say, even if nothing changes; with --quiet, nobody knows."""
        return bool(self._warnings.get_counts()) or not logging.getLogger("mkdocs").isEnabledFor(logging.WARNING)

    def _is_named(self, *commands: str) -> bool:
        return self._order is not None and self._order.info_name in commands

    @property
    def _is_clean(self) -> bool:
        return bool(self._order and self._order.params.get("clean", True))
