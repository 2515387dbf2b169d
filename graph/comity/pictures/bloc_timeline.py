"""The timeline of blocs: bars of members by year, and the flows between them (an alluvial diagram).

In: a `BlocStudy` and labels. Out: a `Picture`. What does not belong here: which years and blocs
there are, and the strip of events below (`bloc_strip`).

A bloc that goes on keeps number and colour. A flow from a bloc into another one has a dark edge.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from comity.pictures.bloc_strip import Strip
from comity.pictures.frame import MARGIN, WIDTH, Frame, Sheet
from comity.pictures.picture import Picture
from comity.pictures.spreading import spread
from comity.pictures.style import BODY, FAINT, INK, SMALL, cut, look_of_group, our_style, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    from comity.networks.bloc_study import BlocStudy
    from comity.pictures.frame import Origin

MOST_YEARS: Final = 11
"""How many years have room side by side; of more, some are drawn."""
_LEFT, _RIGHT = 0.95, 1.95
_TALL: Final = 3.1
_BAR: Final = 0.17
_GAP: Final = 0.09
_YEAR_ROOM: Final = 0.22
_NAME_LINES: Final = 5
_NUMBER: Final = 0.16

Bars = dict[tuple[int, int], tuple[float, float]]
"""By year and thread, the lower and the upper end of its bar."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where years and members are, in inches."""

    years: tuple[int, ...]
    step: float
    unit: float
    bottom: float

    def x(self, year: int) -> float:
        return _LEFT + _BAR / 2 + self.step * self.years.index(year)

    @property
    def names(self) -> float:
        """Where the column of names begins."""
        return self.x(self.years[-1]) + _BAR / 2 + 0.22


def bloc_timeline(
    study: BlocStudy, labels: Mapping[str, str], origin: Origin, *, projection: str
) -> Picture:
    """Return the timeline of the blocs of a study.

    Args:
        study: The study.
        labels: Labels of actors, for the description.
        origin: Where the numbers come from.
        projection: What joins two actors, in words.

    Raises:
        MissingPart: matplotlib is not installed.
    """
    years = drawn_years(study.of_years)
    order = stacking(study)
    with our_style():
        step = (WIDTH - 2 * MARGIN - _LEFT - _RIGHT - _BAR) / max(len(years) - 1, 1)
        strip = Strip(study, years, step)
        sheet = Sheet(_frame(study, years, projection, origin), _TALL + strip.height + _YEAR_ROOM)
        canvas = sheet.canvas()
        scale = _Scale(
            years=years,
            step=step,
            unit=_unit(study, years),
            bottom=strip.height + _YEAR_ROOM,
        )
        bars = _bars(study, scale, order)
        for before, after in pairwise(years):
            _flows(canvas, study, scale, bars, (before, after))
        _draw_bars(canvas, scale, bars)
        _draw_names(canvas, study, scale, bars, sheet.width)
        strip.draw(
            canvas,
            [scale.x(year) for year in years],
            end=scale.names - 0.1,
            names=(scale.names, sheet.width),
        )
        return Picture(sheet.frame, _description(study, labels), sheet.figure)


