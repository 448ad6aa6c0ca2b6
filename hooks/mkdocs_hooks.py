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
from knowledgebase.writing.hand_pages import NotationExtension
from knowledgebase.writing.site import Site
from material_repairs import repaired, with_policy

log = get_plugin_logger("knowledgebase")
site: Site | None = None
previewing = False


def on_startup(command: str, **_: Any) -> None:
    """Know whether this is the live preview, which puts a script of its own on every page."""
    global previewing
    previewing = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Read and check everything before MkDocs touches the output folder."""
    global site
    if config.use_directory_urls:
        raise ConfigurationError('"use_directory_urls" must be false: the addresses of the site end in .html')
    root = Path(config.config_file_path).parent
    loaded = load(root, build_day())
    stopping = loaded.problems if config.strict else loaded.fatal
    if stopping and not (previewing and site):  # a running preview goes on showing what was last good
        raise PluginError("\n".join(["the knowledge base cannot be published as it is:", *map(str, loaded.problems)]))
    for problem in loaded.problems:
        log.warning(str(problem))
    if not stopping:
        site = Site(loaded.base, (root / BIBLIOGRAPHY).read_text("utf-8-sig"))
        _ = site.pages, site.exports  # written now: nothing that goes wrong in them may cost the site already there
    config.markdown_extensions.append(NotationExtension())
    menu = [{entry.title: source_of(entry.address)} for entry in site.menu]
    config.nav = [*(config.nav or [])[:1], *menu, *(config.nav or [])[1:]]


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the pages and the export files."""
    in_menu = {entry.address for entry in site.menu}
    for page in site.pages.values():
        level = InclusionLevel.INCLUDED if page.address in in_menu else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, source_of(page.address), content="", inclusion=level)
        file.edit_uri = f"../{page.source}" if page.source else None
        files.append(file)
    for export in site.exports:
        files.append(File.generated(config, export.address, content=export.content))


def on_page_markdown(markdown: str, page: Page, **_: Any) -> None:
    """Name a page that is made from the data; escaped, because themes put these texts into the page as they are."""
    if made := site.pages.get(page.file.dest_uri):
        named = {"title": escape(made.title), "description": escape(made.description)}
        page.meta |= named | {"search": {"exclude": not made.listed}}


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Give a page its article, its table of contents and its anchors; write out the notations of the others."""
    made = site.pages.get(page.file.dest_uri)
    if made is None:
        return site.hand_written(html, page.file.dest_uri)
    sections = [{"level": 2, "id": heading.id, "name": heading.title, "children": []} for heading in made.headings]
    page.toc = get_toc([{"level": 1, "id": "top", "name": escape(made.title), "children": sections}])
    page.present_anchor_ids = set(made.anchors)
    return made.article


def on_post_page(output: str, **_: Any) -> str:
    """Mend what the theme itself gets wrong, and let the page run no script but its own."""
    return repaired(output) if previewing else with_policy(repaired(output))


def on_post_template(output_content: str, template_name: str, **_: Any) -> str:
    """The same for the pages that come from the theme alone, such as 404.html."""
    return on_post_page(output_content) if template_name.endswith(".html") else output_content


def source_of(address: str) -> str:
    """The Markdown file that MkDocs believes a page is made from."""
    return address.removesuffix(".html") + ".md"
