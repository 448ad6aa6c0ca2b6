"""What single kinds add to a record, in the shape of ``knowledge.json``."""

from __future__ import annotations

from ...model import Definition, Record
from ...model.own_fields import Benefit, Column, Continuum, Evidence, Fact, Guidance, Half, Influence, Pair, Position
from .. import addresses
from .items import Item, given
from .wording import Wording


def own_parts(record: Record, wording: Wording) -> Item:
    """The fields that the kind of a record adds; none for most kinds."""
    match record:
        case Definition():
            compared = [_column(record, column, wording) for column in record.compared]
            return {"other_names": record.other_names, "hard_words": record.hard_words, "compared": compared}
        case Continuum():
            return {"positions": [_position(record, position, wording) for position in record.positions]}
        case Guidance():
            return {"pairs": [_pair(record, pair, wording) for pair in record.pairs]}
        case Benefit():
            return {"gains": record.gains}
        case Influence():
            return {"effects": record.effects}
        case Evidence():
            return {"study": _study(record, wording)}
    return {}


def _column(record: Record, column: Column, wording: Wording) -> Item:
    cells = {aspect.value: {"stance": cell.stance.value, **given(words=cell.words)} for aspect, cell in column.aspects.items()}
    claim = next(iter(wording.urls(record, [column.claim])), None)
    return {"work": column.work, **given(claim=claim), "aspects": cells}


def _position(record: Record, position: Position, wording: Wording) -> Item:
    return {
        "id": position.id,
        "url": addresses.of_part(record, position.id),
        "title": position.title,
        "direction": position.direction,
        "arranged": position.arranged,
        "with_whom": position.with_whom,
        "where": position.where,
        "claims": wording.urls(record, position.claims),
        **given(story=wording.urls(record, position.story), forms=wording.ids(position.forms)),
    }


def _pair(record: Record, pair: Pair, wording: Wording) -> Item:
    return {
        "id": pair.id,
        "url": addresses.of_part(record, pair.id),
        "do": _half(record, pair.do, wording),
        "avoid": _half(record, pair.avoid, wording),
        "why": wording.text(pair.why),
        "strength": pair.strength.value,
        "may_not_apply": wording.text(pair.may_not_apply),
        **given(against=wording.urls(record, pair.against)),
        "answers": wording.ids(pair.answers),
    }


def _half(record: Record, half: Half, wording: Wording) -> Item:
    return {"text": wording.text(half.text), "tier": half.tier.value, "claims": wording.urls(record, half.claims)}


def _study(record: Evidence, wording: Wording) -> Item:
    facts = {name: _fact(record, fact, wording) for name, fact in record.facts.items()}
    return {**given(work=record.work), **facts}


def _fact(record: Evidence, fact: Fact, wording: Wording) -> Item:
    return {"text": wording.text(fact.text), **given(claims=wording.urls(record, fact.claims))}
