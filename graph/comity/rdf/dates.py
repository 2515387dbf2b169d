"""Partial dates and the periods between them.

In: texts such as `2024`, `2024-06` and `2024-06-25` (the part of EDTF level 0 that the tables use).
Out: `PartialDate` and `Period`, which know the first and last day that they may mean, and `Moment`,
which says from where the record is looked at. What does not belong here: today's date; there is no
clock in this package.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from comity.errors import BadDate

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or the month and the day, may be unknown.

    >>> PartialDate.parse("2024-02").last_day
    datetime.date(2024, 2, 29)
    >>> str(PartialDate.parse("1967-10-10"))
    '1967-10-10'
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return the date that a text states.

        Raises:
            BadDate: The text is not YYYY, YYYY-MM or YYYY-MM-DD, or no such day exists.
        """
        return _parse(text)

    @property
    def first_day(self) -> date:
        """The first day that may be meant."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that may be meant."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def agrees_with(self, other: PartialDate) -> bool:
        """Tell whether one of the two only says less precisely what the other says.

        >>> PartialDate(2024).agrees_with(PartialDate(2024, 6))
        True
        """
        return str(self).startswith(str(other)) or str(other).startswith(str(self))

    def __str__(self) -> str:
        month = f"-{self.month:02}" if self.month else ""
        day = f"-{self.day:02}" if self.day else ""
        return f"{self.year:04}{month}{day}"


@lru_cache(maxsize=8192)
def _parse(text: str) -> PartialDate:
    match = _FORM.fullmatch(text)
    if match is None:
        raise BadDate(text)
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as problem:
        raise BadDate(text) from problem
    return PartialDate(int(year), int(month) if month else None, int(day) if day else None)


@dataclass(frozen=True, slots=True)
class Period:
    """The days between two partial dates, both included; a missing end is open.

    Attributes:
        start: When it began; None when that is not known.
        end: The last day; None when it is not known to have ended.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    @property
    def earliest_start(self) -> date | None:
        """The first day on which it may have begun; None when nothing bounds it."""
        return self.start.first_day if self.start else None

    @property
    def latest_start(self) -> date | None:
        """The day by which it had certainly begun; None when its start is not known."""
        return self.start.last_day if self.start else None

    @property
    def earliest_end(self) -> date | None:
        """The last day on which it certainly held; None when no end is known."""
        return self.end.first_day if self.end else None

    @property
    def latest_end(self) -> date | None:
        """The last day on which it may have held; None when nothing bounds it."""
        return self.end.last_day if self.end else None

    @property
    def is_ordered(self) -> bool:
        """Whether the start may lie before the end."""
        begin, finish = self.earliest_start, self.latest_end
        return begin is None or finish is None or begin <= finish

    def allows(self, day: date) -> bool:
        """Tell whether the record does not exclude that it held on a day.

        >>> Period(PartialDate(2024)).allows(date(2024, 3, 1))
        True
        """
        begin, finish = self.earliest_start, self.latest_end
        return (begin is None or begin <= day) and (finish is None or day <= finish)


@dataclass(frozen=True, slots=True)
class Moment:
    """From where the record is looked at.

    Attributes:
        as_of: The day in the world; None for all times.
        known_by: The day by which it was public; None for all that is known.
        certain: Whether only what certainly held on the day is wanted, not all that may have; it
            means nothing, and is False, without a day in the world.
    """

    as_of: date | None = None
    known_by: date | None = None
    certain: bool = False

    def __post_init__(self) -> None:
        """Make moments that show the same equal."""
        object.__setattr__(self, "certain", self.certain and self.as_of is not None)

    def __str__(self) -> str:
        """Return a name such as `as-of-2023-10-02-known-by-2024-01-01`; `all` without a day."""
        words = (
            ("surely-as-of" if self.certain else "as-of", self.as_of),
            ("known-by", self.known_by),
        )
        return "-".join(f"{word}-{day}" for word, day in words if day) or "all"


def parse_day(text: str) -> date:
    """Return the whole day that a text states.

    Raises:
        BadDate: The text is not YYYY-MM-DD.
    """
    try:
        partial = PartialDate.parse(text)
    except BadDate as problem:
        raise BadDate(text, whole=True) from problem
    if partial.day is None:
        raise BadDate(text, whole=True)
    return partial.first_day
