"""Partitions of a graph: how one is found, how good it is, how alike several are.

In: weights, or labels. Out: labels and numbers. What does not belong here: what many partitions
agree on (`communities`), what chance would give (`nullmodel`).

A partition is an array of one whole number a node; nodes with the same number are together. Numbers
count up from 0 in the order in which they first occur, so equal partitions are equal arrays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import graspologic_native
import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from comity.networks.arrays import Weights

Method = Literal["leiden", "louvain"]
_PASSES = 3  # the first finds nearly all; after the third nothing moved on the graphs we tried


def partitions(
    weights: Weights,
    seeds: Iterable[int],
    *,
    resolution: float = 1.0,
    method: Method = "leiden",
) -> npt.NDArray[np.int64]:
    """Return one partition of high modularity for each seed.

    Leiden improves on Louvain: nodes move to the neighbouring community that raises modularity
    most; communities are refined, so that each is connected; then they become the nodes of a
    smaller graph, and so on until nothing moves. Finding the best partition is NP-hard; both are
    heuristics whose outcome depends on the order of nodes, hence on the seed.

    Args:
        weights: The graph.
        seeds: One for each run.
        resolution: Above 1 more and smaller communities, below 1 fewer and larger.
        method: `leiden`, or `louvain` as NetworkX has it, which is several times slower.

    Returns:
        Labels; int64, one row a seed, one column a node.

    Examples:
        >>> from comity.networks.arrays import Weights
        >>> pairs = Weights.of_graph(nx.Graph([("a", "b"), ("c", "d")]))
        >>> partitions(pairs, [0]).tolist()
        [[0, 0, 1, 1]]

    References:
        Blondel, Guillaume, Lambiotte and Lefebvre 2008, doi:10.1088/1742-5468/2008/10/P10008;
        Traag, Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z.
    """
    find = _leiden if method == "leiden" else _louvain
    rows = [canonical(find(weights, seed, resolution)) for seed in seeds]
    return np.array(rows, dtype=np.int64).reshape(len(rows), weights.size)


def _leiden(weights: Weights, seed: int, resolution: float) -> npt.NDArray[np.int64]:
    labels = np.arange(weights.size, dtype=np.int64)
    if not len(weights.values):
        return labels  # the engine refuses a graph without edges
    _, found = graspologic_native.leiden_csr(
        weights.starts,
        weights.columns,
        weights.values,
        weights.size,
        resolution=resolution,
        iterations=_PASSES,
        seed=seed,
    )
    linked = np.fromiter(found.keys(), dtype=np.int64, count=len(found))
    labels[linked] = np.fromiter(found.values(), dtype=np.int64, count=len(found)) + weights.size
    return labels


def _louvain(weights: Weights, seed: int, resolution: float) -> npt.NDArray[np.int64]:
    graph = nx.from_numpy_array(weights.matrix())
    labels = np.zeros(weights.size, dtype=np.int64)
    found = nx.community.louvain_communities(graph, resolution=resolution, seed=seed)
    for number, members in enumerate(found):
        labels[sorted(members)] = number
    return labels


def canonical(labels: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return labels that count up from 0 in the order in which they first occur.

    >>> canonical(np.array([7, 7, 2, 7, 5])).tolist()
    [0, 0, 1, 0, 2]
    """
    _, first, inverse = np.unique(labels, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


def modularity(
    weights: Weights, labels: npt.NDArray[np.int64], *, resolution: float = 1.0
) -> float:
    """Return how much more weight lies within communities than strengths alone would place there.

    Q = Σ_c [W_c / W − γ (S_c / 2W)²], with W the weight of all edges, W_c of those within community
    c, S_c the strengths of its nodes, γ the resolution. It is 0 for one community of all, and for a
    graph without edges; below 1 always. High values occur in random graphs too, the more the
    sparser: compare with a null model. Communities smaller than about √(2m) edges may be merged
    (the resolution limit).

    Args:
        weights: The graph.
        labels: A partition.
        resolution: The γ of the formula.

    Examples:
        >>> from comity.networks.arrays import Weights
        >>> graph = Weights.of_graph(nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]))
        >>> modularity(graph, np.array([0, 0, 0, 1]))
        -0.03125

    References:
        Newman 2004, doi:10.1103/PhysRevE.70.056131; Fortunato and Barthélemy 2007,
        doi:10.1073/pnas.0605965104.
    """
    total = float(weights.values.sum())
    if total == 0:
        return 0.0
    rows = np.repeat(np.arange(weights.size), np.diff(weights.starts))
    within = float(weights.values[labels[rows] == labels[weights.columns]].sum())
    strengths = np.bincount(labels, weights=weights.strengths)
    return within / total - resolution * float(((strengths / total) ** 2).sum())


def likeness(runs: npt.NDArray[np.int64]) -> tuple[float, float]:
    """Return how alike some partitions are: the mean NMI and the mean ARI of all pairs.

    Normalised mutual information is 2 I(X;Y) / (H(X) + H(Y)); the adjusted Rand index is the share
    of pairs of nodes on which two partitions agree, corrected for what chance gives. Both are 1 for
    equal partitions. NMI does not correct for chance: with many small communities it is high.

    Args:
        runs: Partitions, one a row.

    Returns:
        NMI and ARI; both 1 when there is one partition only.

    Examples:
        >>> nmi, ari = likeness(np.array([[0, 0, 1, 1], [0, 0, 1, 2]]))
        >>> round(nmi, 4), round(ari, 4)
        (0.8, 0.5714)

    References:
        Danon et al. 2005, doi:10.1088/1742-5468/2005/09/P09008; Hubert and Arabie 1985,
        doi:10.1007/BF01908075.
    """
    count, size = runs.shape
    if count < 2 or size < 2:
        return 1.0, 1.0
    groups = runs.max(axis=1) + 1
    starts = np.concatenate(([0], np.cumsum(groups)[:-1]))
    belongs = np.zeros((int(groups.sum()), size))
    belongs[(runs + starts[:, None]).ravel(), np.tile(np.arange(size), count)] = 1
    joint = belongs @ belongs.T  # the tables of all pairs of partitions at once, block by block
    shares = belongs.sum(axis=1) / size
    entropy = -np.add.reduceat(shares * np.log(shares), starts)
    together = np.log(joint / size, out=np.zeros_like(joint), where=joint > 0) * joint / size
    mutual = entropy[:, None] + entropy[None, :] + _by_block(together, starts)
    pairs = np.add.reduceat(_choose_two(belongs.sum(axis=1)), starts)
    both = _by_block(_choose_two(joint), starts)
    expected = pairs[:, None] * pairs[None, :] / _choose_two(np.array(float(size)))
    most = (pairs[:, None] + pairs[None, :]) / 2
    one, other = np.triu_indices(count, 1)
    mean_entropy = (entropy[:, None] + entropy[None, :])[one, other] / 2
    nmi = _ratio(mutual[one, other], mean_entropy)
    ari = _ratio((both - expected)[one, other], (most - expected)[one, other])
    return float(nmi.mean()), float(ari.mean())


def _by_block(
    table: npt.NDArray[np.float64], starts: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    rows: npt.NDArray[np.float64] = np.add.reduceat(table, starts, axis=0)
    return np.add.reduceat(rows, starts, axis=1)


def _choose_two(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return counts * (counts - 1) / 2


def _ratio(
    above: npt.NDArray[np.float64], below: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return a quotient; 1 where both are nothing, for then the two partitions are trivial."""
    return np.divide(above, below, out=np.ones_like(above), where=np.abs(below) > 1e-12)
