"""Promises what the site now holds: python3 scripts/publish.py, before each time that the site is put on the web.

It first checks everything, as scripts/check.py does, and stops at any problem. Then it adds to the folder published/
    addresses.txt   every page, part of a page and file that is new: from now on each must lead somewhere for ever
    codes.txt       a short code for every new record, claim, pair and position
    claims.txt      a new version of every record that says something else than before, with what is new in it
and says what it added. It takes nothing away and changes no line. Commit the folder with the release. With --dry-run it only
says what it would add. With --edition it also keeps the whole site as the edition of the day: its file in editions/, its
checksum in editions.txt. No other program writes these files; removed.yml and changes.yml are written by editors.
"""

from __future__ import annotations

import ctrl_c  # noqa: F401 (first of all: from here on it answers Ctrl-C)

# isort: split
import argparse
import sys
from collections import Counter

from inside import go_inside

go_inside()

from mkdocs.config import load_config  # noqa: E402

from editions import make_edition  # noqa: E402
from environment import ROOT  # noqa: E402
from knowledgebase.links import Links  # noqa: E402
from knowledgebase.load import BIBLIOGRAPHY, load  # noqa: E402
from knowledgebase.occasion import build_day  # noqa: E402
from knowledgebase.reading.published import CHANGES, CLAIMS, CODES, LEDGER, REMOVED  # noqa: E402
from knowledgebase.rules import broken_at_release  # noqa: E402
from knowledgebase.writing.changes.release import CHANGES_OPENING, claims_with  # noqa: E402
from knowledgebase.writing.imprint import Imprint  # noqa: E402
from knowledgebase.writing.promises.ledger import REMOVED_OPENING, codes_with, ledger_with  # noqa: E402
from knowledgebase.writing.site import Site  # noqa: E402
from steps import CannotGoOn, Ending, conclude, say  # noqa: E402


def main(arguments, root=ROOT):
    options = read(arguments)
    imprint = Imprint(site_url=address_of(root), day=build_day())
    loaded = load(root, imprint.day)
    refuse_problems(loaded.problems or tuple(broken_at_release(Links(loaded.base), imprint.day)))
    release = Site(loaded.base, (root / BIBLIOGRAPHY).read_text("utf-8-sig"), imprint=imprint).release
    for line in added(release):
        say(line)
    if not options.dry_run:
        write(root, loaded.base.published, release)
        if options.edition:
            say(make_edition(root, imprint.day, imprint.site_url))
    return Ending(0, sentence(release, options.dry_run))


def read(arguments):
    parser = argparse.ArgumentParser(description="Add what is new to the addresses and codes that are promised.")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be added")
    parser.add_argument("--edition", action="store_true", help="also keep the site as the edition of the day")
    return parser.parse_args(arguments)


def address_of(root):
    """Where the site is on the web, as mkdocs.yml has it; empty where it knows no address."""
    return load_config(str(root / "mkdocs.yml")).site_url or ""


def refuse_problems(problems):
    for problem in problems:
        say(str(problem))
    if problems:
        raise CannotGoOn("Nothing was promised: the lines above say what must be mended first.")


def write(root, published, release):
    """Write the lists anew; make removed.yml and changes.yml, with how to write them, where there are none."""
    (root / LEDGER).parent.mkdir(exist_ok=True)
    (root / LEDGER).write_text(ledger_with(published, release), "utf-8", newline="\n")
    (root / CODES).write_text(codes_with(published, release), "utf-8", newline="\n")
    (root / CLAIMS).write_text(claims_with(published, release.forms), "utf-8", newline="\n")
    for file, opening in ((REMOVED, REMOVED_OPENING), (CHANGES, CHANGES_OPENING)):
        if not (root / file).exists():
            (root / file).write_text(opening, "utf-8", newline="\n")


def added(release):
    """A line for each new page, with how many of its parts are new, for each new file, and for each new code of a record."""
    parts = Counter(address.partition("#")[0] for address in release.addresses if "#" in address)
    whole = {address for address in release.addresses if "#" not in address}
    for address in sorted(whole | set(parts)):
        new_parts = f" and {parts[address]} of its parts" if address in whole else f": {parts[address]} new parts"
        yield f"new: {address}{new_parts if parts[address] else ''}"
    yield from (f"new: {code} for {address}" for code, address in release.codes if "-" not in code)
    yield from (f"new: version {number} of {code}" for code, number in versions(release))


def versions(release):
    """The code and the number of each version that a release brings, in order."""
    return sorted({(form.code, form.version) for form in release.forms})


def sentence(release, dry_run):
    if not (release.addresses or release.codes or release.forms):
        return "Nothing is new; all that the site holds is promised already."
    would = "would be promised" if dry_run else "are promised from now on"
    new = f"; new versions of records: {len(versions(release))}" if release.forms else ""
    return f"{len(release.addresses)} addresses and {len(release.codes)} short codes {would}{new}."


if __name__ == "__main__":
    sys.exit(conclude(lambda: main(sys.argv[1:])))
