"""Measures of a network: of its nodes and as a whole.

In: a graph. Out: frozen values. What does not belong here: what they mean (`measure_table`), and
DataFrames of them (`comity.knowledge`).

Networks are measured without directions. Edges whose weight is not positive (states that vote alike
less than chance would have it) are left out, for most measures have no meaning with them.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from comity.errors import UnknownName
from comity.networks.engines import ENGINES
from comity.networks.measure_table import NODE_MEASURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from comity.networks.engines import Values


@dataclass(frozen=True, slots=True)
class NodeMeasures:
    """What was measured of a node; see `MEASURES`. NaN where a measure is not defined."""

    name: str
    degree: int
    strength: float
    betweenness: float
    closeness: float
    eigenvector: float
    pagerank: float
    constraint: float
    effective_size: float
    core: int
    clustering: float


@dataclass(frozen=True, slots=True)
class GraphMeasures:
    """What was measured of a network as a whole; see `MEASURES`. NaN where one is not defined.

    Attributes:
        nodes: Number of nodes.
        edges: Number of edges.
    """

    nodes: int
    edges: int
    density: float
    components: int
    largest_component: float
    coalition_assortativity: float
    degree_assortativity: float
    average_clustering: float
    transitivity: float


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured of a network.

    Attributes:
        nodes: For each node, in the order of the graph.
        whole: For the network as a whole.
    """

    nodes: tuple[NodeMeasures, ...]
    whole: GraphMeasures


def measures(graph: nx.Graph[str], *, engine: str = "fast") -> Measures:
    """Return what is measured of a network.

    The idea: who is joined with many, who lies between others, who is held by neighbours that are
    joined with each other. Formulas, caveats and references are those of `MEASURES`.

    Args:
        graph: Edges have `weight`, 1 where they do not say; nodes may have `coalition`.
        engine: `fast` or `networkx`; both give the same numbers.

    Raises:
        UnknownName: There is no such engine.

    Zachary's karate club, whose instructor (0) and administrator (33) lead its two sides:

    >>> club = nx.karate_club_graph()
    >>> found = {each.name: each for each in measures(club).nodes}
    >>> found[0].degree, round(found[0].betweenness, 4), round(found[33].eigenvector, 4)
    (16, 0.4376, 0.3641)
    >>> round(measures(club).whole.transitivity, 4)
    0.2557
    """
    if engine not in ENGINES:
        nearest = difflib.get_close_matches(engine, ENGINES, n=1)
        raise UnknownName("engine", engine, nearest, f"choose one of {', '.join(ENGINES)}")
    joined = positive(graph)
    if not joined:
        return Measures((), GraphMeasures(0, 0, nan, 0, nan, nan, nan, nan, nan))
    found = ENGINES[engine](joined)
    rows = zip(*(found[name] for name in NODE_MEASURES), strict=True)
    nodes = tuple(
        _node(name, dict(zip(NODE_MEASURES, row, strict=True)))
        for name, row in zip(joined, rows, strict=True)
    )
    return Measures(nodes, _whole(joined, found["degree"], found["clustering"]))


def positive(graph: nx.Graph[str]) -> nx.Graph[str]:
    """Return a graph without directions, with its nodes and its edges of positive weight.

    The weight of two edges that run to and fro is their sum.
    """
    joined: nx.Graph[str] = nx.Graph()
    joined.add_nodes_from(graph.nodes(data=True))
    for one, other, weight in graph.edges(data="weight", default=1.0):
        if weight > 0 and one != other:
            before = joined.edges[one, other]["weight"] if joined.has_edge(one, other) else 0.0
            joined.add_edge(one, other, weight=before + weight)
    return joined


def assortativity(graph: nx.Graph[str], groups: Mapping[str, str]) -> float:
    """Return how much more often edges join those of one group than chance would (Newman 2003).

    Args:
        graph: The network; weights do not count.
        groups: The group of each node.

    Returns:
        1 where all edges join those of one group, 0 for as many as chance gives; NaN where all are
        of one group, or there is no edge.

    >>> club = nx.karate_club_graph()
    >>> round(assortativity(club, dict(club.nodes(data="club"))), 4)
    0.7175
    """
    names = sorted(set(groups.values()))
    mixing = np.zeros((len(names), len(names)))
    for one, other in graph.edges:
        first, second = names.index(groups[one]), names.index(groups[other])
        mixing[first, second] += 1
        mixing[second, first] += 1
    if not mixing.any():
        return nan
    mixing /= mixing.sum()
    by_chance = float((mixing.sum(axis=0) * mixing.sum(axis=1)).sum())
    return (
        nan if np.isclose(by_chance, 1) else float((np.trace(mixing) - by_chance) / (1 - by_chance))
    )


def _node(name: str, values: Mapping[str, float]) -> NodeMeasures:
    return NodeMeasures(
        name=name,
        degree=int(values["degree"]),
        strength=float(values["strength"]),
        betweenness=float(values["betweenness"]),
        closeness=float(values["closeness"]),
        eigenvector=float(values["eigenvector"]),
        pagerank=float(values["pagerank"]),
        constraint=float(values["constraint"]),
        effective_size=float(values["effective_size"]),
        core=int(values["core"]),
        clustering=float(values["clustering"]),
    )


def _whole(
    graph: nx.Graph[str],
    degree: Values,
    clustering: Values,
) -> GraphMeasures:
    sizes = sorted((len(part) for part in nx.connected_components(graph)), reverse=True)
    chains = degree * (degree - 1)
    return GraphMeasures(
        nodes=len(graph),
        edges=graph.number_of_edges(),
        density=nx.density(graph),
        components=len(sizes),
        largest_component=sizes[0] / len(graph),
        coalition_assortativity=assortativity(
            graph, {name: data.get("coalition") or "" for name, data in graph.nodes(data=True)}
        ),
        degree_assortativity=_correlation(graph, degree),
        average_clustering=float(clustering.mean()),
        transitivity=float((clustering * chains).sum() / chains.sum()) if chains.any() else 0.0,
    )


def _correlation(graph: nx.Graph[str], degree: Values) -> float:
    """Return the correlation of the degrees at the two ends of edges."""
    places = {name: place for place, name in enumerate(graph)}
    ends = np.array([(places[one], places[other]) for one, other in graph.edges], dtype=np.intp)
    if not len(ends):
        return nan
    heads, tails = degree[ends[:, 0]], degree[ends[:, 1]]
    both, turned = np.concatenate([heads, tails]), np.concatenate([tails, heads])
    return nan if np.ptp(both) == 0 else float(np.corrcoef(both, turned)[0, 1])
