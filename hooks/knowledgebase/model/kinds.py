"""The kinds of record, each declared once: its folder, its names, its fields, its template.

To add a kind, add a line here and, if its page needs parts of its own, a template.
"""

from __future__ import annotations

from typing import NamedTuple

from .own_fields import Benefit, Continuum, Definition, Evidence, Guidance, Influence
from .records import Record


class Kind(NamedTuple):
    """A kind of record. ``folder`` is its folder under data/, the start of its addresses and its name everywhere."""

    folder: str
    singular: str
    plural: str
    lead: str  # what the kind holds, in one sentence; it opens the index page
    record: type[Record] = Record
    template: str = "record.html"
    grouped_by: str = ""  # the field whose values head the groups of the index


KINDS: tuple[Kind, ...] = (
    Kind("definitions", "Definition", "Definitions", "What the words mean, and to whom.", Definition, "definition.html"),
    Kind("continuum", "Continuum", "Continuum", "Helping relationships in order.", Continuum, "continuum.html"),
    Kind("forms", "Form", "Forms of peer support", "The shapes that peer support takes."),
    Kind("values", "Value", "Values", "What peer support stands for, and what social work shares with it."),
    Kind(
        "benefits", "Benefit", "Benefits", "What peer support is said to bring, and to whom.", Benefit, "benefit.html", "gains"
    ),
    Kind("challenges", "Challenge", "Challenges", "What makes peer support work hard."),
    Kind("influences", "Influence", "Influences", "What helps or hinders a programme.", Influence, "influence.html", "effects"),
    Kind("tensions", "Tension", "Tensions", "Questions on which writers pull in different directions."),
    Kind("evidence", "Evidence", "Evidence", "The studies and reviews that the sources report.", Evidence, "evidence.html"),
    Kind("social-work-role", "Social work role", "Social work role", "What social workers can do with and for peer workers."),
    Kind("guidance", "Guidance", "Guidance", "What to do and what to avoid, in pairs.", Guidance, "guidance.html"),
    Kind("stories", "Story", "Stories", "Peer support as it happened, step by step."),
    Kind("perspectives", "Perspective", "Perspectives", "What readers of the sources said in comments."),
)
