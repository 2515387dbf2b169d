"""Forecasts: which states join next, how likely, and which features say so.

In: a history, an accord, a day and a horizon. Out: a `Forecast`, with its back-test beside it. What
does not belong here: features, model and tests themselves (`features`, `hazard`, `backtest`).

A forecast says that states which stood as this one stands have joined so often. It says nothing of
causes: whoever makes a state sign more agreements does not thereby make it join.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from comity.errors import BadHorizon, UnknownName
from comity.networks.backtest import MONTHS, Tables, back_test, rows_until
from comity.networks.feature_list import FEATURES
from comity.networks.hazard import DECIMALS, fit_hazard
from comity.networks.situation import ACCORDS, Accord, joinings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from comity.networks.comparison import BackTest
    from comity.networks.feature_list import Feature, Finding
    from comity.networks.features import FeatureTable
    from comity.networks.history import History

CAUTION: Final = (
    "These are not causes: states that stood like this one have joined so often, and no more. What"
    " is not on record, above all what governments decide, is not seen."
)
_HORIZON: Final = re.compile(r"^(\d{1,2})([my])$")
_FARTHEST: Final = 60
_LEAST: Final = 0.1
"""Log-odds below which a feature is no reason."""
_REASONS: Final = 3
_NAMED: Final = 3
_CLAIMS: Final = 12


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature that makes a state's joining more or less likely than that of the others.

    Attributes:
        feature: Its name.
        effect: What it adds to the log-odds, against a state that is as the others on average.
        words: What the record shows, in words.
        claims: Ids of the first claims that it rests on, sorted.
        claim_count: Number of all of them.
    """

    feature: str
    effect: float
    words: str
    claims: tuple[str, ...]
    claim_count: int


@dataclass(frozen=True, slots=True)
class StateForecast:
    """What is forecast for a state.

    Attributes:
        rank: Its place, from 1; equally likely states stand by id.
        state: Its id.
        name: Its name.
        probability: How likely it joins within the horizon.
        reasons: The features that weigh most, those for it first, each kind the heaviest first.
    """

    rank: int
    state: str
    name: str
    probability: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Forecast:
    """Which states join next.

    Attributes:
        accord: Id of the accord.
        name: Its name.
        day: The day from whose record it is made.
        months: How far it looks.
        joined: Number of states that had joined.
        rows: Number of states' half-years that it is learned from.
        events: Number of them in which a state joined.
        penalty: λ of the hazard.
        coefficients: By feature, what one standard deviation adds to the log-odds.
        states: The states that had not joined, the likeliest first.
        back_test: How such forecasts, a year ahead, did in the years before.
        names: Names of the states that the back-test speaks of, by id.
    """

    accord: str
    name: str
    day: date
    months: int
    joined: int
    rows: int
    events: int
    penalty: float
    coefficients: Mapping[str, float]
    states: tuple[StateForecast, ...]
    back_test: BackTest
    names: Mapping[str, str]

    @property
    def expected(self) -> float:
        """How many states join within the horizon, on average."""
        return math.fsum(each.probability for each in self.states)


def months_of(horizon: str) -> int:
    """Return the months of a horizon.

    >>> months_of("1y"), months_of("18m")
    (12, 18)

    Raises:
        BadHorizon: It is not a number of half-years, up to five years.
    """
    found = _HORIZON.match(horizon)
    months = int(found[1]) * (12 if found[2] == "y" else 1) if found else 0
    if months == 0 or months % MONTHS or months > _FARTHEST:
        raise BadHorizon(horizon)
    return months


def forecast(history: History, accord: str, day: date, *, months: int = 12) -> Forecast:
    """Return which states join an accord, from the record of a day.

    Args:
        history: The record.
        accord: Id of the accord or body.
        day: The day; nothing that became public later is seen, in the back-test neither.
        months: How far it looks: a number of half-years.

    Raises:
        UnknownName: Nothing has that id.
        TooFewCases: Too few states joined for a forecast that can be tested.
    """
    if accord not in history.things:
        raise UnknownName("accord", accord, [])
    tables = Tables(history, ACCORDS.get(accord, Accord(accord)))
    tested = back_test(tables, day)
    rows = rows_until(tables, day)
    model = fit_hazard(rows)
    table = tables.at(day)
    probabilities = model.probabilities(table, months // MONTHS)
    effects = model.contributions(table)
    order = np.argsort(-probabilities, kind="stable")
    usual = table.raw.mean(axis=0)
    return Forecast(
        accord=accord,
        name=history.label(accord),
        day=day,
        months=months,
        joined=len(joinings(history, accord, day)),
        rows=len(rows.states),
        events=int(rows.joined.sum()),
        penalty=model.penalty,
        coefficients={
            name: round(float(each), DECIMALS)
            for name, each in zip(model.names, model.coefficients, strict=True)
        },
        states=tuple(
            StateForecast(
                rank,
                table.states[place],
                history.label(table.states[place]),
                float(probabilities[place]),
                _reasons(history, table, table.states[place], effects[place], usual),
            )
            for rank, place in enumerate(order, 1)
        ),
        back_test=tested,
        names={
            state: history.label(state)
            for state in sorted(
                {name for year in tested.years for name in (*year.joined, *year.first)}
            )
        },
    )


def _reasons(
    history: History,
    table: FeatureTable,
    state: str,
    effects: np.ndarray[tuple[int], np.dtype[np.float64]],
    usual: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> tuple[Reason, ...]:
    found = []
    for feature, effect, mean in zip(FEATURES, effects, usual, strict=True):
        if feature.is_relative and abs(effect) >= _LEAST:
            finding = feature.find(table.around, state)
            words = _in_words(history, feature, finding, float(mean))
            claims = finding.claims
            found.append(Reason(feature.name, float(effect), words, claims[:_CLAIMS], len(claims)))
    found.sort(key=lambda reason: (-reason.effect, reason.feature))
    against = [reason for reason in reversed(found) if reason.effect < 0]
    return (
        *(reason for reason in found[:_REASONS] if reason.effect > 0),
        *against[:_REASONS],
    )


def _in_words(history: History, feature: Feature, finding: Finding, mean: float) -> str:
    words = f"{feature.words}: {shown(feature, finding.value)}"
    if finding.partners and feature.unit != "0 or 1":
        names = [history.label(name) for name in finding.partners[:_NAMED]]
        rest = len(finding.partners) - _NAMED
        more = f" and {rest} more" if rest > 0 else ""
        words = f"{words} ({', '.join(names)}{more})"
    if feature.unit == "0 or 1":
        return f"{words}; {mean:.0%} of the states outside: yes"
    return f"{words}; usual outside: {shown(feature, mean, is_mean=True)}"


def shown(feature: Feature, value: float, *, is_mean: bool = False) -> str:
    """Return a raw value of a feature as a reader wants it."""
    match feature.unit:
        case "share":
            return f"{value:.0%}"
        case "0 or 1":
            return "yes" if value else "no"
        case "ln(1 + count)":
            return f"{math.expm1(value):.1f}" if is_mean else f"{math.expm1(value):.0f}"
        case "count":
            return f"{value:.1f}" if is_mean else f"{value:.0f}"
        case _:
            return f"{value:.2f}"
