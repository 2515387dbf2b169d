"""From rows to claims.

In: checked tables. Out: claims, one for each row of a claim table, one for each vote, and those
that the compact tables make (`provisions`, `flights`, `satellites`), each with all its attestations
and the days that bound it, still to be judged (`comity.verdicts`). What does not belong here: RDF.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from comity.claims.attesting import Speakers
from comity.claims.bounds import STANDING, bounds_of, lifespans
from comity.claims.flights import flight_claims
from comity.claims.legal import Law
from comity.claims.model import DOCUMENT, Bounds, Claim
from comity.claims.provisions import provision_claims
from comity.claims.publication import known_from
from comity.claims.satellites import satellite_claims
from comity.claims.succession import Seats, succession_claims
from comity.rdf.dates import Period
from comity.rdf.vocabulary import RELATIONS
from comity.tables.rows import ClaimRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from comity.tables import Tables
    from comity.tables.rows import AttestationRow, ValueRow

VOTES = {
    "yes": "voted_for",
    "no": "voted_against",
    "abstain": "abstained_on",
    "absent": "absent_from",
}


def assemble(tables: Tables) -> list[Claim]:
    """Return all claims, each kind in table order.

    Those of the claim tables come first, then the values, provisions, votes, flights and
    satellites. What a claim table states of a flight or satellite is not stated again.
    """
    speakers = Speakers(tables.sources)
    further: dict[str, list[AttestationRow]] = defaultdict(list)
    for attestation in tables.attestations:
        further[attestation.claim].append(attestation)
    stated = list(_stated_claims(tables, speakers, further))
    known = {(claim.subject, claim.predicate, claim.object) for claim in stated}
    listed = (
        claim
        for claim in chain(flight_claims(tables, speakers), satellite_claims(tables, speakers))
        if (claim.subject, claim.predicate, claim.object) not in known
    )
    provisions = provision_claims(tables, speakers, further)
    return [*stated, *provisions, *_votes(tables, speakers), *listed]


def _stated_claims(
    tables: Tables, speakers: Speakers, further: Mapping[str, list[AttestationRow]]
) -> Iterator[Claim]:
    spans = lifespans(tables)
    documents = {row.id for row in tables.sources if row.kind == DOCUMENT}
    seats = Seats(tables.successions)
    law = Law(tables, seats)
    for row in (*tables.stated, *succession_claims(tables.successions)):
        others = further.get(row.id, [])
        passages = {said.source for said in others if said.source in documents}
        own = () if row.source in passages else (speakers.own(row),)  # the passages say it better
        attestations = (*own, *(speakers.further(said) for said in others))
        period = Period(row.start, row.end)
        object_ = _object(row)
        joined = [spans[id_] for id_ in (row.subject, object_) if id_ in spans]
        bounds = bounds_of(row, joined, attestations)
        if row.predicate in RELATIONS and STANDING in RELATIONS[row.predicate].supers:
            bounds = seats.bound(row.subject, bounds)
        yield Claim(
            id=row.id,
            subject=row.subject,
            predicate=row.predicate,
            object=object_,
            period=period,
            bounds=bounds,
            qualifiers=row.qualifiers,
            legal_status=law.legal_status(row) if isinstance(row, ClaimRow) else None,
            confidence=row.confidence,
            known=known_from(row.predicate, period, attestations),
            attestations=attestations,
            note=row.note,
            in_force=law.in_force(row) if isinstance(row, ClaimRow) else None,
        )


def _object(row: ClaimRow | ValueRow) -> str:
    return row.object if isinstance(row, ClaimRow) else row.value


def _votes(tables: Tables, speakers: Speakers) -> Iterator[Claim]:
    resolutions = {row.accord: row for row in tables.resolutions}
    for row in tables.votes:
        slug = row.resolution.partition("/")[2]
        when = resolutions[row.resolution].date
        record = speakers.record(row.source, f"roll-call-{slug}.{row.source}")
        yield Claim(
            id=f"vote-{slug}-{row.nation.partition('/')[2]}",
            subject=row.nation,
            predicate=VOTES[row.vote],
            object=row.resolution,
            period=Period(when),
            bounds=Bounds(when.first_day, when.last_day, None, None),
            qualifiers=(),
            legal_status=None,
            confidence="high",
            known=known_from(VOTES[row.vote], Period(when), [record]),
            attestations=(record,),
        )
