"""What each step from actor to actor costs, by the rules that reach it.

In: ties of a day, prohibitions and what a dealing is about. Out: a `Costs`: numbers whose order is
the order of ways. What does not belong here: the search for ways (`routes`).

The cost of a way is the sum over its legs of four counts, of which an earlier one always outweighs
all later ones: legs that are blocked, legs that need an exemption, legs, weakness of ties. A pair
that is joined in two settings is passed in the one that costs less.

What is passed on along a way keeps its origin: each leg is looked at with the technology of the
nations of both ends, and with their money where the activity is funding. So a rule on a nation's
technology reaches a way through third parties too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from comity.pathways.model import STATUSES
from comity.pathways.reach import all_bound, all_toward
from comity.pathways.rulings import effect_on, given_for, window_for
from comity.pathways.ties import is_stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt

    from comity.pathways.model import Dealing, Prohibition, Setting, Status
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
    """

    actors: Sequence[str]
    place: Mapping[str, int]
    neighbours: Sequence[Sequence[tuple[int, int]]]
    matrix: csr_array
    stops: Sequence[bool]
    _least: dict[str, npt.NDArray[np.float64]] = field(default_factory=dict, repr=False)

    def least(self, actor: str) -> npt.NDArray[np.float64]:
        """Return the least cost from each node to an actor; infinite where no way leads."""
        if actor not in self._least:
            found = dijkstra(self.matrix, indices=self.place[actor])
            self._least[actor] = np.asarray(found, dtype=np.float64)
        return self._least[actor]


def costs_of(ties: Ties, rules: Iterable[Prohibition], dealing: Dealing) -> Costs:
    """Return the cost of each step that ties allow.

    Args:
        ties: The ties of the day.
        rules: The prohibitions that count.
        dealing: What it is about; its two actors do not matter.
    """
    edges = ties.edges(dealing.activity)
    reached = reached_pairs(ties, rules, dealing, edges)
    actors = tuple(sorted({end for pair in edges for end in pair}))
    place = {actor: number for number, actor in enumerate(actors)}
    neighbours: list[list[tuple[int, int]]] = [[] for _ in actors]
    for pair, by_setting in edges.items():
        statuses = reached.get(pair)
        cost = min(
            LEG + weakness * WEAKNESS + (_OF_STATUS[statuses[setting]] if statuses else 0)
            for setting, weakness in by_setting.items()
        )
        one, other = place[pair[0]], place[pair[1]]
        neighbours[one].append((other, cost))
        neighbours[other].append((one, cost))
    for among in neighbours:
        among.sort()
    starts = np.cumsum([0, *(len(among) for among in neighbours)])
    columns = [node for among in neighbours for node, _ in among]
    values = [float(cost) for among in neighbours for _, cost in among]
    shape = (len(actors), len(actors))
    return Costs(
        actors,
        place,
        neighbours,
        csr_array((values, columns, starts), shape=shape),
        [is_stop(actor) for actor in actors],
    )


def reached_pairs(
    ties: Ties,
    rules: Iterable[Prohibition],
    dealing: Dealing,
    pairs: Iterable[tuple[str, str]],
) -> dict[tuple[str, str], dict[Setting, Status]]:
    """Return the pairs that some rule reaches, with what the worst one does in each setting.

    It agrees with `rule_on` for each pair, and is faster for many.

    Args:
        ties: The ties of the day.
        rules: The prohibitions that count.
        dealing: What it is about; its two actors and setting do not matter.
        pairs: Pairs of ids, each sorted.
    """
    standing = ties.standing
    partners: dict[str, set[str]] = {}
    for one, other in pairs:
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    found: dict[tuple[str, str], dict[Setting, Status]] = {}
    for rule in rules:
        if (
            dealing.activity not in rule.activities
            or not rule.holds_on(dealing.on)
            or not rule.binds_in_law
            or given_for(rule, dealing.given, standing)
        ):
            continue
        bound = all_bound(rule, dealing, standing)
        status = effect_on(rule)
        for against in sorted(all_toward(rule, standing) & partners.keys()):
            for binds in partners[against] & bound:
                if standing.share_nation(binds, against):
                    continue
                if window_for(rule, binds, dealing.activity, standing):
                    continue
                pair = (binds, against) if binds < against else (against, binds)
                before = found.setdefault(pair, {"bilateral": "allowed", "multilateral": "allowed"})
                before["bilateral"] = _worse(before["bilateral"], status)
                if rule.setting != "bilateral":
                    before["multilateral"] = _worse(before["multilateral"], status)
    return found


def _worse(one: Status, other: Status) -> Status:
    return max(one, other, key=STATUSES.index)
