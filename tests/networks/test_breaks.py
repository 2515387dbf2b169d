"""Steps of yearly series."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.signal import lfilter
from scipy.stats import kstest

from comity.networks.breaks import break_in

YEARS, AT = 30, 15


def series(
    seed: int, *, step: float = 0.0, together: float = 0.0, slope: float = 0.0
) -> list[float]:
    noise = np.random.default_rng(seed).normal(size=YEARS + 50)
    hanging = lfilter([1.0], [1.0, -together], noise)[50:]
    place = np.arange(YEARS)
    return list(hanging + slope * place + step * (place >= AT))


def test_a_planted_break_is_found() -> None:
    found = break_in(series(1, step=4.0), AT)
    assert found is not None
    assert found.p <= 0.005
    assert found.low < 4.0 < found.high


def test_it_is_found_in_its_year_and_not_in_another() -> None:
    values = series(2, step=5.0)
    steps = {at: found.step for at in range(8, 23) if (found := break_in(values, at, draws=99))}
    assert max(steps, key=lambda at: steps[at]) == AT


def test_a_trend_is_no_break() -> None:
    found = break_in(series(3, slope=0.5), AT)
    assert found is not None
    assert found.p > 0.05


def test_without_a_break_p_is_uniform() -> None:
    values = [found.p for seed in range(200) if (found := break_in(series(seed), AT, draws=99))]
    assert len(values) == 200
    assert kstest(values, "uniform").pvalue > 0.01


def test_years_that_hang_together_are_no_break() -> None:
    made = (break_in(series(seed, together=0.6), AT, draws=99) for seed in range(200))
    share = sum(found.p <= 0.05 for found in made if found) / 200
    assert share <= 0.1  # years dealt at random would give one in five


def test_an_interval_holds_the_step_in_most_cases() -> None:
    made = [break_in(series(seed, step=1.0), AT, draws=99) for seed in range(200)]
    assert sum(found.low <= 1.0 <= found.high for found in made if found) >= 0.9 * 200


@pytest.mark.parametrize(("years", "at"), [(7, 4), (12, 2), (12, 10)])
def test_too_few_years_tell_nothing(years: int, at: int) -> None:
    assert break_in(series(4)[:years], at) is None


def test_a_straight_line_tells_nothing() -> None:
    assert break_in([float(year) for year in range(20)], 10) is None


def test_the_same_seed_gives_the_same() -> None:
    values = series(5, step=1.0)
    assert break_in(values, AT, seed=7) == break_in(values, AT, seed=7)
    assert break_in(values, AT, seed=7) != break_in(values, AT, seed=8)
