"""Claims about crewed flights and those who were aboard.

In: the tables of flights, crews, persons and nations. Out: claims: who ran and launched a flight,
what it was part of and which station it visited; who flew on it and for which nation; whose citizen
a person was; who sent whom. What does not belong here: that a nation took part in a flight through
its citizen, which a rule infers.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from comity.claims.lists import Record, act, held, slug_of
from comity.claims.model import Bounds
from comity.rdf.dates import PartialDate, Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.claims.attesting import Speakers
    from comity.claims.model import Claim
    from comity.tables import Tables
    from comity.tables.flights import CrewRow, FlightRow

LAST_SOVIET_DAY: Final = PartialDate.parse("1991-12-25")
"""Last day on which a launch counts for the Soviet Union; its citizens' citizenship ends then."""
FIRST_RUSSIAN_DAY: Final = PartialDate.parse("1991-12-26")
SOVIET_UNION: Final = "nation/sun"
RUSSIA: Final = "nation/rus"
_RANK: Final = {"high": 0, "medium": 1, "low": 2}


def flight_claims(tables: Tables, speakers: Speakers) -> Iterator[Claim]:
    """Yield the claims about flights, then about seats, then about citizenship, in table order."""
    flights = {row.mission: row for row in tables.flights}
    of_flights, of_crew = Record("flights", speakers), Record("crew", speakers)
    seats = Record("seats", speakers)
    for flight in tables.flights:
        yield from _of_flight(flight, of_flights)
    for row in tables.crew:
        yield from _of_seat(row, flights, of_crew)
        yield from _of_sponsors(row, flights[row.flight], seats)
    yield from _citizenships(tables, flights, of_crew)


def _of_flight(row: FlightRow, record: Record) -> Iterator[Claim]:
    said = record.said_by(row.source, row.verified)
    flight = slug_of(row.mission)
    triples = [
        *((operator, "operates", row.mission) for operator in row.operators),
        (row.mission, "launched_by", row.launch_nation),
        *((row.mission, "part_of", programme) for programme in row.programmes),
        *((row.mission, "visited", station) for station in row.stations),
    ]
    for triple in triples:
        subject, predicate, object_ = triple
        other = object_ if subject == row.mission else subject
        id_ = f"flight-{flight}-{predicate.replace('_', '-')}-{slug_of(other)}"
        yield act(id_, triple, row.launched, said, row.confidence)


def _of_seat(row: CrewRow, flights: dict[str, FlightRow], record: Record) -> Iterator[Claim]:
    up = flights[row.flight]
    down = flights[row.down_flight] if row.down_flight else None
    landing = down or (None if up.reached_orbit else up)
    said = record.said_by(row.source, row.verified)
    id_ = f"crew-{slug_of(row.flight)}-{slug_of(row.person)}"
    changed = down is not None and down.mission != up.mission
    facts = (
        ("role", row.role.replace("-", " ")),
        ("role_basis", row.role_basis),
        ("for_nation", row.nation),
        ("leg", "up" if changed or landing is None else ""),
        ("returned", str(landing.ended) if landing and landing.ended else ""),
        ("first_of_nation", row.first_of_nation),
    )
    triple = (row.person, "flew_on", row.flight)
    filled = tuple((key, value) for key, value in facts if value)
    yield act(id_, triple, up.launched, said, row.confidence, filled, row.note)
    if changed and down and down.ended:
        aboard = (("for_nation", row.nation), ("leg", "down"))
        triple = (row.person, "flew_on", down.mission)
        id_ = f"crew-{slug_of(down.mission)}-{slug_of(row.person)}-down"
        yield act(id_, triple, down.ended, said, row.confidence, aboard)


def _of_sponsors(row: CrewRow, flight: FlightRow, record: Record) -> Iterator[Claim]:
    for sponsor in row.seat_sponsors:
        said = record.said_by((str(row.seat_source),), (row.seat_verified,))
        id_ = f"seat-{slug_of(row.flight)}-{slug_of(row.person)}-{slug_of(sponsor)}"
        confidence = "high" if said[0].seen else "medium"
        triple = (row.person, "sent_by", sponsor)
        aboard = (("mission", row.flight),)
        yield act(id_, triple, flight.launched, said, confidence, aboard)


def _citizenships(tables: Tables, flights: dict[str, FlightRow], record: Record) -> Iterator[Claim]:
    """Yield one claim for each person and nation flown for.

    Its beginning is not recorded: it lies after the person's birth and before the first flight for
    the nation. It ends with a nation that ended.
    """
    spans = {row.id: Period(row.start, row.end) for row in tables.entities}
    seats: dict[tuple[str, str], list[CrewRow]] = defaultdict(list)
    for row in tables.crew:
        seats[row.person, row.nation].append(row)
    for (person, nation), rows in seats.items():
        end = LAST_SOVIET_DAY if nation == SOVIET_UNION else spans[nation].end
        starts = [
            day for day in (spans[person].earliest_start, spans[nation].earliest_start) if day
        ]
        period = Period(None, end)
        if nation == RUSSIA:
            starts.append(FIRST_RUSSIAN_DAY.first_day)
            if (person, SOVIET_UNION) in seats:
                period = Period(FIRST_RUSSIAN_DAY, end)
        first_flight = min(flights[row.flight].launched.last_day for row in rows)
        bounds = Bounds(
            earliest_start=max(starts, default=None),
            latest_start=period.latest_start or first_flight,
            earliest_end=end.first_day if end else None,
            latest_end=end.last_day if end else None,
        )
        said = {each.id: each for row in rows for each in record.said_by(row.source, row.verified)}
        yield held(
            f"citizen-{slug_of(person)}-{slug_of(nation)}",
            (person, "citizen_of", nation),
            period,
            bounds,
            tuple(said.values()),
            min((row.confidence for row in rows), key=_RANK.__getitem__),
        )
