"""The days for which a claim is judged.

In: partial dates. Out: `Span`, all the days that one of them may mean. What does not belong here:
rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from comity.rdf.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Span:
    """Days from a first to a last, both included: a day of which only the month is known, say."""

    first: date
    last: date

    @classmethod
    def of(cls, when: PartialDate) -> Span:
        """Return the days that a partial date may mean.

        >>> from comity.rdf.dates import PartialDate
        >>> str(Span.of(PartialDate(2023, 10)))
        '2023-10-01 to 2023-10-31'
        """
        return cls(when.first_day, when.last_day)

    @classmethod
    def day(cls, day: date) -> Span:
        """Return a single day."""
        return cls(day, day)

    def __str__(self) -> str:
        """Return the day, or the first and the last."""
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"
