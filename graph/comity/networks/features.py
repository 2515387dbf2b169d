"""Features: what a situation says of each state that may join, as numbers.

In: a history, an accord and a day. Out: a `FeatureTable`, one row a state. What does not belong
here: what each feature is (`feature_list`), and what the numbers are worth (`hazard`).

A feature sees nothing but the situation, and that nothing but what was public on its day.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from comity.analysis.regions import region_of, subregion_of
from comity.networks.feature_list import FEATURES, Surroundings
from comity.networks.situation import situation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    import numpy.typing as npt

    from comity.networks.history import History
    from comity.networks.situation import Accord, Situation


@dataclass(frozen=True)
class FeatureTable:
    """The features of the states that may join, on a day.

    Attributes:
        day: The day.
        states: Ids of the states, sorted.
        names: Names of the features.
        raw: The values, in the features' units; float64 of shape (states, features).
        values: The same, made comparable among the states of the day: less their mean, by their
            standard deviation, 0 where all are equal; unless the feature is not relative.
        around: What they were found from.
    """

    day: date
    states: tuple[str, ...]
    names: tuple[str, ...]
    raw: npt.NDArray[np.float64]
    values: npt.NDArray[np.float64]
    around: Surroundings

    def column(self, name: str) -> npt.NDArray[np.float64]:
        """Return the comparable values of one feature."""
        found: npt.NDArray[np.float64] = self.values[:, self.names.index(name)]
        return found


def features_at(history: History, accord: Accord, day: date) -> FeatureTable:
    """Return the features of all states that may join an accord, from the record of a day.

    Args:
        history: The record.
        accord: The accord.
        day: The day; nothing that began, or became public, later is seen.
    """
    around = _surroundings(history, situation(history, accord, day))
    states = around.situation.at_risk
    raw = np.array(
        [[feature.find(around, state).value for feature in FEATURES] for state in states],
        dtype=np.float64,
    ).reshape(len(states), len(FEATURES))
    return FeatureTable(
        day=day,
        states=states,
        names=tuple(feature.name for feature in FEATURES),
        raw=raw,
        values=_comparable(raw),
        around=around,
    )


def _comparable(raw: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    values = raw.copy()
    for position, feature in enumerate(FEATURES):
        if feature.is_relative and len(raw):
            column = raw[:, position]
            spread = float(column.std())
            # equal numbers may have a spread of rounding errors
            flat = spread <= 1e-12 * max(1.0, float(np.abs(column).max()))
            values[:, position] = 0.0 if flat else (column - column.mean()) / spread
    return values


def _surroundings(history: History, found: Situation) -> Surroundings:
    subregions = {state: subregion_of(history.things[state].description) for state in found.states}
    return Surroundings(
        found,
        subregions,
        {state: region_of(history.things[state].description) for state in found.states},
        _shares(subregions, found.joined),
    )


def _shares(regions: Mapping[str, str], joined: Iterable[str]) -> dict[str, float]:
    sizes = Counter(regions.values())
    inside = Counter(regions[state] for state in joined if state in regions)
    return {region: inside[region] / size for region, size in sizes.items()}
