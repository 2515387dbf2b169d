"""The nations of the panels, and the years in which the record knows them.

In: a store. Out: `State` values. What does not belong here: what joins them.

A nation is there in the years in which its own time or its seat falls: the Soviet Union until 1991,
Russia from 1991 on, both in that year. Where the record has no such days, the nation is there in
all years; for states that became independent after 1958 it often has none (see `docs/networks.md`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.analysis.ties import read_nodes, select
from comity.networks.facts import as_day, later, read_property, sooner

if TYPE_CHECKING:
    from datetime import date

    from comity.rdf.engine import Engine

_TAKEN: Final = """
SELECT ?one ?other WHERE {
  ?claim rdf:predicate comity:tookSeatOf ; rdf:subject ?one ; rdf:object ?other }"""


@dataclass(frozen=True, slots=True, order=True)
class State:
    """A nation with its codes and its time.

    Attributes:
        id: Its id.
        iso3: Its code of ISO 3166-1 alpha-3, or the one that it had.
        cow: Its number in the Correlates of War project, or empty.
        name: Its label.
        start: The first day that the record knows of it; None when it says nothing.
        end: The last day; None when it says nothing.
    """

    id: str
    iso3: str
    cow: str
    name: str
    start: date | None
    end: date | None

    def is_in(self, year: int) -> bool:
        """Tell whether it is there on some day of a year."""
        has_begun = self.start is None or self.start.year <= year
        return has_begun and (self.end is None or self.end.year >= year)


def read_states(store: Engine) -> list[State]:
    """Return all nations, sorted by id."""
    codes = read_property(store, "cowCode")
    seat_from, seat_until = read_property(store, "seatFrom"), read_property(store, "seatUntil")
    # a seat that another government took: no state began or ended
    taken = {end for row in select(store, _TAKEN) for end in row}
    states = []
    for name, node in sorted(read_nodes(store).items()):
        if node.kind == "nation":
            seat = (None, None) if name in taken else (seat_from, seat_until)
            begun, ended = (each.get(name) if each else None for each in seat)
            states.append(
                State(
                    id=name,
                    iso3=name.partition("/")[2].upper(),
                    cow=codes.get(name, ""),
                    name=node.label,
                    start=later(as_day(node.start), as_day(begun)),
                    end=sooner(as_day(node.end, last=True), as_day(ended)),
                )
            )
    return states
