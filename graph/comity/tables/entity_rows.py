"""What a row about a thing is: the thing, its identifiers elsewhere, its old ids, its exceptions.

In: nothing. Out: row types and the parsers of their cells. What does not belong here: which files
hold them (`rows`), and what is claimed of a thing (`claim_rows`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.tables import columns as c

if TYPE_CHECKING:
    from comity.rdf.dates import PartialDate
    from comity.tables.place import Place


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A thing with an id."""

    place: Place
    id: str
    label: str
    alt_labels: tuple[str, ...]
    wikidata: str | None
    start: PartialDate | None
    end: PartialDate | None
    description: str
    source: tuple[str, ...]
    verified: str
    nation: str | None = None

    @property
    def kind(self) -> str:
        """The kind of thing, which is the first part of its id."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class IdentifierRow:
    """The identifier of a thing in a scheme of others."""

    place: Place
    entity: str
    scheme: str
    value: str
    source: str
    verified: str


@dataclass(frozen=True, slots=True)
class RedirectRow:
    """An id that was merged into another."""

    place: Place
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExceptionRow:
    """Why ties may lie outside the time of a thing, or why a claim does; until when, from when."""

    place: Place
    about: str
    start: PartialDate | None
    end: PartialDate | None
    reason: str
    source: str
    verified: str


KINDS: Final = {
    "nations": "nation",
    "agencies": "agency",
    "missions": "mission",
    "accords": "accord",
    "instruments": "instrument",
    "institutions": "institution",
    "organisations": "organisation",
    "programmes": "programme",
    "restrictions": "restriction",
    "samples": "sample",
    "events": "event",
    "persons": "person",
}
ENTITY: Final = {
    "id": c.identifier,
    "label": c.some_text,
    "alt_labels": c.texts,
    "wikidata": c.optional_wikidata,
    "start": c.optional_date,
    "end": c.optional_date,
    "nation": c.optional_identifier,
    "description": c.text,
    "source": c.some_slugs,
    "verified": c.some_text,
}
SCHEMES: Final = {
    "cospar": r"\d{4}-\d{3}[A-Z]{1,3}",
    "cow": r"\d{1,3}",
    "ror": r"0[a-z0-9]{6}\d{2}",
    "unts": r"\d+",
    "wikidata": r"Q[1-9]\d*",
}
"""How identifiers of each scheme are written, as a regular expression."""
IDENTIFIER: Final = {
    "entity": c.identifier,
    "scheme": c.choice(*SCHEMES),
    "value": c.some_text,
    "source": c.slug,
    "verified": c.some_text,
}
REDIRECT: Final = {"from": c.identifier, "to": c.identifier, "reason": c.some_text}
EXCEPTION: Final = {
    "about": c.identifier,
    "start": c.optional_date,
    "end": c.optional_date,
    "reason": c.some_text,
    "source": c.slug,
    "verified": c.some_text,
}
