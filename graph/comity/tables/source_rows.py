"""What a row of a source is, and of a published total that the tables must reproduce.

In: nothing. Out: row types and the parsers of their cells. What does not belong here: what a source
says of a claim (`claim_rows`), and totals that are only compared (`legal_rows`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.tables import columns as c

if TYPE_CHECKING:
    from datetime import date

    from comity.rdf.dates import PartialDate
    from comity.tables.place import Place


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document or list.

    Attributes:
        publisher: Whose words they are; empty if nobody knows.
        via: Where they were seen, if not at their publisher's: who reprints, mirrors or quotes
            them, or which edition or part of a body gives them.
        origin: The source whose text this one repeats.
    """

    place: Place
    id: str
    title: str
    publisher: str
    via: str
    url: str
    published: PartialDate | None
    accessed: date | None
    kind: str
    origin: str | None


@dataclass(frozen=True, slots=True)
class AssertionRow:
    """A published total that the tables must reproduce, or rows that must not get fewer."""

    place: Place
    id: str
    predicate: str
    object: str
    as_of: date | None
    min: int
    max: int
    source: str
    note: str


SOURCE: Final = {
    "id": c.slug,
    "title": c.some_text,
    "publisher": c.publisher,
    "via": c.text,
    "url": c.text,
    "published": c.optional_date,
    "accessed": lambda cell: c.whole_day(cell) if cell else None,
    "kind": c.choice(
        "depositary",
        "official",
        "reference",
        "academic",
        "news",
        "state_medium",
        "think_tank",
        "dataset",
        "text",
        "recollection",
    ),
    "origin": lambda cell: c.slug(cell) if cell else None,
}
ASSERTION: Final = {
    "id": c.slug,
    "predicate": c.some_text,
    "object": c.identifier,
    "as_of": lambda cell: c.whole_day(cell) if cell else None,
    "min": c.count,
    "max": c.count,
    "source": c.slug,
    "note": c.text,
}
