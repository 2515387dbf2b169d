"""Which identifier stood for a state or seat on a day.

In: rows of `successions.csv`. Out: `Seats`, which answers that and bounds standings, by
`ontology/decisions/0007`; and the rows as claims. What does not belong here: reading tables.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from comity.rdf.dates import PartialDate
from comity.tables.rows import ClaimRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from comity.claims.model import Bounds
    from comity.tables.legal_rows import SuccessionRow

_TAKES_PLACE: Final = frozenset({"passes", "new"})
_ENDS: Final = frozenset({"continuation", "succession", "unification", "seat"})


class Seats:
    """The seats of states: from when to when an identifier stood for one.

    A state that no succession names has always stood for itself.
    """

    def __init__(self, rows: Iterable[SuccessionRow]) -> None:
        rows = list(rows)
        self.after: Mapping[str, str] = {
            row.successor: row.predecessor for row in rows if row.seat in _TAKES_PLACE
        }
        self.passed_to: Mapping[str, str] = {
            row.predecessor: row.successor
            for row in rows
            if row.kind in {"continuation", "unification"}
        }
        self.first = {row.successor: row.date for row in rows if row.seat in _TAKES_PLACE}
        ends: dict[str, list[date]] = defaultdict(list)
        for row in rows:
            if row.kind in _ENDS:
                ends[row.predecessor].append(row.date - timedelta(days=1))
        self.last = {nation: max(days) for nation, days in ends.items()}
        self._by_seat_alone = {
            nation
            for row in rows
            if row.kind == "seat"
            for nation in (row.predecessor, row.successor)
        }

    @property
    def nations(self) -> list[str]:
        """All ids that stood for their state or seat for a part of the time only, sorted."""
        return sorted({*self.first, *self.last})

    def state_on(self, nation: str, day: date) -> str | None:
        """Return the id that stood for a nation's state or seat on a day.

        Before a nation took its place, that is the state that had it; after its end, the state that
        goes on for it. None means that nobody did: the state had dissolved, or another government
        spoke for the seat.
        """
        while nation in self.first and day < self.first[nation]:
            nation = self.after[nation]
        while nation in self.last and self.last[nation] < day:
            if nation not in self.passed_to:
                return None
            nation = self.passed_to[nation]
        return nation

    def state_began(self, nation: str) -> date | None:
        """Return the day on which a state took its place; None when no succession says."""
        return None if nation in self._by_seat_alone else self.first.get(nation)

    def state_ended(self, nation: str) -> date | None:
        """Return the last day of a state in its place; None when no succession says."""
        return None if nation in self._by_seat_alone else self.last.get(nation)

    def bound(self, nation: str, bounds: Bounds) -> Bounds:
        """Return the bounds of a nation's own standing, without its predecessor's and successor's.

        A standing that a source dates before the succession was the predecessor's until then. A
        seat that changed hands bounds nothing, for governments act outside it too.
        """
        began, ended = self.state_began(nation), self.state_ended(nation)
        if began and (bounds.latest_end is None or bounds.latest_end >= began):
            start, certain = bounds.earliest_start, bounds.latest_start
            bounds = replace(
                bounds,
                earliest_start=max(start, began) if start else began,
                latest_start=max(certain, began) if certain else None,
            )
        if ended and (bounds.earliest_start is None or bounds.earliest_start <= ended):
            surely, possibly = bounds.earliest_end, bounds.latest_end
            bounds = replace(
                bounds,
                earliest_end=min(surely, ended) if surely else ended,
                latest_end=min(possibly, ended) if possibly else ended,
            )
        return bounds


def succession_claims(rows: Iterable[SuccessionRow]) -> Iterator[ClaimRow]:
    """Yield the rows as claims that one state is the successor of another, or took its seat."""
    for row in rows:
        yield ClaimRow(
            place=row.place,
            id=row.claim,
            subject=row.successor,
            predicate=row.predicate,
            object=row.predecessor,
            start=PartialDate(row.date.year, row.date.month, row.date.day),
            end=None,
            qualifiers=(("succession", row.kind),),
            source=row.source,
            verified=row.verified,
            confidence=row.confidence,
            note=row.note,
        )
