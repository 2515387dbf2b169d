"""The formats that the service speaks.

In: names. Out: their media types, and what kind of answer each can hold. What does not belong here:
choosing one for a client (`negotiation`) and writing it (`writing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Format:
    """A format of answers.

    Attributes:
        name: Its name in URLs and on the command line.
        media_type: Its media type, as the service sends it.
        aliases: Other media types by which clients ask for it.
    """

    name: str
    media_type: str
    aliases: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The media type with its character set, where the type has one."""
        is_text = self.media_type.startswith("text/")
        return f"{self.media_type}; charset=utf-8" if is_text else self.media_type


_ALL: Final = (
    Format("json", "application/sparql-results+json", ("application/json",)),
    Format("xml", "application/sparql-results+xml", ("application/xml", "text/xml")),
    Format("csv", "text/csv"),
    Format("tsv", "text/tab-separated-values"),
    Format("turtle", "text/turtle", ("application/x-turtle",)),
    Format("ntriples", "application/n-triples", ("text/plain",)),
    Format("rdfxml", "application/rdf+xml", ("application/xml",)),
    Format("jsonld", "application/ld+json", ("application/json",)),
    Format("trig", "application/trig"),
    Format("nquads", "application/n-quads"),
    Format("data", "application/json"),
    Format("svg", "image/svg+xml"),
    Format("html", "text/html", ("application/xhtml+xml",)),
)
FORMATS: Final = {each.name: each for each in _ALL}
SOLUTIONS: Final = ("json", "xml", "csv", "tsv")
GRAPHS: Final = ("turtle", "ntriples", "rdfxml", "jsonld", "trig", "nquads")
