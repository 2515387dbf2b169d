"""What a row of the tables on law is: terms and rules of accords, successions, published totals.

In: nothing. Out: row types and the parsers of their cells. What does not belong here: the other
tables (`rows`), and what follows from the rows (`comity.claims.legal`, `comity.claims.succession`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.rdf.vocabulary import CONCEPTS
from comity.tables import columns as c

if TYPE_CHECKING:
    from datetime import date

    from comity.rdf.dates import PartialDate
    from comity.rdf.spans import Span
    from comity.tables.place import Place


@dataclass(frozen=True, slots=True)
class AccordTermsRow:
    """What kind of commitment an accord is, and when it opened and entered into force."""

    place: Place
    accord: str
    strength: str
    opened: PartialDate | None
    entered_into_force: PartialDate | None
    depositary: str
    registration: str
    source: str
    verified: str
    note: str


@dataclass(frozen=True, slots=True)
class TreatyRuleRow:
    """An article by which a day follows from an act.

    Attributes:
        place: Where the row stands.
        accord: Id of the accord.
        concerns: `entry` or `withdrawal`.
        article: Number of the article, with its paragraph.
        act: What the span is counted from: `deposit` or `receipt`.
        delay: How long after the act the effect follows.
        source: Slug of the source.
        verified: Where the article was seen, or `recalled`.
        note: Free text.
    """

    place: Place
    accord: str
    concerns: str
    article: str
    act: str
    delay: Span
    source: str
    verified: str
    note: str


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """That one state came after another, or that another government speaks for a seat.

    Attributes:
        place: Where the row stands.
        predecessor: Id of the state before.
        successor: Id of the state after.
        kind: `continuation`, `succession`, `unification`, `separation` or `seat`.
        seat: What became of the seat: it `passes` to the successor, the successor takes a `new` one
            or has `kept` its own, or the predecessor's `ends`.
        date: First day on which the successor stood in that place.
        source: Slug of the source.
        verified: Where the fact was seen, or `recalled`.
        confidence: `high`, `medium` or `low`.
        note: Free text.
    """

    place: Place
    predecessor: str
    successor: str
    kind: str
    seat: str
    date: date
    source: str
    verified: str
    confidence: str
    note: str

    @property
    def predicate(self) -> str:
        """The relation of its claim; a seat says nothing about succession between states."""
        return "took_seat_of" if self.kind == "seat" else "successor_of"

    @property
    def claim(self) -> str:
        """Slug of its claim."""
        subject, object_ = self.successor.partition("/")[2], self.predecessor.partition("/")[2]
        return f"{subject}-{self.predicate.replace('_', '-')}-{object_}"


@dataclass(frozen=True, slots=True)
class PublishedTotalRow:
    """A total that somebody published, to be compared with what the graph gives.

    Attributes:
        place: Where the row stands.
        id: Slug of the total.
        question: What is counted, in the form that `comity.analysis.totals` reads.
        as_of: The day for which it is counted; None for all times.
        value: The total as published.
        tolerance: How far the graph's total may lie from it.
        definition: What the publisher counts, and so why the totals may differ.
        source: Slug of the source.
        verified: Where the total was seen.
        note: Free text.
    """

    place: Place
    id: str
    question: str
    as_of: date | None
    value: str
    tolerance: int
    definition: str
    source: str
    verified: str
    note: str


ACCORD_TERMS: Final = {
    "accord": c.identifier,
    "strength": c.choice(*CONCEPTS["BindingStrengthScheme"]),
    "opened": c.optional_date,
    "entered_into_force": c.optional_date,
    "depositary": c.text,
    "registration": c.text,
    "source": c.slug,
    "verified": c.some_text,
    "note": c.text,
}
TREATY_RULE: Final = {
    "accord": c.identifier,
    "concerns": c.choice("entry", "withdrawal"),
    "article": c.some_text,
    "act": c.choice("deposit", "receipt"),
    "delay": c.span,
    "source": c.slug,
    "verified": c.some_text,
    "note": c.text,
}
SUCCESSION: Final = {
    "predecessor": c.identifier,
    "successor": c.identifier,
    "kind": c.choice(*CONCEPTS["SuccessionScheme"]),
    "seat": c.choice("passes", "new", "kept", "ends"),
    "date": c.whole_day,
    "source": c.slug,
    "verified": c.some_text,
    "confidence": c.choice("high", "medium", "low"),
    "note": c.text,
}
PUBLISHED_TOTAL: Final = {
    "id": c.slug,
    "question": c.some_text,
    "as_of": lambda cell: c.whole_day(cell) if cell else None,
    "value": c.some_text,
    "tolerance": c.count,
    "definition": c.text,
    "source": c.slug,
    "verified": c.some_text,
    "note": c.text,
}
