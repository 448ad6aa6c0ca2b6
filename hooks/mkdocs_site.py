"""The knowledge base as MkDocs sees it in one build: read and checked, then pages, a frame, and batches of files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from knowledgebase.load import BIBLIOGRAPHY, Loaded, load
from knowledgebase.occasion import build_day, is_edition
from knowledgebase.writing.addresses import DOWNLOAD
from knowledgebase.writing.batches import Batch
from knowledgebase.writing.frame import Frame, MenuEntry, MenuGroup, Setting
from knowledgebase.writing.hand_pages import NotationExtension
from knowledgebase.writing.imprint import Imprint
from knowledgebase.writing.site import Site
from mkdocs_preview import Preview
from mkdocs_theme import stylesheet_of_material
from mkdocs_whole_site import WholeSite
from site_editions import lay_out
from site_filling import Filling
from site_memory import Memory

log = get_plugin_logger("knowledgebase")
_FILE_NAME = re.compile(r"[\w.-]+\.\w+")


class SiteOfMkDocs:
    """The site of one build.

    Raises PluginError where the data cannot be read; a running preview then goes on showing the site ``before``.
    """

    def __init__(self, config: MkDocsConfig, building: WholeSite | Preview, before: SiteOfMkDocs | None) -> None:
        self._root, self._previewing = Path(config.config_file_path).parent, isinstance(building, Preview)
        loaded = load(self._root, build_day(), building.known, building.contents)
        stopping = loaded.problems if config.strict else loaded.fatal
        if stopping and not before:
            raise PluginError("\n".join(["the knowledge base cannot be published as it is:", *map(str, loaded.problems)]))
        for problem in loaded.problems:
            log.warning(str(problem))
        self.site = before.site if stopping else _site(loaded, self._root, config, building)
        self.menu: Navigation | None = None
        self._frame: Frame | None = None
        config.markdown_extensions.append(NotationExtension())
        config.theme.static_templates.clear()
        config.theme.dirs[:] = filter(None, [config.theme.custom_dir])  # MkDocs' own list of pages knows none of the data

    def add_files(self, files: Files, config: MkDocsConfig) -> None:
        """Tell MkDocs of every page and file made from the data that a hand-written page may link to."""
        named = {name for file in files.documentation_pages() for name in _FILE_NAME.findall(file.content_string)}
        for address in self.site.addresses:
            if address.rpartition("/")[2] in named:
                files.append(_MadeElsewhere.generated(config, address, content=""))
        self._style = stylesheet_of_material(config)
        files.append(self._style)

    def make_frame(self, config: MkDocsConfig) -> None:
        """Make what stands around every page."""
        editing = urljoin(f"{config.repo_url or ''}/", config.edit_uri) if config.edit_uri else ""
        setting = Setting(config.site_description or "", self._style.dest_uri, editing, self._previewing)
        self._frame = self.site.frame(_groups_of(self.menu), setting)

    def hand_page(self, page: Page) -> str:
        """A hand-written page with its frame."""
        source, said = f"docs/{page.file.src_uri}", page.meta.get("description", "")
        return self._frame.around(self.site.hand_page(page.file.dest_uri, page.title, said, source, page.content))

    def batches(self) -> Iterable[Batch]:
        """Everything that is made from the data."""
        return self.site.batches(self._frame)

    def fill(self, folder: Path, memory: Memory) -> Filling:
        """Put everything that is made from the data into the folder of a site, with the editions, and pack the whole."""
        lay_out(self._root, folder, self.site.editions)
        with Filling(folder, memory, DOWNLOAD, build_day()) as filling:
            filling.add(self.batches())
        return filling


class _MadeElsewhere(File):
    """A file that others may link to, and that MkDocs is not to write."""

    def copy_file(self, dirty: bool = False) -> None:
        """Leave it to whoever makes it."""


def _site(loaded: Loaded, root: Path, config: MkDocsConfig, building: WholeSite | Preview) -> Site:
    imprint = Imprint(config.site_name, config.site_author or "", config.site_url or "", build_day(), is_edition())
    bibliography = (root / BIBLIOGRAPHY).read_text("utf-8-sig")
    return Site(loaded.base, bibliography, bool(config.edit_uri), imprint, building.beside, building.known, loaded.links)


def _groups_of(nav: Navigation) -> list[MenuGroup]:
    """The hand-written pages of the menu: single ones under no heading, then the groups."""
    single = [item for item in nav.items if isinstance(item, Page)]
    groups = [("", single), *((item.title, item.children) for item in nav.items if isinstance(item, Section))]
    return [MenuGroup(title, tuple(MenuEntry(page.title, page.file.dest_uri) for page in pages)) for title, pages in groups]
