"""Measures the built site in a browser and writes measured/site.json: python3 scripts/measure.py [SITE]

Opens every page and counts what it asks of other hosts, keeps and weighs, and the barriers that axe finds. The pages on
privacy and accessibility are made from what it writes, so build the site again afterwards. It takes some minutes.
"""

from __future__ import annotations

import ctrl_c  # noqa: F401 (first of all: from here on it answers Ctrl-C)

# isort: split
import argparse
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from itertools import count
from pathlib import Path

from environment import ROOT, TEST
from inside import go_inside

go_inside(TEST)

import browser as browsers  # noqa: E402
from knowledgebase.model.measured import Barrier, FirstVisit, Measured  # noqa: E402
from knowledgebase.occasion import build_day  # noqa: E402
from steps import CannotGoOn, Ending, conclude, say  # noqa: E402
from visits import AXE, SCHEMES, WIDTHS, Kept, opened, pages_of, served, visit  # noqa: E402

RESULT = ROOT / "measured" / "site.json"
WEIGHED = (  # the pages whose first visit is told of
    "index.html", "challenges/unclear-role.html", "continuum/helping-relationships.html", "bibliography.html", "search.html",
)  # fmt: skip


def main(arguments):
    site = read(arguments).site
    names = pages_of(site)
    if not names:
        raise CannotGoOn(f"There is no site in {site}. Build it first: python3 scripts/build.py")
    program = browsers.require(log=ROOT / ".venv" / "browser.log")
    with served(site) as address:
        visits = visits_of_all(site, names, address, program)
        measured = added_up(visits, *versions(address, program))
    RESULT.write_text(measured.model_dump_json(indent=1) + "\n", "utf-8")
    found = sum(barrier.places for barrier in measured.barriers)
    sentence = f"{len(visits)} pages measured: {len(measured.other_hosts)} other hosts asked, {measured.kept} things kept,"
    return Ending(0, f"{sentence} {found} barriers found. Written: {RESULT.name}.")


def read(arguments):
    parser = argparse.ArgumentParser(description="Measure every page of the built site in a browser.")
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site", help="the folder of the site (default: site/)")
    return parser.parse_args(arguments)


def visits_of_all(site, names, address, program):
    """A visit of every page, several at a time; each visitor has a browser and a share of the pages of its own."""
    done = count(1)

    def visits_of(share):
        with opened(program) as browser:
            return [told(visit(browser, address, site, name), next(done), len(names)) for name in share]

    visitors = min(os.cpu_count() or 1, len(names))
    with ThreadPoolExecutor(visitors) as pool:
        return [seen for share in pool.map(visits_of, (names[n::visitors] for n in range(visitors))) for seen in share]


def told(seen, number, of):
    """Pass a visit on, and tell of it where it found something, or at every twentieth page."""
    for found in seen.barriers:
        say(f"{seen.page}: {found.rule} at {found.places} places: {found.says}")
    if seen.other_hosts:
        say(f"{seen.page}: asked {', '.join(seen.other_hosts)}")
    if number % 20 == 0 or number == of:
        say(f"{number} of {of} pages ...")
    return seen


def versions(address, program):
    """The names of the browser and of axe, with their versions."""
    with opened(program) as browser:
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        page.evaluate(AXE)
        return f"Chromium {browser.version}", page.evaluate("axe.version")


def added_up(visits, browser, axe):
    """One measurement of many visits."""
    kept = {field.name: sum(getattr(seen.kept, field.name) for seen in visits) for field in fields(Kept)}
    return Measured(
        day=build_day().isoformat(),
        browser=browser,
        axe=axe,
        pages=len(visits),
        widths=WIDTHS,
        schemes=SCHEMES,
        other_hosts=tuple(sorted({host for seen in visits for host in seen.other_hosts})),
        **kept,
        most_files=max(len(seen.files) for seen in visits),
        first_visits=tuple(first_visits(visits)),
        barriers=tuple(barriers(visits)),
    )


def first_visits(visits):
    """The visits that are told of one by one, in the order of their list."""
    by_page = {seen.page: seen for seen in visits}
    for seen in (by_page[page] for page in WEIGHED if page in by_page):
        yield FirstVisit(page=seen.page, files=len(seen.files), weight=seen.weight)


def barriers(visits):
    """Each rule that was broken, with the pages and the places where it was."""
    says = {found.rule: found.says for seen in visits for found in seen.barriers}
    for rule in sorted(says):
        places = [found.places for seen in visits for found in seen.barriers if found.rule == rule]
        yield Barrier(rule=rule, says=says[rule], pages=len(places), places=sum(places))


if __name__ == "__main__":
    sys.exit(conclude(lambda: main(sys.argv[1:])))
