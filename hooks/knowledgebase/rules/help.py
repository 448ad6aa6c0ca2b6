"""Rules about help.yml: a number that is offered in a hard moment must still be right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..links import Links
from ..problems import Problem

CHECK_EVERY = timedelta(days=90)


def services_checked_in_time(links: Links, today: date) -> Iterator[Problem]:
    """A service must have been checked within 90 days, and not in the future."""
    for n, service in enumerate(links.base.help.services):
        place = links.base.help.place("services", n, "checked")
        if service.checked > today:
            message = f"the day of a check must not lie in the future: found {service.checked}, and today is {today}"
            yield Problem(place, message, "check-in-future")
        elif today - service.checked > CHECK_EVERY:
            must = f'"{service.service}" must be checked every {CHECK_EVERY.days} days'
            message = f"{must}: found {service.checked}, so the check was due on {service.checked + CHECK_EVERY}"
            yield Problem(place, message, "overdue-check")


RULES = (services_checked_in_time,)
