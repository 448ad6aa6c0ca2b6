"""Says everything that is wrong with the knowledge base: python3 scripts/check.py [--json]

Reads data/, bibliography.bib, docs/, help.yml, published/ and measured/, and writes nothing. Prints a line for each problem,
with its place; exit code 1 if there is any. The build says the same in the same words.
"""

from __future__ import annotations

import ctrl_c  # noqa: F401 (first of all: from here on it answers Ctrl-C)

# isort: split
import argparse
import gc
import json
import sys

from inside import go_inside

go_inside()
gc.disable()  # nothing can be freed before the end, and looking for it takes a third of the time

from environment import ROOT  # noqa: E402
from knowledgebase.load import load  # noqa: E402
from knowledgebase.occasion import build_day  # noqa: E402
from steps import Ending, conclude  # noqa: E402


def main(arguments):
    options = read(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter must not hide a problem
    loaded = load(options.root, build_day())
    print_json(loaded.problems) if options.json else print_lines(loaded)
    gc.freeze()  # nor is it looked for at the end
    return 1 if loaded.problems else 0


def read(arguments):
    parser = argparse.ArgumentParser(description="Say everything that is wrong with the knowledge base.")
    parser.add_argument("--json", action="store_true", help="print the problems as JSON, for other programs")
    parser.set_defaults(root=ROOT)
    return parser.parse_args(arguments)


def print_lines(loaded):
    for problem in loaded.problems:
        print(problem)
    found = counted(len(loaded.problems), "problem") if loaded.problems else "no problem"
    print(f"{counted(len(loaded.base.records), 'record')} and {counted(len(loaded.base.works), 'work')} checked: {found}.")


def counted(number, noun):
    return f"{number} {noun}{'' if number == 1 else 's'}"


def print_json(problems):
    rows = [vars(p.place) | {"message": p.message, "rule": p.rule, "fatal": p.fatal} for p in problems]
    print(json.dumps(rows, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    sys.exit(conclude(lambda: Ending(main(sys.argv[1:]), "")))
