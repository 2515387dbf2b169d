"""Dates as cells: a partial date, or the empty string for unknown.

In: cells that were checked when they were read. Out: whether two can mean one day, and the fuller
one. What a partial date is belongs to `comity.rdf.dates`.
"""

from __future__ import annotations

from comity.rdf.dates import PartialDate


def agree(one: str, other: str) -> bool:
    """Tell whether two cells can mean the same day: equal, nested, or one unknown.

    >>> agree("2024", "2024-06"), agree("2024-05", "2024-06"), agree("", "2024")
    (True, False, True)
    """
    if not one or not other:
        return True
    return PartialDate.parse(one).agrees_with(PartialDate.parse(other))


def fuller(one: str, other: str) -> str:
    """Return the cell that says more, of two that agree.

    >>> fuller("2024", "2024-06"), fuller("2024", "")
    ('2024-06', '2024')
    """
    return max(one, other, key=len)
