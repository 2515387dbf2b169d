"""Shuffled graphs: as many ties for everyone, made at random.

In: a graph as arrays. Out: graphs drawn from all that have the same degrees. What does not belong
here: what is measured on them (`nullmodel`).

Many graphs are shuffled side by side, one step of each at a time: so a step costs little more than
one would alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from comity.networks.affiliations import project
from comity.networks.arrays import Weights

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy.typing as npt

    from comity.networks.affiliations import Affiliations

SWAPS_PER_EDGE: Final = 10
TRADES: Final = 20
CELLS_AT_ONCE: Final = 4_000_000  # keeps the arrays of one batch below some 50 MB


def shuffled_affiliations(
    affiliations: Affiliations,
    count: int,
    seed: int = 0,
    *,
    trades: int = TRADES,
    at_once: int = CELLS_AT_ONCE,
) -> Iterator[Weights]:
    """Yield projections of affiliations shuffled so that every actor and thing keeps its number.

    Each actor takes part in as many things as before and each thing has as many actors; who takes
    part in what is random. This is the null model for projections: shuffling the projected graph
    itself would break up the cliques that every thing makes, and any projection would then look
    cohesive.

    In a global trade, things are paired at random; each pair deals anew the actors that take part
    in just one of the two. Trades that change nothing count as well, so all outcomes are equally
    likely in the long run.

    Args:
        affiliations: Who takes part in what.
        count: How many graphs.
        seed: The generator's seed.
        trades: How many global trades precede each graph.
        at_once: How many cells of affiliations are shuffled side by side. Fewer stay in the
            processor's cache; another number deals other graphs.

    References:
        Strona et al. 2014, doi:10.1038/ncomms5114; Carstens, Berger and Strona 2018,
        doi:10.1016/j.mex.2018.06.018.
    """
    things, actors = affiliations.taking_part.shape
    generator = np.random.default_rng(seed)
    for size in _batches(count, things * actors, at_once):
        part = np.repeat(affiliations.taking_part[None], size, axis=0)
        for _ in range(trades if things > 1 else 0):
            _trade(part, generator)
        for each in part:
            yield project(each, affiliations.weights)


def _trade(part: npt.NDArray[np.bool_], generator: np.random.Generator) -> None:
    size, things, _ = part.shape
    order = generator.permuted(np.tile(np.arange(things), (size, 1)), axis=1)
    half = things // 2
    which = np.arange(size)[:, None]
    one, other = order[:, :half], order[:, half : 2 * half]
    left, right = part[which, one], part[which, other]
    either = left ^ right
    wanted = (left & either).sum(axis=2)
    keys = generator.random(either.shape, dtype=np.float32)
    keys[~either] = 2  # behind all that can be dealt
    ranked = np.sort(keys, axis=2)
    last = np.take_along_axis(ranked, np.maximum(wanted - 1, 0)[..., None], axis=2)
    dealt = (keys <= last) & (wanted > 0)[..., None] & either
    tied = (
        dealt.sum(axis=2) != wanted
    )  # two equal random numbers, one time in some hundred thousand
    dealt[tied] = (left & either)[tied]
    both = left & right
    part[which, one] = both | dealt
    part[which, other] = both | (either & ~dealt)


def shuffled_edges(
    weights: Weights, count: int, seed: int = 0, *, swaps_per_edge: int = SWAPS_PER_EDGE
) -> Iterator[Weights]:
    """Yield graphs in which every node has as many edges as before, and weights are dealt anew.

    In a swap, two edges a–b and c–d become a–d and c–b, unless that would make a loop or an edge
    that is there already; then the graph stays as it is, and the step counts, so all graphs of
    these degrees are equally likely in the long run. Weights are then dealt to the edges at random,
    for a swap says nothing of them; so strengths are kept on average only. In a graph of all
    possible edges nothing can be swapped, and only the weights move.

    This is the null model for graphs that are not projections.

    Args:
        weights: The graph.
        count: How many graphs.
        seed: The generator's seed.
        swaps_per_edge: How many swaps are tried for each edge.

    References:
        Maslov and Sneppen 2002, doi:10.1126/science.1065103; Fosdick et al. 2018,
        doi:10.1137/16M1087175.
    """
    nodes = weights.size
    rows = np.repeat(np.arange(nodes), np.diff(weights.starts))
    once = rows < weights.columns
    first, second = rows[once], weights.columns[once].astype(np.int64)
    values = weights.values[once]
    generator = np.random.default_rng(seed)
    for size in _batches(count, nodes * nodes, CELLS_AT_ONCE):
        ends = np.repeat(np.stack((first, second))[None], size, axis=0)
        _swap(ends, nodes, swaps_per_edge * len(first), generator)
        for one, other in zip(ends[:, 0], ends[:, 1], strict=True):
            yield Weights.of_edges(nodes, one, other, generator.permutation(values))


def _swap(
    ends: npt.NDArray[np.int64], nodes: int, steps: int, generator: np.random.Generator
) -> None:
    size, _, edges = ends.shape
    if edges < 2:
        return
    which = np.arange(size)
    joined = np.zeros((size, nodes, nodes), dtype=np.bool_)
    joined[which[:, None], ends[:, 0], ends[:, 1]] = True
    joined[which[:, None], ends[:, 1], ends[:, 0]] = True
    for _ in range(steps):
        one = generator.integers(edges, size=which.shape)
        other = generator.integers(edges, size=which.shape)
        turned = generator.integers(2, size=size)
        a, b = ends[which, 0, one], ends[which, 1, one]
        c, d = ends[which, turned, other], ends[which, 1 - turned, other]
        allowed = (a != d) & (b != c) & ~joined[which, a, d] & ~joined[which, c, b]
        allowed &= one != other
        go = np.flatnonzero(allowed)
        a, b, c, d = a[go], b[go], c[go], d[go]
        joined[go, a, b] = joined[go, b, a] = joined[go, c, d] = joined[go, d, c] = False
        joined[go, a, d] = joined[go, d, a] = joined[go, c, b] = joined[go, b, c] = True
        ends[go, 1, one[go]] = d
        ends[go, 0, other[go]] = c
        ends[go, 1, other[go]] = b


def _batches(count: int, cells: int, at_once: int) -> Iterator[int]:
    """Yield the sizes of batches that fit into memory, whose sum is the count."""
    size = max(1, at_once // max(cells, 1))
    for start in range(0, count, size):
        yield min(size, count - start)
