"""The only file that knows MkDocs: it hands the pages of the knowledge base to its events.

MkDocs keeps this file across rebuilds of the live preview, so all that belongs to one build is made in ``on_config``.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from knowledgebase.load import BIBLIOGRAPHY, build_day, load
from knowledgebase.writing.addresses import DOWNLOAD
from knowledgebase.writing.hand_pages import NotationExtension
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site
from memory_stick import pack_site
from mkdocs_theme import keep_stylesheet_alone
from mkdocs_whole_site import build_beside, is_previewing, on_build_error, on_shutdown, on_startup  # noqa: F401 (events)

log = get_plugin_logger("knowledgebase")
site: Site | None = None


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything before MkDocs touches the output folder."""
    global site
    if config.use_directory_urls:
        raise ConfigurationError('"use_directory_urls" must be false: the addresses of the site end in .html')
    config.extra["previewing"] = is_previewing()
    root = Path(config.config_file_path).parent
    loaded = load(root, build_day())
    stopping = loaded.problems if config.strict else loaded.fatal
    if stopping and not (is_previewing() and site):  # a running preview goes on showing what was last good
        raise PluginError("\n".join(["the knowledge base cannot be published as it is:", *map(str, loaded.problems)]))
    for problem in loaded.problems:
        log.warning(str(problem))
    if not stopping:
        imprint = Imprint(config.site_name, config.site_author or "", config.site_url or "", build_day())
        site = Site(loaded.base, (root / BIBLIOGRAPHY).read_text("utf-8-sig"), bool(config.edit_uri), imprint)
        _ = site.pages, site.exports  # written now: nothing that goes wrong in them may cost the site already there
    config.extra["notice"] = site.notice
    config.markdown_extensions.append(NotationExtension())
    groups = [{group.title: [{entry.title: source_of(entry.address)} for entry in group.entries]} for group in site.menu]
    config.nav = [*(config.nav or [])[:-1], *groups, *(config.nav or [])[-1:]]
    build_beside(config)


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages and the export files; keep of the theme's own files the stylesheet alone."""
    config.extra["theme_style"] = keep_stylesheet_alone(files, config)
    in_menu = {entry.address for group in site.menu for entry in group.entries}
    for page in site.pages.values():
        level = InclusionLevel.INCLUDED if page.address in in_menu else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, source_of(page.address), content="", inclusion=level)
        file.edit_uri = f"../{page.source}" if page.source else None
        files.append(file)
    for export in site.exports:
        files.append(File.generated(config, export.address, content=export.content))
    files.append(File.generated(config, DOWNLOAD, content=""))  # so that pages can link it; filled when all is there


def on_page_markdown(markdown: str, page: Page, **_: Any) -> None:
    """Name a page that is made from the data; escaped, because themes put these texts into the page as they are."""
    if made := site.pages.get(page.file.dest_uri):
        named = {"title": escape(made.title), "description": escape(made.description)}
        page.meta |= named | {"unlisted": not made.listed, "scripts": made.scripts, "changed": made.changed}
    page.meta["head"] = site.head(page.file.dest_uri)


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Give a page its article, its table of contents and its anchors; write out the notations of the others."""
    made = site.pages.get(page.file.dest_uri)
    if made is None:
        return site.hand_written(html, page.file.dest_uri)
    sections = [{"level": 2, "id": heading.id, "name": heading.title, "children": []} for heading in made.headings]
    page.toc = get_toc([{"level": 1, "id": "top", "name": escape(made.title), "children": sections}])
    page.present_anchor_ids = set(made.anchors)
    return made.article


def on_post_build(config: MkDocsConfig) -> None:
    """Pack what was built for those who carry it about."""
    pack_site(Path(config.site_dir), Path(config.site_dir, DOWNLOAD), build_day())


def source_of(address: str) -> str:
    """The Markdown file that MkDocs believes a page is made from."""
    return address.removesuffix(".html") + ".md"
