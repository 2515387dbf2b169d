"""Modularity against chance, year by year, and how much alike the runs are.

In: a `BlocStudy` with null graphs. Out: a `Picture`. What does not belong here: null models.

Like is set beside like: the line is what one run of the method finds in the record, the band holds
what it finds in 95% of the null graphs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.errors import BadNumber
from comity.pictures.frame import Frame, Sheet
from comity.pictures.picture import Picture
from comity.pictures.style import BODY, our_style
from comity.pictures.year_lines import (
    SURE,
    draw_beside_chance,
    ends_beside_chance,
    name_ends,
    set_years,
)
from comity.views.palette import VERMILLION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from comity.networks.bloc_series import BlocYear
    from comity.networks.bloc_study import BlocStudy
    from comity.pictures.frame import Origin

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
            set_years(axes, [each.year for each in years])
        upper.tick_params(labelbottom=False)
        return Picture(sheet.frame, _description(years), sheet.figure)


def _draw_modularity(axes: Axes, years: Sequence[BlocYear]) -> None:
    chances = [each.chance for each in years if each.chance is not None]
    draw_beside_chance(axes, [each.year for each in years], chances)
    highest = max(max(each.observed, each.high) for each in chances) or 1  # 0 without ties
    axes.set_ylim(0, highest * 1.08)
    axes.set_ylabel("modularity", size=BODY)
    name_ends(axes, ends_beside_chance(chances[-1], "null graphs"), highest * 1.08, _UPPER)


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
    name_ends(axes, [(years[-1].found.ari, words, VERMILLION)], 1.08, _LOWER)


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
