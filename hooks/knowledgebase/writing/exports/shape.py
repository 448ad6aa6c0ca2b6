"""The shape of ``data/knowledge.json``: what each field holds stands below the field. Its schema is made of it.

No build needs it: scripts/describe.py writes the schema down, beside this file, and a test says when it was forgotten.

``format`` rises only when something that was there is renamed, removed or means something else; fields may be added
at any time. Addresses are relative to the site's root, and ids and keys are never used for anything else.
"""

import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from ...model.descriptions import describe

# That a text is not empty is promised by the schema alone: in the live preview, data that is not right must be shown.
Text = Annotated[str, Field(json_schema_extra={"minLength": 1})]
Url = Annotated[str, Field(json_schema_extra={"minLength": 1}, examples=["challenges/unclear-role.html#frustration"])]
Urls = tuple[Url, ...]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", examples=["2026-11-22"])]
Paragraph = Annotated[str, Field(pattern="^p[0-9]{3,}$")]
CslItem = Annotated[dict[str, JsonValue], Field(json_schema_extra={"required": ["id", "type"]})]


class Shape(BaseModel):
    """What every part shares: no field that is not told here."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Cite(Shape):
    """One work that stands behind a statement."""

    source: Text
    """The key of the work that says it."""
    via: Text | None = None
    """The key of the work that was read, where that was not the source itself."""
    at: Text | None = None
    """The page or section of the work that was read."""
    paras: tuple[Paragraph, ...] = ()
    """The paragraphs of the work that was read."""


class Check(Shape):
    """What the original's own record shows, where it does not bear out the claim."""

    text: Text
    cites: Annotated[tuple[Cite, ...], Field(min_length=1)]


class Claim(Shape):
    """One assertion with its own sources."""

    id: Text
    """Its anchor on the page of its record."""
    url: Url
    text: Text
    basis: Text
    """How well it is known: stated, reported (second-hand), experience (one person's account), derived (our inference)."""
    cites: Annotated[tuple[Cite, ...], Field(min_length=1)]
    check: Check | None = None
    earlier_ids: tuple[Text, ...] = ()


class Link(Shape):
    """A way from one record to another."""

    rel: Text
    """A relation, or "mentions" where a text of the record links to the other."""
    to: Text
    """The id of the other record."""


class Difference(Shape):
    """Where writers disagree, or one qualifies the other."""

    text: Text
    between: Urls
    """The claims that differ."""


class Half(Shape):
    """The do or the avoid of a pair."""

    text: Text
    tier: Text
    """Where it comes from: advice, contrast, inverted, or counterpart (our own wording of the other side)."""
    claims: Urls
    """The claims that it rests on."""


class Pair(Shape):
    """One piece of guidance."""

    id: Text
    url: Url
    do: Half
    avoid: Half
    why: Text
    strength: Text
    """How strongly it is backed: asked-for, suggested, associated, inferred."""
    may_not_apply: Text
    against: Urls = ()
    """The claims that speak against it."""
    answers: tuple[Text, ...]
    """The ids of the challenges that it answers."""


class Position(Shape):
    """One position on the continuum of helping relationships, in its order."""

    id: Text
    url: Url
    title: Text
    direction: Text
    arranged: Text
    with_whom: Text
    where: Text
    claims: Urls
    """The claims that say so."""
    story: Urls = ()
    """The steps of a story that show it."""
    forms: tuple[Text, ...] = ()
    """The ids of the forms of peer support that match it."""


class Cell(Shape):
    """What one definition says on one aspect."""

    stance: Text
    """Whether it includes the aspect, excludes it or is silent on it."""
    words: Text | None = None


class Column(Shape):
    """One of several definitions of the same term."""

    work: Text
    """The key of the work whose definition it is."""
    claim: Url | None = None
    aspects: dict[str, Cell]


class Fact(Shape):
    """One thing that a source tells about a study."""

    text: Text
    claims: Urls = ()


class Study(Shape):
    """A review or study at a glance."""

    work: Text | None = None
    """The key of the work itself, where it is known."""
    design: Fact
    size: Fact
    setting: Fact
    limits: Fact
    leaning: Fact
    """How far it can be leaned on: our own judgement."""


class Record(Shape):
    """One thing a reader would look up. The last fields belong to single kinds."""

    id: Text
    kind: Text
    """The folder of its kind, as in "challenges"."""
    title: Text
    url: Url
    in_short: Text
    reviewed: Day
    """The day on which the whole record was last held against its sources."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    links: tuple[Link, ...]
    """Every way to another record: relations as both sides have them, then mentions."""
    relations: dict[str, tuple[Text, ...]] = {}
    """The relations alone: the ids of the other records by relation."""
    concerns: Annotated[tuple[Text, ...], Field(min_length=1)]
    """Whom it concerns. Our own sorting."""
    levels: tuple[Text, ...] = ()
    """At which level of a service it lies. Our own sorting."""
    everyday_words: tuple[Text, ...] = ()
    """What readers may call it."""
    differ: tuple[Difference, ...] = ()
    no_difference: Text | None = None
    """Where and when we looked for differences and found none."""
    unknown: Text
    """What nobody has shown yet."""
    earlier_ids: tuple[Text, ...] = ()
    other_names: tuple[Text, ...] = ()
    hard_words: tuple[Text, ...] = ()
    """Words that the record explains."""
    compared: tuple[Column, ...] = ()
    positions: tuple[Position, ...] = ()
    pairs: tuple[Pair, ...] = ()
    gains: tuple[Text, ...] = ()
    """Who gains."""
    effects: tuple[Text, ...] = ()
    """Whether it helps or hinders."""
    study: Study | None = None


class Work(Shape):
    """A work of the bibliography."""

    key: Text
    url: Url
    reference: Text
    """Its line in a list of references, in the style of APA 7."""
    parenthetical: Text
    narrative: Text
    csl: CslItem
    """The same as an item of CSL-JSON."""
    unchecked: Text | None = None
    """The details that we have from memory or by inference."""


class Site(Shape):
    """Where the knowledge base comes from."""

    name: Text | None = None
    url: Text | None = None
    """The site's root, to which every other address is relative; left out where the site knows none."""


class Knowledge(Shape):
    """The whole knowledge base. Values that a part does not have are left out."""

    model_config = ConfigDict(title="The knowledge base on peer support")

    format: Literal[1] = Field()
    site: Site = Site.model_construct()
    records: tuple[Record, ...]
    works: tuple[Work, ...]


def schema() -> str:
    """The JSON Schema of the whole."""
    describe(Shape)
    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Knowledge.model_json_schema()
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
