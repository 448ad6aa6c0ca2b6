"""The editions as files: a built site frozen into one, and those that there are laid out beside the pages of today.

An edition is a zip in ``published/editions/``, whose one folder is named by the day. Knows no site generator.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from knowledgebase.model.published import Edition
from knowledgebase.reading.editions import file_of
from knowledgebase.writing.addresses import of_edition_file
from knowledgebase.writing.editions.frozen import LEFT_OUT
from memory_stick import pack_folder


def freeze(site: Path, target: Path, day: date) -> None:
    """Pack a site that was built as the edition of a day. What no edition holds is taken out of the folder."""
    for folder in LEFT_OUT:
        shutil.rmtree(site / folder, ignore_errors=True)
    pack_folder(site, target, day, str(day))


def lay_out(root: Path, site: Path, editions: Iterable[Edition]) -> None:
    """Unpack every edition to the addresses that were promised for it, and put its file there too."""
    for edition in editions:
        packed = site / of_edition_file(edition.day)
        packed.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / file_of(edition.day), packed)
        with zipfile.ZipFile(packed) as whole:
            whole.extractall(packed.parent)
