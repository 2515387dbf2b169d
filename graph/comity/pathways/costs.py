"""What each step from actor to actor costs, by the rules that reach it.

In: ties of a day, statuses of pairs, and the two ends of a way. Out: numbers whose order is the
order of ways. What does not belong here: the search for ways (`routes`).

The cost of a way is the sum over its legs of four counts, of which an earlier one always outweighs
all later ones: legs that are blocked, legs that need an exemption, legs, weakness of ties. A pair
that is joined in two settings is passed in the one that costs less.

What is passed on along a way keeps its origin: each leg is looked at with the technology of the
nations of both ends, and with their money where the activity is funding. So a rule on a nation's
technology reaches a way through third parties too. And who stands behind a leg is looked at, not
only whose name it bears: on a leg of its own nation, or of a body of its nation, an end of the way
acts itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from comity.pathways.model import STATUSES
from comity.pathways.ties import is_stop

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy.typing as npt

    from comity.pathways.model import Setting, Status
    from comity.pathways.standing import Standing
    from comity.pathways.statuses import BySetting, Statuses
    from comity.pathways.ties import Ties

WEAKNESS: Final = 1
LEG: Final = 10**3
EXEMPTION: Final = 10**6
BLOCKED: Final = 10**9
_OF_STATUS: Final[Mapping[Status, int]] = {
    "allowed": 0,
    "needs-exemption": EXEMPTION,
    "blocked": BLOCKED,
}


@dataclass(frozen=True, slots=True, eq=False)
class Costs:
    """The graph of actors with the cost of each step.

    Attributes:
        actors: Ids, sorted; a node is a place in them.
        place: The node of each actor.
        neighbours: For each node, the nodes to which a step leads, rising, each with its cost.
        matrix: The same as a matrix.
        stops: For each node, whether a way may lead through it.
        edges: For each pair of actors, the least weakness of its ties, by setting.
        statuses: What rules do to any pair.
        standing: Who belongs to whom on the day.
    """

    actors: Sequence[str]
    place: Mapping[str, int]
    neighbours: Sequence[Sequence[tuple[int, int]]]
    matrix: csr_array
    stops: Sequence[bool]
    edges: Mapping[tuple[str, str], Mapping[Setting, int]]
    statuses: Statuses
    standing: Standing
    _least: dict[str, list[float]] = field(default_factory=dict, repr=False)
    _near: dict[str, frozenset[int]] = field(default_factory=dict, repr=False)

    def least(self, actor: str) -> list[float]:
        """Return the least cost from each node to an actor; infinite where no way leads."""
        if actor not in self._least:
            found: npt.NDArray[np.float64] = dijkstra(self.matrix, indices=self.place[actor])
            self._least[actor] = found.tolist()
        return self._least[actor]

    def near(self, actor: str) -> frozenset[int]:
        """Return the nodes that belong to a nation of an actor."""
        if actor not in self._near:
            self._near[actor] = frozenset(
                place
                for other, place in self.place.items()
                if self.standing.share_nation(actor, other)
            )
        return self._near[actor]

    def between(self, one: str, other: str) -> Between:
        """Return the costs for ways from one actor to another."""
        return Between(self, one, other)


class Between:
    """The costs for ways between two ends, who act themselves on the legs of their nations."""

    def __init__(self, costs: Costs, one: str, other: str) -> None:
        self._costs = costs
        self._ends = (one, other)
        self._places = (costs.place[one], costs.place[other])
        self._near = (costs.near(one), costs.near(other))
        self._found: dict[tuple[int, int], int] = {}

    def step(self, node: int, to: int, cost: int) -> int:
        """Return the cost of a step, of which the cost between the two alone is given."""
        if not (self._has_behind(node) or self._has_behind(to)):
            return cost
        pair = (node, to) if node < to else (to, node)
        if pair not in self._found:
            one, other = self._costs.actors[pair[0]], self._costs.actors[pair[1]]
            by_setting = self._costs.edges[one, other]
            acting = list(acting_pairs(self._costs.standing, self._ends, one, other))
            self._found[pair] = cheapest(
                by_setting, worst_of([self._costs.statuses.of(*each) for each in acting])
            )
        return self._found[pair]

    def _has_behind(self, node: int) -> bool:
        """Tell whether an end of the way stands behind a node, and is not the node itself."""
        first, last = self._near
        return (node in first and node != self._places[0]) or (
            node in last and node != self._places[1]
        )


def acting_pairs(
    standing: Standing, ends: tuple[str, str], one: str, other: str
) -> Iterator[tuple[str, str]]:
    """Yield the pairs that act on a leg of a way: the two, and the ends that stand behind them.

    Args:
        standing: Who belongs to whom on the day.
        ends: The ends of the way.
        one: Id of one actor of the leg.
        other: Id of the other.
    """
    behind = [
        [actor, *(end for end in ends if end != actor and standing.share_nation(actor, end))]
        for actor in (one, other)
    ]
    for first in behind[0]:
        for second in behind[1]:
            if first != second:
                yield first, second


def worst_of(found: Sequence[BySetting]) -> BySetting:
    """Return the worst status in each setting."""
    settings: tuple[Setting, ...] = ("bilateral", "multilateral")
    return {
        setting: max((each[setting] for each in found), key=STATUSES.index) for setting in settings
    }


def cheapest(by_setting: Mapping[Setting, int], statuses: BySetting) -> int:
    """Return the cost of a leg in the setting in which it costs least."""
    return min(
        LEG + weakness * WEAKNESS + _OF_STATUS[statuses[setting]]
        for setting, weakness in by_setting.items()
    )


def costs_of(ties: Ties, statuses: Statuses, activity: str) -> Costs:
    """Return the cost of each step that ties allow.

    Args:
        ties: The ties of the day.
        statuses: What rules do to any pair.
        activity: Word of the activity.
    """
    edges = ties.edges(activity)
    actors = tuple(sorted({end for pair in edges for end in pair}))
    place = {actor: number for number, actor in enumerate(actors)}
    neighbours: list[list[tuple[int, int]]] = [[] for _ in actors]
    for pair, by_setting in edges.items():
        cost = cheapest(by_setting, statuses.of(*pair))
        one, other = place[pair[0]], place[pair[1]]
        neighbours[one].append((other, cost))
        neighbours[other].append((one, cost))
    for among in neighbours:
        among.sort()
    starts = np.cumsum([0, *(len(among) for among in neighbours)])
    columns = [node for among in neighbours for node, _ in among]
    values = [float(cost) for among in neighbours for _, cost in among]
    return Costs(
        actors=actors,
        place=place,
        neighbours=neighbours,
        matrix=csr_array((values, columns, starts), shape=(len(actors), len(actors))),
        stops=[is_stop(actor) for actor in actors],
        edges=edges,
        statuses=statuses,
        standing=ties.standing,
    )
