"""The relations that one record can have to another, each with its inverse.

An editor writes a relation on one side only; the other side shows the inverse.
"""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """How a record stands to another. The value is the word in the file."""

    part_of = "part-of"
    has_part = "has-part"
    answers = "answers"
    answered_by = "answered-by"
    leads_to = "leads-to"
    follows_from = "follows-from"
    illustrates = "illustrates"
    illustrated_by = "illustrated-by"
    extends = "extends"
    extended_by = "extended-by"
    qualifies = "qualifies"
    qualified_by = "qualified-by"
    agrees_with = "agrees-with"
    contradicts = "contradicts"
    related = "related"

    @property
    def words(self) -> str:
        """The relation as a heading over the records it leads to: "Part of", "Answered by"."""
        return self.value.replace("-", " ").capitalize()

    @property
    def inverse(self) -> Relation:
        return _INVERSE.get(self, self)


_PAIRS = (
    (Relation.part_of, Relation.has_part),
    (Relation.answers, Relation.answered_by),
    (Relation.leads_to, Relation.follows_from),
    (Relation.illustrates, Relation.illustrated_by),
    (Relation.extends, Relation.extended_by),
    (Relation.qualifies, Relation.qualified_by),
)
_INVERSE = dict(_PAIRS) | {there: here for here, there in _PAIRS}
