"""What a supposition changes: rulings, ways, bridges and blocs, before and after.

In: the pathways of the record and those of a supposition, and a dealing. Out: a `Comparison`. What
does not belong here: how bridges and blocs are found (`comity.networks`), and layout.

Bridges and blocs are those of the ties that are open on the day: ties of the activity that no rule
reaches, or of which each rule is lifted. The weight of a tie is 1/(1 + weakness).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

import networkx as nx

from comity.networks.bridges import bridges
from comity.networks.communities import communities
from comity.pathways.costs import EXEMPTION, LEG

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comity.pathways.answers import Pathways
    from comity.pathways.model import Dealing, Route, Ruling, Status

RUNS: Final = 20
SHOWN: Final = 5
_NEGLIGIBLE: Final = 1e-6
_MIN_BLOC: Final = 2


@dataclass(frozen=True, slots=True, order=True)
class ChangedPair:
    """Two actors whose ruling changes.

    Attributes:
        one: Id of the actor whose id comes first.
        other: Id of the other.
        before: The status on record.
        after: The status as supposed.
    """

    one: str
    other: str
    before: Status
    after: Status


@dataclass(frozen=True, slots=True)
class ChangedBridge:
    """An actor that stands more, or less, between blocs.

    Attributes:
        actor: Its id.
        before: Its share of the shortest ways between blocs, on record.
        after: The same, as supposed.
        rank_before: Its place among all, on record; None when it had no open tie.
        rank_after: The same, as supposed.
    """

    actor: str
    before: float
    after: float
    rank_before: int | None
    rank_after: int | None


@dataclass(frozen=True, slots=True)
class Network:
    """The open ties of a day.

    Attributes:
        actors: How many actors have one.
        ties: How many pairs are tied.
        blocs: The blocs with two members or more, the largest first.
        share: By actor, its share of the shortest ways between blocs, the largest first.
    """

    actors: int
    ties: int
    blocs: tuple[tuple[str, ...], ...]
    share: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a supposition changes.

    Attributes:
        before: The ruling on record.
        after: The ruling as supposed.
        routes_before: The best ways on record.
        routes_after: The best ways as supposed.
        pairs: How many pairs of agencies were looked at.
        changed: The pairs of agencies whose status changes for the same activity and setting.
        opened: Pairs of actors with a tie that opens.
        closed: Pairs of actors with an open tie that they lose, or that closes.
        network_before: The open ties on record.
        network_after: The open ties as supposed.
        bridges: The actors whose share changes most.
        moved: The actors that are in another bloc, that is, with other fellows for the most part.
    """

    before: Ruling
    after: Ruling
    routes_before: tuple[Route, ...]
    routes_after: tuple[Route, ...]
    pairs: int
    changed: tuple[ChangedPair, ...]
    opened: tuple[tuple[str, str], ...]
    closed: tuple[tuple[str, str], ...]
    network_before: Network
    network_after: Network
    bridges: tuple[ChangedBridge, ...]
    moved: tuple[str, ...]


def compare(record: Pathways, supposed: Pathways, dealing: Dealing, limit: int = 3) -> Comparison:
    """Return what changes for a dealing, for agencies and for the whole network of its day.

    Args:
        record: The pathways of the record.
        supposed: Those of the supposition.
        dealing: What two actors want to do.
        limit: How many ways are compared.
    """
    agencies = sorted(id_ for id_ in record.grounds.actors if id_.startswith("agency/"))
    pairs = list(combinations(agencies, 2))
    was, would_be = record.statuses(dealing, pairs), supposed.statuses(dealing, pairs)
    open_before, open_after = open_ties(record, dealing), open_ties(supposed, dealing)
    before, after = _network(open_before), _network(open_after)
    return Comparison(
        before=record.ruling(dealing),
        after=supposed.ruling(dealing),
        routes_before=record.routes(dealing, limit),
        routes_after=supposed.routes(dealing, limit),
        pairs=len(pairs),
        changed=tuple(
            ChangedPair(*pair, was[pair], would_be[pair])
            for pair in pairs
            if was[pair] != would_be[pair]
        ),
        opened=tuple(sorted(open_after.keys() - open_before.keys())),
        closed=tuple(sorted(open_before.keys() - open_after.keys())),
        network_before=before,
        network_after=after,
        bridges=_changed_bridges(before, after),
        moved=_moved(before, after),
    )


def open_ties(pathways: Pathways, dealing: Dealing) -> dict[tuple[str, str], float]:
    """Return the pairs with a tie that is open for an activity on a day, with its weight."""
    costs = pathways.costs(dealing)
    found = {}
    for node, among in enumerate(costs.neighbours):
        for other, cost in among:
            if node < other and cost < EXEMPTION:
                weakness = cost % LEG
                found[costs.actors[node], costs.actors[other]] = 1 / (1 + weakness)
    return found


def _network(ties: Mapping[tuple[str, str], float]) -> Network:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({end for pair in ties for end in pair}))
    for (one, other), weight in sorted(ties.items()):
        graph.add_edge(one, other, weight=weight, count=1)
    if not graph.number_of_edges():
        return Network(0, 0, (), {})
    found = communities(graph, runs=RUNS)
    ranked = bridges(graph, found.of)
    return Network(
        actors=graph.number_of_nodes(),
        ties=graph.number_of_edges(),
        blocs=tuple(tuple(each) for each in found.members if len(each) >= _MIN_BLOC),
        share={each.actor: each.betweenness for each in ranked},
    )


def _changed_bridges(before: Network, after: Network) -> tuple[ChangedBridge, ...]:
    ranks = [{actor: n for n, actor in enumerate(each.share, 1)} for each in (before, after)]
    found = []
    for actor in sorted(before.share.keys() | after.share.keys()):
        was, would_be = before.share.get(actor, 0.0), after.share.get(actor, 0.0)
        if abs(was - would_be) > _NEGLIGIBLE:
            places = ranks[0].get(actor), ranks[1].get(actor)
            found.append(ChangedBridge(actor, was, would_be, *places))
    found.sort(key=lambda each: (-abs(each.after - each.before), each.actor))
    return tuple(found[:SHOWN])


def _moved(before: Network, after: Network) -> tuple[str, ...]:
    """Return who is in a bloc of which the larger part was in another before."""
    was = {actor: number for number, bloc in enumerate(before.blocs) for actor in bloc}
    found = []
    for bloc in after.blocs:
        counts: dict[int, int] = {}
        for actor in bloc:
            if actor in was:
                counts[was[actor]] = counts.get(was[actor], 0) + 1
        if counts:
            main = min(counts, key=lambda number: (-counts[number], number))
            found += [actor for actor in bloc if was.get(actor) not in {main, None}]
    return tuple(sorted(found))
