"""The best ways from one actor to another.

In: the costs of steps. Out: ways without loops, the cheapest first, as tuples of ids. What does not
belong here: what a step costs (`costs`), and legs in words (`answers`).

The ways are found by Yen's algorithm, in the form of Lawler: each way gives rise to others that
leave it at one of its nodes. Spurs are searched by A*, whose bound is the exact cost to the goal
in the whole graph. Of ways that cost the same, the one whose ids come first is first; so the order
is total, and the same at every run.

References:
    J. Y. Yen (1971): Finding the k shortest loopless paths in a network. Management Science 17,
    712–716. E. L. Lawler (1972): A procedure for computing the k best solutions to discrete
    optimization problems. Management Science 18, 401–405.
"""

from __future__ import annotations

import heapq
import math
from typing import TYPE_CHECKING

from comity.pathways.ties import is_stop

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from comity.pathways.costs import Costs

Way = tuple[int, ...]


def best_ways(costs: Costs, one: str, other: str, limit: int) -> list[tuple[str, ...]]:
    """Return the cheapest ways from one actor to another, at most `limit`; none if none leads.

    Args:
        costs: The graph.
        one: Id of the actor to begin from.
        other: Id of the actor to reach.
        limit: How many at most.
    """
    if one not in costs.place or other not in costs.place:
        return []
    search = _Search(costs, costs.place[one], costs.place[other])
    return [tuple(costs.actors[node] for node in way) for way in search.ways(limit)]


class _Search:
    """A search for ways between two nodes."""

    def __init__(self, costs: Costs, source: int, goal: int) -> None:
        self._neighbours = costs.neighbours
        self._source = source
        self._goal = goal
        self._bound: list[float] = costs.least(costs.actors[goal]).tolist()
        self._is_stop = [is_stop(actor) for actor in costs.actors]

    def ways(self, limit: int) -> Iterator[Way]:
        """Yield the cheapest ways, in order."""
        first = self._cheapest((self._source,), (), ())
        waiting: list[tuple[int, Way, int]] = [] if first is None else [(*first, 0)]
        yielded: list[Way] = []
        while waiting and len(yielded) < limit:
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
                total = cost + step
                heapq.heappush(waiting, (total + self._bound[to], (*way, to), total))
        return None

    def _length(self, way: Way) -> int:
        total = 0
        for node, to in zip(way, way[1:], strict=False):
            total += next(cost for end, cost in self._neighbours[node] if end == to)
        return total
