"""Frustration: the least weight of ties that fit no division into two camps.

In: a signed graph. Out: `Frustration`. What does not belong here: balance of triangles (`signed`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

if TYPE_CHECKING:
    import numpy.typing as npt

    from comity.networks.signed import SignedGraph

_GAIN: Final = 1e-10
_SMALL: Final = 400
"""Ties up to which the solver is asked to prove the least; beyond, only climbing is tried."""
_SOLVED: Final = 500  # nodes of the search tree: a limit in seconds would differ between machines


@dataclass(frozen=True, slots=True)
class Frustration:
    """How much stands against a division into two camps.

    Attributes:
        least: No division leaves less weight against it.
        found: The weight that stands against the best division found: ties of cooperation between
            the camps, and of opposition within one.
        total: The weight of all ties.
        camps: That division: 0 or 1 for each node; int64.
    """

    least: float
    found: float
    total: float
    camps: tuple[int, ...]

    @property
    def is_exact(self) -> bool:
        """Whether the division is proved to be a best one."""
        return self.found - self.least <= 1e-6 * max(self.total, 1.0)


def frustration(graph: SignedGraph, *, starts: int = 50, seed: int = 0) -> Frustration:
    """Return the frustration index of a graph, or bounds of it.

    A graph is balanced if its nodes can be divided into two camps with cooperation within and
    opposition between them; the frustration index is the least weight of ties that must go until
    it can. To find it is NP-hard. A graph of at most 400 ties is given to an integer programme
    (one variable a node, one a tie), whose bound is kept where it does not finish; for others, the
    lower bound is that of unbalanced triangles that share no tie.

    Args:
        graph: The graph.
        starts: From how many random divisions nodes are moved one by one until none gains.
        seed: The generator's seed.

    Examples:
        >>> from comity.networks.signed import SignedGraph
        >>> enemies = np.array([[0, -1, -1], [-1, 0, -1], [-1, -1, 0.0]])
        >>> found = frustration(SignedGraph(("a", "b", "c"), enemies))
        >>> found.found, found.is_exact
        (1.0, True)

    References:
        Harary 1959 (Behavioral Science 4); Aref, Mason and Wilson 2018,
        doi:10.1007/978-3-319-94830-0_3, on integer programmes for it.
    """
    weights = graph.weights
    camps = _best_climb(weights, starts, np.random.default_rng(seed))
    found = _against(weights, camps)
    total = float(np.abs(weights).sum() / 2)
    one, other = np.nonzero(np.triu(weights, 1))
    if found <= _GAIN or not len(one):
        return Frustration(0.0, 0.0 if found <= _GAIN else found, total, _plain(camps))
    if len(one) > _SMALL:
        return Frustration(_packed(weights), found, total, _plain(camps))
    least, solved = _solve(weights, one, other)
    least = max(least, _packed(weights))
    if solved is not None and _against(weights, solved) < found:
        camps, found = solved, _against(weights, solved)
    return Frustration(min(max(least, 0.0), found), found, total, _plain(camps))


def _plain(camps: npt.NDArray[np.int64]) -> tuple[int, ...]:
    first = int(camps[0]) if len(camps) else 0
    return tuple(int(camp != first) for camp in camps)


def _against(weights: npt.NDArray[np.float64], camps: npt.NDArray[np.int64]) -> float:
    sides = 1.0 - 2.0 * camps
    return float((np.abs(weights) - weights * np.outer(sides, sides)).sum() / 4)


def _best_climb(
    weights: npt.NDArray[np.float64], starts: int, generator: np.random.Generator
) -> npt.NDArray[np.int64]:
    best, least = np.zeros(len(weights), dtype=np.int64), np.inf
    for number in range(max(starts, 1)):
        sides = np.ones(len(weights)) if not number else generator.choice((-1.0, 1.0), len(weights))
        pull = weights @ sides
        while len(sides):
            gain = -sides * pull
            node = int(gain.argmax())
            if gain[node] <= _GAIN:
                break
            pull -= 2 * weights[:, node] * sides[node]
            sides[node] = -sides[node]
        camps = (sides < 0).astype(np.int64)
        against = _against(weights, camps)
        if against < least - _GAIN:
            best, least = camps, against
    return best


def _solve(
    weights: npt.NDArray[np.float64],
    one: npt.NDArray[np.int64],
    other: npt.NDArray[np.int64],
) -> tuple[float, npt.NDArray[np.int64] | None]:
    """Return a lower bound and, if there is one, the division that the integer programme found.

    f_ij ≥ |x_i − x_j| for positive ties and f_ij ≥ |1 − x_i − x_j| for negative ones; Σ |w| f is
    made least. The x are 0 or 1, and the f follow.
    """
    nodes, ties = len(weights), len(one)
    values = weights[one, other]
    sign = np.where(values > 0, -1.0, 1.0)
    row = np.arange(ties)
    tie = nodes + row
    # for a positive tie x_i − x_j ≤ f and x_j − x_i ≤ f; for a negative one x_i + x_j − 1 ≤ f and
    # 1 − x_i − x_j ≤ f
    rows = np.concatenate((row, row, row, row + ties, row + ties, row + ties))
    columns = np.concatenate((one, other, tie, one, other, tie))
    ones = np.ones(ties)
    entries = np.concatenate((ones, sign, -ones, -ones, -sign, -ones))
    limit = np.where(values > 0, 0.0, 1.0)
    matrix = coo_array((entries, (rows, columns)), shape=(2 * ties, nodes + ties)).tocsr()
    answer = milp(
        np.concatenate((np.zeros(nodes), np.abs(values))),
        integrality=np.concatenate((np.ones(nodes), np.zeros(ties))),
        bounds=Bounds(0, np.concatenate(([0.0], np.ones(nodes + ties - 1)))),
        constraints=LinearConstraint(matrix, -np.inf, np.concatenate((limit, -limit))),
        options={"node_limit": _SOLVED},
    )
    bound = answer.get("mip_dual_bound")  # equals the value found, if the solver came to its end
    least = 0.0 if bound is None else float(bound)
    solved = None if answer.x is None else np.rint(answer.x[:nodes]).astype(np.int64)
    return least, solved


def _packed(weights: npt.NDArray[np.float64]) -> float:
    """Return the sum of the least ties of unbalanced triangles that share no tie, taken greedily.

    Each such triangle has a tie that stands against any division.
    """
    left = weights.copy()
    total = 0.0
    for one, other in zip(*np.nonzero(np.triu(left, 1) < 0), strict=True):
        for third in np.flatnonzero((left[one] * left[other]) > 0):
            corners = (left[one, other], left[one, third], left[other, third])
            if left[one, other] < 0 and corners[0] * corners[1] * corners[2] < 0:
                least = float(min(abs(value) for value in corners))
                total += least
                for a, b in ((one, other), (one, third), (other, third)):
                    value = left[a, b]
                    left[a, b] = left[b, a] = value - np.sign(value) * least
    return total
