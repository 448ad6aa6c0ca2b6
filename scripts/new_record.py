"""Writes a commented record to start from: python3 scripts/new_record.py KIND ID

KIND is a folder under data/, ID the name of the record in a-z, 0-9 and "-". Fill in what the comments ask for, delete the
comments if you like, and run scripts/check.py, which says what is still missing.
"""

from __future__ import annotations

import ctrl_c  # noqa: F401 (first of all: from here on it answers Ctrl-C)

# isort: split
import argparse
import re
import sys

from inside import go_inside

go_inside()

from environment import ROOT  # noqa: E402
from knowledgebase.load import load  # noqa: E402
from knowledgebase.model import KINDS  # noqa: E402
from knowledgebase.occasion import build_day  # noqa: E402
from knowledgebase.problems import suggestion  # noqa: E402
from knowledgebase.syntax import ID  # noqa: E402
from knowledgebase.writing.handbook import blank_record  # noqa: E402
from steps import CannotGoOn, Ending, conclude  # noqa: E402


def main(arguments, root=ROOT):
    options = read(arguments)
    kind = kind_named(options.kind)
    refuse_bad_id(options.id, load(root, build_day()).base)
    path = root / "data" / kind.folder / f"{options.id}.yml"
    path.parent.mkdir(exist_ok=True)
    write_new(path, blank_record(kind))
    return Ending(0, f"Made {path.relative_to(root)}. Fill it in, then run: python3 scripts/check.py")


def read(arguments):
    parser = argparse.ArgumentParser(description="Write a commented record to start from.")
    parser.add_argument("kind", metavar="KIND", help="a folder under data/: " + ", ".join(kind.folder for kind in KINDS))
    parser.add_argument("id", metavar="ID", help='the name of the record, in a-z, 0-9 and "-"')
    return parser.parse_args(arguments)


def kind_named(folder):
    by_folder = {kind.folder: kind for kind in KINDS}
    if folder not in by_folder:
        known = suggestion(folder, by_folder) or f"; the kinds are {', '.join(by_folder)}"
        raise CannotGoOn(f'There is no kind "{folder}"{known}')
    return by_folder[folder]


def refuse_bad_id(wanted, base):
    """An id must be of the right form and not be, or have been, another record's."""
    if not re.fullmatch(ID, wanted):
        raise CannotGoOn(f'An id must be in a-z, 0-9 and single "-": found "{wanted}"')
    owner = next((record for record in base.records if wanted in (record.id, *record.aliases)), None)
    if owner:
        raise CannotGoOn(f'The id "{wanted}" is taken by {owner.source.path}')


def write_new(path, text):
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise CannotGoOn(f"{path} is there already, and nothing was changed.") from None


if __name__ == "__main__":
    sys.exit(conclude(lambda: main(sys.argv[1:])))
