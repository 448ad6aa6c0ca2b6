"""The events of MkDocs, by which the knowledge base is handed to it. Only the files named mkdocs_* know that generator.

MkDocs keeps this file across rebuilds of the live preview, so all that belongs to one build is made in ``on_config``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from knowledgebase.load import BIBLIOGRAPHY, build_day, is_edition, load
from knowledgebase.writing.addresses import DOWNLOAD
from knowledgebase.writing.frame import Frame, MenuEntry, MenuGroup, Setting
from knowledgebase.writing.hand_pages import NotationExtension
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site
from memory_stick import pack_site
from mkdocs_theme import stylesheet_of_material
from mkdocs_whole_site import build_beside, is_previewing, on_build_error, on_shutdown, on_startup  # noqa: F401 (events)
from site_editions import lay_out

log = get_plugin_logger("knowledgebase")
site: Site | None = None
menu: Navigation | None = None
frame: Frame | None = None


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything before MkDocs touches the output folder."""
    global site
    if config.use_directory_urls:
        raise ConfigurationError('"use_directory_urls" must be false: the addresses of the site end in .html')
    root = Path(config.config_file_path).parent
    loaded = load(root, build_day())
    stopping = loaded.problems if config.strict else loaded.fatal
    if stopping and not (is_previewing() and site):  # a running preview goes on showing what was last good
        raise PluginError("\n".join(["the knowledge base cannot be published as it is:", *map(str, loaded.problems)]))
    for problem in loaded.problems:
        log.warning(str(problem))
    if not stopping:
        imprint = Imprint(config.site_name, config.site_author or "", config.site_url or "", build_day(), is_edition())
        site = Site(loaded.base, (root / BIBLIOGRAPHY).read_text("utf-8-sig"), bool(config.edit_uri), imprint)
        _ = site.pages, site.exports  # written now: nothing that goes wrong in them may cost the site already there
    config.markdown_extensions.append(NotationExtension())
    config.theme.static_templates.clear()
    config.theme.dirs[:] = filter(None, [config.theme.custom_dir])  # MkDocs' own list of pages knows none made from the data
    build_beside(config)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Make room for the pages that are made from the data, so that others can link to them, and add the export files."""
    style = stylesheet_of_material(config)
    config.extra["style"] = style.dest_uri
    files.append(style)
    for address in (*site.pages, DOWNLOAD):
        files.append(File.generated(config, address, content=""))  # filled when all is there
    for export in site.exports:
        files.append(File.generated(config, export.address, content=export.content))


def on_nav(nav: Navigation, **_: Any) -> None:
    """Remember the menu of the hand-written pages: their titles are known only when all are read."""
    global menu
    menu = nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> None:
    """Put the frame around every page that is made from the data."""
    global frame
    editing = urljoin(f"{config.repo_url or ''}/", config.edit_uri) if config.edit_uri else ""
    setting = Setting(config.site_description or "", config.extra["style"], editing, is_previewing())
    frame = site.frame(groups_of(menu), setting)
    for page in site.pages.values():
        files.get_file_from_path(page.address).content_string = frame.around(page)


def on_page_context(context: dict[str, Any], page: Page, **_: Any) -> dict[str, Any]:
    """Put the frame around a hand-written page."""
    source, said = f"docs/{page.file.src_uri}", page.meta.get("description", "")
    made = site.hand_page(page.file.dest_uri, page.title, said, source, page.content)
    return context | {"whole": frame.around(made)}


def on_post_build(config: MkDocsConfig) -> None:
    """Lay out the editions, and pack the whole for those who carry it about."""
    lay_out(Path(config.config_file_path).parent, Path(config.site_dir), site.editions)
    pack_site(Path(config.site_dir), Path(config.site_dir, DOWNLOAD), build_day())


def groups_of(nav: Navigation) -> list[MenuGroup]:
    """The hand-written pages of the menu: single ones under no heading, then the groups."""
    single = [item for item in nav.items if isinstance(item, Page)]
    groups = [("", single), *((item.title, item.children) for item in nav.items if isinstance(item, Section))]
    return [MenuGroup(title, tuple(MenuEntry(page.title, page.file.dest_uri) for page in pages)) for title, pages in groups]