def drawn_years(years: Sequence[int]) -> tuple[int, ...]:
    """Return the years that have room, evenly apart, the last among them.

    >>> drawn_years(range(2000, 2025))
    (2000, 2003, 2006, 2009, 2012, 2015, 2018, 2021, 2024)
    """
    every = -(-len(years) // MOST_YEARS)
    return tuple(sorted(tuple(years)[::-1][::every]))


def stacking(study: BlocStudy) -> list[int]:
    """Return the threads from below upwards: what split off lies beside what it split from."""
    order: list[int] = []
    came_from = {
        each.thread: each.other for each in study.evolution.events if each.happening == "split"
    }
    for year in study.of_years:
        for thread in study.evolution.threads[year]:
            if thread not in order:
                other = came_from.get(thread)
                place = order.index(other) + 1 if other in order else len(order)
                order.insert(place, thread)
    return order


def _members(study: BlocStudy, year: int) -> dict[int, frozenset[str]]:
    found = next(each.found for each in study.years if each.year == year)
    threads = study.evolution.threads[year]
    return {thread: frozenset(names) for thread, names in zip(threads, found.members, strict=True)}


def _unit(study: BlocStudy, years: Sequence[int]) -> float:
    """Return inches a member, so that the fullest year fits."""
    room = [
        (_TALL - _GAP * (len(blocs) - 1)) / max(sum(map(len, blocs.values())), 1)
        for year in years
        if (blocs := _members(study, year))
    ]
    return min(room, default=1.0)


def _bars(study: BlocStudy, scale: _Scale, order: Sequence[int]) -> Bars:
    bars: Bars = {}
    for year in scale.years:
        at = scale.bottom
        blocs = _members(study, year)
        for thread in sorted(blocs, key=order.index):
            top = at + len(blocs[thread]) * scale.unit
            bars[year, thread] = at, top
            at = top + _GAP
    return bars


def _flows(
    canvas: Axes, study: BlocStudy, scale: _Scale, bars: Bars, step: tuple[int, int]
) -> None:
    before, after = step
    old, new = _members(study, before), _members(study, after)
    moved = Counter(
        {
            (one, other): len(old[one] & new[other])
            for one in old
            for other in new
            if old[one] & new[other]
        }
    )
    left = {thread: bars[before, thread][0] for thread in old}
    right = {thread: bars[after, thread][0] for thread in new}
    starts: dict[tuple[int, int], float] = {}
    for one, other in sorted(moved, key=lambda pair: (bars[before, pair[0]], bars[after, pair[1]])):
        starts[one, other] = left[one]
        left[one] += moved[one, other] * scale.unit
    ends: dict[tuple[int, int], float] = {}
    for one, other in sorted(moved, key=lambda pair: (bars[after, pair[1]], bars[before, pair[0]])):
        ends[one, other] = right[other]
        right[other] += moved[one, other] * scale.unit
    x0, x1 = scale.x(before) + _BAR / 2, scale.x(after) - _BAR / 2
    for pair in sorted(moved, key=lambda pair: pair[0] != pair[1]):  # those that change on top
        _flow(canvas, pair, (x0, starts[pair]), (x1, ends[pair]), moved[pair] * scale.unit)


def _flow(
    canvas: Axes,
    pair: tuple[int, int],
    start: tuple[float, float],
    end: tuple[float, float],
    thick: float,
) -> None:
    from matplotlib.patches import PathPatch  # noqa: PLC0415  (slow to import)
    from matplotlib.path import Path  # noqa: PLC0415

    (x0, y0), (x1, y1) = start, end
    bend = (x0 + x1) / 2
    points = [
        (x0, y0), (bend, y0), (bend, y1), (x1, y1),
        (x1, y1 + thick), (bend, y1 + thick), (bend, y0 + thick), (x0, y0 + thick), (x0, y0),
    ]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    crosses = pair[0] != pair[1]
    canvas.add_patch(
        PathPatch(
            Path(points, codes),
            facecolor=look_of_group(pair[0]).fill,
            alpha=0.75 if crosses else 0.32,
            edgecolor=INK if crosses else "none",
            linewidth=0.6 if crosses else 0.0,
        )
    )


def _draw_bars(canvas: Axes, scale: _Scale, bars: Bars) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415  (slow to import)

    for (year, thread), (low, high) in bars.items():
        look = look_of_group(thread)
        x = scale.x(year)
        canvas.add_patch(
            Rectangle(
                (x - _BAR / 2, low),
                _BAR,
                high - low,
                facecolor=look.fill,
                edgecolor="white" if look.hatch else "none",
                hatch=look.hatch,
                linewidth=0.0,
            )
        )
        canvas.text(
            x, (low + high) / 2, str(thread), size=SMALL, weight="bold", ha="center",
            va="center_baseline", color=look.ink,
            bbox={"facecolor": look.fill, "linewidth": 0, "pad": 0.6} if look.hatch else None,
        )  # fmt: skip
    for year in scale.years:
        canvas.text(scale.x(year), scale.bottom - 0.06, str(year), size=BODY, ha="center", va="top")
    top = max((high for _, high in bars.values()), default=scale.bottom)
    tall = 50 * scale.unit
    if bars and tall < top - scale.bottom:
        canvas.plot([0.62] * 2, [scale.bottom, scale.bottom + tall], color=FAINT, linewidth=1.2)
        canvas.text(
            0.55, scale.bottom + tall / 2, "50\nactors", size=SMALL, ha="right", va="center",
            color=FAINT,
        )  # fmt: skip


def _draw_names(canvas: Axes, study: BlocStudy, scale: _Scale, bars: Bars, edge: float) -> None:
    last = scale.years[-1]
    left = scale.names
    room = (edge - left - _NUMBER) * 72
    names = []
    for (year, thread), (low, high) in bars.items():
        if year == last:
            size = len(_members(study, last)[thread])
            lines = wrapped(study.names[last, thread], room, SMALL)
            if len(lines) > _NAME_LINES:
                rest = " ".join(lines[_NAME_LINES - 1 :])
                lines = [*lines[: _NAME_LINES - 1], cut(rest, room, SMALL)]
            lines.append(f"{size} actor{'' if size == 1 else 's'} in {last}")
            names.append((thread, (low + high) / 2, lines))
    line = SMALL * 1.25 / 72
    heights = [len(lines) * line for _, _, lines in names]
    middles = spread(
        [middle for _, middle, _ in names], heights, low=scale.bottom, high=scale.bottom + _TALL,
        gap=0.06,
    )  # fmt: skip
    for (thread, wanted, lines), middle, tall in zip(names, middles, heights, strict=True):
        canvas.plot(
            [scale.x(last) + _BAR / 2 + 0.02, left - 0.06],
            [wanted, middle],
            color=look_of_group(thread).fill,
            linewidth=1.2,
        )
        top = middle + tall / 2
        canvas.text(left, top - 0.8 * line, str(thread), size=SMALL, weight="bold")
        for number, text in enumerate(lines):
            canvas.text(
                left + _NUMBER, top - (number + 0.8) * line, text, size=SMALL,
                color=FAINT if number == len(lines) - 1 else INK,
            )  # fmt: skip


def _frame(study: BlocStudy, years: Sequence[int], projection: str, origin: Origin) -> Frame:
    first, last = study.of_years[0], study.of_years[-1]
    runs = study.years[0].found.runs
    left_out = (
        f" Drawn are {len(years)} of {len(study.years)} years; the strip tells of all."
        if len(years) < len(study.years)
        else ""
    )
    span = f"{first}–{last}" if first < last else f"{first}"
    return Frame(
        title=f"Blocs by {projection}, {span}",
        subtitle=f"Communities that {runs} runs of the Leiden method agree on, by calendar year",
        reading=(
            "Bars are blocs, as tall as they have members; a bloc that goes on keeps number and"
            " colour. Bands are actors from one year to the next; those with a dark edge change"
            " blocs (3→2: from bloc 3 to 2; →2: to 2; states by their codes of ISO 3166). Members"
            " that are new have no band. Blocs are found, not declared: their members share more"
            f" ties than their numbers of ties explain, and no more is said.{left_out}"
        ),
        origin=origin,
    )


def _description(study: BlocStudy, labels: Mapping[str, str]) -> str:
    last = study.of_years[-1]
    blocs = _members(study, last)
    if not blocs:
        return f"No actors are tied in {last}, so there are no blocs."
    parts = [
        f"bloc {thread} ({study.names[last, thread]}; {len(blocs[thread])} actors)"
        for thread in sorted(blocs)
    ]
    went = [each for each in study.evolution.switches if each.year == last]
    names = ", ".join(sorted(labels.get(each.actor, each.actor) for each in went))
    over = f" In {last} went over: {names}." if went else ""
    return f"In {last} there are {len(blocs)} blocs: {', '.join(parts)}.{over}"
