"""What a build under MkDocs reads: the files of the project, and what its settings come to, however they were given."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from knowledgebase.occasion import build_day, is_edition
from site_inputs import DATA, READ, Inputs, read_inputs

_SHAPES_NOTHING = ("strict", "site_dir", "config_file_path", "dev_addr", "watch")


def inputs_of(config: MkDocsConfig, records: bool = True) -> Inputs | None:
    """The digests of all that a build reads, with the records or without them; None where no digest can be made."""
    names = [name for name in READ if records or name != DATA]
    return read_inputs(Path(config.config_file_path).parent, names, config.theme.dirs, _settings(config))


def _settings(config: MkDocsConfig) -> str:
    given = {name: value for name, value in config.items() if name not in _SHAPES_NOTHING}
    return json.dumps([given, str(build_day()), is_edition()], default=_shown, sort_keys=True)


def _shown(value: object) -> object:
    """A value of the settings that is no plain one: what is in it, or what kind of thing it is."""
    if isinstance(value, Mapping):
        return {str(name): inner for name, inner in value.items()}
    return list(value) if isinstance(value, tuple | set) else type(value).__name__
