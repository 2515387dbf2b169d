"""The matrix of memberships: states by bloc, accords and bodies, and how each stands to each.

In: standings on a day, and the blocs of its year. Out: a `Picture`. What does not belong here:
choosing the day, and reading standings.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.pictures.frame import Frame, Sheet
from comity.pictures.picture import Picture
from comity.pictures.style import FAINT, INK, RULE, SMALL, cut, our_style, width_of
from comity.views.palette import BLUE, GREEN, ORANGE, PURPLE, SKY, VERMILLION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from matplotlib.axes import Axes

    from comity.networks.standings import Standing
    from comity.pictures.frame import Origin

MARKS: Final[Mapping[str, tuple[str, str]]] = {
    "party": ("s", BLUE),
    "member": ("o", GREEN),
    "participant": ("D", PURPLE),
    "signatory": ("^", ORANGE),
    "adherent": ("v", SKY),
    "observer or associate": ("x", VERMILLION),
}
"""Shape and colour of each standing."""
STATES: Final = 60
"""How many states are drawn unless another number is asked for."""
_BODIES: Final = 18
_PANELS: Final = 2
_ROW: Final = 0.148
_TINY: Final = 6.5
_LABEL: Final = 1.22
_APART: Final = 0.25
_HEAD: Final = 2.1
_LEGEND: Final = 0.3
_MARK: Final = 3.6


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the matrix: a state, or the heading of a bloc."""

    words: str
    state: str | None = None


def memberships(
    standings: Sequence[Standing],
    blocs: Sequence[tuple[str, Sequence[str]]],
    labels: Mapping[str, str],
    day: date,
    origin: Origin,
    *,
    states: int = STATES,
) -> Picture:
    """Return the matrix of states and the bodies in which they stand.

    Args:
        standings: Who stands how to what, on the day.
        blocs: The heading and the members of each bloc of the day's year.
        labels: Labels of states and bodies.
        day: The day.
        origin: Where the facts come from.
        states: How many states are drawn at most, those with most standings first.

    Raises:
        MissingPart: matplotlib is not installed.
    """
    bodies = drawn_bodies(standings)
    of = {(each.state, each.body): each for each in standings if each.body in bodies}
    counts = Counter(state for state, _ in of)
    drawn = sorted(counts, key=lambda name: (-counts[name], labels.get(name, name)))[:states]
    panels = _panels(_rows(drawn, blocs, labels, counts))
    tall = max(map(len, panels), default=1) * _ROW
    with our_style():
        frame = _frame(
            day, len(bodies), len(drawn), len({each.state for each in standings}), origin
        )
        sheet = Sheet(frame, _LEGEND + tall + _HEAD)
        canvas = sheet.canvas()
        wide = (sheet.width - _APART) / _PANELS
        step = (wide - _LABEL) / max(len(bodies), 1)
        total = Counter(each.body for each in standings)
        for number, rows in enumerate(panels):
            left = number * (wide + _APART)
            _draw_heads(canvas, bodies, labels, total, (left + _LABEL, _LEGEND + tall), step)
            _draw_rows(canvas, rows, bodies, of, (left, _LEGEND + tall), (wide, step))
        _draw_legend(canvas, {each.status for each in of.values()})
        return Picture(sheet.frame, _description(standings, bodies, labels, day), sheet.figure)


def drawn_bodies(standings: Sequence[Standing]) -> list[str]:
    """Return the accords, then the other bodies, in which most states stand, the largest first."""
    count = Counter(each.body for each in standings)
    chosen = sorted(count, key=lambda name: (-count[name], name))[:_BODIES]
    return sorted(chosen, key=lambda name: (not name.startswith("accord/"), -count[name], name))


def _rows(
    drawn: Sequence[str],
    blocs: Sequence[tuple[str, Sequence[str]]],
    labels: Mapping[str, str],
    counts: Mapping[str, int],
) -> list[_Row]:
    rows: list[_Row] = []
    grouped = {state for _, members in blocs for state in members}
    rest = [state for state in drawn if state not in grouped]
    for heading, members in (*blocs, ("In no bloc", rest)):
        among = [state for state in drawn if state in set(members)]
        if among:
            among.sort(key=lambda name: (-counts[name], labels.get(name, name)))
            rows.append(_Row(heading))
            rows += [_Row(labels.get(state, state), state) for state in among]
    return rows


