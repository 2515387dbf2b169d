"""Who joins the Artemis Accords next, asked in Python and on the command line."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import pytest

from comity import resources
from comity.cli.main import main
from comity.errors import BadDate, DayAfterRecord, TooFewCases
from comity.networks.baselines import BASELINES
from comity.networks.comparison import METRICS, MODEL
from comity.networks.feature_list import FEATURES
from comity.networks.history import read_history

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph

ARTEMIS = "accord/artemis-accords"
DOCS = (resources.PACKAGE.parent.parent / "docs" / "forecast.md").read_text(encoding="utf-8")


def run(*arguments: str) -> int:
    try:
        main(["network", "forecast", *arguments])
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return 0


def test_the_frame_has_a_state_a_row_with_reasons_and_claims(kg: KnowledgeGraph) -> None:
    found = kg.forecast()
    assert list(found.columns) == [
        "rank", "state", "name", "probability", "reasons_for", "reasons_against", "claims",
    ]  # fmt: skip
    signed = set(kg.ask("artemis-signatories", ids=True).iloc[:, 0])
    assert not signed & set(found["state"])
    assert found["probability"].between(0, 1).all()
    assert found["probability"].is_monotonic_decreasing
    assert found.attrs["back_test"][-1].startswith("The model")
    first = found.iloc[0]
    assert first["reasons_for"]
    for claim in first["claims"][:5]:
        assert kg.explain(claim)


def test_the_frame_of_a_past_day_is_made_from_the_record_of_that_day(kg: KnowledgeGraph) -> None:
    found = kg.forecast(as_of="2025-12-31")
    assert found.attrs["as_of"] == "2025-12-31"
    # by then many media had counted Latvia in, which signed in April 2026
    assert "nation/lva" not in set(found["state"])
    assert {"nation/prt", "nation/omn", "nation/jor"} <= set(found["state"])
    assert kg.as_of("2025-12-31").forecast().equals(found)
    assert kg.known_by("2025-12-31").forecast().equals(found)


def test_it_is_read_and_not_made_again(kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kg.forecast_report()

    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("comity.networks.history.read_history", fail)
    assert kg.forecast_report() == before


def test_the_back_test_of_the_record(kg: KnowledgeGraph) -> None:
    found = kg.back_test()
    assert set(found["forecaster"]) == {MODEL, *BASELINES}
    assert set(found["metric"]) == set(METRICS)
    years = kg.forecast_report().back_test.years
    # the states that signed in each year: a known answer
    assert [(each.year, len(each.joined)) for each in years] == [
        (2021, 5), (2022, 9), (2023, 10), (2024, 19), (2025, 7),
    ]  # fmt: skip
    equal = found[(found.forecaster == "all-equal") & (found.metric == "average precision")]
    share = sum(len(each.joined) / each.at_risk for each in years) / 5
    assert equal["value"].item() == pytest.approx(share)


def test_too_few_joined_the_other_coalition_for_a_forecast_that_can_be_tested(
    kg: KnowledgeGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(TooFewCases):
        kg.forecast("organisation/ilrs")
    assert run("organisation/ilrs") == 3
    assert "organisation/ilrs cannot be forecast" in capsys.readouterr().err


def test_days_outside_the_record_are_refused(kg: KnowledgeGraph) -> None:
    with pytest.raises(DayAfterRecord, match="the record ends on"):
        kg.forecast(as_of="2099-01-01")
    with pytest.raises(BadDate):
        kg.forecast(as_of="2025")
    with pytest.raises(TooFewCases):
        kg.forecast(as_of="2022-01-01")


def test_no_feature_of_the_record_sees_what_came_later(kg: KnowledgeGraph) -> None:
    from datetime import date  # noqa: PLC0415

    from comity.networks.features import features_at  # noqa: PLC0415
    from comity.networks.situation import ACCORDS  # noqa: PLC0415

    history = read_history(kg.store)
    for day in (date(2020, 6, 30), date(2022, 12, 31), date(2025, 12, 31)):
        one = features_at(history, ACCORDS[ARTEMIS], day)
        other = features_at(history.until(day), ACCORDS[ARTEMIS], day)
        assert one.states == other.states
        assert (one.raw == other.raw).all()


def test_the_page_fits_80_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for options in (["--top", "5"], ["--back-test"]):
        assert run(*options) == 0
        shown = capsys.readouterr().out
        assert "\\x0a" not in shown
        assert all(len(line) <= 80 for line in shown.splitlines())
    assert all(name in shown for name in (MODEL, *BASELINES))


def test_programs_get_csv_and_json(capfd: pytest.CaptureFixture[str]) -> None:
    assert run("--top", "3", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert [row["rank"] for row in rows] == ["1", "2", "3"]
    assert run("--back-test", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capfd.readouterr().out)))
    assert len(rows) == (1 + len(BASELINES)) * len(METRICS)
    assert run("--top", "2", "--format", "json") == 0
    found = json.loads(capfd.readouterr().out)
    assert len(found["states"]) == 2
    assert found["back_test"]["verdicts"]


def test_usage_errors(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--horizon", "3w") == 2
    assert "is not a horizon" in capsys.readouterr().err
    assert run("accord/artemis-accord") == 2
    assert "accord/artemis-accords" in capsys.readouterr().err


def test_the_documentation_names_every_feature_and_prints_the_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for feature in FEATURES:
        assert f"`{feature.name}`" in DOCS, feature.name
        assert feature.words in DOCS, feature.name
    monkeypatch.setenv("COLUMNS", "80")
    assert run("--back-test") == 0
    printed = capsys.readouterr().out
    shown = re.search(r"```\n(Artemis Accords: forecasts a year ahead.*?)```", DOCS, re.DOTALL)
    assert shown
    assert shown[1].rstrip() == printed.rstrip()
