"""The events of MkDocs, by which the knowledge base is handed to it. Only the files named mkdocs_* know that generator.

MkDocs keeps this file across rebuilds of the live preview, so all that belongs to one build is made in ``on_config``. The
core is imported there too, and not before: a build that has nothing to do is over by then.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from click import ClickException
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_preview import Preview
from mkdocs_whole_site import WholeSite, log
from plain_errors import in_words

building: WholeSite | Preview | None = None  # how this build goes
site: Any = None  # what it builds: a SiteOfMkDocs
previewing = False


def on_startup(command: str, **_: Any) -> None:
    """Remember what was asked for: the live preview goes its own way."""
    global previewing
    previewing = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything before MkDocs touches the output folder."""
    global building, site
    if config.use_directory_urls:
        raise ConfigurationError('"use_directory_urls" must be false: the addresses of the site end in .html')
    if previewing:
        building = (building or Preview(config.site_dir)).begin(config)
    else:
        building = WholeSite(config)
        building.end_if_nothing_changed()
    site = _core().SiteOfMkDocs(config, building, before=site if previewing else None)
    building.set_aside(config)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Let hand-written pages link to what is made from the data, and add the stylesheet."""
    site.add_files(files, config)


def on_nav(nav: Navigation, **_: Any) -> None:
    """Remember the menu of the hand-written pages: their titles are known only when all are read."""
    site.menu = nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Make the frame of every page."""
    site.make_frame(config)


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    """Put the frame around a hand-written page."""
    return context | {"whole": site.hand_page(page)}


def on_post_build(config: MkDocsConfig) -> None:
    """Put what is made from the data beside the hand-written pages."""
    building.fill(site)


def on_build_error(error: Exception, **_: Any) -> None:
    """Say in plain words what MkDocs would print a traceback for."""
    log.debug("The error in full:", exc_info=error)
    if not isinstance(error, ClickException):
        raise Abort(in_words(error)) from None


def on_shutdown(**_: Any) -> None:
    """Let the site that was built take its place."""
    if building:
        building.end()


def on_serve(server: Any, builder: Any, **_: Any) -> None:
    """Let the live preview make pages when they are asked for."""
    building.attach(server, builder)


def _core() -> Any:
    """What knows both MkDocs and the core. MkDocs lets hooks import their neighbours only while it reads this file."""
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        return import_module("mkdocs_site")
    finally:
        sys.path.pop(0)
