"""From rows to claims.

In: checked tables. Out: claims, one for each row of a claim table and one for each vote, each with
all its attestations, the days that bound it and its first verdict. What does not belong here: RDF.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from comity.claims.model import Attestation, Claim
from comity.rdf.dates import Period
from comity.rdf.vocabulary import CONCEPTS, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from pyoxigraph import NamedNode

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


def public_from(source: SourceRow) -> date | None:
    """Return the first day on which a source was certainly public.

    That is the last day that its date of publication may mean, or the day on which it was looked
    at. A recollection never was public.
    """
    if source.kind == "recollection":
        return None
    return source.published.last_day if source.published else source.accessed


def known_from(predicate: str, period: Period, attestations: Iterable[Attestation]) -> date | None:
    """Return the first day on which a claim was certainly public, by `ontology/decisions/0004`.

    It is the day on which the first of its sources was. An act done in public is known from the day
    of the act, when a source that was looked at affirms it.
    """
    attestations = list(attestations)
    days = [said.known for said in attestations if said.known]
    affirmed = any(said.stance == "affirms" and said.seen for said in attestations)
    if RELATIONS[predicate].public_act and period.start and affirmed:
        days.append(period.start.last_day)
    return min(days, default=None)


def _stated_claims(tables: Tables) -> Iterator[Claim]:
    sources = {row.id: row for row in tables.sources}
    lifespans = _lifespans(tables)
    further: dict[str, list[AttestationRow]] = defaultdict(list)
    for attestation in tables.attestations:
        further[attestation.claim].append(attestation)
    for row in tables.claims:
        attestations = (
            _own_attestation(row, sources),
            *(_further_attestation(said, sources) for said in further[row.id]),
        )
        period = Period(row.start, row.end)
        known = known_from(row.predicate, period, attestations)
        earliest, latest = _bounds(row, [lifespans[row.subject], lifespans[row.object]])
        yield Claim(
            id=row.id,
            subject=row.subject,
            predicate=row.predicate,
            object=row.object,
            period=period,
            earliest=earliest,
            latest=latest,
            surely_from=_surely_from(row, known),
            surely_until=row.end.first_day if row.end else latest,
            qualifiers=row.qualifiers,
            legal_status=_legal_status(row),
            verdict=verdict_of(row.standing, attestations),
            confidence=row.confidence,
            known=known,
            attestations=attestations,
            note=row.note,
        )


def _legal_status(row: ClaimRow) -> NamedNode | None:
    if row.predicate == "signatory_of" and ("ratified", "no") in row.qualifiers:
        return CONCEPTS["LegalStatusScheme"]["signed_not_ratified"]
    return RELATIONS[row.predicate].legal_status


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


def _bounds(row: ClaimRow, lifespans: Sequence[Period]) -> tuple[date | None, date | None]:
    """Return the first and last day on which a claim may have held.

    What is stated wins: an accord is signed before it is in force, and a mission is prepared before
    its launch. A lifespan that contradicts a stated date bounds nothing. Otherwise an unstated
    start is bounded by the lifespans of both entities. An unstated end is so only for a standing in
    a body or accord, which ends with it; that an instrument flew on a mission stays true when the
    mission is over.
    """
    stated = Period(row.start, row.end)
    earliest, latest = stated.earliest_start, stated.latest_end
    if earliest is None:
        starts = [span.earliest_start for span in lifespans if span.earliest_start]
        earliest = max((day for day in starts if latest is None or day <= latest), default=None)
    if latest is None and STANDING in RELATIONS[row.predicate].supers:
        ends = [span.latest_end for span in lifespans if span.latest_end]
        latest = min((day for day in ends if earliest is None or earliest <= day), default=None)
    return earliest, latest


def _surely_from(row: ClaimRow, known: date | None) -> date | None:
    """Return the day by which a claim had certainly begun.

    A standing without a date had begun when its first source was public; a mission may be
    announced with all its payloads long before it flies.
    """
    if row.start:
        return row.start.last_day
    return known if STANDING in RELATIONS[row.predicate].supers else None


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
            earliest=when.first_day,
            latest=None,
            surely_from=when.last_day,
            surely_until=None,
            qualifiers=(),
            legal_status=None,
            verdict="supported",
            confidence="high",
            known=known_from(VOTES[row.vote], Period(when), [record]),
            attestations=(record,),
        )
