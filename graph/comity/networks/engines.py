"""The engines that work out measures of nodes: NetworkX, and faster ones with the same numbers.

In: an undirected graph with positive weights. Out: for each measure the values of the nodes, in the
graph's order. What does not belong here: which measures there are (`measure_table`).

NetworkX is the reference. The fast engine works with sparse matrices, and with rustworkx where ways
are long; the tests hold both to the same numbers within 1e-9. Sums are added up in a fixed order on
one core, so that every run gives the same bits; rustworkx' closeness does not.
"""

from __future__ import annotations

import sys
from math import nan
from typing import TYPE_CHECKING, Any, Final

import networkx as nx
import numpy as np
import rustworkx as rx
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

from comity.networks.betweenness import SOURCES, betweenness

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    Values = NDArray[np.float64]

TOLERANCE: Final = 1e-12
ROUNDS: Final = 20_000
_ALONE: Final = sys.maxsize
"""Nodes from which on work is shared among threads: never, for sums depend on their order."""


def by_networkx(graph: nx.Graph[str]) -> dict[str, Values]:
    """Return the measures of nodes as NetworkX works them out."""
    lengths: nx.Graph[str] = nx.Graph()
    lengths.add_nodes_from(graph)
    for one, other, data in graph.edges(data=True):
        lengths.add_edge(one, other, length=1 / data["weight"])
    try:
        leading = nx.eigenvector_centrality(graph, max_iter=ROUNDS, tol=TOLERANCE, weight="weight")
    except nx.PowerIterationFailedConvergence:
        leading = dict.fromkeys(graph, nan)
    found: dict[str, Any] = {  # the stubs give clustering the type of its other form
        "degree": dict(graph.degree()),
        "strength": dict(graph.degree(weight="weight")),
        "betweenness": nx.betweenness_centrality(graph),
        "closeness": nx.closeness_centrality(lengths, distance="length"),
        "eigenvector": leading,
        "pagerank": nx.pagerank(graph, weight="weight", tol=TOLERANCE, max_iter=ROUNDS),
        "constraint": nx.constraint(graph, weight="weight"),
        "effective_size": nx.effective_size(graph),
        "core": nx.core_number(graph),
        "clustering": nx.clustering(graph),
    }
    return {
        name: np.array([values[node] for node in graph], dtype=np.float64)
        for name, values in found.items()
    }


def fast(graph: nx.Graph[str]) -> dict[str, Values]:
    """Return the same as `by_networkx`, sooner."""
    names = list(graph)
    weights = sparse.csr_array(nx.to_scipy_sparse_array(graph, weight="weight"), dtype=np.float64)
    joined = (weights != 0).astype(np.float64)
    degree, strength = _sums(joined), _sums(weights)
    triangles = _sums((joined @ joined).multiply(joined)) / 2
    pairs = degree * (degree - 1)
    rows = _rustworkx_of(graph, names)
    between = betweenness(joined)
    if between is None:
        between = _listed(rx.graph_betweenness_centrality(rows, parallel_threshold=_ALONE))
    ranks = nx.pagerank(graph, weight="weight", tol=TOLERANCE, max_iter=ROUNDS)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = {
            "degree": degree,
            "strength": strength,
            "betweenness": between,
            "closeness": _closeness(weights),
            "eigenvector": _leading(weights),
            "pagerank": np.array([ranks[name] for name in names]),
            "constraint": _constraint(weights, joined, strength),
            "effective_size": degree - 2 * triangles / degree,
            "core": _listed(rx.core_number(rows)),
            "clustering": np.where(pairs > 0, 2 * triangles / pairs, 0.0),
        }
    return {name: np.asarray(values, dtype=np.float64) for name, values in found.items()}


ENGINES: Final[Mapping[str, Callable[[nx.Graph[str]], dict[str, Values]]]] = {
    "fast": fast,
    "networkx": by_networkx,
}


def _rustworkx_of(graph: nx.Graph[str], names: list[str]) -> rx.PyGraph[str, float]:
    places = {name: place for place, name in enumerate(names)}
    rows: rx.PyGraph[str, float] = rx.PyGraph(multigraph=False)
    rows.add_nodes_from(names)
    rows.add_edges_from(
        [
            (places[one], places[other], data["weight"])
            for one, other, data in graph.edges(data=True)
        ]
    )
    return rows


def _listed(values: Mapping[int, float] | Any) -> Values:
    return np.array([values[place] for place in range(len(values))], dtype=np.float64)


def _sums(matrix: sparse.csr_array) -> Values:
    return np.asarray(matrix.sum(axis=1), dtype=np.float64).ravel()


def _closeness(weights: sparse.csr_array) -> Values:
    lengths = weights.copy()
    lengths.data = 1 / lengths.data
    count = lengths.shape[0]
    found = np.zeros(count)
    for first in range(0, count, SOURCES):
        sources = np.arange(first, min(first + SOURCES, count))
        away = dijkstra(lengths, indices=sources)
        reached = np.isfinite(away)
        others = reached.sum(axis=1) - 1
        sums = np.where(reached, away, 0).sum(axis=1)
        near = np.divide(others, sums, out=np.zeros(len(sources)), where=sums > 0)
        found[sources] = near * others / max(count - 1, 1)
    return found


def _leading(weights: sparse.csr_array) -> Values:
    """Return the leading eigenvector by power iteration from equal entries, as NetworkX does.

    Each node keeps its own value in each round, so that graphs of two sides converge too.
    """
    count = weights.shape[0]
    vector = np.full(count, 1 / count)
    for _ in range(ROUNDS):
        before = vector
        vector = before + weights.T @ before
        vector /= np.linalg.norm(vector) or 1.0
        if np.abs(vector - before).sum() < count * TOLERANCE:
            return np.asarray(vector)
    return np.full(count, nan)


def _constraint(weights: sparse.csr_array, joined: sparse.csr_array, strength: Values) -> Values:
    shares = sparse.csr_array(sparse.diags_array(1 / strength) @ weights)
    invested = (shares + shares @ shares).multiply(joined)
    return np.where(strength > 0, _sums(invested.multiply(invested)), nan)
