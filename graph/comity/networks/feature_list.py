"""The features: what each is, in words, and how it is found for a state.

In: a situation with its regions. Out: a `Finding` for each state and feature: a number, and the
claims that it rests on. What does not belong here: tables of them (`features`).

Co-membership is weighed by Newman (2001): in a body of k, each other member counts 1 / (k − 1), so
that all bodies count alike.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.analysis.regions import REGIONS, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from comity.networks.gathering import Claims, Ties
    from comity.networks.situation import Situation

TREATIES: Final = (
    "accord/outer-space-treaty",
    "accord/rescue-agreement",
    "accord/liability-convention",
    "accord/registration-convention",
)
MOON: Final = "accord/moon-agreement"
_LARGE: Final = 60  # a body of more makes no partners: nearly all states sit in it


@dataclass(frozen=True, slots=True)
class Finding:
    """What a feature finds of a state.

    Attributes:
        value: The number.
        partners: Ids of the states, bodies or accords that it rests on, sorted.
        claims: Ids of the claims that it rests on, sorted.
    """

    value: float
    partners: tuple[str, ...] = ()
    claims: Claims = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A situation, with the descriptions of its states and what is counted once for all."""

    situation: Situation
    subregions: Mapping[str, str]
    regions: Mapping[str, str]
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature of a state.

    Attributes:
        name: Its name in tables.
        words: What it is, after "the state's …" or by itself, without a full stop.
        unit: What a raw value counts.
        find: Gives it for a state.
        is_relative: Whether it is compared among the states of one day; else it is taken as it is.
    """

    name: str
    words: str
    unit: str
    find: Callable[[Surroundings, str], Finding]
    is_relative: bool = True


def _claims_of(ties: Mapping[str, Claims]) -> Claims:
    return tuple(sorted({claim for claims in ties.values() for claim in claims}))


def _log(count: float) -> float:
    return math.log1p(count)


def _bodies(around: Surroundings, state: str) -> Finding:
    standing = _standing_in(around, state)
    return Finding(_log(len(standing)), tuple(standing), _claims_of(standing))


def _standing_in(around: Surroundings, state: str) -> dict[str, Claims]:
    bodies = around.situation.bodies
    return {body: states[state] for body, states in bodies.items() if state in states}


def _bodies_share(around: Surroundings, state: str) -> Finding:
    near = total = 0.0
    leading: dict[str, Claims] = {}
    for body, claims in _standing_in(around, state).items():
        others = [other for other in around.situation.bodies[body] if other != state]
        joined = sum(other in around.situation.joined for other in others)
        near += joined / len(others)
        total += 1
        if joined:
            leading[body] = claims
    return Finding(near / total if total else 0.0, tuple(leading), _claims_of(leading))


def _with_joined(projection: str) -> Callable[[Surroundings, str], Finding]:
    return lambda around, state: _tied(around, state, projection, joined=True)


def _with_others(projection: str) -> Callable[[Surroundings, str], Finding]:
    return lambda around, state: _tied(around, state, projection, joined=False)


def _tied(around: Surroundings, state: str, projection: str, *, joined: bool) -> Finding:
    found = around.situation
    ties: Ties = found.ties[projection]
    partners = {
        other: claims
        for other, claims in sorted(ties.get(state, {}).items())
        if (other in found.joined) == joined
    }
    return Finding(_log(len(partners)), tuple(partners), _claims_of(partners))


def _neighbours(around: Surroundings, state: str) -> Finding:
    found = around.situation
    joined: set[str] = set()
    claims: set[str] = set()
    for ties in found.ties.values():
        near = {other: by for other, by in ties.get(state, {}).items() if other in found.joined}
        joined |= set(near)
        claims |= set(_claims_of(near))
    for body, by in _standing_in(around, state).items():
        if len(found.bodies[body]) <= _LARGE and (
            near_in := set(found.bodies[body]) & set(found.joined) - {state}
        ):
            joined |= near_in
            claims |= set(by)
    return Finding(_log(len(joined)), tuple(sorted(joined)), tuple(sorted(claims)))


def _votes(around: Surroundings, state: str) -> Finding:
    found = around.situation
    usual = sum(found.agreement.values()) / len(found.agreement) if found.agreement else 0.5
    value = found.agreement.get(state, usual)  # one that never voted is taken for the average
    return Finding(value, (), found.last_votes.get(state, ()))


def _region_share(around: Surroundings, state: str) -> Finding:
    found = around.situation
    region = around.subregions[state]
    inside = {
        other: claims
        for other, claims in sorted(found.joined.items())
        if around.subregions.get(other) == region
    }
    return Finding(around.shares[region], tuple(inside), _claims_of(inside))


def _in_region(region: str) -> Callable[[Surroundings, str], Finding]:
    return lambda around, state: Finding(float(around.regions[state] == region))


def _stands_in(thing: str) -> Callable[[Surroundings, str], Finding]:
    def find(around: Surroundings, state: str) -> Finding:
        claims = around.situation.standings.get(thing, {}).get(state, ())
        return Finding(float(bool(claims)), (thing,) if claims else (), claims)

    return find


def _treaties(around: Surroundings, state: str) -> Finding:
    standings = around.situation.standings
    held = {
        treaty: standings[treaty][state]
        for treaty in TREATIES
        if state in standings.get(treaty, {})
    }
    return Finding(float(len(held)), tuple(held), _claims_of(held))


def _agency(around: Surroundings, state: str) -> Finding:
    claims = around.situation.acting.get(state, ())
    return Finding(float(bool(claims)), (), claims)


def _limits(around: Surroundings, state: str) -> Finding:
    claims = around.situation.limits.get(state, ())
    return Finding(_log(len(claims)), (), claims)


def _rival(around: Surroundings, state: str) -> Finding:
    found = around.situation
    claims = found.rival.get(state, ())
    rival = (found.accord.rival,) if claims and found.accord.rival else ()
    return Finding(float(bool(claims)), rival, claims)


def _owned(around: Surroundings, state: str) -> Finding:
    claims = around.situation.owned.get(state, ())
    return Finding(_log(len(claims)), (), claims)


def _time(around: Surroundings, state: str) -> Finding:  # noqa: ARG001  (the same for all states)
    opened = around.situation.opened
    return Finding(_log((around.situation.day - opened).days / 365.25) if opened else 0.0)


_COUNT: Final = "ln(1 + count)"
FEATURES: Final = (
    Feature("neighbours", "states that joined among those it is tied to", _COUNT, _neighbours),
    Feature("bodies_share", "share of its fellow members that joined, bodies alike",
            "share", _bodies_share),
    Feature("bodies", "bodies and larger accords it has a standing in", _COUNT, _bodies),
    Feature("agreements", "states that joined among its partners in agreements",
            _COUNT, _with_joined("agreements")),
    Feature("agreements_others", "states outside among its partners in agreements",
            _COUNT, _with_others("agreements")),
    Feature("crews", "states that joined among those its citizens flew with",
            _COUNT, _with_joined("crews")),
    Feature("craft", "states that joined among those that launched or built its satellites",
            _COUNT, _with_joined("craft")),
    Feature("craft_others", "states outside among those that launched or built its satellites",
            _COUNT, _with_others("craft")),
    Feature("instruments", "states that joined among those it shares instruments with",
            _COUNT, _with_joined("instruments")),
    Feature("instruments_others", "states outside among those it shares instruments with",
            _COUNT, _with_others("instruments")),
    Feature("votes", "agreement of its votes with those of the founders, over ten years",
            "from 0 to 1", _votes),
    Feature("region_share", "share of the states of its subregion that joined",
            "share", _region_share),
    Feature("treaties", "treaties on space that it is party to, without the Moon Agreement",
            "count", _treaties),
    Feature("moon_agreement", "standing in the Moon Agreement", "0 or 1", _stands_in(MOON)),
    Feature("copuos", "standing in the UN committee on outer space (COPUOS)",
            "0 or 1", _stands_in("organisation/copuos")),
    Feature("esa", "standing in the European Space Agency", "0 or 1", _stands_in("agency/esa")),
    Feature("apsco", "standing in APSCO", "0 or 1", _stands_in("organisation/apsco")),
    Feature("agency", "an agency that the record shows at work", "0 or 1", _agency),
    Feature("limits", "rules that limit dealings with it or its bodies", _COUNT, _limits),
    Feature("rival", "standing in the accord of the other coalition", "0 or 1", _rival),
    Feature("satellites", "satellites of its own", _COUNT, _owned),
    *(
        Feature(f"in_{region.lower()}", f"place in {region}", "0 or 1", _in_region(region))
        for region in REGIONS if region != UNKNOWN
    ),
    Feature("time", "years since the accord was opened", "ln(1 + years)", _time,
            is_relative=False),
)  # fmt: skip
"""All features, in the order of their columns."""
