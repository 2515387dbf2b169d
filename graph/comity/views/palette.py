"""Colours, shapes and words of the kinds and of the standings of ties, in one place.

In: nothing. Out: typed tables. The fills are those that Okabe and Ito proposed for readers with
any kind of colour vision (https://jfly.uni-koeln.de/color/); where two kinds share a fill they
differ in shape, so colour is never the only sign. What does not belong here: the colours of paper
and ink, which depend on the reader's light or dark scheme (`template/palette.css`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

BLUE: Final = "#0072B2"
SKY: Final = "#56B4E9"
GREEN: Final = "#009E73"
YELLOW: Final = "#F0E442"
ORANGE: Final = "#E69F00"
VERMILLION: Final = "#D55E00"
PURPLE: Final = "#CC79A7"
GREY: Final = "#8C8C8C"


class Shape(StrEnum):
    """Outlines that vis-network draws; the values are its names for them."""

    DOT = "dot"
    SQUARE = "square"
    DIAMOND = "diamond"
    STAR = "star"
    HEXAGON = "hexagon"
    TRIANGLE = "triangle"
    TRIANGLE_DOWN = "triangleDown"


OUTLINES: Final[dict[Shape, str]] = {
    Shape.DOT: "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
    Shape.SQUARE: "M2.8 2.8h10.4v10.4h-10.4z",
    Shape.DIAMOND: "M8 1L15 8L8 15L1 8z",
    Shape.STAR: "M8 0.8L9.9 5.7L15.2 6L11.1 9.3L12.4 14.4L8 11.5L3.6 14.4L4.9 9.3L0.8 6L6.1 5.7z",
    Shape.HEXAGON: "M4.5 2h7L15 8L11.5 14h-7L1 8z",
    Shape.TRIANGLE: "M8 1.6L15 13.8H1z",
    Shape.TRIANGLE_DOWN: "M8 14.4L1 2.2H15z",
}
"""Path of each shape in a box of 16 by 16, for legends and lists."""


@dataclass(frozen=True, slots=True)
class KindLook:
    """How things of one kind look and what they are called.

    Attributes:
        one: Word for one thing of the kind.
        many: Word for several of them, and heading of the legend.
        fill: Colour of the inside, `#RRGGBB`.
        shape: Outline.
    """

    one: str
    many: str
    fill: str
    shape: Shape

    @property
    def outline(self) -> str:
        """SVG path of the shape in a box of 16 by 16."""
        return OUTLINES[self.shape]


KINDS: Final[dict[str, KindLook]] = {
    "nation": KindLook("nation", "nations", BLUE, Shape.DOT),
    "agency": KindLook("agency", "agencies", SKY, Shape.SQUARE),
    "institution": KindLook("institution", "institutions", GREEN, Shape.TRIANGLE),
    "organisation": KindLook("organisation", "organisations", GREEN, Shape.HEXAGON),
    "mission": KindLook("mission", "missions", ORANGE, Shape.STAR),
    "programme": KindLook("programme", "programmes", ORANGE, Shape.DIAMOND),
    "instrument": KindLook("instrument", "instruments", YELLOW, Shape.SQUARE),
    "sample": KindLook("sample", "samples", YELLOW, Shape.DOT),
    "accord": KindLook("accord", "accords", PURPLE, Shape.HEXAGON),
    "event": KindLook("event", "events", PURPLE, Shape.TRIANGLE),
    "person": KindLook("person", "persons", SKY, Shape.DOT),
    "satellite": KindLook("satellite", "satellites", ORANGE, Shape.TRIANGLE_DOWN),
    "restriction": KindLook("restriction", "restrictions", VERMILLION, Shape.TRIANGLE_DOWN),
}
"""Look of each kind, in the order of legends."""

OTHER: Final = KindLook("other", "others", GREY, Shape.DIAMOND)
"""Look of a thing whose kind the table does not name."""


class Standing(StrEnum):
    """How far a tie holds, or what rules do to it, as one word; decides how its line is drawn."""

    IN_FORCE = "in_force"
    PLANNED = "planned"
    ENDED = "ended"
    CONTESTED = "contested"
    UNVERIFIED = "unverified"
    INFERRED = "inferred"
    ALLOWED = "allowed"
    NEEDS_EXEMPTION = "needs-exemption"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class LineLook:
    """How ties of one standing are drawn.

    Attributes:
        words: What the legend says.
        dashes: Lengths of line and gap in pixels; empty for an unbroken line.
        width: Thickness in pixels.
    """

    words: str
    dashes: tuple[int, ...]
    width: float


LINES: Final[dict[Standing, LineLook]] = {
    Standing.IN_FORCE: LineLook("in force", (), 1.8),
    Standing.PLANNED: LineLook("not begun", (2, 4), 1.6),
    Standing.ENDED: LineLook("ended", (9, 6), 1.8),
    Standing.CONTESTED: LineLook("disputed or contradicted", (2, 5), 2.4),
    Standing.UNVERIFIED: LineLook("not verified", (12, 4, 2, 4), 1.4),
    Standing.INFERRED: LineLook("inferred by a rule", (), 0.9),
    Standing.ALLOWED: LineLook("allowed", (), 2.4),
    Standing.NEEDS_EXEMPTION: LineLook("needs an exemption", (10, 5), 2.6),
    Standing.BLOCKED: LineLook("blocked", (2, 4), 3.0),
}
"""Line of each standing, in the order of legends."""

VERDICTS: Final[dict[str, str]] = {
    "supported": "supported by its sources",
    "contradicted": "contradicted by a source",
    "outdated": "outdated",
    "disputed": "disputed between sources",
    "unverified": "not verified",
}
"""What a reader sees for each verdict."""


def look_of(kind: str) -> KindLook:
    """Return the look of a kind, or that of "other" for a kind without one.

    Args:
        kind: Name of a kind, in lower case.

    Examples:
        >>> look_of("mission").many
        'missions'
        >>> look_of("comet").one
        'other'
    """
    return KINDS.get(kind, OTHER)


def standing_of(verdict: str, *, ended: bool, inferred: bool, planned: bool = False) -> Standing:
    """Return the one standing by which a tie is drawn.

    What is contested comes first, because a reader must not take such a tie for settled; then
    what has ended or not begun, what was inferred, and what nobody has verified.
    `graph/explorer/src` has the same order for the atlas and for the widget.

    Args:
        verdict: Verdict on the tie's claims, in lower case.
        ended: Whether the tie has ended.
        inferred: Whether a rule made the tie rather than a source.
        planned: Whether the tie has not begun.

    Examples:
        >>> standing_of("disputed", ended=True, inferred=False).value
        'contested'
        >>> standing_of("outdated", ended=False, inferred=False).value
        'ended'
        >>> standing_of("supported", ended=False, inferred=False, planned=True).value
        'planned'
    """
    if verdict in {"disputed", "contradicted"}:
        return Standing.CONTESTED
    if ended or verdict == "outdated":
        return Standing.ENDED
    if planned:
        return Standing.PLANNED
    if inferred:
        return Standing.INFERRED
    if verdict == "supported":
        return Standing.IN_FORCE
    return Standing.UNVERIFIED
