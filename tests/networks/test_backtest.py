"""A planted signal is found, chance gives no advantage, and no forecast sees its own year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tests.networks.invented import DAY, PACT, entry, invented, state

from comity.errors import TooFewCases
from comity.networks.backtest import FEWEST, Tables, back_test, fit_all, rows_until
from comity.networks.baselines import BASELINES
from comity.networks.comparison import MODEL, RANKING, TRUTH, Estimate, Trial, compare
from comity.networks.hazard import fit_hazard
from comity.networks.situation import joinings

LATER = date(2021, 3, 1)


def test_a_planted_signal_is_found() -> None:
    tables = Tables(invented(count=150), PACT)
    found = back_test(tables, LATER, draws=200)
    assert [each.year for each in found.years] == [2018, 2019, 2020]  # too few before
    for name in BASELINES:
        assert found.gains[name][RANKING].low > 0, name
        assert found.gains[name][TRUTH].low > 0, name
    model = fit_hazard(rows_until(tables, DAY))
    weights = dict(zip(model.names, np.abs(model.coefficients), strict=True))
    weights.pop("time")  # the planted rate does grow
    assert max(weights, key=lambda name: weights[name]) == "agreements"


def test_chance_gives_no_advantage() -> None:
    gains = [
        back_test(Tables(invented(seed=seed, planted=False), PACT), LATER, draws=50).gains
        for seed in range(8)
    ]
    for name in BASELINES:
        better = sum(found[name][TRUTH].low > 0 for found in gains)
        assert better <= 1, name
    # against "all equal", whatever else it learned from chance makes its probabilities no better
    assert np.mean([found["all-equal"][TRUTH].value for found in gains]) <= 0
    assert abs(np.mean([found["all-equal"][RANKING].value for found in gains])) < 0.05


def test_no_forecast_sees_its_own_year() -> None:
    origin = date(2018, 12, 31)
    whole = invented()
    later = [entry(state(n), "signatory_of", PACT.id, date(2019, 2, 1)) for n in range(40, 90)]
    changed = replace(whole, entries=tuple(sorted({*whole.until(origin).entries, *later})))
    one, other = Tables(whole, PACT), Tables(changed, PACT)
    for name, forecaster in fit_all(rows_until(one, origin)).items():
        theirs = fit_all(rows_until(other, origin))[name]
        given = forecaster.probabilities(one.at(origin), 2)
        assert (given == theirs.probabilities(other.at(origin), 2)).all(), name


def test_rows_are_states_at_risk_once_a_half_year() -> None:
    tables = Tables(invented(), PACT)
    rows = rows_until(tables, DAY)
    assert len(set(zip(rows.states, rows.days, strict=True))) == len(rows.states)
    joined = joinings(tables.history, PACT.id, DAY)
    assert rows.joined.sum() == sum(start > min(rows.days) for start, _ in joined.values())
    ever = [place for place, did in enumerate(rows.joined) if did]
    for place in ever:
        later = [
            day
            for other, day in zip(rows.states, rows.days, strict=True)
            if other == rows.states[place] and day > rows.days[place]
        ]
        assert not later  # who has joined is at risk no more


def test_too_few_are_refused_in_words() -> None:
    tables = Tables(invented().until(date(2015, 4, 1)), PACT)
    with pytest.raises(TooFewCases, match=f"0 had joined by .*; {FEWEST} are needed"):
        rows_until(tables, date(2015, 12, 31))
    with pytest.raises(TooFewCases, match="0 of the 5 years before 2016 can be tested"):
        back_test(tables, date(2016, 1, 1))


def trial(forecast: list[float]) -> Trial:
    happened = np.tile([1.0, 1.0, 0.0, 0.0, 0.0, 0.0], 4)
    return Trial(
        2020,
        tuple(state(n) for n in range(24)),
        happened,
        {MODEL: np.tile(forecast, 4) + np.arange(24) / 1000, "all-equal": np.full(24, 1 / 3)},
    )


def test_a_model_that_does_not_beat_the_baselines_is_said_not_to() -> None:
    good = compare([trial([0.9, 0.8, 0.1, 0.1, 0.1, 0.1])], draws=200)
    assert good.verdicts[-1].startswith("The model beats every baseline")
    bad = compare([trial([0.2, 0.1, 0.9, 0.8, 0.7, 0.6])], draws=200)
    assert "ranks worse" in bad.verdicts[0]
    assert bad.verdicts[-1].startswith("The model clearly beats none of the baselines")


def test_intervals_hold_the_value_and_draws_are_seeded() -> None:
    one, other = (compare([trial([0.9, 0.4, 0.5, 0.1, 0.1, 0.1])], draws=100) for _ in range(2))
    assert one == other
    for found in one.means.values():
        for estimate in found.values():
            assert isinstance(estimate, Estimate)
            assert estimate.low <= estimate.high
