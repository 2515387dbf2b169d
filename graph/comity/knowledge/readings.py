"""How networks are asked for: the time they show, and how the record is read for them.

In: keywords that every question about networks takes alike. Out: their types, and what they mean to
`comity.networks`. What does not belong here: the questions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from comity.errors import BadNumber

if TYPE_CHECKING:
    from comity.knowledge.standpoint import Day
    from comity.networks.links import Window
    from comity.networks.rollup import Level, Reading, Seats

FIRST_YEAR = 1958
"""The year of the first resolution on outer space, and of the first committee on it."""
_LAST_YEAR = 9000


class ReadAs(TypedDict, total=False):
    """How the record is read as a network; see `comity.networks.rollup`.

    Attributes:
        level: Who is a node: `nation` (the usual level), `agency` or `actor`.
        seats: Whether a seat that passed on stays two nodes, `kept`, or is one, `joined`.
        members: Whether the members of an intergovernmental body stand for it.
        memory: For how many years what happened on a day counts.
    """

    level: Level
    seats: Seats
    members: bool
    memory: int | None


class When(TypedDict, total=False):
    """The time of a network; one of these, or none.

    Attributes:
        as_of: A day, as a date or as `YYYY-MM-DD`.
        year: A calendar year.
        window: The first and last of some years, `(2015, 2024)`, or a `Window`.
    """

    as_of: Day | None
    year: int | None
    window: tuple[int, int] | Window | None


class How(When, ReadAs, total=False):
    """The time of a network, and how the record is read for it."""


def reading_as(how: ReadAs) -> Reading:
    """Return how the record is read.

    Raises:
        UnknownName: There is no such level, or way to treat seats.
        BadNumber: The memory is out of range.
    """
    from comity.networks.rollup import reading_of  # noqa: PLC0415  (networkx is slow to import)

    return reading_of(
        how.get("level", "nation"),
        how.get("seats", "kept"),
        members=how.get("members", False),
        memory=how.get("memory"),
    )


def expect_years(first: int, last: int, latest: int) -> None:
    """Return when two years are the first and the last of some that the record can know.

    A year to come has ties that last and nothing that is new, so what is measured of it misleads.

    Args:
        first: The first year.
        last: The last year.
        latest: The year of the record.

    Raises:
        BadNumber: One is out of range, or the last comes before the first.
    """
    for each in (first, last):
        if not 1 <= each <= _LAST_YEAR:
            raise BadNumber("year", each, f"from 1 to {_LAST_YEAR}")
    if last < first:
        raise BadNumber("last year", last, f"{first} or later")
    if last > latest:
        raise BadNumber("last year", last, f"{latest} or earlier")
