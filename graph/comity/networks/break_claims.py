"""Tests of breaks in cooperation across the coalitions.

In: evidence and a year. Out: outcomes. What does not belong here: how a step is told from chance
(`breaks`).

Each year gives the logarithm of the ratio of pairs across to pairs within that began something
together, so whatever grows or shrinks for both cancels out: a step in it is the difference of two
differences, before and after, across and within. A pair counts once a year, however many satellites
it launched; so a bulk launch is no wave of cooperation.

Who is in which coalition is taken as it is now, for all years: nobody was in one in 2011. The ties
of those who joined later are what is looked at, so a part of what is seen may be who chose to join.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Final

from comity.networks.breaks import break_in
from comity.networks.coalitions import BOTH, COALITIONS
from comity.networks.hypothesis_values import Outcome, Untold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.networks.evidence import Evidence
    from comity.networks.hypothesis_values import Effort
    from comity.networks.links import Link

WOLF: Final = 2011
RUPTURE: Final = 2022
YEARS: Final = 10
"""Years that are looked at before a break, and at most after it."""
_ENDS: Final = {WOLF: RUPTURE - 1}  # the other break must not count for this one
_NAMED: Final = {
    WOLF: (("nation/usa", "nation/chn"), "the United States and China"),
    RUPTURE: (("nation/usa", "nation/rus"), "the United States and Russia"),
}
_HALF: Final = 0.5  # added to both counts, so that a year without a pair has a logarithm


def break_across(
    evidence: Evidence, effort: Effort, year: int, *, things: bool = False
) -> Outcome | Untold:
    """Return how cooperation across coalitions stepped in a year, beside that within them.

    Args:
        evidence: The record.
        effort: How much is computed.
        year: The first year after the break.
        things: Whether all that a pair began counts, and not the pair once a year.
    """
    first = year - YEARS
    last = min(year + YEARS - 1, evidence.record.last_year, _ENDS.get(year, 9999))
    tied = evidence.coalitions()
    sizes = Counter(tied.values())
    if min(sizes[name] for name in COALITIONS) < 2:
        return Untold("fewer than two states are tied to one of the coalitions")
    if last < year:
        return Untold(f"{year} is not over")
    links = evidence.begun(first, last)
    counts = _counts(links, tied, things=things)
    span = range(first, last + 1)
    empty = [each for each in span if not counts["across", each] + counts["within", each]]
    if empty:
        return Untold(f"no pair of the coalitions began anything in {empty[0]}")
    series = {
        each: math.log(counts["across", each] + _HALF) - math.log(counts["within", each] + _HALF)
        for each in span
    }
    step = break_in(list(series.values()), year - first, draws=effort.draws, seed=effort.seed)
    if step is None:
        return Untold(f"too few years since {year} are over, or nothing varies")
    sides = (range(first, year), range(year, last + 1))
    across, within = (
        [_mean([counts[kind, each] for each in side]) for side in sides]
        for kind in ("across", "within")
    )
    unit = "things" if things else "pairs"
    named, words = _NAMED[year]
    begun = [_between(links, named, side) for side in sides]
    return Outcome(
        effect=step.step,
        low=step.low,
        high=step.high,
        p=step.p,
        cases=f"{len(series)} years, {sizes['Artemis']} and {sizes['ILRS']} states",
        said=(
            (
                f"Across the coalitions {across[0]:.1f} {unit} a year began something from {first}"
                f" to {year - 1}, {across[1]:.1f} from {year} to {last}; within them"
                f" {within[0]:.1f} and {within[1]:.1f}."
            ),
            (
                f"Beside its trend, the ratio of across to within changed by a factor of"
                f" {math.exp(step.step):.2f} (95% from {math.exp(step.low):.2f} to"
                f" {math.exp(step.high):.2f})."
            ),
            (
                f"Between {words} {begun[0]} things began in the {len(sides[0])} years before and"
                f" {begun[1]} in the {len(sides[1])} from {year} on: too few to test alone."
            ),
            f"{sizes[BOTH]} states tied to both coalitions are left out.",
        ),
        series=tuple(series.items()),
    )


def _counts(
    links: Sequence[Link], tied: Mapping[str, str], *, things: bool
) -> Counter[tuple[str, int]]:
    """Return how many pairs across and within coalitions began something, by kind and year."""
    seen = set()
    for link in links:
        groups = {tied.get(link.first, BOTH), tied.get(link.second, BOTH)}
        if BOTH not in groups and link.start is not None:
            kind = "within" if len(groups) == 1 else "across"
            pair = (min(link.first, link.second), max(link.first, link.second))
            seen.add((kind, link.start.year, *pair, link.through if things else ""))
    return Counter((kind, year) for kind, year, *_ in seen)


def _between(links: Sequence[Link], pair: tuple[str, str], years: range) -> int:
    return len(
        {
            link.through
            for link in links
            if link.start and link.start.year in years and {link.first, link.second} == set(pair)
        }
    )


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)
