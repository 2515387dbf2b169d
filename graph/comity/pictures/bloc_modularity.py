"""Modularity against chance, year by year, and how much alike the runs are.

In: a `BlocStudy` with null graphs. Out: a `Picture`. What does not belong here: null models.

Like is set beside like: the line is what one run of the method finds in the record, the band holds
what it finds in 95% of the null graphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.errors import BadNumber
from comity.pictures.bloc_timeline import drawn_years
from comity.pictures.frame import Frame, Sheet
from comity.pictures.picture import Picture
from comity.pictures.spreading import spread
from comity.pictures.style import BODY, FAINT, INK, SMALL, our_style
from comity.views.palette import BLUE, GREY, VERMILLION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from comity.networks.bloc_series import BlocYear
    from comity.networks.bloc_study import BlocStudy
    from comity.pictures.frame import Origin

SURE: Final = 0.05
"""The p below which a year's blocs are drawn as more than chance."""
_MODELS: Final = {
    "affiliations": "who takes part in what is shuffled",
    "edges": "ties are swapped and weights dealt anew",
}
_UPPER, _LOWER = 2.6, 0.85
_BETWEEN: Final = 0.3
_LEFT, _RIGHT = 0.55, 1.75
_AXIS: Final = 0.35


def bloc_modularity(study: BlocStudy, origin: Origin, *, projection: str) -> Picture:
    """Return a picture of how marked blocs are beside what chance gives.

    Args:
        study: The study; years without ties are left out.
        origin: Where the numbers come from.
        projection: What joins two actors, in words.

    Raises:
        BadNumber: The study has no null graphs.
        MissingPart: matplotlib is not installed.
    """
    years = [each for each in study.years if each.chance is not None]
    if not years:
        raise BadNumber("number of null graphs", 0, "1 or more, and years with ties")
    with our_style():
        sheet = Sheet(_frame(years, projection, origin), _UPPER + _BETWEEN + _LOWER + _AXIS)
        width = sheet.width - _LEFT - _RIGHT
        upper = sheet.axes(_LEFT, _AXIS + _LOWER + _BETWEEN, width, _UPPER)
        lower = sheet.axes(_LEFT, _AXIS, width, _LOWER)
        _draw_modularity(upper, years)
        _draw_likeness(lower, years)
        for axes in (upper, lower):
            _set_years(axes, [each.year for each in years])
        upper.tick_params(labelbottom=False)
        return Picture(sheet.frame, _description(years), sheet.figure)


def _draw_modularity(axes: Axes, years: Sequence[BlocYear]) -> None:
    at = [each.year for each in years]
    chances = [each.chance for each in years if each.chance is not None]
    one = len(at) == 1
    band = axes.fill_between(
        [at[0] - 0.2, at[0] + 0.2] if one else at,
        [each.low for each in chances] * (2 if one else 1),
        [each.high for each in chances] * (2 if one else 1),
        color=GREY, alpha=0.3, linewidth=0,
    )  # fmt: skip
    band.set_zorder(1)
    axes.plot(
        at, [each.mean for each in chances], color=FAINT, linewidth=1.1, linestyle=(0, (4, 2))
    )
    axes.plot(at, [each.observed for each in chances], color=BLUE, linewidth=1.5)
    for each, chance in zip(years, chances, strict=True):
        axes.plot(
            each.year, chance.observed, marker="o", markersize=4.5, color=BLUE,
            markerfacecolor=BLUE if chance.p <= SURE else "white",
        )  # fmt: skip
    highest = max(max(each.observed, each.high) for each in chances) or 1  # 0 without ties
    axes.set_ylim(0, highest * 1.08)
    axes.set_ylabel("modularity", size=BODY)
    last = chances[-1]
    _name_ends(
        axes,
        [
            (last.observed, "the record\n(filled: p ≤ 0.05)", BLUE),
            (last.mean, "null graphs: mean,\nand the band of 95%", FAINT),
        ],
        highest * 1.08,
        _UPPER,
    )


def _draw_likeness(axes: Axes, years: Sequence[BlocYear]) -> None:
    at = [each.year for each in years]
    axes.plot(
        at, [each.found.ari for each in years], color=VERMILLION, linewidth=1.3, marker="s",
        markersize=3,
    )  # fmt: skip
    axes.set_ylim(0, 1.08)
    axes.set_yticks([0, 0.5, 1])
    axes.set_ylabel("runs alike", size=BODY)
    words = "adjusted Rand index\n(1: all runs equal)"
    _name_ends(axes, [(years[-1].found.ari, words, VERMILLION)], 1.08, _LOWER)


def _name_ends(axes: Axes, ends: Sequence[tuple[float, str, str]], top: float, tall: float) -> None:
    """Write names beside the ends of lines, apart from each other."""
    heights = [(words.count("\n") + 1) * SMALL * 1.3 / 72 for _, words, _ in ends]
    wanted = [value / top * tall for value, _, _ in ends]
    for (_, words, colour), place in zip(
        ends, spread(wanted, heights, low=0, high=tall, gap=0.05), strict=True
    ):
        axes.annotate(
            words, (1, place / tall), xytext=(8, 0), xycoords="axes fraction",
            textcoords="offset points", size=SMALL, va="center", color=colour,
            annotation_clip=False,
        )  # fmt: skip


def _set_years(axes: Axes, years: Sequence[int]) -> None:
    margin = 0.4 if len(years) > 1 else 0.8
    axes.set_xlim(years[0] - margin, years[-1] + margin)
    axes.set_xticks(drawn_years(years))
    axes.tick_params(length=3)
    axes.grid(axis="y", color=INK, alpha=0.08, linewidth=0.6)


def _frame(years: Sequence[BlocYear], projection: str, origin: Origin) -> Frame:
    chance = years[-1].chance
    nulls = chance.nulls if chance else 0
    model = _MODELS.get(chance.model, chance.model) if chance else ""
    first, last = years[0].year, years[-1].year
    span = f"{first}–{last}" if first < last else f"{first}"
    return Frame(
        title=f"Blocs by {projection} beside chance, {span}",
        subtitle=(f"Modularity of the record and of {nulls} null graphs a year, in which {model}"),
        reading=(
            "Where the line runs above the band, ties cluster more than numbers of ties alone"
            f" explain; hollow points are years of p above {SURE}, whose blocs may be chance."
            " Null graphs keep no geography and no wealth: a low p does not say why ties cluster."
            " Below: where the runs are little alike, several partitions are as good."
        ),
        origin=origin,
    )


def _description(years: Sequence[BlocYear]) -> str:
    sure = [each.year for each in years if each.chance and each.chance.p <= SURE]
    last = years[-1]
    chance = last.chance
    words = (
        f"In {last.year} modularity is {chance.observed:.3f}, beside {chance.mean:.3f} on average"
        f" in null graphs (95% of them between {chance.low:.3f} and {chance.high:.3f};"
        f" p = {chance.p:.3f})."
        if chance
        else ""
    )
    return f"{words} It is more than chance (p up to {SURE}) in {len(sure)} of {len(years)} years."
