"""What single kinds add to a record, in the shape of ``knowledge.json``."""

from __future__ import annotations

from typing import TypedDict

from ...model import Definition, Record
from ...model.own_fields import Benefit, Column, Continuum, Evidence, Fact, Guidance, Half, Influence, Pair, Position
from .. import addresses
from . import shape
from .wording import Wording


class OwnParts(TypedDict, total=False):
    """The fields of ``shape.Record`` that belong to single kinds."""

    other_names: tuple[str, ...]
    hard_words: tuple[str, ...]
    compared: tuple[shape.Column, ...]
    positions: tuple[shape.Position, ...]
    pairs: tuple[shape.Pair, ...]
    gains: tuple[str, ...]
    effects: tuple[str, ...]
    study: shape.Study


def own_parts(record: Record, wording: Wording) -> OwnParts:
    """The fields that the kind of a record adds; none for most kinds."""
    match record:
        case Definition():
            compared = tuple(_column(record, column, wording) for column in record.compared)
            return OwnParts(other_names=record.other_names, hard_words=record.hard_words, compared=compared)
        case Continuum():
            return OwnParts(positions=tuple(_position(record, position, wording) for position in record.positions))
        case Guidance():
            return OwnParts(pairs=tuple(_pair(record, pair, wording) for pair in record.pairs))
        case Benefit():
            return OwnParts(gains=tuple(record.gains))
        case Influence():
            return OwnParts(effects=tuple(record.effects))
        case Evidence():
            return OwnParts(study=_study(record, wording))
    return OwnParts()


def _column(record: Record, column: Column, wording: Wording) -> shape.Column:
    cells = {
        aspect.value: shape.Cell(stance=cell.stance.value, words=cell.words) for aspect, cell in column.aspects.items()
    }
    claim = next(iter(wording.urls(record, [column.claim])), None)
    return shape.Column(work=column.work, claim=claim, aspects=cells)


def _position(record: Record, position: Position, wording: Wording) -> shape.Position:
    return shape.Position(
        id=position.id,
        url=addresses.of_part(record, position.id),
        title=position.title,
        direction=position.direction,
        arranged=position.arranged,
        with_whom=position.with_whom,
        where=position.where,
        claims=wording.urls(record, position.claims),
        story=wording.urls(record, position.story),
        forms=wording.ids(position.forms),
    )


def _pair(record: Record, pair: Pair, wording: Wording) -> shape.Pair:
    return shape.Pair(
        id=pair.id,
        url=addresses.of_part(record, pair.id),
        do=_half(record, pair.do, wording),
        avoid=_half(record, pair.avoid, wording),
        why=wording.text(pair.why),
        strength=pair.strength.value,
        may_not_apply=wording.text(pair.may_not_apply),
        against=wording.urls(record, pair.against),
        answers=wording.ids(pair.answers),
    )


def _half(record: Record, half: Half, wording: Wording) -> shape.Half:
    return shape.Half(text=wording.text(half.text), tier=half.tier.value, claims=wording.urls(record, half.claims))


def _study(record: Evidence, wording: Wording) -> shape.Study:
    facts = {name: _fact(record, fact, wording) for name, fact in record.facts.items()}
    return shape.Study(work=record.work, **facts)


def _fact(record: Evidence, fact: Fact, wording: Wording) -> shape.Fact:
    return shape.Fact(text=wording.text(fact.text), claims=wording.urls(record, fact.claims))
