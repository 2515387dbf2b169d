"""What a row of each table is.

In: nothing. Out: row types, and `TABLES`, which says for each file which rows it holds, how each
cell is parsed and by which columns the file is sorted. What does not belong here: reading files.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from comity.tables import columns as c
from comity.tables import flights
from comity.tables import legal_rows as law

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from comity.rdf.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: the file's name and the line, counted from 1."""

    file: str
    line: int


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
class ClaimRow:
    """A relation between two entities, with the best source that says so."""

    place: Place
    id: str
    subject: str
    predicate: str
    object: str
    start: PartialDate | None
    end: PartialDate | None
    qualifiers: c.Qualifiers
    source: str
    verified: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value that a thing has, with the best source that says so."""

    place: Place
    id: str
    subject: str
    predicate: str
    value: str
    start: PartialDate | None
    end: PartialDate | None
    qualifiers: c.Qualifiers
    source: str
    verified: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class AttestationRow:
    """A further source of a claim, or a passage in one, beside the source in its own row."""

    place: Place
    claim: str
    source: str
    stance: str
    modality: str
    voice: str | None
    quote: str
    char_start: int | None
    char_end: int | None
    stated_start: PartialDate | None
    stated_end: PartialDate | None
    verified: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class ResolutionRow:
    """What was voted on, with the totals of the vote if there was one."""

    place: Place
    accord: str
    symbol: str
    date: PartialDate
    title: str
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    vote_type: str
    subject: str
    sponsors: str
    source: str
    undl_record: str


@dataclass(frozen=True, slots=True)
class VoteRow:
    """How one nation voted on one resolution."""

    place: Place
    resolution: str
    nation: str
    vote: str
    source: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document or list."""

    place: Place
    id: str
    title: str
    publisher: str
    url: str
    published: PartialDate | None
    accessed: date | None
    kind: str
    origin: str | None


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


@dataclass(frozen=True, slots=True)
class Table:
    """How a file is read and written.

    Attributes:
        row: Type of its rows.
        cells: For each column, in the order of the file, its name and its parser.
        key: Columns by which the file is sorted and in which a row is unique.
        fields: Names of the row's fields where they differ from the column's.
        predicates: Relations that a table of claims may hold; empty for the others.
        kind: Kind of thing that a table of entities or satellites holds; empty for the others.
    """

    row: type
    cells: Mapping[str, Callable[[str], Any]]
    key: tuple[str, ...]
    fields: Mapping[str, str]
    predicates: frozenset[str] = frozenset()
    kind: str = ""


