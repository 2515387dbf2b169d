"""Scores agree with those of scikit-learn, and equal forecasts are not ordered by chance."""

from __future__ import annotations

from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn import metrics

from comity.networks.scores import (
    average_precision,
    brier,
    calibration,
    calibration_error,
    log_loss,
    precision_at,
)

cases = st.lists(
    st.tuples(st.sampled_from([0.0, 1.0]), st.sampled_from([0.05, 0.1, 0.3, 0.5, 0.9])),
    min_size=2,
    max_size=30,
)


def split(case: list[tuple[float, float]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([did for did, _ in case]), np.array([said for _, said in case])


@given(case=cases)
def test_they_agree_with_scikit_learn(case: list[tuple[float, float]]) -> None:
    happened, forecast = split(case)
    assume(0 < happened.sum() < len(happened))
    expected = metrics.average_precision_score(happened, forecast)
    assert average_precision(happened, forecast) == pytest.approx(expected)
    assert brier(happened, forecast) == pytest.approx(metrics.brier_score_loss(happened, forecast))
    assert log_loss(happened, forecast) == pytest.approx(metrics.log_loss(happened, forecast))


@given(case=cases, data=st.data())
def test_weights_are_repetitions(case: list[tuple[float, float]], data: st.DataObject) -> None:
    happened, forecast = split(case)
    times = np.array(data.draw(st.lists(st.integers(0, 3), min_size=len(case), max_size=len(case))))
    weights = times.astype(np.float64)
    assume((weights * happened).sum() > 0)
    more, said = np.repeat(happened, times), np.repeat(forecast, times)
    for score in (average_precision, brier, log_loss):
        assert score(happened, forecast, weights) == pytest.approx(score(more, said))
    found = precision_at(happened, forecast, 2, weights)
    assert found == pytest.approx(precision_at(more, said, 2))


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_precision_is_the_mean_over_all_orders_of_equal_forecasts(count: int) -> None:
    happened = np.array([1.0, 0, 0, 1, 0])
    forecast = np.array([0.9, 0.5, 0.5, 0.5, 0.1])
    shares = [
        np.mean([happened[place] for place in order[:count]])
        for order in permutations(range(5))
        if all(forecast[a] >= forecast[b] for a, b in pairwise(order))
    ]
    assert precision_at(happened, forecast, count) == pytest.approx(np.mean(shares))


def test_bins_hold_each_forecast_once() -> None:
    forecast = np.array([0.0, 0.019, 0.02, 0.5, 1.0])
    bins = calibration(np.array([0.0, 0, 1, 0, 1]), forecast)
    assert [(each.low, each.count) for each in bins] == [(0.0, 2), (0.02, 1), (0.4, 2)]
    assert bins[2].happened == 0.5
    assert calibration_error(bins) == pytest.approx((2 * 0.0095 + 0.98 + 2 * 0.25) / 5)
