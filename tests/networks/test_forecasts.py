"""A forecast is the same on every run, sees nothing later, and comes with its test and reasons."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from tests.networks.invented import PACT, entry, invented, state

from comity.errors import BadHorizon, UnknownName
from comity.networks.feature_list import FEATURES
from comity.networks.forecast_values import as_values, from_values
from comity.networks.forecasts import Forecast, forecast, months_of, shown

DAY = date(2021, 1, 31)
INVENTED = invented(count=150)

PROGRAM = """
from datetime import date
from tests.networks.invented import PACT, invented
from tests.networks.test_forecasts import as_text
from comity.networks.forecasts import forecast
print(as_text(forecast(invented(count=150), PACT.id, date(2021, 1, 31))))
"""


def as_text(found: Forecast) -> str:
    return json.dumps(as_values(found))


@pytest.fixture(scope="module")
def found() -> Forecast:
    return forecast(INVENTED, PACT.id, DAY)


def test_it_does_not_hang_on_the_order_of_sets_or_the_number_of_threads(found: Forecast) -> None:
    texts = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "OPENBLAS_NUM_THREADS": threads,
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed, threads in (("1", "1"), ("4242", "2"))
    }
    assert texts == {as_text(found)}


def test_nothing_later_is_seen_in_the_back_test_neither(found: Forecast) -> None:
    later = [entry(state(n), "signatory_of", PACT.id, date(2021, 2, 1)) for n in range(50, 150)]
    grown = replace(INVENTED, entries=tuple(sorted({*INVENTED.entries, *later})))
    assert as_text(forecast(grown, PACT.id, DAY)) == as_text(found)
    assert as_text(forecast(INVENTED.until(DAY), PACT.id, DAY)) == as_text(found)


def test_states_are_ranked_by_probability_and_are_those_outside(found: Forecast) -> None:
    probabilities = [each.probability for each in found.states]
    assert probabilities == sorted(probabilities, reverse=True)
    assert [each.rank for each in found.states] == list(range(1, len(found.states) + 1))
    assert len(found.states) + found.joined == 150
    assert found.expected == pytest.approx(sum(probabilities))


def test_a_farther_horizon_is_likelier(found: Forecast) -> None:
    farther = forecast(INVENTED, PACT.id, DAY, months=24)
    near = {each.state: each.probability for each in found.states}
    assert all(each.probability > near[each.state] for each in farther.states)
    once = {each.state: 1 - each.probability for each in found.states}
    for each in farther.states:
        assert 1 - each.probability == pytest.approx(once[each.state] ** 2, abs=1e-8)


def test_reasons_name_claims_that_exist_and_part_for_from_against(found: Forecast) -> None:
    known = {each.claim for each in (*INVENTED.entries, *INVENTED.votes)}
    names = {feature.name for feature in FEATURES}
    for each in found.states:
        signs = [reason.effect > 0 for reason in each.reasons]
        assert signs == sorted(signs, reverse=True)
        for reason in each.reasons:
            assert reason.feature in names
            assert set(reason.claims) <= known
            assert reason.claim_count >= len(reason.claims)
    first = found.states[0]
    assert any(reason.feature == "agreements" and reason.claims for reason in first.reasons)


def test_it_is_the_same_after_it_was_kept(found: Forecast) -> None:
    assert from_values(json.loads(as_text(found))) == found


@pytest.mark.parametrize("text", ["", "1", "3m", "0y", "6y", "1w", "-6m", "1.5y"])
def test_what_is_no_horizon_is_refused(text: str) -> None:
    with pytest.raises(BadHorizon, match="half-years up to 5y"):
        months_of(text)


def test_an_unknown_accord_is_refused() -> None:
    with pytest.raises(UnknownName):
        forecast(INVENTED, "accord/none", DAY)


def test_values_are_shown_as_readers_want_them() -> None:
    feature = {each.name: each for each in FEATURES}
    assert shown(feature["crews"], 1.0986122886681098) == "2"
    assert shown(feature["crews"], 0.4054651081081644, is_mean=True) == "0.5"
    assert shown(feature["region_share"], 0.25) == "25%"
    assert shown(feature["votes"], 0.847) == "0.85"
    assert shown(feature["copuos"], 1.0) == "yes"
    assert shown(feature["treaties"], 3.0) == "3"
