"""Forecasts as values of JSON and back, so that one can be kept.

In and out: `Forecast`, and what JSON can hold. What does not belong here: where they are kept
(`cache`).
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from comity.networks.comparison import BackTest, Estimate, YearResult
from comity.networks.forecasts import Forecast, Reason, StateForecast
from comity.networks.scores import Bin

if TYPE_CHECKING:
    from collections.abc import Mapping


def as_values(forecast: Forecast) -> dict[str, Any]:
    """Return a forecast as what JSON can hold, all of it."""
    return {**asdict(forecast), "day": forecast.day.isoformat()}


def from_values(found: Mapping[str, Any]) -> Forecast:
    """Return the forecast that `as_values` gave."""
    states = tuple(
        StateForecast(
            each["rank"],
            each["state"],
            each["name"],
            each["probability"],
            tuple(
                Reason(**{**reason, "claims": tuple(reason["claims"])})
                for reason in each["reasons"]
            ),
        )
        for each in found["states"]
    )
    return Forecast(
        **{
            **found,
            "day": date.fromisoformat(found["day"]),
            "states": states,
            "back_test": _back_test(found["back_test"]),
        }
    )


def _back_test(found: Mapping[str, Any]) -> BackTest:
    return BackTest(
        years=tuple(
            YearResult(**{**each, "joined": tuple(each["joined"]), "first": tuple(each["first"])})
            for each in found["years"]
        ),
        means=_estimates(found["means"]),
        gains=_estimates(found["gains"]),
        bins=tuple(Bin(**each) for each in found["bins"]),
        errors=found["errors"],
    )


def _estimates(found: Mapping[str, Any]) -> dict[str, dict[str, Estimate]]:
    return {
        name: {metric: Estimate(**each) for metric, each in metrics.items()}
        for name, metrics in found.items()
    }
