"""Tests of who signed the Artemis Accords, and when.

In: evidence. Out: outcomes. What does not belong here: forecasts of who signs next (`forecasts`).
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Final

import numpy as np

from comity.networks import dyadic
from comity.networks.hypothesis_values import Outcome, Untold
from comity.networks.links import Window
from comity.networks.rollup import Reading
from comity.networks.strata import FEWEST, compare_within

if TYPE_CHECKING:
    from comity.networks.evidence import Evidence
    from comity.networks.hypothesis_values import Effort

ACCORDS: Final = "Artemis"
_BEFORE: Final = 10  # years before the accords were opened in which partners count


def partners_signed(evidence: Evidence, effort: Effort, *, share: bool = True) -> Outcome | Untold:
    """Return whether states that signed had worked more with the founders before there was a text.

    Args:
        evidence: The record.
        effort: How much is computed.
        share: Whether founders count as a share of all partners; else their number counts.
    """
    signed = evidence.signatures(ACCORDS)
    if not signed:
        return Untold("nobody has signed")
    opened = min(signed.values())
    founders = {state for state, day in signed.items() if day == opened}
    partners = _partners(evidence, opened)
    states = [
        state for state in evidence.record.subregions if state not in founders and partners[state]
    ]
    counts = {state: len(partners[state] & founders) for state in states}
    values = [counts[s] / len(partners[s]) if share else float(counts[s]) for s in states]
    inside = [state in signed for state in states]
    # as busy: 1 partner, 2 or 3, 4 to 7, 8 to 15, …
    strata = [len(partners[state]).bit_length() for state in states]
    tested = compare_within(values, inside, strata, draws=effort.draws, seed=effort.seed)
    if tested is None:
        return Untold(f"fewer than {FEWEST} states that signed later, or did not, have partners")
    means = [
        float(
            np.mean([value for value, is_in in zip(values, inside, strict=True) if is_in == side])
        )
        for side in (True, False)
    ]
    what = "share of founders among partners" if share else "number of founders among partners"
    return Outcome(
        effect=2 * tested.superiority - 1,
        low=2 * tested.low - 1,
        high=2 * tested.high - 1,
        p=tested.p,
        cases=f"{tested.inside} states that signed later, {tested.outside} that did not",
        said=(
            (
                f"Mean {what} in the {_BEFORE} years before {opened}: {means[0]:.2f} of those that"
                f" signed later, {means[1]:.2f} of those that did not. They are compared only with"
                " states that had about as many partners."
            ),
        ),
    )


def signatures_spread(evidence: Evidence, effort: Effort) -> Outcome | Untold:
    """Return whether states of one subregion signed closer in time than states of different ones.

    Who signed is given; when each signed is dealt anew. So that a region signs more than another
    does not count, only that its states do so one after another.
    """
    signed = evidence.signatures(ACCORDS)
    if not signed:
        return Untold("nobody has signed")
    opened = min(signed.values())
    states = [state for state, day in sorted(signed.items()) if day > opened]
    places = np.array([evidence.record.subregions[state] for state in states])
    days = np.array([signed[state].toordinal() for state in states], dtype=float)
    same = (places[:, None] == places[None, :]).astype(float)
    apart = np.abs(days[:, None] - days[None, :])
    tested = dyadic.association(same, -apart, draws=effort.draws, seed=effort.seed)
    if tested is None:
        return Untold(f"only {len(states)} states signed after the founders")
    gaps = [
        float(
            np.mean(
                [apart[a, b] for a, b in combinations(range(len(states)), 2) if same[a, b] == side]
            )
        )
        for side in (1.0, 0.0)
    ]
    most, count = Counter(places.tolist()).most_common(1)[0]
    return Outcome(
        effect=tested.r,
        low=tested.low,
        high=tested.high,
        p=tested.p,
        cases=f"{len(states)} states, {int(np.triu(same, 1).sum())} pairs of one subregion",
        said=(
            (
                f"Two states of one subregion signed {gaps[0]:.0f} days apart on average, two of"
                f" different ones {gaps[1]:.0f}. Most are in {most} ({count})."
            ),
        ),
    )


def _partners(evidence: Evidence, opened: date) -> dict[str, set[str]]:
    """Return with whom each state cooperated in the years before a day."""
    begun = date(opened.year - _BEFORE, opened.month, min(opened.day, 28))
    window = Window(begun, opened - timedelta(days=1))
    found: dict[str, set[str]] = {state: set() for state in evidence.record.subregions}
    for link in evidence.cooperation(window, Reading(memory=1)):
        if link.first in found and link.second in found:
            found[link.first].add(link.second)
            found[link.second].add(link.first)
    return found
