"""What the site takes of Material: its stylesheet, as a file among those that MkDocs copies.

The package is looked up but not imported, and MkDocs is not told of it as its theme: listing, reading and preparing all the
other files of the theme would cost more than the whole build of a small site.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

_STYLE = "assets/stylesheets/main.*.min.css"


def stylesheet_of_material(config: MkDocsConfig) -> File:
    """The stylesheet, at the address that it has in every site made with Material."""
    package = find_spec("material")
    templates = Path(package.origin).parent / "templates" if package and package.origin else Path()
    found = sorted(templates.glob(_STYLE)) if package else []
    if not found:
        raise PluginError("the package mkdocs-material must be installed with its stylesheet: found none")
    return File(found[0].relative_to(templates).as_posix(), str(templates), config.site_dir, use_directory_urls=False)
