"""Calibration: how often what was forecast happened, by how likely it was said to be.

In: a `Forecast` with its back-test. Out: a `Picture`. What does not belong here: forecasts and
their scores (`comity.networks`).

Both axes are scaled by the square root, because most states are unlikely to join in a year; the
diagonal stays one. Intervals are Wilson's (1927), which are sound for few cases.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from comity.networks.comparison import MODEL, TRUTH
from comity.pictures.frame import WIDTH, Frame, Sheet
from comity.pictures.picture import Picture
from comity.pictures.style import BODY, FAINT, INK, SMALL, our_style, wrapped
from comity.views.palette import BLUE, GREY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from comity.networks.comparison import BackTest
    from comity.networks.forecasts import Forecast
    from comity.networks.scores import Bin
    from comity.pictures.frame import Origin

_NORMAL: Final = 1.959964  # 97.5% of a normal distribution lie below
_UPPER, _LOWER = 3.4, 0.75
_BETWEEN: Final = 0.15
_LEFT: Final = 0.6
_AXIS: Final = 0.45
_WIDE: Final = 4.4
_BOTH: Final = (
    "Less is better in both. Who says the same of all states errs little in calibration and tells"
    " them apart in nothing: read both numbers together."
)
_TICKS: Final = (0.0, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0)


def calibration(forecast: Forecast, origin: Origin) -> Picture:
    """Return a picture of how true the forecasts of past years were.

    Args:
        forecast: A forecast; its back-test is drawn.
        origin: Where the numbers come from.

    Raises:
        MissingPart: matplotlib is not installed.
    """
    test = forecast.back_test
    with our_style():
        sheet = Sheet(_frame(forecast, origin), _UPPER + _BETWEEN + _LOWER + _AXIS)
        upper = sheet.axes(_LEFT, _AXIS + _LOWER + _BETWEEN, _WIDE, _UPPER)
        lower = sheet.axes(_LEFT, _AXIS, _WIDE, _LOWER)
        _draw_points(upper, test.bins)
        _draw_counts(lower, test.bins)
        canvas = sheet.canvas()
        _write_scores(canvas, test, _LEFT + _WIDE + 0.45, sheet.height - 0.1)
        return Picture(sheet.frame, _description(test), sheet.figure)


def interval(happened: float, count: int) -> tuple[float, float]:
    """Return the 95% interval of a share by Wilson's score.

    Args:
        happened: The share, from 0 to 1.
        count: How many cases there were.

    Examples:
        >>> [round(end, 3) for end in interval(0.5, 14)]
        [0.268, 0.732]

    References:
        Wilson 1927, doi:10.1080/01621459.1927.10502953.
    """
    spread = _NORMAL**2 / count
    middle = (happened + spread / 2) / (1 + spread)
    half = math.sqrt(happened * (1 - happened) * spread + spread**2 / 4) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def _draw_points(axes: Axes, bins: Sequence[Bin]) -> None:
    axes.plot([0, 1], [0, 1], color=FAINT, linewidth=1, linestyle=(0, (4, 2)))
    axes.annotate(
        "as said", (0.93, 0.93), xytext=(0, 4), textcoords="offset points", size=SMALL,
        color=FAINT, ha="right", rotation=_UPPER / _WIDE * 45, rotation_mode="anchor",
    )  # fmt: skip
    for each in bins:
        low, high = interval(each.happened, each.count)
        axes.plot([each.forecast] * 2, [low, high], color=BLUE, linewidth=1.4)
        axes.plot(each.forecast, each.happened, marker="o", markersize=5.5, color=BLUE)
        axes.annotate(
            f"{round(each.happened * each.count)} of {each.count}",
            (each.forecast, high), xytext=(0, 3), textcoords="offset points", size=SMALL,
            ha="center", color=INK,
        )  # fmt: skip
    _scale(axes)
    axes.set_ylim(0, 1)
    axes.set_yscale("function", functions=(_root, _square))
    axes.set_yticks(_TICKS, [f"{x:.0%}" for x in _TICKS])
    axes.set_ylabel("joined within the year", size=BODY)
    axes.tick_params(labelbottom=False)
    axes.grid(color=INK, alpha=0.08, linewidth=0.6)


def _draw_counts(axes: Axes, bins: Sequence[Bin]) -> None:
    for each in bins:
        axes.bar(
            each.low, each.count, width=each.high - each.low, align="edge", color=GREY, alpha=0.55,
            edgecolor="white", linewidth=0.8,
        )  # fmt: skip
        axes.annotate(
            f"{each.count}", (_square((_root(each.low) + _root(each.high)) / 2), each.count),
            xytext=(0, 2), textcoords="offset points", size=SMALL, ha="center", color=INK,
        )  # fmt: skip
    _scale(axes)
    axes.set_ylim(0, max(each.count for each in bins) * 1.3)
    axes.set_yticks([])
    axes.set_ylabel("forecasts", size=BODY)
    axes.set_xlabel("said to join within the year", size=BODY)
    axes.spines["left"].set_visible(False)


def _scale(axes: Axes) -> None:
    axes.set_xlim(0, 1)
    axes.set_xscale("function", functions=(_root, _square))
    axes.set_xticks(_TICKS, [f"{x:.0%}" for x in _TICKS])
    axes.tick_params(length=3)


def _root(value: float) -> float:
    import numpy as np  # noqa: PLC0415  (slow to import)

    return np.sqrt(np.maximum(value, 0))  # type: ignore[no-any-return]  # an array gives an array


def _square(value: float) -> float:
    return value**2


def _write_scores(canvas: Axes, test: BackTest, left: float, top: float) -> None:
    """Write beside the picture how the forecasters compare."""
    columns = (left + 1.42, left + 2.02)
    at = top
    canvas.text(left, at, "Forecaster", size=SMALL, weight="bold", va="top")
    for x, words in zip(columns, ("calibration\nerror", "log\nloss"), strict=True):
        canvas.text(x, at, words, size=SMALL, weight="bold", ha="right", va="top")
    at -= 0.34
    for name, error in test.errors.items():
        loss = test.means[name][TRUTH].value
        weight = "bold" if name == MODEL else "normal"
        canvas.text(left, at, name, size=SMALL, weight=weight, va="top")
        for x, value in zip(columns, (error, loss), strict=True):
            canvas.text(x, at, f"{value:.3f}", size=SMALL, weight=weight, ha="right", va="top")
        at -= 0.17
    at = _write(canvas, left, at - 0.05, _BOTH, FAINT) - 0.15
    for year in test.years:
        words = f"{year.year}: {len(year.joined)} of {year.at_risk} states joined"
        at = _write(canvas, left, at, words, INK)
    _write(canvas, left, at - 0.15, test.verdicts[-1], INK)


def _write(canvas: Axes, left: float, top: float, words: str, colour: str) -> float:
    """Write some words below a place and return where they end."""
    for line in wrapped(words, (WIDTH - 0.4 - left) * 72, SMALL):
        canvas.text(left, top, line, size=SMALL, va="top", color=colour)
        top -= 0.145
    return top


def _frame(forecast: Forecast, origin: Origin) -> Frame:
    years = forecast.back_test.years
    return Frame(
        title=f"{forecast.name}: what was said, and what came",
        subtitle=(
            f"Forecasts a year ahead for {years[0].year} to {years[-1].year}, each learned from"
            " what was public before; what came, as on record by"
            f" {forecast.day.isoformat()}"
        ),
        reading=(
            "Points are forecasts of about the same probability; above the dashed line, more joined"
            " than was said. Lines are 95% intervals of the share (Wilson 1927), as if states"
            " joined independently, which they do not quite: read them as a lower bound of doubt."
            " Both axes are scaled by the square root. Below: how many forecasts there were."
        ),
        origin=origin,
    )


def _description(test: BackTest) -> str:
    parts = [
        f"of {each.count} forecasts from {each.low:.0%} to {each.high:.0%}, {each.forecast:.1%} on"
        f" average, {each.happened:.1%} came"
        for each in test.bins
    ]
    error = test.errors[MODEL]
    return f"The calibration error is {error:.3f}: {'; '.join(parts)}."
