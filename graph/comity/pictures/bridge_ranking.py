"""The ranking of bridges through the years (a bump chart), with bands over the runs.

In: a `BridgeStudy` for each year and labels. Out: a `Picture`. What does not belong here: how
bridges are measured.

Every point carries a code, and every line ends at a name, so that colour is not needed to follow
an actor. Actors on no way between groups have no place.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from comity.errors import BadNumber
from comity.pictures.frame import Frame, Sheet
from comity.pictures.picture import Picture
from comity.pictures.style import (
    BODY,
    FAINT,
    FILLS,
    INK,
    SMALL,
    cut,
    look_of_group,
    our_style,
    width_of,
    wrapped,
)
from comity.views.palette import GREY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    from comity.networks.bridge_study import Between, BridgeStudy
    from comity.networks.bridges import Bridge
    from comity.pictures.frame import Origin

TOP: Final = 10
"""How many places are drawn unless another number is asked for."""
_ROW: Final = 0.37
_LEFT, _RIGHT = 0.45, 2.3
_HEAD: Final = 0.3
_FOOT: Final = 0.2
_DOT: Final = 0.15  # inches, half as wide
_CODE: Final = 6.2
_BELOW: Final = 0.62


@dataclass(frozen=True, slots=True)
class _Places:
    """Where years and places are, in inches."""

    years: tuple[int, ...]
    step: float
    top: float

    def x(self, year: int) -> float:
        return _LEFT + self.step * (self.years.index(year) + 0.5)

    def y(self, place: float) -> float:
        return self.top - (place - 0.5) * _ROW


def bridge_ranking(
    studies: Mapping[int, BridgeStudy],
    labels: Mapping[str, str],
    origin: Origin,
    *,
    projection: str,
    between: Between,
    top: int = TOP,
) -> Picture:
    """Return the ranking of those who stand between groups, through the years.

    Args:
        studies: The study of each year.
        labels: Labels of actors.
        origin: Where the numbers come from.
        projection: What joins two actors, in words.
        between: Whether groups are blocs, which are found, or coalitions, which are given.
        top: How many places are drawn.

    Raises:
        BadNumber: There is no year.
        MissingPart: matplotlib is not installed.
    """
    if not studies:
        raise BadNumber("number of years", 0, "1 or more")
    years = tuple(sorted(studies))
    on_ways = {year: _on_ways(studies[year]) for year in years}
    ranked = {year: found[:top] for year, found in on_ways.items()}
    rows = max(map(len, ranked.values()), default=0)
    with our_style():
        frame = _frame(studies, projection, between, origin, top)
        sheet = Sheet(frame, _HEAD + max(rows, 1) * _ROW + _FOOT)
        canvas = sheet.canvas()
        step = (sheet.width - _LEFT - _RIGHT) / len(years)
        places = _Places(years, step, sheet.height - _HEAD)
        colours = {bridge.actor: at for at, bridge in enumerate(ranked[years[-1]])}
        _draw_grid(canvas, places, rows, {year for year in years if not ranked[year]})
        for year in years:
            for place, bridge in enumerate(ranked[year], start=1):
                _draw_band(canvas, places, (year, place, rows), bridge, colours)
        _draw_lines(canvas, places, on_ways, rows, colours)
        for year in years:
            for place, bridge in enumerate(ranked[year], start=1):
                _draw_point(canvas, places, (year, place), bridge, colours)
        _draw_names(canvas, places, ranked[years[-1]], labels, sheet.width)
        return Picture(sheet.frame, _description(ranked, labels), sheet.figure)


def _on_ways(study: BridgeStudy) -> list[Bridge]:
    """Return those through whom ways between groups lead, the first first."""
    return [bridge for bridge in study.bridges if round(bridge.betweenness, 12) > 0]


def _draw_grid(canvas: Axes, places: _Places, rows: int, empty: set[int]) -> None:
    for year in places.years:
        canvas.text(places.x(year), places.top + 0.08, str(year), size=BODY, ha="center")
        if year in empty:
            canvas.text(
                places.x(year), places.y(1), "no way\nbetween\ngroups", size=_CODE, ha="center",
                va="center", color=FAINT,
            )  # fmt: skip
    for place in range(1, rows + 1):
        canvas.text(
            _LEFT - 0.2, places.y(place), str(place), size=BODY, ha="right", va="center_baseline",
            color=FAINT,
        )  # fmt: skip


def _colour(actor: str, colours: Mapping[str, int]) -> str:
    return look_of_group(colours[actor]).fill if actor in colours else GREY


def _draw_band(
    canvas: Axes,
    places: _Places,
    at: tuple[int, int, int],
    bridge: Bridge,
    colours: Mapping[str, int],
) -> None:
    """Draw from its best to its worst place over the runs; it may reach below the picture."""
    from matplotlib.patches import FancyBboxPatch  # noqa: PLC0415  (slow to import)

    year, place, rows = at
    best, worst = bridge.ranks_over_runs or (place, place)
    if best == worst == place:
        return
    upper, lower = places.y(min(best, place)), places.y(min(max(worst, place), rows + _BELOW))
    half = 0.025
    aside = (place * 2 % 5 - 2) * 2.3 * half  # bands of neighbours stand beside each other
    canvas.add_patch(
        FancyBboxPatch(
            (places.x(year) + aside - half, lower - half),
            2 * half,
            upper - lower + 2 * half,
            boxstyle=f"round,pad=0,rounding_size={half}",
            facecolor=_colour(bridge.actor, colours),
            alpha=0.75,
            linewidth=0,
        )
    )


def _draw_lines(
    canvas: Axes,
    places: _Places,
    on_ways: Mapping[int, Sequence[Bridge]],
    rows: int,
    colours: Mapping[str, int],
) -> None:
    placed = {
        year: {bridge.actor: place for place, bridge in enumerate(found, start=1)}
        for year, found in on_ways.items()
    }
    for one, other in pairwise(places.years):
        for actor in sorted(set(placed[one]) & set(placed[other])):
            ends = (placed[one][actor], placed[other][actor])
            leaves = max(ends) > rows
            if min(ends) > rows or (leaves and actor not in colours):
                continue
            start, end = (places.y(min(place, rows + _BELOW)) for place in ends)
            _curve(
                canvas, (places.x(one), places.x(other)), (start, end), _colour(actor, colours),
                dashed=leaves,
            )  # fmt: skip


def _curve(
    canvas: Axes, xs: tuple[float, float], ys: tuple[float, float], colour: str, *, dashed: bool
) -> None:
    from matplotlib.patches import PathPatch  # noqa: PLC0415  (slow to import)
    from matplotlib.path import Path  # noqa: PLC0415

    bend = (xs[0] + xs[1]) / 2
    points = [(xs[0], ys[0]), (bend, ys[0]), (bend, ys[1]), (xs[1], ys[1])]
    canvas.add_patch(
        PathPatch(
            Path(points, [Path.MOVETO, *[Path.CURVE4] * 3]),
            facecolor="none",
            edgecolor=colour,
            linewidth=2.2 if not dashed else 1.2,
            linestyle=(0, (2, 2)) if dashed else "-",
        )
    )


def _draw_point(
    canvas: Axes,
    places: _Places,
    at: tuple[int, int],
    bridge: Bridge,
    colours: Mapping[str, int],
) -> None:
    from matplotlib.patches import Ellipse  # noqa: PLC0415  (slow to import)

    x, y = places.x(at[0]), places.y(at[1])
    colour = _colour(bridge.actor, colours)
    place = colours.get(bridge.actor, len(FILLS))
    filled = place < len(FILLS)  # a colour that comes again is a ring, grey one of no name
    code = cut(bridge.actor.partition("/")[2].upper(), 2 * _DOT * 72 + 6, _CODE)
    wide = max(2 * _DOT, width_of(code, _CODE, bold=True) / 72 + 0.08)
    canvas.add_patch(
        Ellipse(
            (x, y),
            wide,
            2 * _DOT,
            facecolor=colour if filled else "white",
            edgecolor="white" if filled else colour,
            linewidth=1.0 if filled or bridge.actor not in colours else 2.4,
        )
    )
    ink = look_of_group(place).ink if filled else INK
    canvas.text(
        x, y, code, size=_CODE, weight="bold", ha="center", va="center_baseline",
        color=ink if bridge.actor in colours else FAINT,
    )  # fmt: skip


def _draw_names(
    canvas: Axes,
    places: _Places,
    found: Sequence[Bridge],
    labels: Mapping[str, str],
    edge: float,
) -> None:
    left = places.x(places.years[-1]) + _DOT + 0.12
    for place, bridge in enumerate(found, start=1):
        name = labels.get(bridge.actor, bridge.actor)
        words = f"{bridge.betweenness:.3f}{_ranges(bridge)}"
        y = places.y(place)
        room = (edge - left) * 72
        canvas.text(left, y + 0.03, cut(name, room, SMALL + 0.5), size=SMALL + 0.5, weight="bold")
        for number, line in enumerate(wrapped(words, room, _CODE)[:1]):
            canvas.text(left, y - 0.1 - number * 0.11, line, size=_CODE, color=FAINT)


def _ranges(bridge: Bridge) -> str:
    parts = []
    if bridge.ranks_over_runs:
        parts.append(f"runs {_span(bridge.ranks_over_runs)}")
    if bridge.ranks_over_sources:
        parts.append(f"sources {_span(bridge.ranks_over_sources)}")
    return f"; places by {', by '.join(parts)}" if parts else ""


def _span(ends: tuple[int, int]) -> str:
    return f"{ends[0]}" if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"


def _frame(
    studies: Mapping[int, BridgeStudy],
    projection: str,
    between: Between,
    origin: Origin,
    top: int,
) -> Frame:
    first, last = min(studies), max(studies)
    span = f"{first}–{last}" if first < last else f"{first}"
    groups = "blocs" if between == "blocs" else "the Artemis and ILRS coalitions"
    bands = (
        "Thin bars of a point's colour reach from its best to its worst place over the runs that"
        " found blocs. "
        if between == "blocs"
        else ""
    )
    over_runs = " over runs and" if between == "blocs" else ""
    return Frame(
        title=f"Who stands between {groups}, {span}",
        subtitle=f"The first {top} by their share of shortest ways between groups; {projection}",
        reading=(
            f"{bands}Beside the names: the share in {last}, and the best and the worst place"
            f"{over_runs} when classes of sources are left out one by one; where that reaches far,"
            " a place hangs on one kind of source. Dashed lines come from or go to places below."
            f" Grey points are actors that are not among the first in {last}. High places say where"
            " ways are short of alternatives in the record; not that anybody mediates."
        ),
        origin=origin,
    )


def _description(ranked: Mapping[int, Sequence[Bridge]], labels: Mapping[str, str]) -> str:
    last = max(ranked)
    if not ranked[last]:
        return f"In {last} no way between groups leads through anyone."
    parts = [
        f"{place} {labels.get(bridge.actor, bridge.actor)} ({bridge.betweenness:.3f})"
        for place, bridge in enumerate(ranked[last], start=1)
    ]
    return f"In {last} the ranking is: {', '.join(parts)}."
