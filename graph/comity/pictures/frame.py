"""The frame of a picture: title above; how to read it, sources, date and licence below.

In: what the frame says and how tall the middle is. Out: a figure, and the middle to draw in. What
does not belong here: what is in the middle, and bytes (`picture`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.pictures.style import BODY, FAINT, INK, RULE, SMALL, wrapped
from comity.views.wording import readable, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH: Final = 8.0
"""Inches: 768 pixels on a page, two columns in print."""
LICENCE: Final = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
MARGIN: Final = 0.2
_GAP: Final = 0.18
_TITLE: Final = 12.5
_LINE: Final = 1.32
_NAMED: Final = 8
_LONGEST: Final = 70


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the numbers of a picture come from.

    Attributes:
        release: Day of the release, `YYYY-MM-DD`.
        seen: From where the record is looked at, in words; empty for all that is known.
        sources: Publishers of the sources behind the picture, each with the number of its claims,
            those of most claims first.
    """

    release: str
    seen: str = ""
    sources: tuple[tuple[str, int], ...] = ()

    @property
    def sources_in_words(self) -> str:
        """The publishers in a sentence, those of most claims first."""
        if not self.sources:
            return "Sources: none on record."
        named = [
            f"{shortened(readable(name), _LONGEST)} ({count:,})"
            for name, count in self.sources[:_NAMED]
        ]
        more = len(self.sources) - len(named)
        tail = f"; and {more:,} more" if more > 0 else ""
        return f"Sources (number of claims): {'; '.join(named)}{tail}."

    @property
    def credit(self) -> str:
        """Whose the picture is, of which day, and under which licence."""
        seen = f", {self.seen}" if self.seen else ""
        return f"Comity, release of {self.release}{seen}. Licence: {LICENCE}"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a picture.

    Attributes:
        title: What it shows.
        subtitle: Of what, from when to when.
        reading: How to read it, and what it does not show.
        origin: Where its numbers come from.
    """

    title: str
    subtitle: str
    reading: str
    origin: Origin


class Sheet:
    """A figure with its frame, and a middle whose places are in inches from its lower left."""

    def __init__(self, frame: Frame, height: float) -> None:
        """Draw the frame around a middle of some height, in inches."""
        from matplotlib.figure import Figure  # noqa: PLC0415  (slow to import)

        self.frame = frame
        self.width = WIDTH - 2 * MARGIN
        self.height = height
        above = [
            *_lines(frame.title, self.width, _TITLE, bold=True),
            *_lines(frame.subtitle, self.width, BODY + 1),
        ]
        below = [
            *_lines(frame.reading, self.width, SMALL),
            *_lines(frame.origin.sources_in_words, self.width, SMALL),
            *_lines(frame.origin.credit, self.width, SMALL),
        ]
        self._bottom = MARGIN + _height(below) + 0.14
        whole = self._bottom + height + _GAP + _height(above) + MARGIN
        self._whole = whole
        self.figure: Figure = Figure(figsize=(WIDTH, whole), facecolor="white")
        self._write(above, whole - MARGIN, INK)
        self._write(below, self._bottom - 0.14, FAINT)
        self._rule(self._bottom - 0.07)

    def axes(self, left: float, bottom: float, width: float, height: float) -> Axes:
        """Return axes at a place of the middle, in inches."""
        return self.figure.add_axes(
            (
                (MARGIN + left) / WIDTH,
                (self._bottom + bottom) / self._whole,
                width / WIDTH,
                height / self._whole,
            )
        )

    def canvas(self) -> Axes:
        """Return axes over the whole middle without any lines, whose units are inches."""
        axes = self.axes(0, 0, self.width, self.height)
        axes.set_axis_off()
        axes.set_xlim(0, self.width)
        axes.set_ylim(0, self.height)
        return axes

    def _write(self, lines: Sequence[_Line], top: float, colour: str) -> None:
        at = top
        for line in lines:
            at -= line.height
            self.figure.text(
                MARGIN / WIDTH,
                (at + 0.25 * line.size / 72) / self._whole,
                line.text,
                size=line.size,
                weight="bold" if line.bold else "normal",
                color=colour,
                va="baseline",
            )

    def _rule(self, at: float) -> None:
        from matplotlib.lines import Line2D  # noqa: PLC0415  (as above)

        ends = (MARGIN / WIDTH, 1 - MARGIN / WIDTH)
        self.figure.add_artist(Line2D(ends, [at / self._whole] * 2, color=RULE, linewidth=0.8))


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    bold: bool

    @property
    def height(self) -> float:
        return self.size * _LINE / 72


def _lines(text: str, width: float, size: float, *, bold: bool = False) -> list[_Line]:
    found = wrapped(text, width * 72, size, bold=bold)
    return [_Line(line, size, bold) for line in found]


def _height(lines: Sequence[_Line]) -> float:
    return sum(line.height for line in lines)
