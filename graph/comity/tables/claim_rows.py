"""What a row of a claim is: a tie or a value, and a further source or passage of one.

In: nothing. Out: row types, the parsers of their cells, and which table holds which relations. What
does not belong here: the compact tables of which several claims are made (`flights`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.tables import columns as c

if TYPE_CHECKING:
    from comity.rdf.dates import PartialDate
    from comity.tables.place import Place


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


CONFIDENCE: Final = c.choice("high", "medium", "low")
CLAIM: Final = {
    "id": c.slug,
    "subject": c.identifier,
    "predicate": c.some_text,
    "object": c.identifier,
    "start": c.optional_date,
    "end": c.optional_date,
    "qualifiers": c.qualifiers,
    "source": c.slug,
    "verified": c.some_text,
    "confidence": CONFIDENCE,
    "note": c.text,
}
VALUE: Final = {
    **{name: CLAIM[name] for name in ("id", "subject", "predicate")},
    "value": c.some_text,
    **{
        name: parse
        for name, parse in CLAIM.items()
        if name not in ("id", "subject", "predicate", "object")
    },
}
ATTESTATION: Final = {
    "claim": c.slug,
    "source": c.slug,
    "stance": c.choice("affirms", "qualifies", "denies"),
    "modality": c.choice("asserted", "planned", "proposed", "possible", "conditional", "reported"),
    "voice": c.optional_identifier,
    "quote": c.quote,
    "char_start": c.optional_count,
    "char_end": c.optional_count,
    "stated_start": c.optional_date,
    "stated_end": c.optional_date,
    "verified": c.some_text,
    "confidence": CONFIDENCE,
    "note": c.text,
}
PREDICATES: Final = {
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
