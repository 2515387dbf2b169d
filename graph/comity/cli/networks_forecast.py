"""`comity network forecast`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from comity.cli.options import DayType, snapshot_option
from comity.cli.plots import plot_option, save_picture
from comity.cli.rows import form_option, write_csv, write_json
from comity.knowledge import load
from comity.knowledge.forecasts import ARTEMIS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from comity.networks.comparison import BackTest
    from comity.networks.forecasts import Forecast


@click.command()
@click.argument("accord", default=ARTEMIS)
@click.option(
    "--as-of",
    type=DayType(),
    metavar="DAY",
    help="Forecast from the record of this day (YYYY-MM-DD); the day of the snapshot unless given.",
)
@click.option(
    "--horizon",
    default="1y",
    show_default=True,
    metavar="TIME",
    help="How far to look: half-years, such as 6m, 1y or 18m.",
)
@click.option(
    "--back-test",
    "only_test",
    is_flag=True,
    help="Show how forecasts a year ahead did in past years, against baselines.",
)
@click.option(
    "--top", type=click.IntRange(1), default=10, show_default=True, help="How many states."
)
@plot_option("what past forecasts said and what came")
@form_option("table", "csv", "json")
@snapshot_option
def forecast(
    accord: str,
    as_of: date | None,
    horizon: str,
    top: int,
    plot: str | None,
    form: str,
    snapshot: Path | None,
    *,
    only_test: bool,
) -> None:
    """Say which states join an ACCORD next, the Artemis Accords unless given, and why.

    A hazard learned from what was public: how often states that stood alike joined within a
    half-year. It names no causes. Whether such forecasts beat simple ones is said beside it, and
    shown by --back-test. An accord that too few states joined is refused.

    \b
      comity network forecast
      comity network forecast --as-of 2023-12-31 --top 20
      comity network forecast --back-test
      comity network forecast --plot calibration.svg
    """
    kg = load(snapshot)
    if plot is not None:
        save_picture(kg.picture("calibration", accord=accord, as_of=as_of), plot)
        return
    found = kg.forecast_report(accord, horizon=horizon, as_of=as_of)
    if form == "json":
        write_json(_facts(found, top, only_test=only_test))
    elif form == "csv" and only_test:
        write_csv(("forecaster", "metric", "value", "low", "high", "gain", "gain_low",
                   "gain_high"), _test_rows(found.back_test))  # fmt: skip
    elif form == "csv":
        names = ("rank", "state", "name", "probability", "reasons_for", "reasons_against", "claims")
        write_csv(names, [_row(found, place) for place in range(min(top, len(found.states)))])
    else:
        from comity.cli.forecast_pages import forecast_page, test_page  # noqa: PLC0415  (rich)
        from comity.cli.pages import show_page  # noqa: PLC0415  (rich is slow to import)

        show_page(test_page(found) if only_test else forecast_page(found, top))


def _facts(found: Forecast, top: int, *, only_test: bool) -> dict[str, Any]:
    facts = asdict(found)
    facts["day"] = found.day.isoformat()
    facts["expected"] = found.expected
    facts["states"] = [] if only_test else facts["states"][:top]
    facts["back_test"]["verdicts"] = found.back_test.verdicts
    return facts


def _row(found: Forecast, place: int) -> tuple[object, ...]:
    state = found.states[place]
    return (
        state.rank,
        state.state,
        state.name,
        f"{state.probability:.6f}",
        "; ".join(reason.words for reason in state.reasons if reason.effect > 0),
        "; ".join(reason.words for reason in state.reasons if reason.effect < 0),
        " ".join(sorted({claim for reason in state.reasons for claim in reason.claims})),
    )


def _test_rows(found: BackTest) -> list[tuple[str, ...]]:
    rows = []
    for name, metrics in found.means.items():
        for metric, mean in metrics.items():
            gains = found.gains.get(name)
            gain = asdict(gains[metric]).values() if gains else (0.0, 0.0, 0.0)
            rows.append((name, metric, *(f"{x:.6f}" for x in (*asdict(mean).values(), *gain))))
    return rows
