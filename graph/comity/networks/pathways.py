"""Shortest ways between groups, for many groupings of one graph at once.

In: a weighted graph, and labels. Out: arrays. What does not belong here: what standing on such ways
means (`bridges`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from comity.networks.arrays import Weights

_EQUAL: Final = 1e-9  # two ways this close in length, in relation, are equally short


def between_groups(
    weights: Weights, groupings: Sequence[npt.NDArray[np.int64]]
) -> npt.NDArray[np.float64]:
    """Return each node's share of the shortest ways between nodes of different groups.

    For a node v, it is the mean over all pairs s, t of different groups (both other than v) of
    σ(s,t|v) / σ(s,t): the share of the shortest ways from s to t that lead through v. A pair that
    nothing joins counts as 0. The length of an edge is 1/weight.

    The number of shortest ways is found for each source by following the edges that lie on one,
    step by step, as Brandes does, but for all groupings at once.

    Args:
        weights: The graph.
        groupings: Labels of the nodes, each grouping an array; who has a label below 0 is no end
            of a way.

    Returns:
        float64, one row a grouping, one column a node.

    References:
        Brandes 2001, doi:10.1080/0022250X.2001.9990249; Brandes 2008,
        doi:10.1016/j.socnet.2007.11.001, on subsets of pairs.
    """
    size = weights.size
    labels = np.array(groupings, dtype=np.int64).reshape(len(groupings), size)
    rows = np.repeat(np.arange(size), np.diff(weights.starts))
    lengths = 1 / weights.values
    ways = csr_array((lengths, weights.columns, weights.starts), shape=(size, size))
    found = np.zeros((size, len(labels)))
    for source in range(size):
        wanted = (labels >= 0) & (labels != labels[:, [source]]) & (labels[:, [source]] >= 0)
        if not wanted.any():
            continue
        far = np.asarray(dijkstra(ways, indices=source))
        with np.errstate(invalid="ignore"):  # what cannot be reached is infinitely far
            excess = far[rows] + lengths - far[weights.columns]
        on_one = np.abs(excess) <= _EQUAL * far[weights.columns]
        step = csr_array(
            (np.ones(int(on_one.sum())), (rows[on_one], weights.columns[on_one])),
            shape=(size, size),
        )
        back = step.T.tocsr()
        reached = np.zeros(size)
        reached[source] = 1
        counts = reached.copy()
        while (reached := back @ reached).any():
            counts += reached
        goals = np.where(wanted.T & (counts > 0)[:, None], 1.0, 0.0)
        passing = goals / np.where(counts > 0, counts, 1)[:, None]
        total = passing.copy()
        while (passing := step @ passing).any():
            total += passing
        through = counts[:, None] * total - goals
        through[source] = 0
        found += through
    return (found / _pairs(labels).T).T if size else found.T


def _pairs(labels: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return for each grouping and node the ordered pairs of other nodes of different groups."""
    rows = []
    for each in labels:
        sizes = np.bincount(each[each >= 0], minlength=1).astype(float)
        inside = sizes.sum()
        whole = inside**2 - (sizes**2).sum()
        own = np.where(each >= 0, sizes[np.maximum(each, 0)], inside)
        with_it = np.where(each >= 0, 2 * (inside - own), 0.0)
        rows.append(np.maximum(whole - with_it, 1))
    return np.array(rows)
