"""Bridges: who stands between groups, by which ties, and how sure that is.

In: a weighted graph, and groups found or given. Out: `Bridge` values and `Strand`s, the things by
which an actor is tied to a group. What does not belong here: how groups are found.

A group is the number of a label; an actor without one (None) is in no group: ways are not counted
from or to it, though they may lead through it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from comity.networks.arrays import Weights
from comity.networks.pathways import between_groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import networkx as nx
    import numpy.typing as npt

    from comity.networks.links import Link

NO_GROUP = -1
_Number = TypeVar("_Number", int, float)


@dataclass(frozen=True, slots=True)
class Bridge:
    """How an actor stands between groups.

    Attributes:
        actor: Its id.
        group: Its own group; None if it is in none.
        betweenness: The share of pairs of actors of different groups whose shortest ways lead
            through it.
        participation: How evenly its ties go to all groups: 0 if to one alone.
        constraint: How far its partners are tied to each other: low where it alone joins them.
        toward: The weight of its ties to each group.
        over_runs: The lowest and the highest betweenness over the runs that found groups.
        over_sources: The lowest and the highest betweenness when sources are left out one by one.
        ranks_over_runs: Its best and its worst place by betweenness over the runs.
        ranks_over_sources: The same when sources are left out one by one.
    """

    actor: str
    group: int | None
    betweenness: float
    participation: float
    constraint: float
    toward: tuple[float, ...]
    over_runs: tuple[float, float] | None = None
    over_sources: tuple[float, float] | None = None
    ranks_over_runs: tuple[int, int] | None = None
    ranks_over_sources: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Strand:
    """One thing by which an actor is tied to a group.

    Attributes:
        through: Id of the thing: a body, an accord, a mission.
        group: The group.
        weight: The sum of the weights of the ties through it.
        partners: The actors of the group at the other ends, sorted.
        claims: Ids of the claims that all these ties rest on: those about the actor itself, where
            it takes part in a body; of all of them, if they have none in common. Sorted.
    """

    through: str
    group: int
    weight: float
    partners: tuple[str, ...]
    claims: tuple[str, ...]


def bridges(
    graph: nx.Graph[str],
    groups: Mapping[str, int],
    *,
    runs: Iterable[Mapping[str, int]] = (),
    without: Iterable[tuple[nx.Graph[str], Mapping[str, int]]] = (),
) -> list[Bridge]:
    """Return how all actors stand between groups, those on most ways first.

    Of those on as many, the ones with more evenly spread ties come first. The length of a tie is
    1/weight, so ways prefer strong ties. High betweenness between groups says where ways are short
    of alternatives in the record; it is no evidence that an actor mediates, or that anything flows.

    Args:
        graph: An undirected graph with weights.
        groups: The group of each actor, counted from 0; who is left out is in none.
        runs: Other groups to see how far the result depends on how groups were found.
        without: The graphs, each with its groups, that remain when one source is left out.

    Examples:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"), ("d", "e")])
        >>> first = bridges(graph, {"a": 0, "b": 0, "c": 0, "d": 1, "e": 1})[1]
        >>> first.actor, round(first.betweenness, 3), round(first.participation, 3), first.toward
        ('c', 1.0, 0.444, (2.0, 1.0))

    References:
        Freeman 1977, doi:10.2307/3033543; Flom, Friedman, Strauss and Neaigus 2004 (Connections
        26) on counting pairs of different groups only; Guimerà and Amaral 2005,
        doi:10.1038/nature03288, on participation; Burt 2004, doi:10.1086/421787, on constraint.
    """
    names = list(graph)
    weights = Weights.of_graph(graph)
    labels = _labels(names, groups)
    main, *varied = between_groups(weights, [labels, *(_labels(names, each) for each in runs)])
    spread = np.array(varied, dtype=float).reshape(len(varied), len(names))
    count = int(labels.max(initial=NO_GROUP)) + 1
    toward = strength_toward(weights, labels, count)
    even = participation(toward)
    tight = constraint(weights)
    alternatives = [_betweenness(names, other, its_groups) for other, its_groups in without]
    left = np.array(alternatives, dtype=float).reshape(len(alternatives), len(names))
    places, places_left = _places(spread), _places(left)
    result = [
        Bridge(
            actor=name,
            group=groups.get(name),
            betweenness=float(main[place]),
            participation=float(even[place]),
            constraint=float(tight[place]),
            toward=tuple(toward[place].tolist()),
            over_runs=_range(spread[:, place].tolist()),
            over_sources=_range(left[:, place].tolist()),
            ranks_over_runs=_range(places[:, place].tolist()),
            ranks_over_sources=_range(places_left[:, place].tolist()),
        )
        for place, name in enumerate(names)
    ]
    return sorted(result, key=_order)


def _order(bridge: Bridge) -> tuple[float, float, str]:
    """Order by betweenness, then by participation; what differs by rounding alone is equal."""
    return -round(bridge.betweenness, 12), -round(bridge.participation, 12), bridge.actor


def strands(links: Iterable[Link], actor: str, groups: Mapping[str, int]) -> list[Strand]:
    """Return by which things an actor is tied to each group, those of most weight first.

    Args:
        links: Those of the graph's window.
        actor: Id of the actor.
        groups: The group of each actor.
    """
    among: dict[tuple[int, str], list[tuple[str, Link]]] = {}
    for link in links:
        if actor in (link.first, link.second):
            partner = link.second if link.first == actor else link.first
            if partner in groups:
                among.setdefault((groups[partner], link.through), []).append((partner, link))
    found = []
    for (group, through), pairs in among.items():
        claims = [set(link.claims) for _, link in pairs]
        found.append(
            Strand(
                through=through,
                group=group,
                weight=sum(sorted(link.weight for _, link in pairs)),
                partners=tuple(sorted({partner for partner, _ in pairs})),
                claims=tuple(sorted(set.intersection(*claims) or set.union(*claims))),
            )
        )
    return sorted(found, key=lambda each: (each.group, -each.weight, each.through))


def strength_toward(
    weights: Weights, labels: npt.NDArray[np.int64], count: int
) -> npt.NDArray[np.float64]:
    """Return the weight of each node's ties to each group; float64, nodes by groups."""
    rows = np.repeat(np.arange(weights.size), np.diff(weights.starts))
    goal = labels[weights.columns]
    kept = goal >= 0
    found = np.zeros((weights.size, count))
    np.add.at(found, (rows[kept], goal[kept]), weights.values[kept])
    return found


