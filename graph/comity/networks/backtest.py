"""Back-test: the forecasts that would have been made, against what came.

In: a history, an accord and a day. Out: a `BackTest` of the model and the baselines, year by year.
What does not belong here: the forecast itself (`forecasts`).

Rolling origin (Tashman 2000): for each year, everything is learned from what was public on the last
day of the year before, and then forecast for the year. What came is judged by what was public on
the day of the back-test.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from comity.errors import TooFewCases
from comity.networks.baselines import BASELINES
from comity.networks.comparison import DRAWS, MODEL, BackTest, Trial, compare
from comity.networks.features import features_at
from comity.networks.hazard import Rows, fit_hazard
from comity.networks.situation import joinings

if TYPE_CHECKING:
    from comity.networks.baselines import Forecaster
    from comity.networks.features import FeatureTable
    from comity.networks.history import History
    from comity.networks.situation import Accord

MONTHS: Final = 6
FEWEST: Final = 8
"""States that must have joined before a hazard is learned."""
YEARS: Final = 5
FEWEST_YEARS: Final = 3
"""Years with a state that joined, without which a forecast is not tested and so not made."""
_LONGEST: Final = 20  # half-years that are learned from, the last ones


def months_before(day: date, months: int) -> date:
    """Return the same day some months before, or the last day of that month.

    >>> months_before(date(2024, 12, 31), 6), months_before(date(2024, 8, 31), 6)
    (datetime.date(2024, 6, 30), datetime.date(2024, 2, 29))
    """
    number = day.year * 12 + day.month - 1 - months
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


class Tables:
    """The feature tables of a history and an accord, each made once."""

    def __init__(self, history: History, accord: Accord) -> None:
        self.history = history
        self.accord = accord
        self._made: dict[date, FeatureTable] = {}

    def at(self, day: date) -> FeatureTable:
        """Return the table of a day."""
        if day not in self._made:
            self._made[day] = features_at(self.history, self.accord, day)
        return self._made[day]


def rows_until(tables: Tables, day: date) -> Rows:
    """Return what was known on a day of the half-years before it.

    Raises:
        TooFewCases: Fewer states had joined than a hazard can be learned from.
    """
    joined = joinings(tables.history, tables.accord.id, day)
    found: list[tuple[FeatureTable, int, float]] = []
    opened = min((start for start, _ in joined.values()), default=None)
    for number in range(1, _LONGEST + 1):
        begin, end = months_before(day, number * MONTHS), months_before(day, (number - 1) * MONTHS)
        if opened is None or end < opened or (begin < opened and not tables.accord.openers):
            break
        table = tables.at(begin)
        for place, state in enumerate(table.states):
            start = joined[state][0] if state in joined else None
            if start is None or start > begin:
                found.append((table, place, float(start is not None and start <= end)))
    events = sum(did for _, _, did in found)
    if events < FEWEST:
        raise TooFewCases(tables.accord.id, int(events), FEWEST, f"had joined by {day}")
    return Rows(
        names=found[0][0].names,
        values=np.array([table.values[place] for table, place, _ in found]),
        joined=np.array([did for _, _, did in found]),
        states=tuple(table.states[place] for table, place, _ in found),
        regions=tuple(table.around.regions[table.states[place]] for table, place, _ in found),
        days=tuple(table.day for table, _, _ in found),
    )


def fit_all(rows: Rows) -> dict[str, Forecaster]:
    """Return the model and the baselines, learned from the same rows."""
    return {MODEL: fit_hazard(rows), **{name: make(rows) for name, (_, make) in BASELINES.items()}}


def back_test(tables: Tables, day: date, *, draws: int = DRAWS, seed: int = 0) -> BackTest:
    """Return the back-test of the last years that were over on a day.

    Args:
        tables: The feature tables.
        day: What came is judged by what was public on it.
        draws: How often states are drawn for the intervals.
        seed: Seed of the draws.

    Raises:
        TooFewCases: Too few years can be tested.
    """
    first_left = (day + timedelta(days=1)).year  # a year is over on its last day
    trials = [
        trial
        for year in range(first_left - YEARS, first_left)
        if (trial := _trial(tables, year, day)) is not None
    ]
    if len(trials) < FEWEST_YEARS:
        raise TooFewCases(
            tables.accord.id, len(trials), FEWEST_YEARS,
            f"of the {YEARS} years before {first_left} can be tested (after {FEWEST} states had"
            " joined, and with one that joined in it)",
        )  # fmt: skip
    return compare(trials, draws=draws, seed=seed)


def _trial(tables: Tables, year: int, day: date) -> Trial | None:
    origin, last = date(year - 1, 12, 31), date(year, 12, 31)
    came = joinings(tables.history, tables.accord.id, day)
    try:
        rows = rows_until(tables, origin)
    except TooFewCases:
        return None
    table = tables.at(origin)
    starts = [came[state][0] if state in came else date.max for state in table.states]
    kept = np.array([start > origin for start in starts])
    happened = np.array([float(start <= last) for start in starts])[kept]
    if not happened.any():
        return None
    return Trial(
        year,
        tuple(state for state, keep in zip(table.states, kept, strict=True) if keep),
        happened,
        {
            name: each.probabilities(table, 12 // MONTHS)[kept]
            for name, each in fit_all(rows).items()
        },
    )
