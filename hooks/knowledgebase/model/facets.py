"""The shelves on which a record can stand beside its kind: whom it concerns, and at which level it lies.

Both are our own sorting, made so that readers can browse; they are no claims about a source.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Facet(StrEnum):
    """A shelf. Its value is the word in the file and what readers see."""

    @property
    def slug(self) -> str:
        """The shelf as a part of addresses."""
        return re.sub(r"[^a-z]+", "-", self.value)


class Concerned(Facet):
    """Whom a record concerns: the people who act on it or live with it."""

    workers = "peer workers"
    people = "people who use services"
    families = "families and friends"
    colleagues = "colleagues"
    managers = "managers"
    social_workers = "social workers"
    trainers = "trainers"
    policy = "policy makers and funders"
    researchers = "researchers"


class Level(Facet):
    """The level of a service at which a record lies: the six that the review of barriers told of in the blog uses."""

    role = "the peer role itself"
    professionals = "single professionals"
    people = "people who use services"
    teams = "teams"
    organisations = "organisations"
    society = "money and politics"
