"""What a claim and an attestation are.

In and out: values. What does not belong here: how they are found in tables (`assembly`) or written
as RDF (`quads`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from pyoxigraph import NamedNode

    from comity.rdf.dates import PartialDate, Period


@dataclass(frozen=True, slots=True)
class Attestation:
    """One source's saying so, or denying it.

    Attributes:
        id: Its slug; one attestation may speak for several claims when one list states them all.
        source: Slug of the source.
        stance: `affirms` or `denies`.
        seen: Whether the source was looked at; otherwise the fact is recalled from memory.
        verified: Address where it was seen; empty when recalled or when the source says it.
        confidence: `high`, `medium` or `low`.
        known: First day on which the source was certainly public; None for a memory.
        voice: Id of the actor who speaks; None when the source speaks for itself.
        stated: The period as the source states it, where that differs from the claim's.
        note: Free text.
    """

    id: str
    source: str
    stance: str
    seen: bool
    verified: str
    confidence: str
    known: date | None
    voice: str | None = None
    stated: Period | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The days between which a claim may have held, and those on which it certainly did.

    Attributes:
        earliest_start: First day on which it may have held; None when nothing bounds it.
        latest_start: Day by which it had certainly begun; None when the record does not say.
        earliest_end: Last day on which it certainly held; None when no end is known.
        latest_end: Last day on which it may have held; None when no end is known.
    """

    earliest_start: date | None
    latest_start: date | None
    earliest_end: date | None
    latest_end: date | None


@dataclass(frozen=True, slots=True)
class InForce:
    """When an accord bound an actor, as far as rules say.

    Attributes:
        start: First day on which it did; None when no rule says.
        end: Last day on which it did; None when no rule says, or it has not ended.
        rules: Words of the rules by which the days were found.
        words: For each of them, how it was found.
    """

    start: PartialDate | None
    end: PartialDate | None
    rules: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """The proposition that a relation holds between two entities over a time.

    Attributes:
        id: Its slug.
        subject: Id of the entity that the claim is about.
        predicate: Name of the relation, such as `member_of`.
        object: Id of the other entity.
        period: When it held, as stated.
        bounds: On which days it may have held, and on which it certainly did.
        qualifiers: Pairs of key and text.
        legal_status: Concept of the legal status that the relation implies, if any.
        verdict: `supported`, `contradicted`, `outdated`, `disputed` or `unverified`.
        confidence: `high`, `medium` or `low`.
        known: First day on which it was certainly public; None when no publication is on record.
        attestations: Who says so; at least one.
        note: Free text.
        in_force: When the accord bound the subject, where rules say so.
    """

    id: str
    subject: str
    predicate: str
    object: str
    period: Period
    bounds: Bounds
    qualifiers: tuple[tuple[str, str], ...]
    legal_status: NamedNode | None
    verdict: str
    confidence: str
    known: date | None
    attestations: tuple[Attestation, ...]
    note: str = ""
    in_force: InForce | None = None
