"""What must be true of the knowledge base as a whole.

Each rule is a small generator of problems whose docstring is the rule; those that one record can break by itself stand apart,
so that a record that did not change is not asked again. A broken rule leaves a page that can be
shown, so it is a warning in the live preview and a failure of the strict build and of the check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from ..links import Links
from ..model import Record
from ..problems import Problem, at_most
from . import changes, citing, figures, help, linking, plain_words, promises, respect, wording
from .alone import Alone, RuleOfOne, broken_alone, told

MOST_PROBLEMS = 1000  # of one rule, told in one run
Rule = Callable[[Links, date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *wording.RULES, *respect.RULES, *plain_words.RULES, *linking.RULES, *citing.RULES, *figures.RULES, *help.RULES,
    *promises.RULES, *changes.RULES,
)  # fmt: skip
RULES_OF_ONE: tuple[RuleOfOne, ...] = (*wording.RULES_OF_ONE, *respect.RULES_OF_ONE, *citing.RULES_OF_ONE)


def broken_by(record: Record) -> Alone:
    """The rules that a record breaks by itself."""
    return broken_alone(record, RULES_OF_ONE)


def broken_rules(links: Links, today: date, alone: Mapping[str, Alone] | None = None) -> Iterator[Problem]:
    """The problems of every rule. ``today`` is the day on which reviews are due or overdue.

    ``alone`` says, by its id, which rules each record breaks by itself, if that is known.
    """
    found = ((record, broken_by(record) if alone is None else alone[record.id]) for record in links.base.records)
    broken = [(record, rules) for record, rules in found if rules]
    for rule in RULES_OF_ONE:
        yield from at_most(MOST_PROBLEMS, told(links, rule, broken))
    for rule in RULES:
        yield from at_most(MOST_PROBLEMS, rule(links, today))


def broken_at_release(links: Links, today: date) -> Iterator[Problem]:
    """The problems of the rules that only a release must keep."""
    for rule in changes.RELEASE_RULES:
        yield from at_most(MOST_PROBLEMS, rule(links, today))