def _panels(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Part the rows in two; a bloc that is parted gets its heading again."""
    middle = -(-len(rows) // _PANELS)
    if 0 < middle < len(rows) and rows[middle - 1].state is None:
        middle -= 1
    first, second = list(rows[:middle]), list(rows[middle:])
    if second and second[0].state is not None:
        heading = next(row.words for row in reversed(first) if row.state is None)
        second.insert(0, _Row(heading))
    return [each for each in (first, second) if each]


def _draw_heads(
    canvas: Axes,
    bodies: Sequence[str],
    labels: Mapping[str, str],
    total: Mapping[str, int],
    corner: tuple[float, float],
    step: float,
) -> None:
    left, bottom = corner
    for place, body in enumerate(bodies):
        number = f" ({total[body]})"
        room = (_HEAD - 0.1) * 72 - width_of(number, _TINY)
        words = cut(labels.get(body, body), room, _TINY)
        canvas.text(
            left + (place + 0.5) * step, bottom + 0.06, f"{words}{number}", size=_TINY,
            rotation=90, ha="center", va="bottom",
        )  # fmt: skip


def _draw_rows(
    canvas: Axes,
    rows: Sequence[_Row],
    bodies: Sequence[str],
    of: Mapping[tuple[str, str], Standing],
    corner: tuple[float, float],
    size: tuple[float, float],
) -> None:
    (left, top), (wide, step) = corner, size
    for number, row in enumerate(rows):
        at = top - (number + 0.5) * _ROW
        if row.state is None:
            words = cut(row.words, wide * 72, _TINY)
            canvas.text(left, at, words, size=_TINY, weight="bold", va="center_baseline")
            canvas.plot([left, left + wide], [at - _ROW / 2] * 2, color=FAINT, linewidth=0.6)
            continue
        words = cut(row.words, (_LABEL - 0.05) * 72, _TINY)
        canvas.text(left, at, words, size=_TINY, va="center_baseline")
        canvas.plot([left, left + wide], [at - _ROW / 2] * 2, color=RULE, linewidth=0.4)
        for place, body in enumerate(bodies):
            standing = of.get((row.state, body))
            if standing is not None:
                x = left + _LABEL + (place + 0.5) * step
                _mark(canvas, x, at, standing.status, dated=standing.since is not None)
    for place in range(0, len(bodies) + 1, 3):
        x = left + _LABEL + place * step
        canvas.plot([x, x], [top, top - len(rows) * _ROW], color=RULE, linewidth=0.4)


def _mark(canvas: Axes, x: float, y: float, status: str, *, dated: bool) -> None:
    shape, colour = MARKS[status]
    canvas.plot(
        x, y, marker=shape, markersize=_MARK, color=colour, markeredgewidth=0.9,
        markerfacecolor=colour if dated else "white", linestyle="none",
    )  # fmt: skip


def _draw_legend(canvas: Axes, statuses: set[str]) -> None:
    at, x = 0.1, 0.05
    for status in MARKS:
        if status in statuses:
            _mark(canvas, x, at, status, dated=True)
            canvas.text(x + 0.09, at, status, size=SMALL, va="center_baseline", color=INK)
            x += 0.4 + width_of(status, SMALL) / 72
    canvas.plot(x, at, marker="s", markersize=_MARK, color=INK, markerfacecolor="white")
    canvas.text(x + 0.09, at, "hollow: no date on record", size=SMALL, va="center_baseline")


def _frame(day: date, bodies: int, drawn: int, states: int, origin: Origin) -> Frame:
    most = f"{drawn} of {states} states, those with most" if drawn < states else "all states"
    return Frame(
        title=f"Which states stand in what, {day.isoformat()}",
        subtitle=(
            f"The {bodies} accords and bodies of most states; {most}, by blocs of co-membership in"
            f" {day.year}"
        ),
        reading=(
            "Numbers in brackets count all states with a standing on the day. Of several standings,"
            " the one that binds most is drawn. Disputed and refuted claims are left out. An empty"
            " place means that the record has no claim, not that there is no tie. Blocs are found,"
            " not declared."
        ),
        origin=origin,
    )


def _description(
    standings: Sequence[Standing], bodies: Sequence[str], labels: Mapping[str, str], day: date
) -> str:
    parts = []
    for body in bodies:
        among = Counter(each.status for each in standings if each.body == body)
        counted = ", ".join(f"{among[status]} {status}" for status in MARKS if among[status])
        parts.append(f"{labels.get(body, body)}: {counted}")
    return f"Standings of states on {day.isoformat()}. {'; '.join(parts)}."
