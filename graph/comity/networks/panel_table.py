"""The table of panel variables: what each counts, in which unit, from which projection.

In: nothing. Out: `DYAD_YEAR` and `STATE_YEAR`, and codebooks of them. What does not belong here:
the counts (`panels`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STANDING: Final = ("co-membership", "agreements", "statements", "restriction")
"""Projections of what holds over a time; counted in each year in which it may hold on some day."""
EVENTS: Final = (
    "payload", "crews", "launches", "builds", "joint", "samples", "cosponsorship", "opposed-votes",
)  # fmt: skip
"""Projections of what happens; counted once, in the year in which it happened or began."""
DIRECTED: Final = ("payload", "launches", "builds", "samples", "restriction")


@dataclass(frozen=True, slots=True)
class Variable:
    """A column of a panel.

    Attributes:
        name: Its name.
        meaning: What it says.
        unit: In what it is counted.
        projection: The projection that it comes from, or empty.
        missing: When it is empty, or `never`.
    """

    name: str
    meaning: str
    unit: str
    projection: str = ""
    missing: str = "never"


_THINGS: Final[Mapping[str, tuple[str, str]]] = {
    "co-membership": ("bodies of which both are members on some day of the year", "bodies"),
    "agreements": ("agreements to which both are parties in the year", "agreements"),
    "statements": ("stated cooperations that go on in the year", "claims or accords"),
    "restriction": ("rules in force that bind the first and concern the second", "rules"),
    "payload": ("instruments of the first launched on missions of the second", "instruments"),
    "crews": ("crewed flights to orbit with citizens of both", "flights"),
    "launches": ("satellites of the first that the second launched", "satellites"),
    "builds": ("satellites launched that the first owns and the second built", "satellites"),
    "joint": ("satellites launched that both own", "satellites"),
    "samples": ("sample collections of the first of which the second received part", "collections"),
    "cosponsorship": ("resolutions that both sponsored", "resolutions"),
    "opposed-votes": ("resolutions on which one voted for, the other against", "resolutions"),
}
_NO_CODE: Final = "the nation has no such code on record"


def word(projection: str) -> str:
    """Return the name of a projection as the name of a variable.

    >>> word("co-membership")
    'co_membership'
    """
    return projection.replace("-", "_")


def _dyad_year() -> Iterator[Variable]:
    yield Variable("year", "Calendar year", "year")
    for place in ("1", "2"):
        which = "first" if place == "1" else "second"
        yield Variable(f"nation{place}", f"Id of the {which} nation; the first sorts first", "id")
        yield Variable(f"iso{place}", f"ISO 3166-1 alpha-3 code of the {which}", "code")
        yield Variable(
            f"cow{place}", f"Correlates of War number of the {which}", "code", missing=_NO_CODE
        )
        yield Variable(f"name{place}", f"Name of the {which}", "text")
    for projection in (*STANDING, *EVENTS):
        meaning, unit = _THINGS[projection]
        words = meaning[0].upper() + meaning[1:]
        if projection in DIRECTED:
            yield Variable(f"{word(projection)}_12", words, unit, projection)
            turned = f"{words}, with the second as first and the first as second"
            yield Variable(f"{word(projection)}_21", turned, unit, projection)
        else:
            yield Variable(word(projection), words, unit, projection)
    yield Variable(
        "co_membership_weight",
        "Sum of 1/(k−1) over these bodies, k being their members in the year",
        "weight",
        "co-membership",
    )
    yield Variable("votes_common", "Roll calls of the year in which both voted", "roll calls")
    yield Variable(
        "votes_agreement",
        "Share of equal votes in these, an abstention agreeing by half",
        "share",
        "votes",
        "they have no roll call in common in the year",
    )
    for name, label in (("artemis", "the Artemis Accords"), ("ilrs", "the ILRS")):
        for place in ("1", "2"):
            which = "first" if place == "1" else "second"
            yield Variable(
                f"{name}{place}", f"Whether the {which} is tied to {label} in the year", "0 or 1"
            )


def _state_year() -> Iterator[Variable]:
    yield Variable("year", "Calendar year", "year")
    yield Variable("nation", "Id of the nation", "id")
    yield Variable("iso", "ISO 3166-1 alpha-3 code", "code")
    yield Variable("cow", "Correlates of War number", "code", missing=_NO_CODE)
    yield Variable("name", "Name", "text")
    yield Variable(
        "memberships", "Bodies of which it is a member on some day of the year", "bodies",
        "membership",
    )  # fmt: skip
    for projection in (*STANDING, *EVENTS):
        meaning, unit = _THINGS[projection]
        if projection in DIRECTED:
            yield Variable(
                f"{word(projection)}_out",
                f"Over all other nations: {meaning}; the nation is the first",
                unit,
                projection,
            )
            yield Variable(
                f"{word(projection)}_in",
                f"Over all other nations: {meaning}; the nation is the second",
                unit,
                projection,
            )
        else:
            yield Variable(
                word(projection), f"Over all other nations: {meaning}", f"{unit} × others",
                projection,
            )  # fmt: skip
        yield Variable(
            f"{word(projection)}_partners",
            f"Nations with which it has any of the former ({projection})",
            "nations",
            projection,
        )
    for name, what in (("for", "for"), ("against", "against"), ("abstained", "abstaining")):
        yield Variable(f"votes_{name}", f"Roll calls of the year in which it voted {what}",
                       "roll calls")  # fmt: skip
    yield Variable("artemis", "Whether it is tied to the Artemis Accords in the year", "0 or 1")
    yield Variable("ilrs", "Whether it is tied to the ILRS in the year", "0 or 1")


DYAD_YEAR: Final = tuple(_dyad_year())
STATE_YEAR: Final = tuple(_state_year())
PANELS: Final[Mapping[str, tuple[Variable, ...]]] = {
    "dyad-year": DYAD_YEAR,
    "state-year": STATE_YEAR,
}


def codebook(panel: str, *about: str) -> str:
    """Return the codebook of a panel in Markdown.

    Args:
        panel: Name of the panel.
        about: Paragraphs before the variables, such as of which release and years the file is.
    """
    rows = [
        f"| `{each.name}` | {each.meaning} | {each.unit} | {each.projection} | {each.missing} |"
        for each in PANELS[panel]
    ]
    paragraphs = [line for text in about for line in (text, "")]
    head = ["| variable | meaning | unit | projection | missing |", "|---|---|---|---|---|"]
    return "\n".join([f"# Variables of the {panel} panel", "", *paragraphs, *head, *rows, ""])
