"""Rules about published/: no address that was given out is lost, and what is said of what is gone is true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..links import Links
from ..model.published import Promise
from ..problems import Problem, suggestion
from ..writing.promises.fates import Fates, LeftBehind, Lost, Moved, Removed, Stands

_SAY_SO = "if it is gone, say since when and why in published/removed.yml"


def no_address_lost(links: Links, today: date) -> Iterator[Problem]:
    """An address that was published must go on leading somewhere."""
    fates = Fates(links)
    for promise in links.base.published.promises:
        if isinstance(fates.of(promise.address), Lost) and _is_told_of_alone(promise, fates):
            what = _advice_for_a_part(promise, fates) if promise.fragment else _advice_for_a_page(promise, links)
            must = "an address that was published must go on leading somewhere"
            yield Problem(promise.place, f'{must}: found nothing for "{promise.address}"; {what}', "address-lost")


def removed_things_are_gone(links: Links, today: date) -> Iterator[Problem]:
    """What is written down as removed must have been published and be gone."""
    known = {promise.address for promise in links.base.published.promises}
    fates = Fates(links, tombstones=())
    for stone in links.base.published.removed:
        if stone.address not in known:
            must = "what is removed must be an address of published/addresses.txt"
            message = f'{must}: found "{stone.address}"{suggestion(stone.address, known)}'
            yield Problem(stone.place, message, "not-published")
        elif isinstance(fate := fates.of(stone.address), Stands | Moved | LeftBehind):
            where = f"it is at {fate.to}" if isinstance(fate, Moved) else "it is there"
            message = f'what is removed must be gone: found "{stone.address}", and {where}; no id is used for two things'
            yield Problem(stone.place, message, "not-removed")


def removed_once(links: Links, today: date) -> Iterator[Problem]:
    """A removal must be written down once, and not before it happens."""
    seen: set[str] = set()
    for stone in links.base.published.removed:
        if stone.address in seen:
            yield Problem(stone.place, f'a removal must be written once: found "{stone.address}" again', "removed-twice")
        if stone.when > today:
            message = f"the day of a removal must not lie in the future: found {stone.when}, and today is {today}"
            yield Problem(stone.place, message, "removed-in-future")
        seen.add(stone.address)


def replacements_lead_somewhere(links: Links, today: date) -> Iterator[Problem]:
    """What stands instead of something removed must be there."""
    fates = Fates(links)
    for stone in links.base.published.removed:
        if stone.instead and isinstance(fates.of(stone.instead), Lost | Removed):
            message = f'"instead" must be an address that is there: found "{stone.instead}"'
            yield Problem(stone.place, message, "replacement-lost")


def codes_lead_to_promises(links: Links, today: date) -> Iterator[Problem]:
    """A short code must belong to an address that was published."""
    known = {promise.address for promise in links.base.published.promises}
    for code in links.base.published.codes:
        if code.address not in known:
            must = "a short code must belong to an address of published/addresses.txt"
            yield Problem(code.place, f'{must}: found "{code.address}"{suggestion(code.address, known)}', "code-lost")


RULES = (no_address_lost, removed_things_are_gone, removed_once, replacements_lead_somewhere, codes_lead_to_promises)


def _is_told_of_alone(promise: Promise, fates: Fates) -> bool:
    """Whether a lost address is not just a part of a page that is lost itself, or a file that goes with one."""
    page = fates.page_of(promise.address)
    return page == promise.address or not isinstance(fates.of(page), Lost)


def _advice_for_a_page(promise: Promise, links: Links) -> str:
    folder, _, name = promise.page.rpartition("/")
    name = name.removesuffix(".html")
    if folder in {kind.folder for kind in links.base.kinds}:
        known = [record.id for record in links.base.records if record.kind == folder]
        meant = suggestion(name, known).removeprefix("; did you mean ").rstrip("?")
        renamed = f"if it is now {meant}" if meant else "if the record has another id now"
        return f'{renamed}, write "aliases: [{name}]" in its file; {_SAY_SO}'
    return "if it stands at another address now, or is gone, say so in published/removed.yml"


def _advice_for_a_part(promise: Promise, fates: Fates) -> str:
    record = fates.record_at(promise.page)
    if record is None:
        return f'if the heading has other words now, write "{{#{promise.fragment}}}" after them; {_SAY_SO}'
    meant = suggestion(promise.fragment, [claim.id for claim in record.claims]).removeprefix("; did you mean ").rstrip("?")
    renamed = f"if it is now the claim {meant}" if meant else "if it is a claim that has another id now"
    aliases = f'write "aliases: [{promise.fragment}]" under it in {record.source.path}'
    return f"{renamed}, {aliases}; {_SAY_SO}, and what is there instead"
