"""Affiliations: who takes part in what, the two-sided graph behind links of actors.

In: links. Out: `Affiliations`, and the weighted graph of actors that it projects to. What does not
belong here: which claims make a link (`projections`), shuffling (`shuffling`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from comity.networks.arrays import Weights

if TYPE_CHECKING:
    from collections.abc import Iterable

    import numpy.typing as npt

    from comity.networks.links import Link, Window


@dataclass(frozen=True, slots=True, eq=False)
class Affiliations:
    """Actors and the things that join them: bodies, accords, flights, missions.

    Attributes:
        actors: Ids, sorted.
        things: Ids, sorted.
        taking_part: Who takes part in what; bool, one row a thing, one column an actor.
        weights: What each thing adds to the weight of each pair of those who take part in it;
            float64, one a thing.
    """

    actors: tuple[str, ...]
    things: tuple[str, ...]
    taking_part: npt.NDArray[np.bool_]
    weights: npt.NDArray[np.float64]

    @classmethod
    def of_links(cls, links: Iterable[Link], window: Window | None = None) -> Affiliations:
        """Return who takes part in what, as links tell: whoever a thing links takes part in it.

        Where a thing links all pairs of its actors with one weight, the projection gives the graph
        of the links again. Where it links some pairs only, such as members whose times did not
        overlap, each pair gets the mean over all pairs, so the sum stays.

        Args:
            links: The links.
            window: Only the links that may hold on some day of it; all unless given.
        """
        pairs: dict[str, dict[tuple[str, str], float]] = {}
        for link in links:
            if window is None or link.is_in(window):
                pair = (min(link.first, link.second), max(link.first, link.second))
                among = pairs.setdefault(link.through, {})
                among[pair] = max(link.weight, among.get(pair, 0.0))
        things = tuple(sorted(pairs))
        actors = tuple(sorted({end for among in pairs.values() for pair in among for end in pair}))
        place = {actor: number for number, actor in enumerate(actors)}
        taking_part = np.zeros((len(things), len(actors)), dtype=np.bool_)
        for row, thing in enumerate(things):
            for pair in pairs[thing]:
                taking_part[row, [place[end] for end in pair]] = True
        sizes = taking_part.sum(axis=1)
        sums = [sum(weight for _, weight in sorted(pairs[thing].items())) for thing in things]
        weights = np.array(sums, dtype=float) / np.maximum(sizes * (sizes - 1) / 2, 1)
        return cls(actors, things, taking_part, weights)

    def projected(self) -> Weights:
        """Return the graph of actors, with nodes in the order of `actors`."""
        return project(self.taking_part, self.weights)


def project(taking_part: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64]) -> Weights:
    """Return the graph in which a pair's weight is the sum over the things that both take part in.

    >>> both = np.array([[True, True, False], [True, True, True]])
    >>> project(both, np.array([1.0, 0.5])).matrix().tolist()
    [[0.0, 1.5, 0.5], [1.5, 0.0, 0.5], [0.5, 0.5, 0.0]]
    """
    part = taking_part.astype(np.float64)
    return Weights.of_matrix(part.T @ (part * weights[:, None]))
