"""The events of MkDocs by which a site takes its place: built beside the old one, and only when all went well.

``mkdocs_hooks`` hands them on to MkDocs. The live preview has a folder of its own and is left alone.
"""

from __future__ import annotations

import sys
from typing import Any

from click import ClickException, get_current_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import get_plugin_logger

from plain_errors import in_words
from site_folder import Workshop

log = get_plugin_logger("knowledgebase")
workshop: Workshop | None = None
building: MkDocsConfig | None = None
_command = ""


def on_startup(command: str, **_: Any) -> None:
    """Remember what was asked for; the live preview puts a script of its own on every page."""
    global _command
    _command = command


def is_previewing() -> bool:
    """Whether this is the live preview."""
    return _command == "serve"


def build_beside(config: MkDocsConfig) -> None:
    """Let a build work beside the folder of the site."""
    global building, workshop
    order = get_current_context(silent=True)
    if order is None or order.info_name not in ("build", "gh-deploy"):
        return
    building, workshop = config, Workshop(config.site_dir)
    if workshop.put_back:
        log.info("A build was stopped while it replaced the site; the site from before it was put back.")
    if not order.params.get("clean", True):
        workshop.take_over()
    config.site_dir = str(workshop.new)


def on_build_error(error: Exception, **_: Any) -> None:
    """Say in plain words what MkDocs would print a traceback for."""
    log.debug("The error in full:", exc_info=error)
    if not isinstance(error, ClickException):
        raise Abort(in_words(error)) from None


def on_shutdown(**_: Any) -> None:
    """Put the new site in place; one in whose making anything went wrong, if only a warning under --strict, is given up."""
    if workshop and sys.exc_info()[0]:
        workshop.close()
    elif workshop:
        _put_in_place()


def _put_in_place() -> None:
    building.site_dir = str(workshop.site)  # where gh-deploy looks next
    try:
        workshop.put_in_place()
    except OSError as error:
        raise PluginError(in_words(error)) from None
    log.info(f"The site is in place: {workshop.site}")
