"""Promises what the site now holds: python3 scripts/publish.py, before each time that the site is put on the web.

It first checks everything, as scripts/check.py does, and stops at any problem. Then it adds to the folder published/
    addresses.txt   every page, part of a page and file that is new: from now on each must lead somewhere for ever
    codes.txt       a short code for every new record, claim, pair and position
and says what it added. It takes nothing away and changes no line. Commit the folder with the release. With --dry-run it only
says what it would add. No other program writes these two files; published/removed.yml is written by editors.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from inside import go_inside

go_inside()

from environment import ROOT  # noqa: E402
from knowledgebase.load import BIBLIOGRAPHY, build_day, load  # noqa: E402
from knowledgebase.reading.published import CODES, LEDGER, REMOVED  # noqa: E402
from knowledgebase.writing.promises.ledger import REMOVED_OPENING, codes_with, ledger_with  # noqa: E402
from knowledgebase.writing.site import Site  # noqa: E402
from steps import CannotGoOn, Ending, conclude, say  # noqa: E402


def main(arguments, root=ROOT):
    options = read(arguments)
    loaded = load(root, build_day())
    refuse_problems(loaded.problems)
    release = Site(loaded.base, (root / BIBLIOGRAPHY).read_text("utf-8-sig")).release
    for line in added(release):
        say(line)
    if not options.dry_run:
        write(root, loaded.base.published, release)
    return Ending(0, sentence(release, options.dry_run))


def read(arguments):
    parser = argparse.ArgumentParser(description="Add what is new to the addresses and codes that are promised.")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be added")
    return parser.parse_args(arguments)


def refuse_problems(problems):
    for problem in problems:
        say(str(problem))
    if problems:
        raise CannotGoOn("Nothing was promised: the lines above say what must be mended first.")


def write(root, published, release):
    """Write the two lists anew; make removed.yml, with how to write it, where there is none."""
    (root / LEDGER).parent.mkdir(exist_ok=True)
    (root / LEDGER).write_text(ledger_with(published, release), "utf-8", newline="\n")
    (root / CODES).write_text(codes_with(published, release), "utf-8", newline="\n")
    if not (root / REMOVED).exists():
        (root / REMOVED).write_text(REMOVED_OPENING, "utf-8", newline="\n")


def added(release):
    """A line for each new page, with how many of its parts are new, for each new file, and for each new code of a record."""
    parts = Counter(address.partition("#")[0] for address in release.addresses if "#" in address)
    whole = {address for address in release.addresses if "#" not in address}
    for address in sorted(whole | set(parts)):
        new_parts = f" and {parts[address]} of its parts" if address in whole else f": {parts[address]} new parts"
        yield f"new: {address}{new_parts if parts[address] else ''}"
    yield from (f"new: {code} for {address}" for code, address in release.codes if "-" not in code)


def sentence(release, dry_run):
    if not release.addresses and not release.codes:
        return "Nothing is new; all that the site holds is promised already."
    would = "would be promised" if dry_run else "are promised from now on"
    return f"{len(release.addresses)} addresses and {len(release.codes)} short codes {would}."


if __name__ == "__main__":
    sys.exit(conclude(lambda: main(sys.argv[1:])))
