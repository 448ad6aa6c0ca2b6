"""What single kinds add to the one shape of a record: names, comparisons, positions, pairs, facts of a study."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from ..problems import Location
from .records import ClaimAddress, Id, Key, Line, Part, Prose, Record
from .relations import Relation

Claims = Annotated[tuple[ClaimAddress, ...], Field(title="Claims", examples=[["frustration", "few-hours#integration"]])]


class Aspect(StrEnum):
    """What definitions are compared on."""

    lived_experience = "lived-experience"
    training = "training"
    pay = "pay"
    setting = "setting"
    direction = "direction"

    @property
    def words(self) -> str:
        return "Direction of help" if self is Aspect.direction else self.value.replace("-", " ").capitalize()


class Stance(StrEnum):
    """What a definition does with an aspect."""

    includes = "includes"
    excludes = "excludes"
    silent = "silent"


class Cell(Part):
    """What one definition says on one aspect."""

    stance: Annotated[Stance, Field(title="Stance", examples=["includes"])]
    """Whether the definition includes it, excludes it or is silent on it."""
    words: Annotated[Line | None, Field(title="Words", examples=["a serious mental illness, lived with successfully"])] = None
    """What exactly it says, in a few words. Leave out where it is silent."""


class Column(Part):
    """One definition in a comparison."""

    work: Annotated[Key, Field(title="Work", examples=["wang2022"])]
    """The work whose definition it is."""
    claim: Annotated[ClaimAddress, Field(title="Claim", examples=["lived-with-illness"])]
    """The claim that gives the definition."""
    aspects: Annotated[dict[Aspect, Cell], Field(title="Aspects")]
    """What it says on each aspect."""


class Definition(Record):
    """A term and what different writers mean by it."""

    other_names: Annotated[tuple[Line, ...], Field(title="Other names", examples=[["peer worker"]])] = ()
    """Other words for the same thing. Each has its own line in the A–Z."""
    hard_words: Annotated[tuple[Line, ...], Field(title="Hard words", examples=[["medical model"]])] = ()
    """Words that this record explains. Wherever one stands in another record's in_short, it must be linked to this one."""
    compared: Annotated[tuple[Column, ...], Field(title="Compared")] = ()
    """The definitions side by side, where several writers define the same term."""

    def addresses(self) -> Iterator[tuple[Location, str]]:
        yield from super().addresses()
        yield from ((("compared", n, "claim"), column.claim) for n, column in enumerate(self.compared))

    def works(self) -> Iterator[tuple[Location, str]]:
        yield from ((("compared", n, "work"), column.work) for n, column in enumerate(self.compared))


class Position(Part):
    """One position on the continuum of helping relationships."""

    id: Annotated[Id, Field(title="Id", examples=["friendship"])]
    """Its anchor: short, permanent, not the id of a claim."""
    title: Annotated[Line, Field(title="Title", examples=["Friendship"])]
    """What to call it."""
    direction: Annotated[Line, Field(title="Direction", examples=["two-way"])]
    """one-way or two-way, or in words where the source fuses them."""
    arranged: Annotated[Line, Field(title="Arranged", examples=["naturally occurring"])]
    """Arranged or naturally occurring."""
    with_whom: Annotated[Line, Field(title="With whom", examples=["peers"])]
    """Whom the relationship is with."""
    where: Annotated[Line, Field(title="Where", examples=["in the community, in a service, or both"])]
    """Where it takes place."""
    claims: Claims
    """The claims that say so."""
    story: Annotated[tuple[ClaimAddress, ...], Field(title="Story", examples=[["sam#dinners"]])] = ()
    """The steps of a story that show it."""
    forms: Annotated[tuple[Id, ...], Field(title="Forms", examples=[["informal-peer-support"]])] = ()
    """The forms of peer support that match it."""


class Continuum(Record):
    """Helping relationships in order."""

    positions: Annotated[tuple[Position, ...], Field(title="Positions", min_length=2)]
    """The positions in their order."""

    def own_ids(self) -> Iterator[tuple[Location, str]]:
        yield from ((("positions", n, "id"), position.id) for n, position in enumerate(self.positions))

    def addresses(self) -> Iterator[tuple[Location, str]]:
        yield from super().addresses()
        for n, position in enumerate(self.positions):
            yield from ((("positions", n, "claims", m), address) for m, address in enumerate(position.claims))
            yield from ((("positions", n, "story", m), address) for m, address in enumerate(position.story))

    def relations(self) -> Iterator[tuple[Location, Relation, str]]:
        yield from super().relations()
        for n, position in enumerate(self.positions):
            yield from ((("positions", n, "forms", m), Relation.related, name) for m, name in enumerate(position.forms))


class Gainer(StrEnum):
    """Who gains from peer support."""

    people = "people who use services"
    workers = "peer workers"
    teams = "teams"
    organisations = "organisations"


class Benefit(Record):
    """Something that peer support is said to bring."""

    gains: Annotated[tuple[Gainer, ...], Field(title="Who gains", min_length=1, examples=[["people who use services"]])]
    """Who gains from it."""


class Effect(StrEnum):
    """How an influence works, as the source tells it."""

    helps = "helps"
    hinders = "hinders"
    unclear = "effect unclear"
    untold = "direction not told"


class Influence(Record):
    """Something that acts on whether a peer support programme works."""

    effects: Annotated[tuple[Effect, ...], Field(title="Effects", min_length=1, examples=[["helps", "hinders"]])]
    """Whether it helps, hinders or both, or that this was not clear or not told: only as far as a claim says so."""


class Fact(Part):
    """One thing that a source tells about a study."""

    text: Annotated[Prose, Field(title="Text", examples=["18 studies out of 2,802 articles found."])]
    """The thing itself, with numbers exactly as reported; or "Not stated in the source"."""
    claims: Annotated[tuple[ClaimAddress, ...], Field(title="Claims", examples=[["numbers"]])] = ()
    """The claims that say so."""


