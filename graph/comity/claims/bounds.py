"""The days that bound a claim, by `ontology/decisions/0002`.

In: rows of claims and the lifespans of things. Out: bounds. What does not belong here: when a claim
became known (`publication`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from comity.claims.model import Bounds
from comity.rdf.dates import Period
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from comity.claims.model import Attestation
    from comity.rdf.dates import PartialDate
    from comity.tables import Tables
    from comity.tables.rows import ClaimRow, ValueRow

STANDING: Final = "affiliated_with"
GIVEN_UP: Final = frozenset({"dropped", "removed", "cancelled", "superseded", "postponed"})


def lifespans(tables: Tables) -> Mapping[str, Period]:
    """Return when each thing exists; an instrument begins with the first mission it flies on."""
    spans = {row.id: Period(row.start, row.end) for row in tables.entities}
    flown: dict[str, list[PartialDate]] = defaultdict(list)
    for row in tables.claims:
        start = row.start or spans[row.subject].start
        given_up = dict(row.qualifiers).get("status") in GIVEN_UP
        if row.predicate == "carries_payload" and not given_up and start:
            flown[row.object].append(start)
    for id_, starts in flown.items():
        if spans[id_].start is None:
            spans[id_] = Period(min(starts, key=lambda day: day.first_day), spans[id_].end)
    return spans


def bounds_of(
    row: ClaimRow | ValueRow, spans: Sequence[Period], attestations: Iterable[Attestation]
) -> Bounds:
    """Return the days that bound a claim.

    What is stated wins: an accord is signed before it is in force, and a mission is prepared before
    its launch. A lifespan that contradicts a stated date bounds nothing. Otherwise an unstated
    start is bounded by the lifespans of both entities. An unstated end is so only for a standing in
    a body or accord, which ends with it; that an instrument flew on a mission stays true when the
    mission is over. A standing without a date had certainly begun when its first source was public.
    """
    stated = Period(row.start, row.end)
    relation = RELATIONS.get(row.predicate)
    is_standing = relation is not None and STANDING in relation.supers
    earliest_start, latest_start = stated.earliest_start, stated.latest_start
    earliest_end, latest_end = stated.earliest_end, stated.latest_end
    if stated.start is None:
        starts = [span.earliest_start for span in spans if span.earliest_start]
        fitting = (day for day in starts if latest_end is None or day <= latest_end)
        earliest_start = max(fitting, default=None)
        if is_standing:
            said = (each.known for each in attestations if each.stance == "affirms" and each.known)
            latest_start = min(said, default=None)
    if stated.end is None and is_standing:
        over = [
            span
            for span in spans
            if span.end and not (earliest_start and span.end.last_day < earliest_start)
        ]
        earliest_end = min((span.earliest_end for span in over if span.earliest_end), default=None)
        latest_end = min((span.latest_end for span in over if span.latest_end), default=None)
    return Bounds(earliest_start, latest_start, earliest_end, latest_end)
