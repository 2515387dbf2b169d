"""Pairs of nations that flew together, or of which one launched or built what the other owns.

In: a store. Out: `Dyad` values, one for each pair and each flight or satellite that joins it, with
the claims that it rests on. What does not belong here: their sum over time (`networks`).

A dyad of crews has citizens of both on one craft on the way up to orbit. A dyad of satellites leads
from each owner to each launching or building nation; where both are one, or one continues the
other, there is none. A satellite with two owners counts once for each of them. A company that
launched or built it is left out, for it stands for no nation.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, Literal

from comity.analysis.ties import select
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.rdf.engine import Engine


DyadKind = Literal["crews", "launches", "builds", "joint"]

CONTINUED: Final = {
    "nation/rus": "nation/sun",
    "nation/cze": "nation/csk",
    "agency/esa": "organisation/esro",
}
"""Actors that continue another; the two make no dyad."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """A pair of actors, joined by one flight or one record of satellites.

    Attributes:
        first: Id of one actor; of the owner where the other launched or built.
        second: Id of the other actor.
        thing: Id of the flight or satellite.
        day: When it was launched, as stated.
        units: 1, or the number of satellites that the record stands for.
        reached_orbit: Whether it came into orbit.
        claims: Ids of the claims that the pair rests on, sorted.
    """

    first: str
    second: str
    thing: str
    day: str
    units: int
    reached_orbit: bool
    claims: tuple[str, ...]


def read_dyads(store: Engine, kind: DyadKind) -> list[Dyad]:
    """Return all dyads of a kind, sorted by day, thing and pair.

    Args:
        store: Where the claims are; as of a day, if it is a store of a day.
        kind: `crews` that flew together, `launches` or `builds` of one for the other, or `joint`
            owners of a satellite.
    """
    found = _crews(store) if kind == "crews" else _satellites(store, kind)
    return sorted(found, key=lambda dyad: (dyad.day, dyad.thing, dyad.first, dyad.second))


def _crews(store: Engine) -> Iterator[Dyad]:
    aboard: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim, flight, nation, day in select(store, _ABOARD):
        aboard[flight, day][nation].append(claim)
    for (flight, day), nations in aboard.items():
        for first, second in combinations(sorted(nations), 2):
            claims = tuple(sorted(nations[first] + nations[second]))
            yield Dyad(first, second, flight, day, 1, reached_orbit=True, claims=claims)


def _satellites(store: Engine, kind: DyadKind) -> Iterator[Dyad]:
    owners: dict[str, dict[str, str]] = defaultdict(dict)
    facts: dict[str, tuple[str, int, bool]] = {}
    for claim, thing, owner, day, units, orbit in select(store, _OWNED):
        owners[thing][owner] = claim
        facts[thing] = (day, int(units or 1), orbit == "true")
    if kind == "joint":
        for thing, by_owner in owners.items():
            for first, second in combinations(sorted(by_owner), 2):
                if _are_two(first, second):
                    claims = tuple(sorted((by_owner[first], by_owner[second])))
                    yield Dyad(first, second, thing, *facts[thing], claims)
        return
    relation = RELATIONS["launched_by" if kind == "launches" else "built_by"].iri
    for claim, thing, other in select(store, _MADE.replace("$relation", str(relation))):
        if other.startswith("institution/"):
            continue
        for owner, owning in owners.get(thing, {}).items():
            if _are_two(owner, other):
                claims = tuple(sorted((claim, owning)))
                yield Dyad(owner, other, thing, *facts[thing], claims)


def _are_two(first: str, second: str) -> bool:
    return CONTINUED.get(first, first) != CONTINUED.get(second, second)


_ACCEPTED: Final = "VALUES ?verdict { comity:Supported comity:Unverified }"
_ABOARD: Final = f"""
SELECT ?claim ?flight ?nation ?day
WHERE {{
  {_ACCEPTED}
  ?claim rdf:predicate comity:flewOn ; comity:verdict ?verdict ; rdf:object ?flight ;
         comity:forNation ?nation ; comity:validFrom ?day .
  ?flight comity:reachedOrbit true .
  FILTER NOT EXISTS {{ ?claim comity:leg "down" }}
}}"""
_OWNED: Final = f"""
SELECT ?claim ?thing ?owner ?day ?units ?orbit
WHERE {{
  {_ACCEPTED}
  ?claim rdf:predicate comity:ownedBy ; comity:verdict ?verdict ;
         rdf:subject ?thing ; rdf:object ?owner ; comity:validFrom ?day .
  ?thing comity:reachedOrbit ?orbit .
  OPTIONAL {{ ?thing comity:units ?units }}
}}"""
_MADE: Final = f"""
SELECT ?claim ?thing ?other
WHERE {{
  {_ACCEPTED}
  ?claim rdf:predicate $relation ; comity:verdict ?verdict ;
         rdf:subject ?thing ; rdf:object ?other .
}}"""
