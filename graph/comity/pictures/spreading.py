"""Places of labels in a column, so that none lies over another.

In: where each label would like its middle to be, and how tall it is. Out: where it is. What does
not belong here: drawing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def spread(
    wanted: Sequence[float],
    heights: Sequence[float],
    *,
    low: float,
    high: float,
    gap: float = 0.0,
) -> list[float]:
    """Return the middles of labels, in the order given, apart and between two bounds if they fit.

    Labels keep their order. Those that touch are moved as one, to the mean of what they would
    like; so none moves farther than it must. When there are too many for the room, they reach
    below the lower bound.

    Args:
        wanted: The middle that each would like.
        heights: The height of each.
        low: Lower bound of the room.
        high: Upper bound.
        gap: The least space between two.

    Examples:
        >>> spread([1.0, 1.0, 5.0], [1.0, 1.0, 1.0], low=0, high=10)
        [0.5, 1.5, 5.0]
        >>> spread([0.0, 9.9], [1.0, 1.0], low=0, high=10)
        [0.5, 9.5]
    """
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], at))
    groups: list[list[int]] = []
    bottoms: list[float] = []
    for place in order:
        groups.append([place])
        bottoms.append(_bottom(groups[-1], wanted, heights, gap, (low, high)))
        while len(groups) > 1 and bottoms[-2] + _tall(groups[-2], heights, gap) > bottoms[-1]:
            upper = groups.pop()
            bottoms.pop()
            groups[-1] += upper
            bottoms[-1] = _bottom(groups[-1], wanted, heights, gap, (low, high))
    found = [0.0] * len(wanted)
    for group, bottom in zip(groups, bottoms, strict=True):
        at = bottom
        for place in group:
            found[place] = at + heights[place] / 2
            at += heights[place] + gap
    return found


def _tall(group: Sequence[int], heights: Sequence[float], gap: float) -> float:
    """Return the height of labels above each other, with the gap to the next."""
    return sum(heights[place] + gap for place in group)


def _bottom(
    group: Sequence[int],
    wanted: Sequence[float],
    heights: Sequence[float],
    gap: float,
    bounds: tuple[float, float],
) -> float:
    """Return the lower end of labels above each other that is nearest to what they would like."""
    total, at = 0.0, 0.0
    for place in group:
        total += wanted[place] - heights[place] / 2 - at
        at += heights[place] + gap
    return min(max(total / len(group), bounds[0]), bounds[1] - at + gap)
