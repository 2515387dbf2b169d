"""The best ways from one actor to another.

In: the costs of steps. Out: ways without loops, the cheapest first, as tuples of ids. What does not
belong here: what a step costs (`costs`), and legs in words (`answers`).

The ways are found by Yen's algorithm, in the form of Lawler: each way gives rise to others that
leave it at one of its nodes. Spurs are searched by A*, whose bound is the cost to the goal in the
whole graph, which no way can undercut. Of ways that cost the same, the one whose ids come first is
first; so the order is total, and the same at every run.

References:
    J. Y. Yen (1971): Finding the k shortest loopless paths in a network. Management Science 17,
    712–716. E. L. Lawler (1972): A procedure for computing the k best solutions to discrete
    optimization problems. Management Science 18, 401–405.
"""

from __future__ import annotations

import heapq
import math
from itertools import groupby, islice, pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from comity.pathways.costs import Costs

Way = tuple[int, ...]
TRIED: Final = 40


def all_ways(costs: Costs, one: str, other: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways from one actor to another, the cheapest first; none if none leads.

    Args:
        costs: The graph.
        one: Id of the actor to begin from.
        other: Id of the actor to reach.
    """
    if one in costs.place and other in costs.place:
        for way in _Search(costs, costs.place[one], costs.place[other]).ways():
            yield tuple(costs.actors[node] for node in way)


def best_ways(
    costs: Costs, one: str, other: str, limit: int, side: Callable[[str], str]
) -> list[tuple[str, ...]]:
    """Return the cheapest ways that pass different sides, at most `limit`.

    Of the ways that pass the same nations in the same order, the cheapest stands for all; so the
    alternatives to a way through an agency are not its ministry and its institutes. At most
    `TRIED` ways are looked at for each that is wanted.

    Args:
        costs: The graph.
        one: Id of the actor to begin from.
        other: Id of the actor to reach.
        limit: How many at most.
        side: Returns for whom an actor stands: its nation, or itself.
    """
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for way in islice(all_ways(costs, one, other), TRIED * limit):
        sides = tuple(each for each, _ in groupby(side(actor) for actor in way))
        found.setdefault(sides, way)
        if len(found) == limit:
            break
    return list(found.values())


class _Search:
    """A search for ways between two nodes."""

    def __init__(self, costs: Costs, source: int, goal: int) -> None:
        self._neighbours = costs.neighbours
        self._between = costs.between(costs.actors[source], costs.actors[goal])
        self._source = source
        self._goal = goal
        self._bound = costs.least(costs.actors[goal])
        self._is_stop = costs.stops

    def ways(self) -> Iterator[Way]:
        """Yield all ways, the cheapest first."""
        first = self._cheapest((self._source,), (), ())
        waiting: list[tuple[int, Way, int]] = [] if first is None else [(*first, 0)]
        yielded: list[Way] = []
        while waiting:
            _, way, branch = heapq.heappop(waiting)
            yielded.append(way)
            yield way
            for at in range(branch, len(way) - 1):
                root = way[: at + 1]
                taken = {each[at + 1] for each in yielded if each[: at + 1] == root}
                spur = self._cheapest(root, root[:-1], taken)
                if spur is not None:
                    heapq.heappush(waiting, (*spur, at))

    def _cheapest(
        self, root: Way, closed: Sequence[int], taken: Collection[int]
    ) -> tuple[int, Way] | None:
        """Return the cheapest way that begins with a root and does not go on to some nodes.

        Args:
            root: The nodes with which it begins.
            closed: The nodes that it must not pass again.
            taken: The nodes to which its first step after the root must not lead.
        """
        spent = self._length(root)
        done = set(closed)
        waiting: list[tuple[float, Way, int]] = [(spent + self._bound[root[-1]], root, spent)]
        while waiting:
            bound, way, cost = heapq.heappop(waiting)
            node = way[-1]
            if math.isinf(bound):
                return None
            if node == self._goal:
                return cost, way
            if node in done:
                continue
            done.add(node)
            if len(way) > 1 and not self._is_stop[node]:
                continue
            for to, step in self._neighbours[node]:
                if to in done or (len(way) == len(root) and to in taken):
                    continue
                total = cost + self._between.step(node, to, step)
                heapq.heappush(waiting, (total + self._bound[to], (*way, to), total))
        return None

    def _length(self, way: Way) -> int:
        total = 0
        for node, to in pairwise(way):
            cost = next(cost for end, cost in self._neighbours[node] if end == to)
            total += self._between.step(node, to, cost)
        return total
