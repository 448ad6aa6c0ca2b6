"""A record and its parts: one shape for every kind, so that an editor learns it once.

These models are the one truth about the record format. The check of every file, the JSON Schema for editors'
YAML plug-ins and the field tables of the handbook are all made from them.

Files of models do without ``annotations`` from ``__future__``: pydantic would have to read each again out of its text.
"""

import datetime
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from ..problems import Location, Place, Source
from ..syntax import ID, KEY, Citation
from .facets import Concerned, Level
from .relations import Relation


class Basis(StrEnum):
    """How well we know a claim, said in words wherever it is shown."""

    stated = "stated"
    reported = "reported"
    experience = "experience"
    derived = "derived"

    @property
    def words(self) -> str:
        return _BASIS_WORDS[self]


_BASIS_WORDS = {
    Basis.stated: "Said by the source itself",
    Basis.reported: "Reported second-hand",
    Basis.experience: "Someone’s own account",
    Basis.derived: "Our own inference",
}

_LINE = StringConstraints(strip_whitespace=True, min_length=1, pattern=r"^[^\n]*$")
_PROSE = StringConstraints(strip_whitespace=True, min_length=1)

Id = Annotated[str, StringConstraints(pattern=rf"^{ID}$")]
Key = Annotated[str, StringConstraints(pattern=rf"^{KEY}$")]
Paragraph = Annotated[str, StringConstraints(pattern=r"^p[0-9]{3,}$")]
ClaimAddress = Annotated[str, StringConstraints(pattern=rf"^(?:{ID}#)?{ID}$")]
Line = Annotated[str, _LINE]
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
OWN_WORDS = "own_words"  # the type of an error whose message is the end of a sentence: "… must be a web address"


def _written_as_a_day(text: object) -> object:
    """Pydantic also takes a moment, or seconds since 1970, for a day; nobody means that in a record."""
    if isinstance(text, str) and not _DAY.fullmatch(text):
        raise PydanticCustomError("date_parsing", "not written as a day")
    return text


Day = Annotated[datetime.date, BeforeValidator(_written_as_a_day)]
Prose = Annotated[str, _PROSE]


class Part(BaseModel):
    """What every part of a record shares: no unknown field, nothing changed after reading.

    What checks a part is made when the first one is read. What a field holds stands below it; see ``descriptions``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def model_post_init(self, context: object) -> None:
        """Forget which fields were given and which left out: nobody asks, and it is a third of what a part holds."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_KNOWN)

    def __reduce__(self) -> tuple[object, ...]:
        """How a part is kept: as its values alone."""
        return _again, (type(self), self.__dict__)


_NOT_KNOWN: set[str] = set()


def _again(kind: type[Part], values: dict[str, object]) -> Part:
    """A part that was kept; pydantic's own way to put one together takes twice as long."""
    part = object.__new__(kind)
    object.__setattr__(part, "__dict__", values)
    object.__setattr__(part, "__pydantic_fields_set__", _NOT_KNOWN)
    object.__setattr__(part, "__pydantic_extra__", None)
    object.__setattr__(part, "__pydantic_private__", None)
    return part


class Cite(Part):
    """One work that stands behind a statement."""

    source: Annotated[Key, Field(title="Source", examples=["moll2009"])]
    """The key in bibliography.bib of the work that says it."""
    via: Annotated[Key | None, Field(title="Read in", examples=["sowk551"])] = None
    """The work that was read, when that was not the source itself: "as cited in"."""
    at: Annotated[Line | None, Field(title="Place", examples=["p. 450", "abstract"])] = None
    """The page or section of the work that was read."""
    paras: Annotated[tuple[Paragraph, ...], Field(title="Paragraphs", examples=[["p018", "p019"]])] = ()
    """The paragraphs of the work that was read; p018 is shown as "para. 18"."""

    @property
    def citation(self) -> Citation:
        """The same citation as it is printed: paragraphs and place joined into one locator."""
        if not self.paras:
            return Citation(self.source, self.via, self.at)
        return Citation(self.source, self.via, ", ".join(filter(None, [self.at, _numbered(self.paras)])))


def _numbered(paragraphs: tuple[str, ...]) -> str:
    """``("p018", "p019", "p021")`` as ``paras. 18–19, 21``."""
    spans: list[list[int]] = []
    for number in sorted({int(paragraph[1:]) for paragraph in paragraphs}):
        if spans and number == spans[-1][-1] + 1:
            spans[-1] = [spans[-1][0], number]
        else:
            spans.append([number])
    label = "para." if len(paragraphs) == 1 else "paras."
    return f"{label} {', '.join('–'.join(map(str, span)) for span in spans)}"


class Check(Part):
    """What the original's own record shows, where it does not bear out what a later source says of it."""

    text: Annotated[Prose, Field(title="Text", examples=["The abstract of the review reports no finding on costs."])]
    """One or two sentences in our own words."""
    cite: Annotated[tuple[Cite, ...], Field(title="Sources", min_length=1)]
    """The original, with the part of it that was read."""


class Claim(Part):
    """One assertion with its own sources. Its id is the anchor that people link to."""

    id: Annotated[Id, Field(title="Id", examples=["frustration"])]
    """Short, permanent, unique in the record, in a-z, 0-9 and "-"."""
    text: Annotated[Prose, Field(title="Text", examples=["When duties are vague, settling in takes time."])]
    """One assertion, in our own words, no stronger than its source."""
    basis: Annotated[Basis, Field(title="Basis", examples=["reported"])]
    """How well we know it: stated, reported, experience or derived."""
    cite: Annotated[tuple[Cite, ...], Field(title="Sources", min_length=1)]
    """Who says so. At least one work."""
    check: Annotated[Check | None, Field(title="Source check")] = None
    """What the original shows, where it does not bear this out."""
    aliases: Annotated[tuple[Id, ...], Field(title="Earlier ids", examples=[["confusion"]])] = ()
    """Ids that this claim had before. Links to them go on working."""


