"""Communities: what many partitions of a graph agree on, and how firmly.

In: a weighted graph. Out: `Communities`. What does not belong here: whether chance would give as
much (`nullmodel`), what becomes of them (`evolution`), and what they are called.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from comity.errors import BadNumber
from comity.networks.arrays import Weights
from comity.networks.partitions import likeness, modularity, partitions

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx
    import numpy.typing as npt

    from comity.networks.partitions import Method

TOGETHER: Final = 0.5
"""Share of runs in which two nodes must be together to count as together at all."""
_ROUNDS: Final = 10
_LATER_RUNS: Final = 20  # what is left to settle after the first round is little


@dataclass(frozen=True, slots=True)
class Communities:
    """What many partitions of a graph agree on.

    Attributes:
        members: The nodes of each community, sorted; the largest first, then by name.
        support: For each node, the share of runs in which it was with another of its community, on
            average over those; 1 for one that is alone.
        modularity: Of the partition that the runs agree on.
        best_modularity: The highest that a single run found.
        nmi: Mean normalised mutual information of all pairs of runs: 1 if all are equal.
        ari: Mean adjusted Rand index of all pairs of runs: 1 if all are equal.
        runs: How many runs there were.
        alone: Nodes without an edge, sorted; they belong to no community.
    """

    members: tuple[tuple[str, ...], ...]
    support: dict[str, float]
    modularity: float
    best_modularity: float
    nmi: float
    ari: float
    runs: int
    alone: tuple[str, ...]

    @property
    def of(self) -> dict[str, int]:
        """The place of each node's community in `members`."""
        return {name: place for place, names in enumerate(self.members) for name in names}


def communities(
    graph: nx.Graph[str],
    *,
    runs: int = 100,
    seed: int = 0,
    resolution: float = 1.0,
    method: Method = "leiden",
    weight: str | None = "weight",
) -> Communities:
    """Return the communities of a graph on which many runs agree, and how firmly they do.

    Each run gives a partition of high modularity (`partitions`). Where they differ, the consensus
    is found: a new graph joins the nodes that were together in at least half of the runs, weighted
    by that share; it is partitioned anew, over and over, until all runs agree.

    Modularity has a resolution limit, and one graph can have several good partitions that differ
    much: then `ari` is low and the communities are a compromise. Communities are found, not
    declared; that two actors share one says no more than that their ties overlap.

    Args:
        graph: An undirected graph whose nodes are strings.
        runs: How many partitions are found.
        seed: The first run's seed; the others follow it.
        resolution: Above 1 more and smaller communities, below 1 fewer and larger.
        method: `leiden`, or `louvain` as NetworkX has it.
        weight: The name of the edges' weight; None lets every edge weigh 1.

    Raises:
        BadNumber: There are no runs.

    Examples:
        >>> import networkx as nx
        >>> club = nx.relabel_nodes(nx.karate_club_graph(), str)
        >>> found = communities(club, runs=20, weight=None)
        >>> [len(names) for names in found.members], round(found.modularity, 4)
        ([12, 11, 6, 5], 0.4198)

    References:
        Lancichinetti and Fortunato 2012, doi:10.1038/srep00336.
    """
    if runs < 1:
        raise BadNumber("runs", runs, "1 or more")
    names = sorted(name for name, degree in graph.degree if degree)
    linked = graph.subgraph(names)
    weights = Weights.of_graph(_in_order(linked, names), weight)
    found = partitions(weights, range(seed, seed + runs), resolution=resolution, method=method)
    labels = consensus(found, seed=seed, method=method)
    nmi, ari = likeness(found)
    together = co_assignment(found)
    groups = [np.flatnonzero(labels == label) for label in range(int(labels.max(initial=-1)) + 1)]
    return Communities(
        members=tuple(
            sorted(
                (tuple(names[place] for place in group) for group in groups),
                key=lambda each: (-len(each), each),
            )
        ),
        support={
            names[place]: _support(together[place], group) for group in groups for place in group
        },
        modularity=modularity(weights, labels, resolution=resolution),
        best_modularity=max(
            modularity(weights, each, resolution=resolution) for each in np.unique(found, axis=0)
        ),
        nmi=nmi,
        ari=ari,
        runs=runs,
        alone=tuple(sorted(set(graph) - set(names))),
    )


def consensus(
    found: npt.NDArray[np.int64],
    *,
    seed: int = 0,
    threshold: float = TOGETHER,
    method: Method = "leiden",
) -> npt.NDArray[np.int64]:
    """Return the partition that some partitions agree on.

    Args:
        found: Partitions, one a row.
        seed: The first seed of the runs over the graph of who was together with whom.
        threshold: Nodes that were together in a smaller share of the partitions do not count as
            together; a node that would be left with nobody keeps those with whom it was most.
        method: As for `partitions`.

    Returns:
        Labels; if after ten rounds some runs still differ, the partition that most of them gave.
    """
    seeds = range(seed, seed + min(len(found), _LATER_RUNS))
    for _ in range(_ROUNDS):
        if (found == found[0]).all():
            break
        together = co_assignment(found)
        np.fill_diagonal(together, 0)
        most = together.max(axis=1)
        kept = together >= threshold
        lonely = ~kept.any(axis=1) & (most > 0)
        kept |= lonely[:, None] & (together == most[:, None])
        kept |= kept.T
        found = partitions(Weights.of_matrix(together * kept), seeds, method=method)
    each, counts = np.unique(found, axis=0, return_counts=True)
    most_found: npt.NDArray[np.int64] = each[int(counts.argmax())]
    return most_found


def co_assignment(found: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return for each pair of nodes the share of partitions in which they are together.

    >>> co_assignment(np.array([[0, 0, 1], [0, 1, 1]])).tolist()
    [[1.0, 0.5, 0.0], [0.5, 1.0, 0.5], [0.0, 0.5, 1.0]]
    """
    each, counts = np.unique(found, axis=0, return_counts=True)
    together = np.zeros((found.shape[1], found.shape[1]))
    for labels, count in zip(each, counts, strict=True):
        together += count * (labels[:, None] == labels[None, :])
    return together / max(len(found), 1)


def weight_within(graph: nx.Graph[str], of: Mapping[str, int]) -> dict[str, float]:
    """Return for each node of a community the weight of its edges to others of the same.

    Args:
        graph: The graph, with weights.
        of: The community of each node that has one.
    """
    within = dict.fromkeys(of, 0.0)
    for one, other, data in graph.edges(data=True):
        if one in of and other in of and of[one] == of[other]:
            within[one] += data["weight"]
            within[other] += data["weight"]
    return within


def _support(shares: npt.NDArray[np.float64], group: npt.NDArray[np.intp]) -> float:
    if len(group) == 1:
        return 1.0
    return float((shares[group].sum() - 1) / (len(group) - 1))  # each is always with itself


def _in_order(graph: nx.Graph[str], names: list[str]) -> nx.Graph[str]:
    """Return a graph whose order of nodes is that of the names, whatever it was before."""
    ordered = graph.__class__()
    ordered.add_nodes_from(names)
    ordered.add_edges_from(graph.edges(data=True))
    return ordered
