"""Forecasts of who joins an accord, and how such forecasts did.

In: a record seen from a moment, an accord and a horizon. Out: DataFrames, or the `Forecast` behind
them. What does not belong here: how a forecast is made (`comity.networks`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.errors import DayAfterRecord
from comity.knowledge.standpoint import Day, whole_day
from comity.knowledge.studies import Studies

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from comity.networks.forecasts import Forecast, StateForecast

ARTEMIS = "accord/artemis-accords"


class Forecasts(Studies):
    """What may come, by what came."""

    def forecast_report(
        self, accord: str = ARTEMIS, *, horizon: str = "1y", as_of: Day | None = None
    ) -> Forecast:
        """Return which states join next, with reasons and back-test; see `forecast`."""
        from comity.networks.forecast_values import as_values, from_values  # noqa: PLC0415  (slow, all)
        from comity.networks.forecasts import forecast, months_of  # noqa: PLC0415
        from comity.networks.history import read_history  # noqa: PLC0415

        months, day = months_of(horizon), self._forecast_day(as_of)
        name = self._whole.resolve(accord)
        return self._whole.kept(  # by the day alone, from wherever the graph looks
            "forecast",
            {"accord": name, "months": months, "day": day.isoformat()},
            lambda: forecast(read_history(self._whole.store), name, day, months=months),
            write=as_values,
            read=from_values,
        )

    def forecast(
        self, accord: str = ARTEMIS, *, horizon: str = "1y", as_of: Day | None = None
    ) -> pd.DataFrame:
        """Return which states join an accord next, the likeliest first.

        ::

            found = kg.forecast(as_of="2023-12-31")
            found.attrs["back_test"]  # how such forecasts did, in words

        Nothing that began or became public after the day is seen. Probabilities say how often
        states that stood alike joined; they name no causes. docs/forecast.md tells the method.

        Args:
            accord: Id of an accord or body that states join.
            horizon: How far it looks: half-years, such as `6m`, `1y` or `18m`, up to `5y`.
            as_of: The day from whose record it is made: that of the graph unless given.

        Returns:
            Columns `rank`, `state`, `name`, `probability`, `reasons_for` and `reasons_against` (in
            words, the heaviest first) and `claims` (a list of the ids that the reasons rest on).
            `attrs` has `accord`, `as_of`, `horizon`, `expected` (number of states that join, on
            average), `back_test` (what it comes to, in words) and `caution`.

        Raises:
            BadDate: The day is not YYYY-MM-DD.
            BadHorizon: The horizon is not a number of half-years.
            BadIdentifier: The text is not an id.
            DayAfterRecord: The day is after that of the snapshot.
            TooFewCases: Too few states joined for a forecast that can be tested.
            UnknownName: Nothing has that id.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        from comity.networks.forecasts import CAUTION  # noqa: PLC0415

        found = self.forecast_report(accord, horizon=horizon, as_of=as_of)
        frame = pd.DataFrame([_row(each) for each in found.states])
        frame.attrs.update(
            accord=found.accord,
            as_of=found.day.isoformat(),
            horizon=horizon,
            expected=round(found.expected, 2),
            back_test=list(found.back_test.verdicts),
            caution=CAUTION,
        )
        return frame

    def back_test(self, accord: str = ARTEMIS, *, as_of: Day | None = None) -> pd.DataFrame:
        """Return how forecasts a year ahead did in the years before a day, beside baselines.

        Returns:
            Columns `forecaster`, `metric`, `value` (mean over the years), `low` and `high` (95%
            interval), and `gain`, `gain_low` and `gain_high`: how much better the model is.

        Raises:
            TooFewCases: Too few years can be tested; other errors as for `forecast`.
        """
        import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

        found = self.forecast_report(accord, as_of=as_of).back_test
        rows = []
        for name, metrics in found.means.items():
            for metric, mean in metrics.items():
                gain = found.gains[name][metric] if name in found.gains else None
                rows.append(
                    {
                        "forecaster": name,
                        "metric": metric,
                        "value": mean.value,
                        "low": mean.low,
                        "high": mean.high,
                        "gain": gain.value if gain else 0.0,
                        "gain_low": gain.low if gain else 0.0,
                        "gain_high": gain.high if gain else 0.0,
                    }
                )
        return pd.DataFrame(rows)

    def _forecast_day(self, as_of: Day | None) -> date:
        """Return the day that is asked for, or the earlier of those the graph looks from."""
        chosen = whole_day(as_of) if as_of is not None else self.day
        if self._moment.known_by:
            chosen = min(chosen, self._moment.known_by)
        if chosen > self.today:
            raise DayAfterRecord(chosen, self.today)
        return chosen


def _row(found: StateForecast) -> dict[str, object]:
    up = [reason for reason in found.reasons if reason.effect > 0]
    down = [reason for reason in found.reasons if reason.effect < 0]
    return {
        "rank": found.rank,
        "state": found.state,
        "name": found.name,
        "probability": found.probability,
        "reasons_for": ". ".join(reason.words for reason in up),
        "reasons_against": ". ".join(reason.words for reason in down),
        "claims": sorted({claim for reason in found.reasons for claim in reason.claims}),
    }