_ENTITY: Final = {
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
_CONFIDENCE: Final = c.choice("high", "medium", "low")
_CLAIM: Final = {
    "id": c.slug,
    "subject": c.identifier,
    "predicate": c.some_text,
    "object": c.identifier,
    "start": c.optional_date,
    "end": c.optional_date,
    "qualifiers": c.qualifiers,
    "source": c.slug,
    "verified": c.some_text,
    "confidence": _CONFIDENCE,
    "note": c.text,
}
_VALUE: Final = {
    **{name: _CLAIM[name] for name in ("id", "subject", "predicate")},
    "value": c.some_text,
    **{
        name: parse
        for name, parse in _CLAIM.items()
        if name not in ("id", "subject", "predicate", "object")
    },
}
_ATTESTATION: Final = {
    "claim": c.slug,
    "source": c.slug,
    "stance": c.choice("affirms", "denies"),
    "modality": c.choice("asserted", "planned", "proposed", "possible", "conditional", "reported"),
    "voice": c.optional_identifier,
    "quote": c.quote,
    "char_start": c.optional_count,
    "char_end": c.optional_count,
    "stated_start": c.optional_date,
    "stated_end": c.optional_date,
    "verified": c.some_text,
    "confidence": _CONFIDENCE,
    "note": c.text,
}
_RESOLUTION: Final = {
    "accord": c.identifier,
    "symbol": c.some_text,
    "date": c.partial_date,
    "title": c.some_text,
    "yes": c.optional_count,
    "no": c.optional_count,
    "abstain": c.optional_count,
    "absent": c.optional_count,
    "vote_type": c.some_text,
    "subject": c.text,
    "sponsors": c.text,
    "source": c.slug,
    "undl_record": c.text,
}
_VOTE: Final = {
    "resolution": c.identifier,
    "nation": c.identifier,
    "vote": c.choice("yes", "no", "abstain", "absent"),
    "source": c.slug,
}
_SOURCE: Final = {
    "id": c.slug,
    "title": c.some_text,
    "publisher": c.text,
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
_IDENTIFIER: Final = {
    "entity": c.identifier,
    "scheme": c.choice("cospar", "cow", "unts"),
    "value": c.some_text,
    "source": c.slug,
    "verified": c.some_text,
}
_REDIRECT: Final = {"from": c.identifier, "to": c.identifier, "reason": c.some_text}
_EXCEPTION: Final = {
    "about": c.identifier,
    "start": c.optional_date,
    "end": c.optional_date,
    "reason": c.some_text,
    "source": c.slug,
    "verified": c.some_text,
}
_ASSERTION: Final = {
    "id": c.slug,
    "predicate": c.some_text,
    "object": c.identifier,
    "as_of": lambda cell: c.whole_day(cell) if cell else None,
    "min": c.count,
    "max": c.count,
    "source": c.slug,
    "note": c.text,
}
_KINDS: Final = {
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
_PREDICATES: Final = {
    "memberships": "member_of associate_member_of observer_of cooperating_state_of participates_in"
    " has_institution_in adheres_to hosts claims_membership_of",
    "treaty_actions": "party_to signatory_of withdrew_from suspended declined_to_join"
    " accepts_obligations_of committed_to negotiated expressed_interest_in consulted_on opposed"
    " cancelled",
    "payloads": "carries_payload provided_by",
    "operations": "operates launched_by contributes_to takes_part_in",
    "structure": "agency_of part_of successor_of holds_office leads precedes",
    "restriction_rules": "restricts_dealings_with restricted_by authorised_exception_to issued",
    "sponsorships": "sponsored vetoed",
    "sample_transfers": "returned_sample received_samples older_than",
    "cooperation": "cooperates_with",
}


def _entities(kind: str) -> Table:
    cells = {name: parse for name, parse in _ENTITY.items() if (kind, name) != ("nation", "nation")}
    return Table(EntityRow, cells, ("id",), {}, kind=kind)


def _claims(predicates: str) -> Table:
    return Table(ClaimRow, _CLAIM, ("id",), {}, predicates=frozenset(predicates.split()))


TABLES: Final[Mapping[str, Table]] = {
    **{f"{name}.csv": _entities(kind) for name, kind in _KINDS.items()},
    **{f"{name}.csv": _claims(predicates) for name, predicates in _PREDICATES.items()},
    "values.csv": Table(ValueRow, _VALUE, ("id",), {}),
    "attestations.csv": Table(AttestationRow, _ATTESTATION, ("claim", "source", "char_start"), {}),
    "flights.csv": Table(flights.FlightRow, flights.FLIGHT, ("mission",), {}),
    "crew.csv": Table(flights.CrewRow, flights.CREW, ("flight", "person"), {}),
    "satellites.csv": Table(flights.SatelliteRow, flights.SATELLITE, ("id",), {}, kind="satellite"),
    "resolutions.csv": Table(ResolutionRow, _RESOLUTION, ("accord",), {}),
    "votes.csv": Table(VoteRow, _VOTE, ("resolution", "nation"), {}),
    "sources.csv": Table(SourceRow, _SOURCE, ("id",), {}),
    "identifiers.csv": Table(IdentifierRow, _IDENTIFIER, ("entity", "scheme", "value"), {}),
    "redirects.csv": Table(RedirectRow, _REDIRECT, ("from",), {"from": "old", "to": "new"}),
    "exceptions.csv": Table(ExceptionRow, _EXCEPTION, ("about",), {}),
    "assertions.csv": Table(AssertionRow, _ASSERTION, ("id",), {}),
    "accord_terms.csv": Table(law.AccordTermsRow, law.ACCORD_TERMS, ("accord",), {}),
    "treaty_rules.csv": Table(law.TreatyRuleRow, law.TREATY_RULE, ("accord", "concerns"), {}),
    "successions.csv": Table(law.SuccessionRow, law.SUCCESSION, ("predecessor", "successor"), {}),
    "published_totals.csv": Table(law.PublishedTotalRow, law.PUBLISHED_TOTAL, ("id",), {}),
}
