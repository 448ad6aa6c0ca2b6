"""A record's file into a ``Record``; everything that keeps it from being one, said in the editor's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ValidationError

from ..model.anchors import is_part_of_pages
from ..model.kinds import KINDS, Kind
from ..model.records import Record
from ..problems import Location, Place, Problem, suggestion
from ..syntax import DEVICE, ID, MOST_NOTATIONS, too_many_notations
from .findings import as_id, what_is_wrong
from .yaml_tree import read_yaml

RESERVED_IDS = frozenset({"index", "404", "search", "assets"})

_BY_FOLDER = {kind.folder: kind for kind in KINDS}


def kind_of_folder(folder: str) -> Kind | None:
    return _BY_FOLDER.get(folder)


def unknown_kind(folder: str, place: Place) -> Problem:
    message = f'a folder in data/ must be a kind of record: found "{folder}"{suggestion(folder, _BY_FOLDER)}'
    return Problem(place, message, "unknown-kind", fatal=True)


def read_record(text: str, path: str, record_id: str, kind: Kind) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record that a text describes, or the problems that keep it from being one."""
    tree, source, problems = read_yaml(text, path)
    problems += (*_id_problems(record_id, path), *_too_many_notations(text, path))
    if tree is None and not problems:
        problems = (_fatal(Place(path, 1, 1), "a record must have fields: found an empty file", "empty-file"),)
    if problems:
        return None, problems
    try:
        record = kind.record.read(record_id, kind.folder, source, tree)
    except ValidationError as error:
        return None, what_is_wrong(error, kind.record, source)
    problems = tuple(_anchor_problems(record))
    return (None, problems) if problems else (record, ())


def _too_many_notations(text: str, path: str) -> Iterator[Problem]:
    if found := too_many_notations(text):
        message = f"a record must hold at most {MOST_NOTATIONS:,} notations: found {found:,}"
        yield _fatal(Place(path), message, "too-much")


def _id_problems(record_id: str, path: str) -> Iterator[Problem]:
    if not re.fullmatch(ID, record_id):
        message = f'the file name is the id and must be in a-z, 0-9 and single "-": found "{record_id}"{as_id(record_id)}'
        yield _fatal(Place(path), message, "bad-id")
    elif _is_reserved(record_id):
        yield _fatal(Place(path), f'"{record_id}" is reserved and must not be the id of a record', "bad-id")


def _is_reserved(record_id: str) -> bool:
    """Whether a page of the site, or a device of Windows, has this name."""
    return record_id in RESERVED_IDS or bool(DEVICE.fullmatch(record_id))


def _anchor_problems(record: Record) -> Iterator[Problem]:
    for n, alias in enumerate(record.aliases):
        if _is_reserved(alias):
            yield _fatal(record.place("aliases", n), f'"{alias}" is reserved and must not be an earlier id', "bad-id")
    seen: set[str] = set()
    for location, name in _anchors(record):
        if is_part_of_pages(name):
            message = f'"{name}" is the name of a part of the page and must not be an id in a record'
            yield _fatal(record.place(*location), message, "bad-id")
        if name in seen:
            yield _fatal(record.place(*location), f'an id must be used once in a record: found "{name}" again', "id-twice")
        seen.add(name)


def _anchors(record: Record) -> Iterator[tuple[Location, str]]:
    """Every id that becomes an anchor of the record's page."""
    for n, claim in enumerate(record.claims):
        yield ("claims", n, "id"), claim.id
        yield from ((("claims", n, "aliases", m), alias) for m, alias in enumerate(claim.aliases))
    yield from record.own_ids()


def _fatal(place: Place, message: str, rule: str) -> Problem:
    return Problem(place, message, rule, fatal=True)
