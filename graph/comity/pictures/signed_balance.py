"""Cooperation beside opposition, year by year: how far both fit two camps.

In: signed networks of some years, with null graphs. Out: a `Picture`. What does not belong here:
how balance and frustration are measured (`comity.networks`).

The number of opposed pairs stands below, for where there are few of them nearly any division fits.
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
from comity.views.palette import GREEN, PURPLE, VERMILLION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from comity.networks.signed_study import SignedYear
    from comity.pictures.frame import Origin

_UPPER, _MIDDLE, _LOWER = 1.9, 1.1, 0.95
_BETWEEN: Final = 0.22
_LEFT, _RIGHT = 0.7, 1.75
_AXIS: Final = 0.35
_MARGIN: Final = 1.08


def signed_balance(
    study: Sequence[SignedYear], origin: Origin, *, positive: Sequence[str], negative: Sequence[str]
) -> Picture:
    """Return a picture of how far cooperation and opposition fit two camps.

    Args:
        study: The years; those without triangles are left out.
        origin: Where the numbers come from.
        positive: Projections that count as cooperation.
        negative: Projections that count as opposition.

    Raises:
        BadNumber: The study has no null graphs.
        MissingPart: matplotlib is not installed.
    """
    years = [each for each in study if each.by_chance is not None]
    if not years:
        raise BadNumber("number of null graphs", 0, "1 or more, and years with triangles")
    with our_style():
        sheet = Sheet(
            _frame(years, positive, negative, origin),
            _UPPER + _MIDDLE + _LOWER + 2 * _BETWEEN + _AXIS,
        )
        width = sheet.width - _LEFT - _RIGHT
        middle = _AXIS + _LOWER + _BETWEEN
        panels = (
            sheet.axes(_LEFT, middle + _MIDDLE + _BETWEEN, width, _UPPER),
            sheet.axes(_LEFT, middle, width, _MIDDLE),
            sheet.axes(_LEFT, _AXIS, width, _LOWER),
        )
        _draw_balance(panels[0], years)
        _draw_frustration(panels[1], years)
        _draw_pairs(panels[2], years)
        for axes in panels:
            set_years(axes, [each.year for each in years])
            axes.yaxis.set_label_coords((0.15 - _LEFT) / width, 0.5)
            axes.tick_params(labelbottom=axes is panels[-1])
        return Picture(sheet.frame, _description(years), sheet.figure)


def _draw_balance(axes: Axes, years: Sequence[SignedYear]) -> None:
    chances = [each.by_chance for each in years if each.by_chance is not None]
    draw_beside_chance(axes, [each.year for each in years], chances)
    axes.set_ylim(0, _MARGIN)
    axes.set_yticks([0, 0.5, 1], ["0", "50%", "100%"])
    axes.set_ylabel("triangles balanced", size=BODY)
    name_ends(axes, ends_beside_chance(chances[-1], "signs dealt anew"), _MARGIN, _UPPER)


def _draw_frustration(axes: Axes, years: Sequence[SignedYear]) -> None:
    at = [each.year for each in years]
    shares = [share_against(each) for each in years]
    axes.fill_between(
        at, [each.frustration.least / (each.frustration.total or 1) for each in years], shares,
        color=VERMILLION, alpha=0.25, linewidth=0,
    )  # fmt: skip
    axes.plot(at, shares, color=VERMILLION, linewidth=1.3, marker="s", markersize=3)
    top = max(*shares, 0.05) * _MARGIN
    axes.set_ylim(0, top)
    axes.set_yticks([tick for tick in axes.get_yticks() if tick <= top])
    axes.yaxis.set_major_formatter("{x:.0%}")
    axes.set_ylabel("against", size=BODY)
    words = "weight of ties that fits\nno division into two\n(0: two camps fit all)"
    name_ends(axes, [(shares[-1], words, VERMILLION)], top, _MIDDLE)


def _draw_pairs(axes: Axes, years: Sequence[SignedYear]) -> None:
    at = [each.year for each in years]
    lines = (
        ([each.positive for each in years], "pairs that cooperate", GREEN, "o"),
        ([each.negative for each in years], "pairs that oppose", PURPLE, "D"),
    )
    for values, _, colour, mark in lines:
        axes.plot(at, values, color=colour, linewidth=1.2, marker=mark, markersize=3)
    axes.set_yscale("symlog", linthresh=1)
    highest = max(max(values) for values, *_ in lines)
    top = 3 * max(highest, 3)  # the marks of the highest stay whole
    axes.set_ylim(0, top)
    axes.set_yticks([0, *(10**power for power in range(0, 8, 2) if 10**power <= top)])
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.minorticks_off()
    axes.set_ylabel("pairs", size=BODY)
    to_axes = axes.transScale.transform
    reach = to_axes((0, top))[1]
    ends = [(to_axes((0, values[-1]))[1], words, colour) for values, words, colour, _ in lines]
    name_ends(axes, ends, reach, _LOWER)


def share_against(each: SignedYear) -> float:
    """Return the share of the weight of ties that stands against the best division found."""
    return each.frustration.found / (each.frustration.total or 1)


def _frame(
    years: Sequence[SignedYear],
    positive: Sequence[str],
    negative: Sequence[str],
    origin: Origin,
) -> Frame:
    chance = years[-1].by_chance
    nulls = chance.nulls if chance else 0
    first, last = years[0].year, years[-1].year
    span = f"{first}–{last}" if first < last else f"{first}"
    return Frame(
        title=f"Cooperation and opposition, {span}",
        subtitle=(
            f"Positive: {_in_words(positive)}. Negative: {_in_words(negative)}."
            f" Beside {nulls} graphs a year with signs dealt anew"
        ),
        reading=(
            "Above: a triangle is balanced where the friend of a friend is a friend, and the enemy"
            " of an enemy too. Where the line runs above the band, triangles are balanced more"
            f" often than numbers of ties explain; hollow points are years of p above {SURE}."
            " Middle: cooperation between two camps and opposition within one, at the best division"
            " that was found; the band reaches down to what no division is below. Below: where few"
            " pairs oppose each other, almost any division fits. An opposed vote or a rule is no"
            " enmity; camps are found, not declared."
        ),
        origin=origin,
    )


def _in_words(projections: Sequence[str]) -> str:
    return ", ".join(name.replace("-", " ") for name in projections)


def _description(years: Sequence[SignedYear]) -> str:
    last = years[-1]
    chance = last.by_chance
    sure = sum(each.by_chance is not None and each.by_chance.p <= SURE for each in years)
    beside = (
        f", beside {chance.mean:.1%} on average with signs dealt anew (p = {chance.p:.3f})"
        if chance
        else ""
    )
    return (
        f"In {last.year}, {last.balance.balanced:.1%} of {last.balance.triangles:,} triangles are"
        f" balanced{beside}; {share_against(last):.1%} of the weight of ties stands against the"
        f" best division into two camps. {last.positive:,} pairs cooperate more, {last.negative:,}"
        f" oppose each other more. Balance is more than chance (p up to {SURE}) in {sure} of"
        f" {len(years)} years."
    )