class Difference(Part):
    """Where writers disagree, or one qualifies the other."""

    text: Annotated[Prose, Field(title="Text", examples=["One study found that a loose structure helped."])]
    """What differs, fair to both sides."""
    between: Annotated[tuple[ClaimAddress, ...], Field(title="Between", min_length=2, examples=[["unclear", "clear"]])]
    """The claims that differ: their ids, or record#claim for a claim of another record."""


class Record(Part):
    """One thing a reader would look up. The file's folder is its kind, the file's name its id."""

    model_config = ConfigDict(title="Record")
    __slots__ = ("id", "kind", "source")  # ``kind`` is the name of its folder; they are no fields of the file

    title: Annotated[Line, Field(title="Title", examples=["Unclear role"])]
    """What a reader would call it, in a few words."""
    in_short: Annotated[Prose, Field(title="In short", examples=["People often do not agree on what a peer worker's job is."])]
    """The record in plain words: sentences of at most 20 words, at most three to a paragraph."""
    claims: Annotated[tuple[Claim, ...], Field(title="Claims", min_length=1)]
    """What the sources say, one assertion each."""
    differ: Annotated[tuple[Difference, ...], Field(title="Where writers differ")] = ()
    """Where the claims disagree or qualify one another."""
    no_difference: Annotated[Prose | None, Field(title="No difference", examples=["None found in it, 2026-11-22."])] = None
    """In the place of differ, one of the two: "None found", with where and on which date you looked."""
    unknown: Annotated[Prose, Field(title="What is not known", examples=["None found in the course page, 2026-11-22."])]
    """What nobody has shown yet, or "None found", with where and on which date you looked."""
    see: Annotated[dict[Relation, tuple[Id, ...]], Field(title="See", examples=[{"related": ["few-hours"]}])] = {}
    """Related records by the kind of relation. The other record shows the inverse by itself."""
    aliases: Annotated[tuple[Id, ...], Field(title="Earlier ids", examples=[["role-confusion"]])] = ()
    """Ids that this record had before. Links to them go on working."""
    everyday_words: Annotated[tuple[Line, ...], Field(title="Everyday words", examples=[["paid too little"]])] = ()
    """What readers may call it when they look for it. The search finds the record by them, and so does the A–Z."""
    concerns: Annotated[tuple[Concerned, ...], Field(title="Concerns", min_length=1, examples=[["peer workers"]])]
    """Whom it concerns: the people who act on it or live with it. Our own sorting."""
    levels: Annotated[tuple[Level, ...], Field(title="Levels", examples=[["teams"]])] = ()
    """At which level of a service it lies, where it lies at one. Our own sorting."""
    reviewed: Annotated[Day, Field(title="Reviewed", examples=["2026-11-22"])]
    """The day on which someone last held the whole record against its sources."""

    @classmethod
    def read(cls, record_id: str, kind: str, source: Source, tree: object) -> Self:
        """The record that a file's tree of texts describes; raises pydantic's ``ValidationError`` if it describes none."""
        return cls.model_validate(tree).read_from(record_id, kind, source)

    def read_from(self, record_id: str, kind: str, source: Source) -> Self:
        """The same record, knowing where it was read from. It is kept without that, which is half of it."""
        object.__setattr__(self, "id", record_id)
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "source", source)
        return self

    def __eq__(self, other: object) -> bool:
        """Two files may say the same; they are two records."""
        return super().__eq__(other) and (self.id, self.kind) == (other.id, other.kind)

    def __copy__(self) -> Self:
        return super().__copy__().read_from(self.id, self.kind, self.source)

    def place(self, *location: str | int, words: str | None = None) -> Place:
        """Where a value of the record stands, as in ``record.place("claims", 0, "text", words="[[hours]]")``."""
        return self.source.place(location, words)

    def own_ids(self) -> Iterator[tuple[Location, str]]:
        """Every anchor that the own fields of the kind bring beside the claims, with its location."""
        return iter(())

    def addresses(self) -> Iterator[tuple[Location, str]]:
        """Every claim that the record names by its id, or by record#claim, with its location."""
        for n, difference in enumerate(self.differ):
            yield from ((("differ", n, "between", m), address) for m, address in enumerate(difference.between))

    def relations(self) -> Iterator[tuple[Location, Relation, str]]:
        """Every relation to a record named by its id, with its location; a kind may add those of its own fields."""
        for relation, names in self.see.items():
            yield from ((("see", relation.value, n), relation, name) for n, name in enumerate(names))

    def works(self) -> Iterator[tuple[Location, str]]:
        """Every work that the own fields of the kind name beside the citations, with its location."""
        return iter(())

    def prose(self) -> Iterator[tuple[Location, str]]:
        """Every text of the record in which the notations may stand, with its location."""
        yield ("in_short",), self.in_short
        for n, claim in enumerate(self.claims):
            yield ("claims", n, "text"), claim.text
            if claim.check:
                yield ("claims", n, "check", "text"), claim.check.text
        for n, difference in enumerate(self.differ):
            yield ("differ", n, "text"), difference.text
        if self.no_difference:
            yield ("no_difference",), self.no_difference
        yield ("unknown",), self.unknown

    def cites(self) -> Iterator[tuple[Location, Cite]]:
        """Every structured citation of the record, with its location."""
        for n, claim in enumerate(self.claims):
            for m, cite in enumerate(claim.cite):
                yield ("claims", n, "cite", m), cite
            for m, cite in enumerate(claim.check.cite if claim.check else ()):
                yield ("claims", n, "check", "cite", m), cite
