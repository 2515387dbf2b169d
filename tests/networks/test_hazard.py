"""The hazard is the ridge logistic regression that others compute too."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression
from tests.networks.invented import DAY, PACT, invented

from comity.networks.backtest import Tables, fit_all, rows_until
from comity.networks.baselines import BASELINES
from comity.networks.comparison import MODEL
from comity.networks.hazard import PENALTIES, HazardModel, Rows, fit_hazard, fit_ridge

TABLES = Tables(invented(), PACT)


def drawn(seed: int, count: int = 300, width: int = 6) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(count, width))
    odds = values @ rng.normal(size=width) - 1.5
    return values, (rng.random(count) < 1 / (1 + np.exp(-odds))).astype(np.float64)


def rows(values: np.ndarray, joined: np.ndarray) -> Rows:
    count, width = values.shape
    return Rows(
        tuple(f"x{n}" for n in range(width)),
        values,
        joined,
        tuple(f"nation/{n:03}" for n in range(count)),
        ("Asia",) * count,
        (date(2020, 1, 1),) * count,
    )


@given(seed=st.integers(0, 1000), penalty=st.sampled_from([0.3, 1.0, 10.0, 100.0]))
def test_it_agrees_with_scikit_learn(seed: int, penalty: float) -> None:
    values, joined = drawn(seed)
    intercept, coefficients = fit_ridge(values, joined, penalty)
    theirs = LogisticRegression(C=1 / penalty, tol=1e-10, max_iter=5000).fit(values, joined)
    assert intercept == pytest.approx(theirs.intercept_[0], abs=1e-5)
    assert coefficients == pytest.approx(theirs.coef_[0], abs=1e-5)


def test_forecasts_of_the_rows_sum_to_what_happened() -> None:
    values, joined = drawn(1)
    intercept, coefficients = fit_ridge(values, joined, 10.0)
    hazard = 1 / (1 + np.exp(-intercept - values @ coefficients))
    assert hazard.sum() == pytest.approx(joined.sum())


def test_it_bears_features_that_part_the_rows_and_features_that_are_equal() -> None:
    joined = np.array([0.0] * 20 + [1.0] * 20)
    values = np.column_stack([joined * 100, np.zeros(40), joined * 100])
    intercept, coefficients = fit_ridge(values, joined, 1.0)
    assert np.isfinite([intercept, *coefficients]).all()
    assert coefficients[1] == 0
    assert coefficients[0] == pytest.approx(coefficients[2])


def test_noise_is_held_down_more_than_a_signal() -> None:
    values, joined = drawn(3)
    noise = np.random.default_rng(9).permutation(joined)
    assert fit_hazard(rows(values, noise)).penalty > fit_hazard(rows(values, joined)).penalty


def test_the_penalty_is_one_of_those_offered_and_does_not_hang_on_the_order() -> None:
    made = rows_until(TABLES, DAY)
    order = np.random.default_rng(0).permutation(len(made.states))
    mixed = Rows(
        made.names,
        made.values[order],
        made.joined[order],
        tuple(made.states[place] for place in order),
        tuple(made.regions[place] for place in order),
        tuple(made.days[place] for place in order),
    )
    one, other = fit_hazard(made), fit_hazard(mixed)
    assert one.penalty == other.penalty
    assert one.penalty in PENALTIES
    assert one.coefficients == pytest.approx(other.coefficients, abs=1e-8)


def test_two_half_years_are_survived_one_after_the_other() -> None:
    table = TABLES.at(DAY)
    model = HazardModel(("votes",), -2.0, np.array([0.5]), 1.0)
    once, twice = model.probabilities(table, 1), model.probabilities(table, 2)
    assert twice == pytest.approx(1 - (1 - once) ** 2, abs=1e-8)


def test_contributions_and_intercept_are_the_log_odds() -> None:
    table = TABLES.at(DAY)
    model = fit_hazard(rows_until(TABLES, DAY))
    odds = model.intercept + model.contributions(table).sum(axis=1)
    assert model.probabilities(table, 1) == pytest.approx(1 / (1 + np.exp(-odds)))


def test_the_baselines_learn_from_the_same_rows() -> None:
    made = rows_until(TABLES, DAY)
    table = TABLES.at(DAY)
    found = fit_all(made)
    assert list(found) == [MODEL, *BASELINES]
    equal = found["all-equal"].probabilities(table, 1)
    assert equal == pytest.approx(np.full(len(table.states), made.joined.mean()))
    regional = found["regional-rate"].probabilities(table, 1)
    regions = [table.around.regions[state] for state in table.states]
    assert len(set(np.round(regional, 12))) == len(set(regions))
    assert 0 < regional.min() < made.joined.mean() < regional.max() < 1
