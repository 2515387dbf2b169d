"""Baselines: simple forecasts that a model has to beat before anybody should look at it.

In: the same rows that the model learns from. Out: forecasters by name. What does not belong here:
the comparison (`backtest`).

Common neighbours are the simplest of the scores by which Liben-Nowell and Kleinberg (2007) foretell
links; here a state's neighbours are common with the accord when they joined it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from comity.networks.hazard import fit_hazard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt

    from comity.networks.features import FeatureTable
    from comity.networks.hazard import Rows

_PRIOR: Final = 50.0  # rows at the mean rate that are added to each region


class Forecaster(Protocol):
    """What gives a probability for each state of a table."""

    def probabilities(self, table: FeatureTable, periods: int) -> npt.NDArray[np.float64]:
        """Return how likely each state joins within some half-years."""
        ...


@dataclass(frozen=True, slots=True)
class RegionalRate:
    """The hazard of each region, drawn towards that of all.

    Attributes:
        rates: The hazard by region.
        mean: The hazard of all, for regions without a row.
    """

    rates: Mapping[str, float]
    mean: float

    def probabilities(self, table: FeatureTable, periods: int) -> npt.NDArray[np.float64]:
        """Return how likely each state joins within some half-years."""
        regions = table.around.regions
        hazard = np.array([self.rates.get(regions[state], self.mean) for state in table.states])
        found: npt.NDArray[np.float64] = 1 - (1 - hazard) ** periods
        return found


def regional_rate(rows: Rows) -> RegionalRate:
    """Return the hazard of each region: those that joined by those at risk, a prior added."""
    at_risk = Counter(rows.regions)
    joined = Counter(region for region, did in zip(rows.regions, rows.joined, strict=True) if did)
    mean = float(rows.joined.mean())
    rates = {
        region: (joined[region] + _PRIOR * mean) / (size + _PRIOR)
        for region, size in sorted(at_risk.items())
    }
    return RegionalRate(rates, mean)


BASELINES: Final[Mapping[str, tuple[str, Callable[[Rows], Forecaster]]]] = {
    "all-equal": (
        "every state joins at the mean rate so far",
        lambda rows: fit_hazard(rows, ()),
    ),
    "regional-rate": (
        "every state joins at the rate of its region so far",
        regional_rate,
    ),
    "common-neighbours": (
        "the more of those that a state is tied to have joined, the sooner it joins",
        lambda rows: fit_hazard(rows, ("neighbours",)),
    ),
    "vote-affinity": (
        "the more a state votes like the founders, the sooner it joins",
        lambda rows: fit_hazard(rows, ("votes",)),
    ),
}
"""What each baseline says, and how it is made from rows."""