class Evidence(Record):
    """A review or study that a source reports."""

    work: Annotated[Key | None, Field(title="Work", examples=["vandewalle2016"])] = None
    """The work itself, where it is known which it is."""
    design: Annotated[Fact, Field(title="Design")]
    """What kind of study it is."""
    size: Annotated[Fact, Field(title="Size")]
    """How many studies or people."""
    setting: Annotated[Fact, Field(title="Setting")]
    """Where it was done, or which settings it covers."""
    limits: Annotated[Fact, Field(title="Limits")]
    """What weakens it."""
    leaning: Annotated[Fact, Field(title="How far it can be leaned on, in our view")]
    """Our own judgement, in plain words, from the facts above."""

    @property
    def facts(self) -> dict[str, Fact]:
        """The facts by the name of their field, in order."""
        return {name: getattr(self, name) for name in ("design", "size", "setting", "limits", "leaning")}

    def heading(self, name: str) -> str:
        """What a fact is called on the page."""
        return type(self).model_fields[name].title

    def works(self) -> Iterator[tuple[Location, str]]:
        if self.work:
            yield ("work",), self.work

    def prose(self) -> Iterator[tuple[Location, str]]:
        yield from super().prose()
        yield from (((name, "text"), fact.text) for name, fact in self.facts.items())

    def addresses(self) -> Iterator[tuple[Location, str]]:
        yield from super().addresses()
        for name, fact in self.facts.items():
            yield from (((name, "claims", n), address) for n, address in enumerate(fact.claims))


class Tier(StrEnum):
    """Where one half of a pair of guidance comes from, said in words wherever it is shown."""

    advice = "advice"
    contrast = "contrast"
    inverted = "inverted"
    counterpart = "counterpart"

    @property
    def words(self) -> str:
        return _TIER_WORDS[self]


_TIER_WORDS = {
    Tier.advice: "Advice that a source gives",
    Tier.contrast: "Derived from what more and less successful programmes did",
    Tier.inverted: "Derived by us from something that a source reports",
    Tier.counterpart: "Our own wording of the other side of the pair",
}


class Strength(StrEnum):
    """How strongly a pair of guidance is backed, said in words wherever it is shown."""

    asked_for = "asked-for"
    suggested = "suggested"
    associated = "associated"
    inferred = "inferred"

    @property
    def words(self) -> str:
        return _STRENGTH_WORDS[self]


_STRENGTH_WORDS = {
    Strength.asked_for: "A source asks for this in so many words",
    Strength.suggested: "A source suggests this",
    Strength.associated: "More successful programmes did this; that does not prove that it brings success",
    Strength.inferred: "We infer this; no source says it or has tested it",
}


class Half(Part):
    """The do or the avoid of a pair."""

    text: Annotated[Prose, Field(title="Text", examples=["Settle early what the group is for."])]
    """What to do or to avoid, to the person who does it."""
    tier: Annotated[Tier, Field(title="Where it comes from", examples=["advice"])]
    """advice, contrast, inverted, or counterpart (our own wording of the other half)."""
    claims: Claims
    """The claims it rests on."""


class Pair(Part):
    """One piece of guidance: what to do, what to avoid, why, and when not."""

    id: Annotated[Id, Field(title="Id", examples=["clarify-focus"])]
    """Its anchor: short, permanent, not the id of a claim."""
    do: Annotated[Half, Field(title="Do")]
    """What to do."""
    avoid: Annotated[Half, Field(title="Avoid")]
    """What to avoid, which the do replaces."""
    why: Annotated[Prose, Field(title="Why")]
    """Why, in a sentence or two, with a citation."""
    strength: Annotated[Strength, Field(title="Strength", examples=["suggested"])]
    """How strongly it is backed: asked-for, suggested, associated or inferred."""
    may_not_apply: Annotated[Prose, Field(title="When it may not apply")]
    """When it may not apply."""
    against: Annotated[tuple[ClaimAddress, ...], Field(title="Counter-evidence", examples=[["hours#enough"]])] = ()
    """Claims that speak against it."""
    answers: Annotated[tuple[Id, ...], Field(title="Answers", min_length=1, examples=[["unclear-role"]])]
    """The challenges that it answers."""


class Guidance(Record):
    """Pairs of do and avoid for one group of readers."""

    pairs: Annotated[tuple[Pair, ...], Field(title="Pairs", min_length=1)]
    """The pairs, in the order of their use."""

    def own_ids(self) -> Iterator[tuple[Location, str]]:
        yield from ((("pairs", n, "id"), pair.id) for n, pair in enumerate(self.pairs))

    def prose(self) -> Iterator[tuple[Location, str]]:
        yield from super().prose()
        for n, pair in enumerate(self.pairs):
            yield from ((("pairs", n, half, "text"), getattr(pair, half).text) for half in ("do", "avoid"))
            yield from ((("pairs", n, name), getattr(pair, name)) for name in ("why", "may_not_apply"))

    def addresses(self) -> Iterator[tuple[Location, str]]:
        yield from super().addresses()
        for n, pair in enumerate(self.pairs):
            for half in ("do", "avoid"):
                claims = getattr(pair, half).claims
                yield from ((("pairs", n, half, "claims", m), address) for m, address in enumerate(claims))
            yield from ((("pairs", n, "against", m), address) for m, address in enumerate(pair.against))

    def relations(self) -> Iterator[tuple[Location, Relation, str]]:
        yield from super().relations()
        for n, pair in enumerate(self.pairs):
            yield from ((("pairs", n, "answers", m), Relation.answers, name) for m, name in enumerate(pair.answers))
