"""Scores of forecasts: how well probabilities rank, and how true they are.

In: what happened (0 or 1) and what was forecast, one number a state, with weights if states are
drawn again and again. Out: numbers. What does not belong here: who forecast it (`backtest`).

Equal forecasts are never ordered by chance: what hangs on their order is its mean over all orders.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

_LEAST: Final = 1e-12
EDGES: Final = (0.0, 0.02, 0.05, 0.1, 0.2, 0.4, 1.0)
"""Edges of the bins of a calibration table; a probability on an edge is in the upper bin."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of about the same probability.

    Attributes:
        low: The least probability.
        high: The probability that none reaches; the last bin has 1 itself.
        count: Number of forecasts.
        forecast: Their mean.
        happened: The share that happened.
    """

    low: float
    high: float
    count: int
    forecast: float
    happened: float


def average_precision(
    happened: npt.NDArray[np.float64],
    forecast: npt.NDArray[np.float64],
    weights: npt.NDArray[np.float64] | None = None,
) -> float:
    """Return the average precision: precision at each threshold, by the recall that it adds.

    Forecasts that all are equal give the share that happened.

    >>> average_precision(np.array([1.0, 0, 1, 0]), np.array([0.9, 0.8, 0.7, 0.1]))
    0.8333333333333333
    """
    hits, found = _cumulated(happened, forecast, weights)
    if hits[-1] == 0:
        return float("nan")
    recall_added = np.diff(hits, prepend=0) / hits[-1]
    precision = np.divide(hits, found, out=np.zeros_like(hits), where=found > 0)
    return float((recall_added * precision).sum())


def precision_at(
    happened: npt.NDArray[np.float64],
    forecast: npt.NDArray[np.float64],
    count: float,
    weights: npt.NDArray[np.float64] | None = None,
) -> float:
    """Return the share that happened among the so many highest forecasts.

    Where the last places go to equal forecasts, it is the mean over all ways to fill them.

    >>> precision_at(np.array([1.0, 0, 1, 0]), np.array([0.9, 0.8, 0.8, 0.1]), 2)
    0.75
    """
    hits, found = _cumulated(happened, forecast, weights)
    if count <= 0:
        return float("nan")
    return float(np.interp(count, np.append(0, found), np.append(0, hits)) / count)


def brier(
    happened: npt.NDArray[np.float64],
    forecast: npt.NDArray[np.float64],
    weights: npt.NDArray[np.float64] | None = None,
) -> float:
    """Return the mean squared difference (Brier 1950); 0 is best.

    >>> brier(np.array([1.0, 0.0]), np.array([0.5, 0.5]))
    0.25
    """
    return float(np.average((forecast - happened) ** 2, weights=weights))


def log_loss(
    happened: npt.NDArray[np.float64],
    forecast: npt.NDArray[np.float64],
    weights: npt.NDArray[np.float64] | None = None,
) -> float:
    """Return the mean negative log-likelihood, in nats; 0 is best.

    >>> round(log_loss(np.array([1.0, 0.0]), np.array([0.5, 0.5])), 6)
    0.693147
    """
    sure = np.clip(forecast, _LEAST, 1 - _LEAST)
    losses = -(happened * np.log(sure) + (1 - happened) * np.log1p(-sure))
    return float(np.average(losses, weights=weights))


def calibration(
    happened: npt.NDArray[np.float64],
    forecast: npt.NDArray[np.float64],
    edges: Sequence[float] = EDGES,
) -> tuple[Bin, ...]:
    """Return the forecasts in bins of probability; empty bins are left out."""
    places = np.clip(np.searchsorted(edges, forecast, side="right") - 1, 0, len(edges) - 2)
    return tuple(
        Bin(
            edges[place],
            edges[place + 1],
            int((places == place).sum()),
            round(float(forecast[places == place].mean()), 9),
            float(happened[places == place].mean()),
        )
        for place in range(len(edges) - 1)
        if (places == place).any()
    )


def calibration_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error: the bins' mean gap, by their counts.

    >>> calibration_error([Bin(0.0, 0.5, 3, 0.2, 0.0), Bin(0.5, 1.0, 1, 0.6, 1.0)])
    0.25
    """
    total = sum(each.count for each in bins)
    gap = sum(each.count * abs(each.forecast - each.happened) for each in bins)
    return round(gap / total, 12) if total else float("nan")


def _cumulated(
    happened: npt.NDArray[np.float64],
    forecast: npt.NDArray[np.float64],
    weights: npt.NDArray[np.float64] | None,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return how many happened, and how many there are, down to each different forecast."""
    order = np.argsort(-forecast, kind="stable")
    sorted_ = forecast[order]
    weigh = np.ones(len(order)) if weights is None else weights[order]
    ends = np.append(np.flatnonzero(np.diff(sorted_)), len(order) - 1)
    return np.cumsum(weigh * happened[order])[ends], np.cumsum(weigh)[ends]
