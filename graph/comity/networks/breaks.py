"""Breaks: whether a yearly series steps at a year that was named before.

In: a number for each year, and the place of the year. Out: a `Break`. What does not belong here:
what the numbers measure.

The model is that of an interrupted series: a level, a trend, and a step at the year,

    y(t) = a + b·t + c·[t ≥ T] + e(t).

Few years, which hang together, make two traps. Shuffling years takes them for independent: of
series without a break whose years hang together (ρ = 0.6), one in five would be found to have one.
And the correlation of residuals from one year to the next is estimated too low, the more so the
shorter the series. So the null series are made by a sieve bootstrap of first order: the model
without a step is fitted, e(t) = ρ·e(t−1) + u(t) is fitted to its residuals with ρ corrected by
(2 + 4ρ)/n, u is drawn with replacement, and the step of the series so made is measured as that of
the real one. What is compared is the step by its standard error.

References:
    Wagner et al. 2002, doi:10.1046/j.1365-2710.2002.00430.x, on interrupted series; Bühlmann 2002,
    Statistical Science 17, 52–72, on the sieve bootstrap; Kendall 1954, Biometrika 41, 403–404, on
    the bias of the correlation; Efron and Tibshirani 1993, An Introduction to the Bootstrap,
    chapter 12, on intervals by bootstrap t.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.signal import lfilter

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

FEWEST_YEARS: Final = 8
FEWEST_AT_EITHER_SIDE: Final = 3
_WARM_UP: Final = 50  # years before the first, so that a null series does not start at zero
_TINY: Final = 1e-12


@dataclass(frozen=True, slots=True)
class Break:
    """A step in a series.

    Attributes:
        step: How much higher the series lies from the year on than the trend explains.
        low: Lower end of its 95% interval.
        high: Upper end.
        p: How often a series without a step has one as large, up or down: (r + 1) / (n + 1).
        t: The step by its standard error.
        correlation: How far residuals of one year and the next hang together, bias corrected.
    """

    step: float
    low: float
    high: float
    p: float
    t: float
    correlation: float


def break_in(values: Sequence[float], at: int, *, draws: int = 999, seed: int = 0) -> Break | None:
    """Return the step of a series at a place, or None where there are too few years to tell.

    Args:
        values: A number for each of consecutive years.
        at: The place of the first year after the step.
        draws: How many null series.
        seed: Of their making.

    Examples:
        >>> noise = [0.1, -0.2, 0.0, 0.2, -0.1, 0.1, 0.0, -0.1, 0.2, -0.2, 0.1, -0.1]
        >>> found = break_in([value + 2 * (year >= 6) for year, value in enumerate(noise)], 6)
        >>> round(found.step, 2), found.p <= 0.005
        (1.95, True)
    """
    series = np.array(values, dtype=float)
    years = len(series)
    if years < FEWEST_YEARS or min(at, years - at) < FEWEST_AT_EITHER_SIDE:
        return None
    kept, beyond = _design(years, at)
    residuals = kept @ series
    step, error = _steps(residuals, beyond)
    if error < _TINY:  # a straight line, with or without a step: nothing to compare with
        return None
    correlation = _correlation(residuals)
    null = _null_series(residuals, correlation, draws, seed) @ kept
    with np.errstate(divide="ignore", invalid="ignore"):
        by_chance = np.abs(np.divide(*_steps(null, beyond)))
    t = float(step / error)
    reach = float(np.quantile(by_chance, 0.95)) * float(error)
    return Break(
        step=float(step),
        low=float(step) - reach,
        high=float(step) + reach,
        p=(int((by_chance >= abs(t) - _TINY).sum()) + 1) / (draws + 1),
        t=t,
        correlation=correlation,
    )


def _design(years: int, at: int) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return what takes level and trend out of a series, and the step without them."""
    place = np.arange(years, dtype=float)
    basis, _ = np.linalg.qr(np.column_stack((np.ones(years), place)))
    kept = np.eye(years) - basis @ basis.T
    return kept, kept @ (place >= at).astype(float)


def _steps(
    residuals: npt.NDArray[np.float64], beyond: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return the steps of series whose level and trend are out, and what their errors are like."""
    square = float(beyond @ beyond)
    step = residuals @ beyond / square
    left = residuals - step[..., None] * beyond
    freedom = residuals.shape[-1] - 3
    return step, np.sqrt((left**2).sum(axis=-1) / freedom / square)


def _correlation(residuals: npt.NDArray[np.float64]) -> float:
    found = float(residuals[1:] @ residuals[:-1] / (residuals @ residuals))
    return float(np.clip(found + (2 + 4 * found) / len(residuals), -0.9, 0.95))


def _null_series(
    residuals: npt.NDArray[np.float64], correlation: float, draws: int, seed: int
) -> npt.NDArray[np.float64]:
    """Return series without a step that hang together as the residuals do; float64, draws by n."""
    shocks = residuals[1:] - correlation * residuals[:-1]
    shocks = shocks - shocks.mean()
    generator = np.random.default_rng(seed)
    drawn = generator.choice(shocks, size=(draws, len(residuals) + _WARM_UP))
    made = np.asarray(lfilter([1.0], [1.0, -correlation], drawn, axis=1), dtype=float)
    return made[:, _WARM_UP:]
