"""Precedents: what such pairs did before under the same rules.

In: a dealing, restrictions and who belongs to whom. Out: the cases nearest to it. What does not
belong here: how a case is recorded.

A case of the same two actors comes before one of two others of the same nations, and that before
one in which only the side is the same toward which the rule binds; then come the same activity and
the nearest day. What happened after the day of the dealing is no precedent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from comity.pathways.model import Dealing, Finding, Precedent
    from comity.pathways.standing import Standing

SHOWN: Final = 4


def nearest_precedents(
    dealing: Dealing,
    findings: Iterable[Finding],
    restrictions: Collection[str],
    standing: Standing,
) -> tuple[Precedent, ...]:
    """Return the cases under some restrictions that are nearest to a dealing.

    Args:
        dealing: The dealing.
        findings: The rules that reach it.
        restrictions: Ids of the restrictions, each the one of which others are parts.
        standing: Who belongs to whom on the day.
    """
    against = {standing.side(each.against) for each in findings}
    found: list[tuple[tuple[int, bool, int, str], Precedent]] = []
    for case in standing.grounds.precedents.values():
        if case.first > dealing.on:
            continue
        if standing.grounds.family(case.restriction) not in restrictions:
            continue
        far = _distance(case, dealing, against, standing)
        if far is not None:
            days: int = (dealing.on - case.first).days
            found.append(((far, case.activity != dealing.activity, days, case.id), case))
    return tuple(case for _, case in sorted(found, key=lambda each: each[0])[:SHOWN])


def _distance(
    case: Precedent, dealing: Dealing, against: Collection[str], standing: Standing
) -> int | None:
    if {case.one, case.other} == {dealing.one, dealing.other}:
        return 0
    of_case = {standing.side(case.one), standing.side(case.other)}
    of_dealing = {standing.side(dealing.one), standing.side(dealing.other)}
    if of_case == of_dealing:
        return 1
    return 2 if of_case & of_dealing & set(against) else None
