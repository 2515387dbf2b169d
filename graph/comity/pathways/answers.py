"""Answers: a ruling on a dealing, and the best ways around it, with what they rest on.

In: grounds, citations, and dealings. Out: `Ruling`, `Route` and `Answer` values. What does not
belong here: how a way is found (`routes`), and what changes without a rule (`suppositions`).
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from comity.errors import BadNumber
from comity.pathways.costs import Costs, acting_pairs, costs_of
from comity.pathways.model import CAVEAT, MOST_ROUTES, STATUSES, USUAL_ROUTES, Answer, Leg, Route
from comity.pathways.reach import FUNDING, relevant
from comity.pathways.routes import best_ways
from comity.pathways.rulings import rule_on
from comity.pathways.sentences import activity_words, tie_words
from comity.pathways.standing import Standing
from comity.pathways.statuses import Statuses
from comity.pathways.suppositions import suppose
from comity.pathways.ties import TALKS, Ties, carries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from comity.pathways.citations import Citations
    from comity.pathways.grounds import Grounds
    from comity.pathways.model import Dealing, Ruling, Setting, Status, Step
    from comity.pathways.suppositions import Supposition

_DAYS_KEPT: Final = 8
_COSTS_KEPT: Final = 16
_LEGS_KEPT: Final = 20_000


class Pathways:
    """Answers what stands between two actors, and how else one gets to the other."""

    def __init__(self, grounds: Grounds, citations: Citations, release: str) -> None:
        self.grounds = grounds
        self._citations = citations
        self._release = release
        self._ties: OrderedDict[date, Ties] = OrderedDict()
        self._costs: OrderedDict[object, Costs] = OrderedDict()
        self._legs: dict[object, Leg] = {}
        self._rulings: dict[Dealing, Ruling] = {}

    def ties(self, day: date) -> Ties:
        """Return the ties of a day."""
        if day not in self._ties:
            self._ties[day] = Ties(Standing(self.grounds, day))
            if len(self._ties) > _DAYS_KEPT:
                self._ties.popitem(last=False)
        return self._ties[day]

    def ruling(self, dealing: Dealing) -> Ruling:
        """Return what the rules on record do to a dealing."""
        return rule_on(dealing, self.grounds.prohibitions.values(), self.ties(dealing.on).standing)

    def ways(self, dealing: Dealing, limit: int) -> list[tuple[str, ...]]:
        """Return the best ways from one actor to the other, as ids of actors."""
        side = self.ties(dealing.on).standing.side
        return best_ways(self.costs(dealing), dealing.one, dealing.other, limit, side)

    def routes(self, dealing: Dealing, limit: int) -> tuple[Route, ...]:
        """Return the best ways from one actor to the other, each leg ruled.

        Raises:
            BadNumber: There cannot be so many.
        """
        if not 1 <= limit <= MOST_ROUTES:
            raise BadNumber("alternatives", limit, f"from 1 to {MOST_ROUTES}")
        return tuple(self._route(dealing, way) for way in self.ways(dealing, limit))

    def answer(self, dealing: Dealing, limit: int = USUAL_ROUTES) -> Answer:
        """Return what stands between two actors, and the best ways from one to the other.

        Args:
            dealing: What they want to do; its actors are on record.
            limit: How many ways at most.

        Raises:
            BadNumber: There cannot be so many ways.
        """
        ruling = self.ruling(dealing)
        routes = self.routes(dealing, limit)
        rulings = [ruling, *(leg.ruling for route in routes for leg in route.legs)]
        ties = [leg.tie for route in routes for leg in route.legs]
        steps = [step for each in rulings for step in _steps(each)]
        claims = {claim for step in steps for claim in step.claims}
        claims |= {claim for tie in ties for claim in tie.claims}
        claims |= {claim for case in ruling.precedents for claim in case.claims}
        cited = self._citations.of_claims(claims)
        sources = {source for among in cited.values() for source in among}
        sources |= {source for step in steps for source in step.sources}
        sources |= {source for tie in ties for source in tie.sources}
        sources |= {source for each in ruling.misses for source in each.prohibition.sources}
        sources |= {source for case in ruling.precedents for source in case.sources}
        standing = self.ties(dealing.on).standing
        return Answer(
            ruling=ruling,
            routes=routes,
            no_route="" if routes else self._why_none(dealing),
            labels={id_: standing.label(id_) for id_ in sorted(_named(rulings, routes))},
            claims=self._citations.words(claims),
            cited=cited,
            sources=self._citations.sources(sources),
            caveat=CAVEAT.format(day=dealing.on, release=self._release),
        )

    def costs(self, dealing: Dealing) -> Costs:
        """Return what each step costs for a dealing."""
        asked = self._along(dealing)
        key = (asked.on, asked.activity, asked.funded_by, asked.parts_from, asked.given)
        if key not in self._costs:
            ties = self.ties(asked.on)
            rules = self.grounds.prohibitions.values()
            statuses = Statuses(rules, asked, ties.standing)
            self._costs[key] = costs_of(ties, statuses, asked.activity)
            if len(self._costs) > _COSTS_KEPT:
                self._costs.popitem(last=False)
        return self._costs[key]

    def supposing(self, supposition: Supposition) -> Pathways:
        """Return the pathways as they would be.

        Raises:
            BadSupposition: What is supposed cannot be.
        """
        return Pathways(suppose(self.grounds, supposition), self._citations, self._release)

    def statuses(
        self, dealing: Dealing, pairs: Iterable[tuple[str, str]]
    ) -> dict[tuple[str, str], Status]:
        """Return for pairs of ids, each sorted, what the rules do to a dealing between them."""
        rules = self.grounds.prohibitions.values()
        found = Statuses(rules, dealing, self.ties(dealing.on).standing)
        return {pair: found.of(*pair)[dealing.setting] for pair in pairs}

    def _along(self, dealing: Dealing) -> Dealing:
        """Return a dealing as it is passed on: with the technology and money of both ends."""
        standing = self.ties(dealing.on).standing
        ends = (dealing.one, dealing.other)
        nations = {nation for end in ends for nation in standing.nations(end)}
        money = ends if dealing.activity == FUNDING else ()
        rules = [
            rule
            for rule in self.grounds.prohibitions.values()
            if dealing.activity in rule.activities
        ]
        return replace(
            dealing,
            funded_by=relevant(rules, "funded", (*dealing.funded_by, *money), standing),
            parts_from=relevant(rules, "items", (*dealing.parts_from, *nations), standing),
        )

    def _route(self, dealing: Dealing, way: Sequence[str]) -> Route:
        along = self._along(dealing)
        ends = (dealing.one, dealing.other)
        legs = tuple(self._leg(along, ends, one, other) for one, other in pairwise(way))
        worst: Status = max((leg.ruling.status for leg in legs), key=STATUSES.index)
        return Route(tuple(way), legs, worst)

    def _leg(self, along: Dealing, ends: tuple[str, str], one: str, other: str) -> Leg:
        """Return the leg through the tie that the rules treat best, the firmest of these."""
        standing = self.ties(along.on).standing
        acting = tuple(acting_pairs(standing, ends, one, other))
        key = (replace(along, one=one, other=other), acting)
        if key not in self._legs:
            if len(self._legs) >= _LEGS_KEPT:
                self._legs.clear()
            self._legs[key] = self._new_leg(along, acting)
        return self._legs[key]

    def _of_leg(self, dealing: Dealing) -> Ruling:
        if dealing not in self._rulings:
            if len(self._rulings) >= _LEGS_KEPT:
                self._rulings.clear()
            rules = self.grounds.prohibitions.values()
            standing = self.ties(dealing.on).standing
            self._rulings[dealing] = rule_on(dealing, rules, standing, near=False)
        return self._rulings[dealing]

    def _new_leg(self, along: Dealing, acting: tuple[tuple[str, str], ...]) -> Leg:
        ties = self.ties(along.on)
        one, other = acting[0]
        able = [tie for tie in ties.between(one, other) if carries(tie.kind, along.activity)]
        rulings: dict[Setting, Ruling] = {}
        for setting in sorted({tie.setting for tie in able}):
            each = [
                self._of_leg(replace(along, one=first, other=second, setting=setting))
                for first, second in acting
            ]
            rulings[setting] = max(each, key=lambda found: STATUSES.index(found.status))
        best = min(able, key=lambda tie: STATUSES.index(rulings[tie.setting].status))
        words = tie_words(best, ties.standing)
        return Leg(one, other, words, best, len(able) - 1, rulings[best.setting])

    def _why_none(self, dealing: Dealing) -> str:
        ties = self.ties(dealing.on)
        edges = ties.edges(dealing.activity)
        tied = {end for pair in edges for end in pair}
        for actor in (dealing.one, dealing.other):
            if actor not in tied:
                known = {end for pair in ties.edges(min(TALKS)) for end in pair}
                fit = f" that carries {activity_words(dealing.activity)}" if actor in known else ""
                name = ties.standing.label(actor)
                return f"{name} has no tie on record on {dealing.on}{fit}."
        one, other = (ties.standing.label(end) for end in (dealing.one, dealing.other))
        return f"No chain of ties on record joins {one} and {other} on {dealing.on}."


def _steps(ruling: Ruling) -> Iterator[Step]:
    for finding in ruling.findings:
        yield from finding.derivation


def _named(rulings: Iterable[Ruling], routes: Iterable[Route]) -> set[str]:
    found: set[str] = set()
    for ruling in rulings:
        dealing = ruling.dealing
        found |= {dealing.one, dealing.other, *dealing.funded_by, *dealing.parts_from}
        rules = [each.prohibition for each in ruling.findings]
        rules += [each.prohibition for each in ruling.misses]
        found |= {rule.restriction for rule in rules} | {rule.issuer for rule in rules} - {""}
        for case in ruling.precedents:
            found |= {case.one, case.other, case.restriction} | ({case.about} - {""})
    for route in routes:
        found |= {*route.actors, *(leg.tie.through for leg in route.legs)}
    return found
