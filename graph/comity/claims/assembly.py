"""From rows to claims.

In: checked tables. Out: claims, one for each row of a claim table and one for each vote, each with
all its attestations, the days that bound it and its first verdict. What does not belong here: RDF.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from comity.claims.legal import Law
from comity.claims.model import Attestation, Bounds, Claim
from comity.claims.publication import known_from, public_from
from comity.claims.succession import Seats, succession_claims
from comity.rdf.dates import Period
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from comity.rdf.dates import PartialDate
    from comity.tables import Tables
    from comity.tables.rows import AttestationRow, ClaimRow, SourceRow

VOTES = {
    "yes": "voted_for",
    "no": "voted_against",
    "abstain": "abstained_on",
    "absent": "absent_from",
}
STANDING = "affiliated_with"
_RECALLED = "recalled"


def assemble(tables: Tables) -> list[Claim]:
    """Return all claims, those of the claim tables first, then the votes, each in table order."""
    return [*_stated_claims(tables), *_votes(tables)]


def verdict_of(standing: str, attestations: tuple[Attestation, ...]) -> str:
    """Return the verdict by the rule of `ontology/decisions/0003`.

    A standing set by a curator wins. Otherwise a claim is supported when a source that was looked
    at affirms it, and unverified when it is only recalled or only denied.
    """
    if standing:
        return standing
    affirmed = any(said.stance == "affirms" and said.seen for said in attestations)
    return "supported" if affirmed else "unverified"


def _stated_claims(tables: Tables) -> Iterator[Claim]:
    sources = {row.id: row for row in tables.sources}
    lifespans = _lifespans(tables)
    further: dict[str, list[AttestationRow]] = defaultdict(list)
    for attestation in tables.attestations:
        further[attestation.claim].append(attestation)
    seats = Seats(tables.successions)
    law = Law(tables, seats)
    for row in (*tables.claims, *succession_claims(tables.successions)):
        attestations = (
            _own_attestation(row, sources),
            *(_further_attestation(said, sources) for said in further[row.id]),
        )
        period = Period(row.start, row.end)
        bounds = _bounds(row, [lifespans[row.subject], lifespans[row.object]], attestations)
        if STANDING in RELATIONS[row.predicate].supers:
            bounds = seats.bound(row.subject, bounds)
        yield Claim(
            id=row.id,
            subject=row.subject,
            predicate=row.predicate,
            object=row.object,
            period=period,
            bounds=bounds,
            qualifiers=row.qualifiers,
            legal_status=law.legal_status(row),
            verdict=verdict_of(row.standing, attestations),
            confidence=row.confidence,
            known=known_from(row.predicate, period, attestations),
            attestations=attestations,
            note=row.note,
            in_force=law.in_force(row),
        )


def _own_attestation(row: ClaimRow, sources: Mapping[str, SourceRow]) -> Attestation:
    return Attestation(
        id=f"{row.id}.{row.source}",
        source=row.source,
        stance="affirms",
        seen=row.verified != _RECALLED,
        verified="" if row.verified == _RECALLED else row.verified,
        confidence=row.confidence,
        known=public_from(sources[row.source]),
    )


def _further_attestation(row: AttestationRow, sources: Mapping[str, SourceRow]) -> Attestation:
    stated = Period(row.stated_start, row.stated_end)
    return Attestation(
        id=f"{row.claim}.{row.source}",
        source=row.source,
        stance=row.stance,
        seen=row.verified != _RECALLED,
        verified="" if row.verified == _RECALLED else row.verified,
        confidence=row.confidence,
        known=public_from(sources[row.source]),
        voice=row.voice,
        stated=stated if stated != Period() else None,
        note=row.note,
    )


def _lifespans(tables: Tables) -> dict[str, Period]:
    """Return when each thing exists; an instrument begins with the first mission it flies on."""
    spans = {row.id: Period(row.start, row.end) for row in tables.entities}
    flown: dict[str, list[PartialDate]] = defaultdict(list)
    for row in tables.claims:
        start = row.start or spans[row.subject].start
        if row.predicate == "carries_payload" and not row.standing and start:
            flown[row.object].append(start)
    for id_, starts in flown.items():
        if spans[id_].start is None:
            spans[id_] = Period(min(starts, key=lambda day: day.first_day), spans[id_].end)
    return spans


def _bounds(
    row: ClaimRow, lifespans: Sequence[Period], attestations: Iterable[Attestation]
) -> Bounds:
    """Return the days that bound a claim, by `ontology/decisions/0002`.

    What is stated wins: an accord is signed before it is in force, and a mission is prepared before
    its launch. A lifespan that contradicts a stated date bounds nothing. Otherwise an unstated
    start is bounded by the lifespans of both entities. An unstated end is so only for a standing in
    a body or accord, which ends with it; that an instrument flew on a mission stays true when the
    mission is over. A standing without a date had certainly begun when its first source was public.
    """
    stated = Period(row.start, row.end)
    is_standing = STANDING in RELATIONS[row.predicate].supers
    earliest_start, latest_start = stated.earliest_start, stated.latest_start
    earliest_end, latest_end = stated.earliest_end, stated.latest_end
    if stated.start is None:
        starts = [span.earliest_start for span in lifespans if span.earliest_start]
        fitting = (day for day in starts if latest_end is None or day <= latest_end)
        earliest_start = max(fitting, default=None)
        if is_standing:
            said = (each.known for each in attestations if each.stance == "affirms" and each.known)
            latest_start = min(said, default=None)
    if stated.end is None and is_standing:
        over = [
            span
            for span in lifespans
            if span.end and not (earliest_start and span.end.last_day < earliest_start)
        ]
        earliest_end = min((span.earliest_end for span in over if span.earliest_end), default=None)
        latest_end = min((span.latest_end for span in over if span.latest_end), default=None)
    return Bounds(earliest_start, latest_start, earliest_end, latest_end)


def _votes(tables: Tables) -> Iterator[Claim]:
    sources = {row.id: row for row in tables.sources}
    resolutions = {row.accord: row for row in tables.resolutions}
    for row in tables.votes:
        slug = row.resolution.partition("/")[2]
        when = resolutions[row.resolution].date
        record = Attestation(
            id=f"roll-call-{slug}.{row.source}",
            source=row.source,
            stance="affirms",
            seen=True,
            verified="",
            confidence="high",
            known=public_from(sources[row.source]),
        )
        yield Claim(
            id=f"vote-{slug}-{row.nation.partition('/')[2]}",
            subject=row.nation,
            predicate=VOTES[row.vote],
            object=row.resolution,
            period=Period(when),
            bounds=Bounds(when.first_day, when.last_day, None, None),
            qualifiers=(),
            legal_status=None,
            verdict="supported",
            confidence="high",
            known=known_from(VOTES[row.vote], Period(when), [record]),
            attestations=(record,),
        )
