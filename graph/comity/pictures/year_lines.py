"""Lines by year, with names at their ends, and beside what chance gives.

In: years, numbers and what chance gives, and axes. Out: lines on the axes. What does not belong
here: what a picture as a whole shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.pictures.bloc_timeline import drawn_years
from comity.pictures.spreading import spread
from comity.pictures.style import FAINT, INK, SMALL
from comity.views.palette import BLUE, GREY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from comity.networks.nullmodel import Chance

SURE: Final = 0.05
"""The p up to which what was found in a year is drawn as more than chance."""


def draw_beside_chance(axes: Axes, years: Sequence[int], chances: Sequence[Chance]) -> None:
    """Draw what was found as a line, over the band that holds it in 95% of the null graphs.

    Points of years whose p is above `SURE` are hollow.
    """
    one = len(years) == 1
    band = axes.fill_between(
        [years[0] - 0.2, years[0] + 0.2] if one else years,
        [each.low for each in chances] * (2 if one else 1),
        [each.high for each in chances] * (2 if one else 1),
        color=GREY, alpha=0.3, linewidth=0,
    )  # fmt: skip
    band.set_zorder(1)
    axes.plot(
        years, [each.mean for each in chances], color=FAINT, linewidth=1.1, linestyle=(0, (4, 2))
    )
    axes.plot(years, [each.observed for each in chances], color=BLUE, linewidth=1.5)
    for year, chance in zip(years, chances, strict=True):
        axes.plot(
            year, chance.observed, marker="o", markersize=4.5, color=BLUE,
            markerfacecolor=BLUE if chance.p <= SURE else "white",
        )  # fmt: skip


def ends_beside_chance(last: Chance, nulls: str) -> list[tuple[float, str, str]]:
    """Return the names of the lines of `draw_beside_chance` for `name_ends`.

    Args:
        last: The numbers of the last year.
        nulls: What the null graphs are called.
    """
    return [
        (last.observed, f"the record\n(filled: p ≤ {SURE})", BLUE),
        (last.mean, f"{nulls}: mean,\nand the band of 95%", FAINT),
    ]


def name_ends(axes: Axes, ends: Sequence[tuple[float, str, str]], top: float, tall: float) -> None:
    """Write names beside the ends of lines, apart from each other.

    Args:
        axes: The axes, whose scale begins at 0.
        ends: For each line its last value, its name and its colour.
        top: The value at the upper end of the axes.
        tall: Height of the axes in inches.
    """
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


def set_years(axes: Axes, years: Sequence[int]) -> None:
    """Give the axes a scale of years, with lines across it."""
    margin = 0.4 if len(years) > 1 else 0.8
    axes.set_xlim(years[0] - margin, years[-1] + margin)
    axes.set_xticks(drawn_years(years))
    axes.tick_params(length=3)
    axes.grid(axis="y", color=INK, alpha=0.08, linewidth=0.6)
