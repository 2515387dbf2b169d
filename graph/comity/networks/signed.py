"""Signed networks: cooperation and opposition in one graph, and how far the two fit together.

In: a graph of positive and one of negative ties. Out: `SignedGraph`, `Balance`, and communities
that have cooperation within and opposition between them. What does not belong here: which ties are
positive and which negative (`projections`), frustration (`frustration`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from comity.networks.nullmodel import Chance, compared
from comity.networks.partitions import canonical

if TYPE_CHECKING:
    import networkx as nx
    import numpy.typing as npt

_GAIN: Final = 1e-10  # a move must gain more than rounding does


@dataclass(frozen=True, slots=True, eq=False)
class SignedGraph:
    """An undirected graph whose ties have a sign.

    Attributes:
        names: Ids of the nodes, sorted.
        weights: Symmetric; above 0 where cooperation outweighs opposition, below 0 where it is the
            other way round, 0 for no tie; float64, n by n.
    """

    names: tuple[str, ...]
    weights: npt.NDArray[np.float64]

    @classmethod
    def of_graphs(
        cls, positive: nx.Graph[str], negative: nx.Graph[str], *, scaled: bool = True
    ) -> SignedGraph:
        """Return positive ties less negative ones.

        Args:
            positive: Ties that count as cooperation.
            negative: Ties that count as opposition; their weights are above 0 as well.
            scaled: Whether the weights of either graph are divided by their mean first. What a
                shared body and what a restriction weigh has no common unit; so scaled, a usual tie
                of each kind weighs as much.
        """
        names = tuple(sorted({*positive, *negative}))
        place = {name: number for number, name in enumerate(names)}
        weights = np.zeros((len(names), len(names)))
        for graph, sign in ((positive, 1.0), (negative, -1.0)):
            edges = [
                (place[one], place[other], float(data.get("weight", 1.0)))
                for one, other, data in graph.edges(data=True)
                if one != other
            ]
            mean = sum(sorted(weight for *_, weight in edges)) / max(len(edges), 1)
            unit = mean if scaled and mean > 0 else 1.0
            for one, other, weight in edges:
                weights[one, other] += sign * weight / unit
                weights[other, one] += sign * weight / unit
        weights[np.abs(weights) < _GAIN] = 0
        return cls(names, weights)

    @property
    def positive(self) -> npt.NDArray[np.float64]:
        """The weights of the positive ties; 0 elsewhere."""
        return np.maximum(self.weights, 0)

    @property
    def negative(self) -> npt.NDArray[np.float64]:
        """The weights of the negative ties, above 0; 0 elsewhere."""
        return np.maximum(-self.weights, 0)


@dataclass(frozen=True, slots=True)
class Balance:
    """How far triangles are balanced.

    Attributes:
        triangles: How many triangles there are.
        balanced: The share of them whose signs multiply to plus: the friend of a friend is a
            friend, the enemy of an enemy too; NaN without triangles.
        weighted: The same, each triangle counting by the geometric mean of its ties' weights.
    """

    triangles: int
    balanced: float
    weighted: float


def balance(graph: SignedGraph) -> Balance:
    """Return how far triangles are balanced.

    With A the matrix of signs, tr(A³) counts balanced triangles less unbalanced ones six times, and
    tr(|A|³) all of them; for the weighted share, A holds the signed cube roots of the weights.

    A share means little by itself: where nearly all ties are positive, nearly all triangles are
    balanced. Compare with signs dealt at random (`balance_by_chance`).

    Examples:
        >>> signs = np.array([[0, 1, -1, 0], [1, 0, -1, 1], [-1, -1, 0, 1], [0, 1, 1, 0.0]])
        >>> balance(SignedGraph(("a", "b", "c", "d"), signs))
        Balance(triangles=2, balanced=0.5, weighted=0.5)

    References:
        Cartwright and Harary 1956, doi:10.1037/h0046049; Leskovec, Huttenlocher and Kleinberg
        2010, doi:10.1145/1753326.1753532, on the null model.
    """
    signs = np.sign(graph.weights)
    plain, whole = _share(signs)
    weighted, _ = _share(np.cbrt(graph.weights))
    return Balance(round(whole / 6), plain, weighted)


def _share(matrix: npt.NDArray[np.float64]) -> tuple[float, float]:
    size = np.abs(matrix)
    signed = float(((matrix @ matrix) * matrix).sum())
    whole = float(((size @ size) * size).sum())
    return ((signed + whole) / (2 * whole) if whole > 0 else float("nan")), whole


def balance_by_chance(graph: SignedGraph, *, nulls: int = 200, seed: int = 0) -> Chance | None:
    """Return the share of balanced triangles beside that of graphs with signs dealt anew.

    Ties stay where they are, with their weights, and as many of them are negative; which ones is
    random. None if there are no triangles.

    Args:
        graph: The graph.
        nulls: How many null graphs.
        seed: The generator's seed.
    """
    observed = balance(graph).balanced
    if np.isnan(observed):
        return None
    return compared(
        observed, [balance(each).balanced for each in dealt_signs(graph, nulls, seed)], "signs"
    )


def dealt_signs(graph: SignedGraph, count: int, seed: int = 0) -> list[SignedGraph]:
    """Return graphs with the same ties and weights, and as many negative ones, drawn at random."""
    generator = np.random.default_rng(seed)
    one, other = np.nonzero(np.triu(graph.weights, 1))
    values = graph.weights[one, other]
    found = []
    for _ in range(count):
        weights = np.zeros_like(graph.weights)
        weights[one, other] = np.abs(values) * generator.permutation(np.sign(values))
        found.append(SignedGraph(graph.names, weights + weights.T))
    return found


def signed_modularity(graph: SignedGraph, labels: npt.NDArray[np.int64]) -> float:
    """Return how far positive ties lie within communities and negative ones between them.

    Q = [2w⁺ Q⁺ − 2w⁻ Q⁻] / (2w⁺ + 2w⁻), where w⁺ and w⁻ are the sums of the positive and of the
    negative weights, and Q⁺ and Q⁻ the modularities of either. Without negative ties it is the
    usual modularity.

    Args:
        graph: The graph.
        labels: A partition.

    Examples:
        >>> pairs = SignedGraph(("a", "b", "c"), np.array([[0, 1, -1], [1, 0, -1], [-1, -1, 0.0]]))
        >>> round(signed_modularity(pairs, np.array([0, 0, 1])), 4)
        0.3333

    References:
        Gómez, Jensen and Arenas 2009, doi:10.1103/PhysRevE.80.016114, eq. 9.
    """
    gain = _gains(graph)
    total = np.abs(graph.weights).sum()
    return float(gain[labels[:, None] == labels[None, :]].sum() / total) if total > 0 else 0.0


def signed_communities(
    graph: SignedGraph, *, runs: int = 20, seed: int = 0
) -> tuple[npt.NDArray[np.int64], float]:
    """Return the best of some partitions by signed modularity, and its value.

    Each run moves nodes, in random order, to the community where Q gains most, until none gains;
    then communities become nodes, and it begins again (the scheme of Louvain, on the dense matrix
    of gains, since engines take no negative weights). The best need not be the only good one.

    Args:
        graph: The graph.
        runs: How many runs.
        seed: The first run's seed.
    """
    gain = _gains(graph)
    best, highest = np.arange(len(graph.names)), -np.inf
    for number in range(seed, seed + runs):
        labels = canonical(_climb(gain, np.random.default_rng(number)))
        value = signed_modularity(graph, labels)
        if value > highest + _GAIN:
            best, highest = labels, value
    return best, float(highest) if len(graph.names) else 0.0


def signed_modularity_by_chance(
    graph: SignedGraph, *, nulls: int = 200, runs: int = 1, seed: int = 0
) -> Chance:
    """Return the signed modularity of the best partition beside those with signs dealt anew.

    Args:
        graph: The graph.
        nulls: How many null graphs.
        runs: How many runs are made for the graph, and for each null graph alike.
        seed: The generator's seed.
    """
    observed = signed_communities(graph, runs=runs)[1]
    by_chance = [signed_communities(each, runs=runs)[1] for each in dealt_signs(graph, nulls, seed)]
    return compared(observed, by_chance, "signs")


def _gains(graph: SignedGraph) -> npt.NDArray[np.float64]:
    """Return what it adds to Q (times the sum of all weights) to have two nodes together."""
    expected = np.zeros_like(graph.weights)
    for weights, sign in ((graph.positive, 1.0), (graph.negative, -1.0)):
        strengths = weights.sum(axis=1)
        if strengths.sum() > 0:
            expected += sign * np.outer(strengths, strengths) / strengths.sum()
    return graph.weights - expected


def _climb(gain: npt.NDArray[np.float64], generator: np.random.Generator) -> npt.NDArray[np.int64]:
    labels = np.arange(len(gain))
    while True:
        moved = _settle(gain, generator)
        groups = canonical(moved)
        labels = groups[labels]
        count = int(groups.max(initial=-1)) + 1
        if count == len(gain):
            return labels
        belongs = np.zeros((len(gain), count))
        belongs[np.arange(len(gain)), groups] = 1
        gain = belongs.T @ gain @ belongs


def _settle(gain: npt.NDArray[np.float64], generator: np.random.Generator) -> npt.NDArray[np.int64]:
    size = len(gain)
    labels = np.arange(size)
    toward = gain.copy()  # of each node (row) toward each community (column)
    has_moved = True
    while has_moved:
        has_moved = False
        for node in generator.permutation(size):
            here = labels[node]
            worth = toward[node].copy()
            worth[here] -= gain[node, node]  # what stays when it leaves
            best = int(worth.argmax())
            if worth[best] > worth[here] + _GAIN:
                toward[:, here] -= gain[:, node]
                toward[:, best] += gain[:, node]
                labels[node] = best
                has_moved = True
    return labels
