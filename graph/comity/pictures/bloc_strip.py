"""The strip below the timeline of blocs: what happened to them, year by year, in short words.

In: a `BlocStudy` and the years that are drawn. Out: rows of words, drawn below the bars. What does
not belong here: the bars and flows (`bloc_timeline`).

What happened in a year that is not drawn stands at the next one that is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.pictures.style import FAINT, INK, RULE, cut, width_of, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    from comity.networks.bloc_study import BlocStudy

_TINY: Final = 6.3
_LINE: Final = _TINY * 1.3 / 72
_PAD: Final = 0.07
_MOST: Final = 7
_GONE: Final = 8
_CODE: Final = 3  # letters of a state's code
_APART: Final = 5.0  # points between two columns
_ALONE: Final = 0.8  # inches for the words of one year alone

Cells = dict[int, list[str]]


class Strip:
    """Rows of what happened: each a name and, by drawn year, some lines."""

    def __init__(self, study: BlocStudy, years: Sequence[int], step: float) -> None:
        """Put the words together.

        Args:
            study: The study.
            years: The drawn years.
            step: From one year to the next, in inches.
        """
        self._years = tuple(years)
        self._room = (step if len(self._years) > 1 else _ALONE) * 72 - _APART
        self.rows: dict[str, Cells] = {
            "runs alike (ARI)": {
                each.year: [f"{each.found.ari:.2f}"]
                for each in study.years
                if each.year in self._years and each.found.members
            },
            "came up": self._told(study, "born"),
            "split off": self._told(study, "split"),
            "merged": self._told(study, "merged"),
            "ended": self._told(study, "ended"),
            "went over": self._went(study),
        }
        self.rows = {name: cells for name, cells in self.rows.items() if cells}
        self._gone = _gone(study)

    @property
    def height(self) -> float:
        """How tall the strip is, in inches."""
        return sum(_tall(cells) for cells in self.rows.values()) + 0.05

    def draw(
        self, canvas: Axes, places: Sequence[float], *, end: float, names: tuple[float, float]
    ) -> None:
        """Draw the strip at the bottom of a canvas whose units are inches.

        Args:
            canvas: Where.
            places: The middle of each drawn year.
            end: Where the rows end.
            names: Where the column of names begins and ends.
        """
        at = self.height - 0.05
        for name, cells in self.rows.items():
            canvas.plot([0, end], [at, at], color=RULE, linewidth=0.6)
            canvas.text(0, at - _PAD / 2 - _LINE * 0.85, name, size=_TINY, color=FAINT)
            for year, x in zip(self._years, places, strict=True):
                for number, words in enumerate(cells.get(year, [])):
                    canvas.text(
                        x, at - _PAD / 2 - (number + 0.85) * _LINE, words, size=_TINY, ha="center",
                        color=INK,
                    )  # fmt: skip
            at -= _tall(cells)
        self._draw_gone(canvas, *names)

    def _draw_gone(self, canvas: Axes, left: float, right: float) -> None:
        """Draw the names of the blocs that are no more, where the room allows."""
        if not self._gone:
            return
        lines = ["Blocs of years before:"]
        for words in self._gone:
            lines += wrapped(words, (right - left) * 72, _TINY)
        room = int((self.height - 0.05) / _LINE)
        if len(lines) > room:
            lines = [*lines[: room - 1], "…"]
        for number, words in enumerate(lines):
            canvas.text(
                left, self.height - 0.05 - _PAD / 2 - (number + 0.85) * _LINE, words, size=_TINY,
                color=FAINT if number == 0 else INK,
            )  # fmt: skip

    def _drawn(self, year: int) -> int:
        """Return the drawn year at which a year stands."""
        return next(each for each in self._years if each >= year)

    def _told(self, study: BlocStudy, happening: str) -> Cells:
        words: Cells = {}
        for each in study.evolution.events:
            if each.happening == happening:
                text = {
                    "born": f"{each.thread}",
                    "split": f"{each.thread} from {each.other}",
                    "merged": f"{each.other} into {each.thread}",
                    "ended": f"{each.thread}",
                }[happening]
                words.setdefault(self._drawn(each.year), []).append(text)
        return {year: _few(cells) for year, cells in words.items()}

    def _went(self, study: BlocStudy) -> Cells:
        words: Cells = {}
        for each in study.evolution.switches:
            code = each.actor.partition("/")[2].upper()
            way = f" {each.before}→{each.after}"
            if width_of(code[:_CODE] + way, _TINY) > self._room:
                way = f"→{each.after}"
            text = cut(code, self._room - width_of(way, _TINY), _TINY) + way
            words.setdefault(self._drawn(each.year), []).append(text)
        return {year: _few(cells) for year, cells in words.items()}


def _few(words: Sequence[str]) -> list[str]:
    if len(words) <= _MOST:
        return list(words)
    return [*words[: _MOST - 1], f"+ {len(words) - _MOST + 1} more"]


def _gone(study: BlocStudy) -> list[str]:
    """Return the last names of the blocs that the last year does not have, the latest first."""
    last: Mapping[int, int] = {thread: year for year, thread in sorted(study.names)}
    ended = [thread for thread, year in last.items() if year < study.of_years[-1]]
    ended.sort(key=lambda thread: (-last[thread], thread))
    return [
        f"{thread}  {study.names[last[thread], thread]} ({last[thread]})"
        for thread in ended[:_GONE]
    ]


def _tall(cells: Cells) -> float:
    return max(map(len, cells.values())) * _LINE + _PAD
