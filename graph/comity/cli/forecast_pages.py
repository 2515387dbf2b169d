"""Pages of forecasts and of their back-tests.

In: a `Forecast`. Out: parts of a page. What does not belong here: options and other forms
(`networks_forecast`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from comity.cli.pages import columns, heading, indented, plain, ruled, title, under
from comity.networks.baselines import BASELINES
from comity.networks.comparison import METRICS, RANKING, TRUTH
from comity.networks.forecasts import CAUTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from comity.networks.comparison import Estimate
    from comity.networks.forecasts import Forecast, StateForecast

_NAMED: Final = 2
_SHORT: Final = {
    "precision at 5": "at 5",
    "precision at 10": "at 10",
    "precision at n": "at n",
    "average precision": "average",
    "Brier score": "Brier",
    "log loss": "log loss",
}


def forecast_page(found: Forecast, top: int) -> Iterator[RenderableType]:
    """Yield the parts of the page of a forecast."""
    yield title(f"{found.name}: which states join next", found.accord)
    yield plain(
        f"From the record of {found.day}, for the {_time(found.months)} after it. {found.joined}"
        f" states had joined. Learned from {found.rows:,} half-years of states at risk, in"
        f" {found.events} of which one joined. On average {found.expected:.1f} more will join."
    )
    yield heading("States outside, the likeliest first", len(found.states))
    yield indented(
        plain("+ makes it likelier than the others outside, − less likely; heaviest first", "dim")
    )
    yield indented(columns([_line(state) for state in found.states[:top]], right=(0, 1), wide=2))
    if top < len(found.states):
        yield indented(plain(f"… and {len(found.states) - top} more; --top N shows N", "dim"))
    yield heading("How far to trust it")
    yield indented(plain(found.back_test.verdicts[-1]))
    yield indented(plain(CAUTION))
    yield indented(plain("All of it: comity network forecast --back-test", "dim"))


def _line(state: StateForecast) -> tuple[Text, Text, Text]:
    words = Text.assemble(plain(state.name, "bold"), "  ", plain(state.state, "dim"))
    for reason in state.reasons:
        sign = "+" if reason.effect > 0 else "−"
        words = under(words, plain(f"{sign} {reason.words}"))
        named = reason.claims[:_NAMED]
        if named:
            rest = reason.claim_count - len(named)
            more = f" and {rest} more" if rest else ""
            words = under(words, plain(f"{', '.join(named)}{more}", "dim"))
    return plain(str(state.rank)), plain(_percent(state.probability)), words


def test_page(found: Forecast) -> Iterator[RenderableType]:
    """Yield the parts of the page of a back-test."""
    tested = found.back_test
    years = [each.year for each in tested.years]
    yield title(f"{found.name}: forecasts a year ahead, tested", found.accord)
    yield plain(
        f"For each year from {years[0]} to {years[-1]}, learned from what was public on the last"
        f" day of the year before; what came, as on record by {found.day}. Means over the years."
    )
    yield heading("Precision among those ranked highest; errors of the probabilities")
    yield indented(
        ruled(
            ("forecaster", *_SHORT.values(), "calib."),
            [
                (
                    name,
                    *(f"{metrics[metric].value:.3f}" for metric in METRICS),
                    f"{tested.errors[name]:.3f}",
                )
                for name, metrics in tested.means.items()
            ],
            gap=1,
        )
    )
    yield indented(
        plain(
            "at 5, at 10, at n: share that joined among so many ranked highest, n as many as"
            " joined; average: average precision; calib.: expected calibration error. More is"
            " better but for Brier, log loss and calib.",
            "dim",
        )
    )
    yield heading("How much better the model is, with what 95% of draws of states hold")
    yield indented(
        ruled(
            ("against", RANKING, TRUTH),
            [
                (name, _interval(gains[RANKING]), _interval(gains[TRUTH]))
                for name, gains in tested.gains.items()
            ],
        )
    )
    yield heading("Year by year")
    yield indented(ruled(("year", "at risk", "joined", "of these, ranked among the first n"), [
        (
            str(each.year),
            each.at_risk,
            len(each.joined),
            ", ".join(_names(found, sorted(set(each.joined) & set(each.first)))) or "none",
        )
        for each in tested.years
    ]))  # fmt: skip
    yield heading("Calibration of the model")
    yield indented(ruled(("said", "forecasts", "mean said", "happened"), [
        (
            f"{_percent(each.low)} to {_percent(each.high)}",
            each.count,
            f"{each.forecast:.1%}",
            f"{each.happened:.1%}",
        )
        for each in tested.bins
    ]))  # fmt: skip
    yield heading("What it comes to")
    for sentence in tested.verdicts:
        yield indented(plain(sentence))
    yield heading("Baselines")
    yield indented(columns([(plain(name), plain(words)) for name, (words, _) in BASELINES.items()]))


def _names(found: Forecast, states: list[str]) -> list[str]:
    return [found.names.get(state, state) for state in states]


def _interval(gain: Estimate) -> str:
    return f"{gain.value:+.3f} ({gain.low:+.3f} to {gain.high:+.3f})"


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 or share == 0 else f"{share:.1%}"


def _time(months: int) -> str:
    if months % 12:
        return f"{months} months"
    return "year" if months == 12 else f"{months // 12} years"
