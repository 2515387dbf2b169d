"""The model against the baselines: metrics, intervals, and what they come to in words.

In: trials, each one year's forecasts and what came. Out: a `BackTest`. What does not belong here:
how forecasts of a past year are made (`backtest`), and single scores (`scores`).

Intervals come from drawing states with replacement, all years of a state together, since one
state's years are no independent trials (Efron and Tibshirani 1993). They say how much hangs on
which states there are; not how the next years may differ from those tested.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from comity.networks.hazard import DECIMALS
from comity.networks.scores import (
    average_precision,
    brier,
    calibration,
    calibration_error,
    log_loss,
    precision_at,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from comity.networks.scores import Bin

MODEL: Final = "model"
DRAWS: Final = 1000
_SURE: Final = 0.95
RANKING: Final = "average precision"
TRUTH: Final = "log loss"
METRICS: Final[Mapping[str, tuple[str, bool]]] = {
    "precision at 5": ("share that joined among the five ranked highest", True),
    "precision at 10": ("share that joined among the ten ranked highest", True),
    "precision at n": ("the same among as many as joined", True),
    "average precision": ("precision at each rank of one that joined, their mean", True),
    "Brier score": ("mean squared error of the probabilities", False),
    "log loss": ("mean negative log-likelihood, in nats", False),
}
"""What each metric is, and whether more is better."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One year: what was forecast, and what came.

    Attributes:
        year: The year.
        states: Ids of the states that had not joined before it, sorted.
        happened: Whether each joined in it; float64 of 0 and 1.
        forecasts: By forecaster, the model first, the probability of each.
    """

    year: int
    states: tuple[str, ...]
    happened: npt.NDArray[np.float64]
    forecasts: Mapping[str, npt.NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with the interval that holds 95% of the draws."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class YearResult:
    """One year of a back-test.

    Attributes:
        year: The year.
        at_risk: Number of states that had not joined.
        joined: Ids of those that joined in it, sorted.
        first: The states that the model ranked highest, as many as joined.
        metrics: By forecaster and metric, the number.
    """

    year: int
    at_risk: int
    joined: tuple[str, ...]
    first: tuple[str, ...]
    metrics: Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class BackTest:
    """The model against baselines.

    Attributes:
        years: The years, in order.
        means: By forecaster and metric, the mean over the years with an interval.
        gains: By baseline and metric, how much better the model is, with an interval.
        bins: The model's calibration over all years.
        error: Its expected calibration error.
        errors: The same by forecaster.
    """

    years: tuple[YearResult, ...]
    means: Mapping[str, Mapping[str, Estimate]]
    gains: Mapping[str, Mapping[str, Estimate]]
    bins: tuple[Bin, ...]
    errors: Mapping[str, float]

    @property
    def verdicts(self) -> tuple[str, ...]:
        """What it comes to, in words: one sentence for each baseline, and one for all."""
        return _in_words(self.gains)


def compare(trials: Sequence[Trial], *, draws: int = DRAWS, seed: int = 0) -> BackTest:
    """Return the metrics of some trials, and how far the model is ahead.

    Args:
        trials: At least one; each with a state that joined.
        draws: How often states are drawn for the intervals.
        seed: Seed of the draws.
    """
    names = list(trials[0].forecasts)
    states = sorted({state for trial in trials for state in trial.states})
    place = {state: position for position, state in enumerate(states)}
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(len(states), np.full(len(states), 1 / len(states)), size=draws)
    sampled = np.full((draws, len(names), len(METRICS)), np.nan)
    where = [np.array([place[state] for state in trial.states]) for trial in trials]
    for draw in range(draws):
        found = [
            _metrics(trial, drawn[draw][at].astype(np.float64))
            for trial, at in zip(trials, where, strict=True)
        ]
        if found_some := [each for each in found if each is not None]:
            sampled[draw] = np.mean(found_some, axis=0)
    whole = np.array([_metrics(trial, np.ones(len(trial.states))) for trial in trials])
    mean = whole.mean(axis=0)
    signs = np.array([1.0 if more else -1.0 for _, more in METRICS.values()])
    gain, gains = (mean[0] - mean) * signs, (sampled[:, :1] - sampled) * signs
    forecasts = {
        name: np.concatenate([trial.forecasts[name] for trial in trials]) for name in names
    }
    happened = np.concatenate([trial.happened for trial in trials])
    return BackTest(
        years=tuple(_year(trial, found) for trial, found in zip(trials, whole, strict=True)),
        means={name: _estimates(mean[at], sampled[:, at]) for at, name in enumerate(names)},
        gains={name: _estimates(gain[at], gains[:, at]) for at, name in enumerate(names) if at},
        bins=calibration(happened, forecasts[MODEL]),
        errors={name: calibration_error(calibration(happened, forecasts[name])) for name in names},
    )


def _metrics(trial: Trial, weights: npt.NDArray[np.float64]) -> npt.NDArray[np.float64] | None:
    """Return all metrics of all forecasters; None when no state that joined was drawn."""
    happened = trial.happened
    joined = float((weights * happened).sum())
    if joined == 0:
        return None
    return np.array(
        [
            [
                precision_at(happened, forecast, 5, weights),
                precision_at(happened, forecast, 10, weights),
                precision_at(happened, forecast, joined, weights),
                average_precision(happened, forecast, weights),
                brier(happened, forecast, weights),
                log_loss(happened, forecast, weights),
            ]
            for forecast in trial.forecasts.values()
        ]
    )


def _estimates(
    values: npt.NDArray[np.float64], sampled: npt.NDArray[np.float64]
) -> dict[str, Estimate]:
    tail = (1 - _SURE) / 2
    low, high = np.nanquantile(sampled, [tail, 1 - tail], axis=0)
    return {
        metric: Estimate(
            *(round(float(each), DECIMALS) for each in (values[at], low[at], high[at]))
        )
        for at, metric in enumerate(METRICS)
    }


def _year(trial: Trial, found: npt.NDArray[np.float64]) -> YearResult:
    joined = [state for state, did in zip(trial.states, trial.happened, strict=True) if did]
    order = np.argsort(-trial.forecasts[MODEL], kind="stable")[: len(joined)]
    return YearResult(
        trial.year,
        len(trial.states),
        tuple(joined),
        tuple(trial.states[place] for place in order),
        {
            name: {
                metric: round(float(each), DECIMALS)
                for metric, each in zip(METRICS, found[at], strict=True)
            }
            for at, name in enumerate(trial.forecasts)
        },
    )


def _in_words(gains: Mapping[str, Mapping[str, Estimate]]) -> tuple[str, ...]:
    sentences = []
    beaten = []
    for name, found in gains.items():
        ranking, truth = _word(found[RANKING]), _word(found[TRUTH])
        sentences.append(
            f"Against {name}: ranks {ranking} ({RANKING} {_interval(found[RANKING])}), its"
            f" probabilities are {truth} ({TRUTH} better by {_interval(found[TRUTH])})."
        )
        if ranking == "better" and truth == "better":
            beaten.append(name)
    if len(beaten) == len(gains):
        last = "The model beats every baseline, both in ranking and in probabilities."
    elif beaten:
        left = [name for name in gains if name not in beaten]
        last = (
            f"The model beats {_listed(beaten)} both in ranking and in probabilities; it does not"
            f" clearly beat {_listed(left)} in both."
        )
    else:
        last = "The model clearly beats none of the baselines both in ranking and in probabilities."
    return (*sentences, last)


def _word(gain: Estimate) -> str:
    if gain.low > 0:
        return "better"
    return "worse" if gain.high < 0 else "not clearly different"


def _interval(gain: Estimate) -> str:
    return f"{gain.value:+.3f}, 95% between {gain.low:+.3f} and {gain.high:+.3f}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
