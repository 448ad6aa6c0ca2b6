"""Settings of the site for a hard moment: services that help now, and a way off the page. Off until someone fills them in."""

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, PrivateAttr
from pydantic_core import PydanticCustomError

from ..problems import Place, Source
from .records import OWN_WORDS, Day, Line, Part

_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@\"'<>]+(?:[/?#][^\s\"'<>]*)?", re.IGNORECASE)
_NUMBER = re.compile(r"\+?[0-9](?:[ -]?[0-9]){1,14}")  # at most 15 digits, as the numbering plan E.164 has it


def _dialled(text: str) -> str:
    """Two numbers, or a "(0)" that some must leave out, would make a link that rings nowhere."""
    if not _NUMBER.fullmatch(text):
        raise PydanticCustomError(OWN_WORDS, 'be one telephone number, in digits with single spaces or "-" between them')
    return text


def _on_the_web(text: str) -> str:
    if not _WEB_ADDRESS.fullmatch(text):
        raise PydanticCustomError(OWN_WORDS, "be a web address that begins with https:// or http:// and holds no space")
    return text


Number = Annotated[Line, AfterValidator(_dialled)]
WebAddress = Annotated[Line, AfterValidator(_on_the_web)]


class Service(Part):
    """Someone whom a reader can reach now."""

    country: Annotated[Line, Field(title="Country")]
    """The country, or the part of one, that it serves."""
    service: Annotated[Line, Field(title="Service")]
    """What it calls itself."""
    number: Annotated[Number, Field(title="Number")]
    """Its telephone number, as one dials it in that country."""
    hours: Annotated[Line, Field(title="Hours")]
    """When somebody answers, as in "day and night"."""
    link: Annotated[WebAddress, Field(title="Link")]
    """Its own page, on which the number and the hours can be checked."""
    checked: Annotated[Day, Field(title="Checked")]
    """The day on which someone last held all of this against that page."""

    @property
    def call(self) -> str:
        """The address that a telephone dials."""
        return "tel:" + re.sub(r"[^+0-9]", "", self.number)


class Leave(Part):
    """A plain link that takes a reader away from the site at once."""

    link: Annotated[WebAddress, Field(title="Link")]
    """Where it leads: a page that nobody needs to explain, such as a weather report."""
    words: Annotated[Line, Field(title="Words")] = "Leave this page"
    """The words of the link."""


class Help(Part):
    """What stands before the content of every page."""

    _source: Source = PrivateAttr()

    services: Annotated[tuple[Service, ...], Field(title="Services")] = ()
    """Whom a reader can reach now, in the order in which they are shown."""
    leave: Annotated[Leave | None, Field(title="Leave")] = None
    """The way off the page."""

    @classmethod
    def read(cls, source: Source, tree: object) -> Self:
        """What a file's tree of texts says; raises pydantic's ``ValidationError`` if it says nothing that is right."""
        settings = cls.model_validate(tree)
        settings._source = source
        return settings

    def place(self, *location: str | int) -> Place:
        """Where a value stands in the file, as in ``settings.place("services", 0, "checked")``."""
        return self._source.place(location)
