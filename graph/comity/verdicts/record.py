"""The record: all claims, arranged for the questions that rules ask.

In: claims and published totals. Out: rivals of a claim, members of a body on a day, values and
plans of a thing, complete lists. What does not belong here: verdicts.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

from comity.claims.attesting import plain_name
from comity.rdf.dates import PartialDate
from comity.rdf.vocabulary import ATTRIBUTES, RELATIONS
from comity.verdicts.evidence import Side, qualifying, side
from comity.verdicts.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from comity.claims.model import Claim
    from comity.tables.rows import AssertionRow, EntityRow

PLANS: Final = frozenset({"planned", "selected", "under review", "claimed-launched"})
# qualifiers by which two claims of one tie speak of different things, and so are no rivals
_DISTINCT: Final = ("accord", "mission", "field", "activity", "occasion", "public_law", "scope")
# qualifiers of which only one value can be right
_DETAILS: Final = ("mass_kg", "mass_g", "host", "european_instruments")
# relations that hold anew each time they are claimed
_REPEATABLE: Final = frozenset({"claims_membership_of", "authorised_exception_to"})
_VOTED: Final = "voted_on"


class Record:
    """All claims of a release, indexed.

    Attributes:
        entities: Rows of things by id.
        accepted: Ids of the claims whose verdict lets them count; filled while judging.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        entities: Iterable[EntityRow],
        totals: Iterable[AssertionRow],
    ) -> None:
        self.entities: Mapping[str, EntityRow] = {row.id: row for row in entities}
        self.accepted: set[str] = set()
        self._totals = list(totals)
        self._sides: dict[str, tuple[Side, Side]] = {}
        self._ties: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
        self._values: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        self._toward: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            if claim.is_value:
                self._values[claim.subject, claim.predicate].append(claim)
                continue
            self._ties[claim.subject, claim.predicate, claim.object].append(claim)
            relation = RELATIONS[claim.predicate]
            names = (relation.name, *relation.supers)
            if _VOTED not in names:  # votes are many, and nobody counts members of a resolution
                for name in names:
                    self._toward[name, claim.object].append(claim)

    def sides(self, claim: Claim) -> tuple[Side, Side]:
        """Return the evidence for a claim and against it, from its own attestations."""
        found = self._sides.get(claim.id)
        if found is None:
            found = (
                side(said for said in claim.attestations if said.stance == "affirms"),
                side(said for said in claim.attestations if said.stance == "denies"),
            )
            self._sides[claim.id] = found
        return found

    def qualified(self, claim: Claim) -> Side:
        """Return the evidence that confirms a claim in part and restricts it in part."""
        return qualifying(claim.attestations)

    def same_tie(self, claim: Claim) -> list[Claim]:
        """Return the other claims with the same subject, relation and object."""
        ties = self._ties[claim.subject, claim.predicate, claim.object]
        return [other for other in ties if other.id != claim.id]

    def rivals(self, claim: Claim) -> list[Claim]:
        """Return the claims of the same tie that cannot hold beside a claim."""
        return [other for other in self.same_tie(claim) if _are_rivals(claim, other)]

    def values(self, subject: str, attribute: str) -> list[Claim]:
        """Return the claims about a value, in the order of the tables."""
        return self._values[subject, attribute]

    def timeline(
        self, subject: str, attribute: str, stage: str | None = None
    ) -> list[tuple[Span, Claim]]:
        """Return the values with evidence, by the time for which they were stated.

        A plan is stated again by each source that is published later.
        """
        stated = [
            (Span.of(when), claim)
            for claim in self._values[subject, attribute]
            if self.sides(claim)[0] and claim.qualifier("stage") == stage
            for when in self._when_stated(claim)
        ]
        return sorted(stated, key=lambda entry: (entry[0].last, entry[1].id))

    def _when_stated(self, claim: Claim) -> Iterator[PartialDate]:
        if claim.period.start:
            yield claim.period.start
        if ATTRIBUTES[claim.predicate].nature == "plan":
            yield from (said.published for said in self.sides(claim)[0].said if said.published)

    def members(self, relation: str, object_: str, day: date, kind: str | None = None) -> set[str]:
        """Return whose accepted claims the record does not exclude for a day."""
        return {
            claim.subject
            for claim in self._toward[relation, object_]
            if claim.id in self.accepted
            and claim.bounds.allow(day)
            and (kind is None or claim.subject.startswith(f"{kind}/"))
        }

    def turning_days(self, relation: str, object_: str, span: Span) -> list[date]:
        """Return the days of a span on which the members may differ from those before."""
        days = {span.first, span.last}
        for claim in self._toward[relation, object_]:
            days.update(
                day
                for day in (claim.bounds.earliest_start, claim.bounds.latest_end)
                if day and span.first <= day <= span.last
            )
        return sorted(days)

    def absent_from(self, claim: Claim, since: date) -> AssertionRow | None:
        """Return the total that shows a claim's subject absent, on a day from `since` on.

        The record holds just as many surely attested members as were published for that day, and
        the subject is none of them.
        """
        for (relation, object_), lists in self._complete.items():
            if (claim.predicate, claim.object) != (relation, object_):
                continue
            for total, day, members in lists:
                if day >= since and claim.bounds.allow(day) and claim.subject not in members:
                    return total
        return None

    def complete_from(self, relation: str, object_: str) -> date | None:
        """Return the last day up to which the record has all members of a body."""
        lists = self._complete.get((relation, object_), ())
        return max((day for _, day, _ in lists), default=None)

    @cached_property
    def _complete(self) -> Mapping[tuple[str, str], list[tuple[AssertionRow, date, set[str]]]]:
        found: dict[tuple[str, str], list[tuple[AssertionRow, date, set[str]]]] = defaultdict(list)
        for row in self._totals:
            if row.as_of is None or row.min != row.max:
                continue
            for doubtful in (False, True):
                members = set(self._listed(row.predicate, row.object, row.as_of, doubtful=doubtful))
                if len(members) == row.min:
                    found[row.predicate, row.object].append((row, row.as_of, members))
                    break
        return found

    def _listed(self, relation: str, object_: str, day: date, *, doubtful: bool) -> Iterator[str]:
        """Yield whom the record has on a day and no source denies, with or without the doubtful."""
        for claim in self._toward[relation, object_]:
            is_sure = claim.confidence != "low" or doubtful
            denied = claim.is_of_documents or self.sides(claim)[1]
            if is_sure and not denied and claim.bounds.allow(day) and not self.loses(claim):
                yield claim.subject

    def loses(self, claim: Claim) -> Claim | None:
        """Return the strongest rival of a claim if it is stronger, or as strong and named first."""
        rivals = [other for other in self.rivals(claim) if self.sides(other)[0]]
        best = max(rivals, key=lambda each: (self.sides(each)[0].strength, each.id), default=None)
        if best is None:
            return None
        mine, theirs = self.sides(claim)[0], self.sides(best)[0]
        if mine.strength < theirs.strength:
            return best
        return best if mine.strength == theirs.strength and best.id < claim.id else None

    def names(self, entity: str | None) -> frozenset[str]:
        """Return the names of a thing, written as publishers are compared."""
        row = self.entities.get(entity) if entity else None
        names = (row.label, *row.alt_labels) if row else ()
        return frozenset(plain_name(name) for name in names)

    def is_plan(self, claim: Claim) -> bool:
        """Tell whether a claim says what is to be, not what is."""
        return claim.qualifier("status") in PLANS

    def mission_date(self, mission: str, span: Span) -> PartialDate | None:
        """Return when a mission was launched, or by the last plan of a time is to be launched."""
        row = self.entities.get(mission)
        launched = row.start if row else None
        if launched and launched.last_day <= span.last:
            return launched
        plans = [
            claim
            for when, claim in self.timeline(mission, "planned_launch")
            if when.first <= span.last
        ]
        return partial(plans[-1].object) if plans else launched


def partial(text: str) -> PartialDate:
    """Return the partial date of a value; the tables have checked its form."""
    return PartialDate.parse(text)


def has_details(claim: Claim) -> bool:
    """Tell whether a claim has details, such as a mass, in which it may differ from another."""
    return any(claim.qualifier(key) for key in _DETAILS)


def _are_rivals(one: Claim, other: Claim) -> bool:
    """Tell whether two claims of one tie speak of the same thing and cannot both be right."""
    if one.predicate in _REPEATABLE:
        return False
    if any(one.qualifier(key) != other.qualifier(key) for key in _DISTINCT):
        return False
    if not _overlap(one, other):
        return False
    starts = one.period.start, other.period.start
    ends = one.period.end, other.period.end
    for left, right in (starts, ends):
        if left and right and not left.agrees_with(right):
            return True
    return any(
        one.qualifier(key) and other.qualifier(key) and one.qualifier(key) != other.qualifier(key)
        for key in _DETAILS
    )


def _overlap(one: Claim, other: Claim) -> bool:
    first, second = one.bounds, other.bounds
    return not (
        (first.latest_end and second.earliest_start and first.latest_end < second.earliest_start)
        or (second.latest_end and first.earliest_start and second.latest_end < first.earliest_start)
    )