def participation(toward: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return 1 − Σ_g (s_ig / s_i)², s_ig being the weight of node i's ties to group g.

    It is 0 for a node whose ties all go to one group, or that has none, and at most 1 − 1/groups.

    >>> participation(np.array([[2.0, 2.0], [3.0, 0.0], [0.0, 0.0]])).tolist()
    [0.5, 0.0, 0.0]
    """
    total = toward.sum(axis=1, keepdims=True)
    shares = np.divide(toward, total, out=np.zeros_like(toward), where=total > 0)
    return np.where(total[:, 0] > 0, 1 - (shares**2).sum(axis=1), 0.0)


def constraint(weights: Weights) -> npt.NDArray[np.float64]:
    """Return Burt's constraint: Σ_j (p_ij + Σ_q p_iq p_qj)² over the partners j of i.

    p_ij is the share of i's strength that goes to j. NaN for nodes without ties.
    """
    matrix = weights.matrix()
    strength = matrix.sum(axis=1, keepdims=True)
    shares = np.divide(matrix, strength, out=np.zeros_like(matrix), where=strength > 0)
    whole = np.where(matrix > 0, shares + shares @ shares, 0.0)
    return np.where(strength[:, 0] > 0, (whole**2).sum(axis=1), np.nan)


def _labels(names: Sequence[str], groups: Mapping[str, int]) -> npt.NDArray[np.int64]:
    return np.array([groups.get(name, NO_GROUP) for name in names], dtype=np.int64)


def _betweenness(
    names: Sequence[str], graph: nx.Graph[str], groups: Mapping[str, int]
) -> list[float]:
    """Return the betweenness of some actors in another graph; 0 for one that is not in it."""
    there = list(graph)
    found = between_groups(Weights.of_graph(graph), [_labels(there, groups)])[0]
    known = dict(zip(there, found.tolist(), strict=True))
    return [known.get(name, 0.0) for name in names]


def _places(scores: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return each score's place in its row, 1 for the highest; equal ones share the best.

    >>> _places(np.array([[0.5, 0.25, 0.5, 0.0]])).tolist()
    [[1, 3, 1, 4]]
    """
    rounded = np.round(scores, 12)
    return np.array(
        [np.searchsorted(np.sort(-row), -row) + 1 for row in rounded], dtype=np.int64
    ).reshape(scores.shape)


def _range(values: Sequence[_Number]) -> tuple[_Number, _Number] | None:
    return (min(values), max(values)) if values else None
