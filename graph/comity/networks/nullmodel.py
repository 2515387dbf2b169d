"""Null models: whether chance would give communities as marked as those found.

In: a graph, and the affiliations that it projects, if there are any. Out: `Chance`. What does not
belong here: the shuffling itself (`shuffling`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from comity.networks.arrays import Weights
from comity.networks.partitions import modularity, partitions
from comity.networks.shuffling import CELLS_AT_ONCE, shuffled_affiliations, shuffled_edges

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.networks.affiliations import Affiliations

_BAND: Final = (0.025, 0.975)  # ends of what holds 95% of the null graphs
_EQUAL: Final = 1e-12  # modularities closer than this differ by rounding alone


@dataclass(frozen=True, slots=True)
class Chance:
    """A number beside what chance gives.

    Attributes:
        observed: The number found.
        mean: Its mean over the null graphs.
        deviation: Its standard deviation over them.
        low: The number that 2.5% of the null graphs are below.
        high: The number that 2.5% of them are above.
        p: The share of null graphs with a number as high, (r + 1) / (n + 1): never 0.
        nulls: How many null graphs there were, n.
        model: Which null model: `affiliations` or `edges` shuffled, `signs` dealt anew.
    """

    observed: float
    mean: float
    deviation: float
    low: float
    high: float
    p: float
    nulls: int
    model: str

    @property
    def z(self) -> float | None:
        """How many standard deviations it lies above the mean; None if all null graphs agree.

        It is no probability: the numbers of null graphs need not be normally distributed.
        """
        return (self.observed - self.mean) / self.deviation if self.deviation > _EQUAL else None


def compared(observed: float, by_chance: Sequence[float], model: str) -> Chance:
    """Return a number beside those of null graphs.

    >>> compared(0.5, [0.1, 0.2, 0.6], "edges").p
    0.5

    References:
        Phipson and Smyth 2010, doi:10.2202/1544-6115.1585, on why r + 1 and n + 1.
    """
    values = np.array(by_chance, dtype=float)
    as_high = int((values >= observed - _EQUAL).sum())
    low, high = np.quantile(values, _BAND).tolist() if len(values) else (math.nan, math.nan)
    return Chance(
        observed=observed,
        mean=float(values.mean()) if len(values) else math.nan,
        deviation=float(values.std(ddof=1)) if len(values) > 1 else 0.0,
        low=low,
        high=high,
        p=(as_high + 1) / (len(values) + 1),
        nulls=len(values),
        model=model,
    )


def modularity_by_chance(
    graph: Affiliations | Weights,
    *,
    nulls: int = 200,
    seed: int = 0,
    resolution: float = 1.0,
    at_once: int = CELLS_AT_ONCE,
) -> Chance:
    """Return the modularity of a graph's communities beside those of graphs made at random.

    One run of the same method, with the same seed, finds communities in the graph and in each null
    graph; so if the graph were one of them, its place in their order would be as good as any, and
    p uniform. A low p says that ties cluster more than the numbers of ties alone explain. It does
    not say that these communities are the right ones, or why they are there.

    Args:
        graph: Affiliations, which are shuffled and projected again; or a graph that is not a
            projection, whose edges are swapped and weights dealt anew.
        nulls: How many null graphs.
        seed: Of the shuffling; the run that finds communities has the seed 0.
        resolution: As for the communities.
        at_once: How many cells of affiliations are shuffled side by side.

    Examples:
        >>> import networkx as nx
        >>> club = Weights.of_graph(nx.karate_club_graph(), None)
        >>> found = modularity_by_chance(club, nulls=99)
        >>> round(found.observed, 4), found.p
        (0.4198, 0.01)

    References:
        Guimerà, Sales-Pardo and Amaral 2004, doi:10.1103/PhysRevE.70.025101, on the modularity of
        random graphs.
    """
    if isinstance(graph, Weights):
        observed, model = graph, "edges"
        shuffled = shuffled_edges(graph, nulls, seed)
    else:
        observed, model = graph.projected(), "affiliations"
        shuffled = shuffled_affiliations(graph, nulls, seed, at_once=at_once)

    def highest(weights: Weights) -> float:
        labels = partitions(weights, [0], resolution=resolution)[0]
        return modularity(weights, labels, resolution=resolution)

    return compared(highest(observed), [highest(each) for each in shuffled], model)
