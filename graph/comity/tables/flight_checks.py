"""Checks of flights, crews and satellites against each other and against the other tables.

In: the rows of the three tables, and the ids that exist. Out: faults, each at the row that is
wrong. What does not belong here: the other tables (`checks`).
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from comity.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from comity.tables.catalogue import Tables
    from comity.tables.flights import CrewRow, FlightRow, SatelliteRow
    from comity.tables.place import Place

RECALLED = "recalled"


def faults_of_flights(
    tables: Tables, entities: Collection[str], sources: Collection[str], lost: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong in the tables of flights, crews and satellites.

    Args:
        tables: All rows that could be read.
        entities: Ids that exist.
        sources: Slugs of the sources that exist.
        lost: Ids of rows that could not be read; a reference to one of them is no fault.
    """
    checks = _Checks(tables, entities, sources, lost)
    yield from checks.flights()
    yield from checks.crew()
    yield from checks.satellites()
    for rows in (tables.flights, tables.crew, tables.satellites):
        yield from _addresses(rows)
    yield from _times_aboard(tables)
    yield from _firsts(tables)


def _fault(place: Place, column: str, value: object, problem: str) -> Fault:
    return Fault(place.file, place.line, column, str(value), problem)


class _Checks:
    def __init__(
        self,
        tables: Tables,
        entities: Collection[str],
        sources: Collection[str],
        lost: Collection[str],
    ) -> None:
        self.tables = tables
        self.entities = entities
        self.sources = sources
        self.missions = {row.mission for row in tables.flights} | set(lost)

    def flights(self) -> Iterator[Fault]:
        for row in self.tables.flights:
            yield from self._known(row.place, "mission", (row.mission,), "mission")
            yield from self._known(row.place, "launch_nation", (row.launch_nation,), "nation")
            yield from self._known(row.place, "operators", row.operators)
            yield from self._known(row.place, "programmes", row.programmes)
            yield from self._known(row.place, "stations", row.stations)
            yield from self._sourced(row)
            if row.ended and row.ended.last_day < row.launched.first_day:
                yield _fault(row.place, "ended", row.ended, f"lies before {row.launched}")

    def crew(self) -> Iterator[Fault]:
        for row in self.tables.crew:
            for column, flight in (("flight", row.flight), ("down_flight", row.down_flight)):
                if flight and flight not in self.missions:
                    yield _fault(row.place, column, flight, "is not in flights.csv")
            yield from self._known(row.place, "person", (row.person,), "person")
            yield from self._known(row.place, "nation", (row.nation,), "nation")
            yield from self._known(row.place, "seat_sponsors", row.seat_sponsors)
            yield from self._sourced(row)
            stated = bool(row.seat_sponsors)
            if not stated == bool(row.seat_source) == bool(row.seat_verified):
                problem = "has to be filled just where seat_sponsors is"
                yield _fault(row.place, "seat_source", row.seat_source or "", problem)
            if row.seat_source and row.seat_source not in self.sources:
                yield _fault(row.place, "seat_source", row.seat_source, "is not in sources.csv")

    def satellites(self) -> Iterator[Fault]:
        for row in self.tables.satellites:
            if row.id.partition("/")[0] not in ("satellite", "mission", "instrument"):
                problem = "is no satellite, mission or instrument"
                yield _fault(row.place, "id", row.id, problem)
            yield from self._known(row.place, "id", (row.id,))
            yield from self._known(row.place, "owners", row.owners)
            yield from self._known(row.place, "builders", row.builders)
            yield from self._known(row.place, "launch_nations", row.launch_nations)
            yield from self._sourced(row, known=row.is_thing_of_its_own)
            if not row.units:
                yield _fault(row.place, "units", row.units, "must be 1 or more")
            if bool(row.builder_source) != bool(row.builders or row.builder):
                problem = "has to be filled just where a builder is"
                yield _fault(row.place, "builder_source", "|".join(row.builder_source), problem)
            for source in row.builder_source:
                if source not in row.source:
                    problem = "is not among the sources of the row"
                    yield _fault(row.place, "builder_source", source, problem)

    def _known(
        self, place: Place, column: str, values: Iterable[str], kind: str = ""
    ) -> Iterator[Fault]:
        for value in values:
            if value not in self.entities:
                yield _fault(place, column, value, "is not in any table of entities")
            elif kind and not value.startswith(f"{kind}/"):
                yield _fault(place, column, value, f"is not of the kind {kind}")

    def _sourced(
        self, row: FlightRow | CrewRow | SatelliteRow, *, known: bool = False
    ) -> Iterator[Fault]:
        """Yield faults of the sources; those of a thing are known from the check of all things."""
        for source in row.source:
            if not known and source not in self.sources:
                yield _fault(row.place, "source", source, "is not in sources.csv")
        if len(row.source) != len(row.verified):
            problem = f"has {len(row.verified)} addresses for {len(row.source)} sources"
            yield _fault(row.place, "verified", "|".join(row.verified), problem)
        if set(row.verified) == {RECALLED} and row.confidence == "high":
            yield _fault(row.place, "confidence", row.confidence, "is too much for a recalled row")


def _addresses(rows: Iterable[FlightRow | CrewRow | SatelliteRow]) -> Iterator[Fault]:
    """Yield where one source is seen at two addresses; one attestation speaks for the list."""
    seen: dict[str, str] = {}
    for row in rows:
        for source, address in zip(row.source, row.verified, strict=False):
            first = seen.setdefault(source, address)
            if first != address:
                problem = f"is not the address of {source} in the other rows, {first}"
                yield _fault(row.place, "verified", address, problem)


def _times_aboard(tables: Tables) -> Iterator[Fault]:
    """Yield where a person would be on two flights at once."""
    flights = {row.mission: row for row in tables.flights}
    aboard: dict[str, list[tuple[date, date | None, CrewRow]]] = defaultdict(list)
    for row in tables.crew:
        up, down = flights.get(row.flight), flights.get(row.down_flight or row.flight)
        if up and down:
            landed = down.ended.last_day if down.ended and landed_again(row, up) else None
            aboard[row.person].append((up.launched.first_day, landed, row))
    for stays in aboard.values():
        stays.sort(key=lambda stay: stay[0])
        for (_, landed, before), (start, _, row) in pairwise(stays):
            if landed is None or start < landed:
                problem = f"was still on {before.flight} when {row.flight} went up"
                yield _fault(row.place, "person", row.person, problem)


def landed_again(row: CrewRow, flight: FlightRow) -> bool:
    """Tell whether somebody's flight is over: by landing, or because it never reached orbit."""
    return row.down_flight is not None or not flight.reached_orbit


def _firsts(tables: Tables) -> Iterator[Fault]:
    """Yield where a mark of a nation's first does not stand at its first flight to orbit."""
    flights = {row.mission: row for row in tables.flights}
    seats = [(row, flights[row.flight]) for row in tables.crew if row.flight in flights]
    earliest: dict[str, date] = {}
    for row, flight in seats:
        if flight.reached_orbit:
            day = flight.launched.first_day
            earliest[row.nation] = min(day, earliest.get(row.nation, day))
    for row, flight in seats:
        first = earliest.get(row.nation)
        is_first = flight.reached_orbit and flight.launched.first_day == first
        if row.first_of_nation and not is_first:
            problem = f"is not so: {row.nation} flew first on {first}"
            yield _fault(row.place, "first_of_nation", row.first_of_nation, problem)
