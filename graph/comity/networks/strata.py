"""Two groups compared within strata: who has more, among those that are alike otherwise.

In: a number, a group and a stratum for each actor. Out: a `Comparison`. What does not belong here:
what the numbers count.

References:
    van Elteren 1960, Bulletin of the International Statistical Institute 37(3), 351–361, on ranks
    within strata; Vargha and Delaney 2000, doi:10.3102/10769986025002101, on the effect's size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.stats import rankdata

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

FEWEST: Final = 5
"""Actors that a group must have in strata where both groups are."""
_TINY: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Comparison:
    """How often one of a group has more than one of the others in its stratum.

    Attributes:
        superiority: That share, ties as half: 0.5 if neither group has more.
        low: Lower end of its 95% interval.
        high: Upper end.
        p: How often it is as far from 0.5 with the group dealt anew: (r + 1) / (n + 1).
        inside: How many of the group were compared.
        outside: With how many others.
    """

    superiority: float
    low: float
    high: float
    p: float
    inside: int
    outside: int


def compare_within(
    values: Sequence[float],
    inside: Sequence[bool],
    strata: Sequence[int],
    *,
    draws: int = 999,
    seed: int = 0,
) -> Comparison | None:
    """Return how a group compares with others of its strata, or None if too few can be compared.

    Who is in the group is dealt anew within each stratum for p; for the interval, actors are drawn
    with replacement within each group of each stratum.

    Args:
        values: A number for each actor.
        inside: Whether it is in the group.
        strata: Its stratum; strata in which all or none are in the group tell nothing.
        draws: How often groups are dealt, and actors drawn.
        seed: Of either.

    Examples:
        >>> members = [True] * 6 + [False] * 6
        >>> found = compare_within([3.0] * 6 + [1.0] * 6, members, [0] * 12, draws=99)
        >>> found.superiority, found.p
        (1.0, 0.01)
    """
    number, member, stratum = np.array(values, dtype=float), np.array(inside), np.array(strata)
    groups = [np.flatnonzero(stratum == each) for each in np.unique(stratum)]
    groups = [each for each in groups if 0 < member[each].sum() < len(each)]
    counted = [sum(int((member[each] == side).sum()) for each in groups) for side in (True, False)]
    if min(counted) < FEWEST:
        return None
    parts = [(rankdata(number[each]), member[each]) for each in groups]
    found = _superiority(parts)
    generator = np.random.default_rng(seed)
    null = np.array(
        [
            _superiority([(ranks, generator.permutation(is_in)) for ranks, is_in in parts])
            for _ in range(draws)
        ]
    )
    drawn = [_superiority([_drawn(part, generator) for part in parts]) for _ in range(draws)]
    low, high = np.quantile(drawn, (0.025, 0.975))
    as_far = int((np.abs(null - 0.5) >= abs(found - 0.5) - _TINY).sum())
    return Comparison(
        found, float(low), float(high), (as_far + 1) / (draws + 1), counted[0], counted[1]
    )


def _superiority(parts: Sequence[tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]]) -> float:
    """Return the share, by the ranks of each stratum and who is in the group."""
    wins = compared = 0.0
    for ranks, is_in in parts:
        many, others = int(is_in.sum()), int((~is_in).sum())
        wins += float(ranks[is_in].sum()) - many * (many + 1) / 2
        compared += many * others
    return wins / compared


def _drawn(
    part: tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]], generator: np.random.Generator
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    ranks, is_in = part
    sides = [np.flatnonzero(is_in == side) for side in (True, False)]
    chosen = np.concatenate([generator.choice(side, size=len(side)) for side in sides])
    return rankdata(ranks[chosen]), is_in[chosen]
