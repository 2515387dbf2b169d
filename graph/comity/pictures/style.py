"""How all pictures look: settings, letters, colours and marks.

In: nothing. Out: matplotlib's settings, widths of texts, and the look of numbered groups. What does
not belong here: what is drawn.

Fills are those of Okabe and Ito, as in all of Comity (`comity.views.palette`). Colour is never the
only sign: groups have numbers, standings have shapes, lines have names at their ends. The letters
are DejaVu's, which come with matplotlib, so that places do not depend on the machine's own.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from comity.errors import MissingPart
from comity.views import palette
from comity.views.wording import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

FONT: Final = "DejaVu Sans"
INK: Final = "#111111"
FAINT: Final = "#6B6B6B"
RULE: Final = "#D5D5D5"
BODY: Final = 8.0
SMALL: Final = 7.0
FILLS: Final = (
    palette.BLUE, palette.ORANGE, palette.GREEN, palette.PURPLE, palette.SKY, palette.VERMILLION,
    palette.YELLOW, palette.GREY,
)  # fmt: skip
HATCHES: Final = ("", "////", "....", "xxxx", "\\\\\\\\")
MARKERS: Final = ("o", "s", "^", "D", "v", "P", "X", "p", "<", ">")
_LIGHT: Final = 0.18  # on fills lighter than this, dark letters have more contrast
_SETTINGS: Final[dict[str, Any]] = {
    "font.family": [FONT],
    "font.size": BODY,
    "text.color": INK,
    "text.parse_math": False,  # a dollar in a name is a dollar
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.6,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.unicode_minus": True,
    "xtick.color": FAINT,
    "ytick.color": FAINT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "hatch.linewidth": 0.5,
    "svg.fonttype": "none",  # text stays text: it can be searched, and read aloud
    "svg.hashsalt": "comity",
    "path.simplify": False,
}


@dataclass(frozen=True, slots=True)
class GroupLook:
    """How a numbered group looks.

    Attributes:
        fill: Colour of the inside, `#RRGGBB`.
        hatch: Pattern over it; empty for none.
        ink: Colour of letters upon it.
    """

    fill: str
    hatch: str
    ink: str


@contextmanager
def our_style() -> Iterator[None]:
    """Draw by our settings alone, whatever the user's are; they are as before afterwards.

    Raises:
        MissingPart: matplotlib is not installed.
    """
    try:
        import matplotlib as mpl  # noqa: PLC0415  (slow to import; only pictures need it)
    except ImportError as problem:
        raise MissingPart("a picture", "comity[pictures]") from problem
    with mpl.rc_context():
        mpl.rcdefaults()
        for name, value in _SETTINGS.items():
            mpl.rcParams[name] = value  # type: ignore[index]  # it types names one by one
        yield


def look_of_group(number: int) -> GroupLook:
    """Return the look of a group by its number; the first 40 differ.

    >>> look_of_group(1).fill == look_of_group(9).fill, look_of_group(9).hatch
    (True, '////')
    """
    fill = FILLS[number % len(FILLS)]
    hatch = HATCHES[number // len(FILLS) % len(HATCHES)]
    return GroupLook(fill, hatch, INK if _lightness(fill) > _LIGHT else "#FFFFFF")


@lru_cache(maxsize=20_000)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is, in points (1/72 inch)."""
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415  (as above)
    from matplotlib.textpath import text_to_path  # noqa: PLC0415

    letters = FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")
    return float(text_to_path.get_text_width_height_descent(text, letters, ismath=False)[0])


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Return the lines of a text that are no wider than some points, where words allow it."""
    lines: list[str] = []
    for word in readable(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def cut(text: str, width: float, size: float) -> str:
    """Return a text that is no wider than some points, cut with an ellipsis if it has to be."""
    kept = readable(text)
    if width_of(kept, size) <= width:
        return kept
    while kept and width_of(f"{kept}…", size) > width:
        kept = kept[:-1].rstrip(" ,")
    return f"{kept}…"


def _lightness(colour: str) -> float:
    """Return the relative luminance of a colour, by the formula of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
