"""Spans of calendar time, as treaties state them.

In: texts such as `30 days` and `1 year`. Out: `Span`, which knows the day that lies that long after
another. What does not belong here: which span a treaty sets (`comity.tables`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast

from comity.errors import BadDate
from comity.rdf.dates import PartialDate

Unit = Literal["day", "month", "year"]
_FORM = re.compile(r"([1-9]\d{0,3}) (day|month|year)s?")


@dataclass(frozen=True, slots=True)
class Span:
    """A number of days, months or years.

    >>> str(Span.parse("1 year").after(date(2023, 1, 5)))
    '2024-01-05'
    >>> str(Span.parse("30 days"))
    '30 days'
    """

    count: int = 0
    unit: Unit = "day"

    @classmethod
    def parse(cls, text: str) -> Span:
        """Return the span that a text states; no text is no time at all.

        Raises:
            BadDate: The text is not a number of days, months or years.
        """
        if not text:
            return cls()
        match = _FORM.fullmatch(text)
        if match is None:
            raise BadDate(text)
        return cls(int(match[1]), cast("Unit", match[2]))

    def after(self, day: date) -> date:
        """Return the day that lies this long after another.

        Where a month has no such day, it is the month's last: a year after 29 February is the
        28th.
        """
        if self.unit == "day":
            return day + timedelta(days=self.count)
        months = day.month - 1 + self.count * (12 if self.unit == "year" else 1)
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


def covering(first: date, last: date) -> PartialDate | None:
    """Return the most exact partial date that covers all days from one to another.

    None means that they lie in different years.

    >>> str(covering(date(1979, 1, 31), date(1979, 3, 2)))
    '1979'
    """
    if first == last:
        return PartialDate(first.year, first.month, first.day)
    if (first.year, first.month) == (last.year, last.month):
        return PartialDate(first.year, first.month)
    return PartialDate(first.year) if first.year == last.year else None
