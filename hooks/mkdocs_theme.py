"""What the theme brings along: of its files the site uses the stylesheet, and all others are left out."""

from __future__ import annotations

from fnmatch import fnmatch

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

STYLE = "assets/stylesheets/main.*.min.css"


def keep_stylesheet_alone(files: Files, config: MkDocsConfig) -> str:
    """Take the theme's other files out of the build; gives the address of the stylesheet, empty if there is none."""
    style = ""
    for file in [file for file in files if _is_of_the_theme(file, config)]:
        if fnmatch(file.src_uri, STYLE):
            style = file.dest_uri
        else:
            files.remove(file)
    return style


def _is_of_the_theme(file: File, config: MkDocsConfig) -> bool:
    """Whether a file comes with the theme's package: neither made by us nor from a folder of the project."""
    ours = (config.docs_dir, config.theme.custom_dir)
    return file.generated_by is None and file.src_dir is not None and not any(file.src_dir == place for place in ours)
