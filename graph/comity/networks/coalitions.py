"""Coalitions: the two groups of states that are given, not found.

In: a store and a window. Out: for each actor, the coalitions to which it is tied then. What does
not belong here: blocs, which are found in a network.

A state is tied to one by a claim of its own that it signed or is a member, as in the published
totals. What its agencies, universities and companies signed does not count, here.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from comity.networks.facts import read_facts
from comity.networks.incidences import Incidence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from comity.networks.links import Window
    from comity.rdf.engine import Engine

COALITIONS: Final[Mapping[str, str]] = {
    "Artemis": "accord/artemis-accords",
    "ILRS": "organisation/ilrs",
}
BOTH: Final = "both"
STANDINGS: Final = ("member_of", "party_to", "signatory_of", "participates_in", "committed_to")
"""Standings that make a member. Observers, associates and hosts of institutions are none."""


def read_coalitions(store: Engine, *, certain: bool = False) -> dict[str, list[Incidence]]:
    """Return for each coalition the standings of those tied to it."""
    names = {body: name for name, body in COALITIONS.items()}
    found: dict[str, list[Incidence]] = {name: [] for name in COALITIONS}
    for fact in read_facts(store, STANDINGS, certain=certain):
        if fact.object in names:
            standing = Incidence(fact.subject, fact.object, fact.start, fact.end, (fact.claim,))
            found[names[fact.object]].append(standing)
    return found


def coalitions_in(
    standings: Mapping[str, list[Incidence]], window: Window | None
) -> dict[str, str]:
    """Return for each actor tied to a coalition in a window its name, or `both`."""
    of: dict[str, set[str]] = defaultdict(set)
    for name, among in standings.items():
        for standing in among:
            if window is None or standing.is_in(window):
                of[standing.actor].add(name)
    return {actor: BOTH if len(names) > 1 else min(names) for actor, names in sorted(of.items())}


def tied_to_both_since(standings: Mapping[str, list[Incidence]]) -> dict[str, date]:
    """Return for each nation tied to all coalitions the day since which it is, the first first."""
    since: dict[str, dict[str, date]] = defaultdict(dict)
    for name, among in standings.items():
        for standing in among:
            if standing.start is not None and standing.actor.startswith("nation/"):
                before = since[standing.actor].get(name, standing.start)
                since[standing.actor][name] = min(before, standing.start)
    both = {
        actor: max(days.values()) for actor, days in since.items() if len(days) == len(COALITIONS)
    }
    return dict(sorted(both.items(), key=lambda each: (each[1], each[0])))
