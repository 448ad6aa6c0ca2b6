"""What must be true of the knowledge base as a whole.

Each rule is a small generator of problems whose docstring is the rule. A broken rule leaves a page that can be
shown, so it is a warning in the live preview and a failure of the strict build and of the check.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ..links import Links
from ..problems import Problem, at_most
from . import changes, citing, figures, help, linking, plain_words, promises, respect, wording

MOST_PROBLEMS = 1000  # of one rule, told in one run
Rule = Callable[[Links, date], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *wording.RULES, *respect.RULES, *plain_words.RULES, *linking.RULES, *citing.RULES, *figures.RULES, *help.RULES,
    *promises.RULES, *changes.RULES,
)  # fmt: skip


def broken_rules(links: Links, today: date) -> Iterator[Problem]:
    """The problems of every rule. ``today`` is the day on which reviews are due or overdue."""
    for rule in RULES:
        yield from at_most(MOST_PROBLEMS, rule(links, today))


def broken_at_release(links: Links, today: date) -> Iterator[Problem]:
    """The problems of the rules that only a release must keep."""
    for rule in changes.RELEASE_RULES:
        yield from at_most(MOST_PROBLEMS, rule(links, today))
