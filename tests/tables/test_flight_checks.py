"""Faults in the tables of flights, crews and satellites."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.world import Rows, toy_rows, write_rows

from comity.errors import TableFaults
from comity.tables import read_tables

SAID = {"source": "atlas", "verified": "https://example.org/", "confidence": "high"}


def rows_with_flights() -> Rows:
    """The toy world, in which Ada of Arcadia and Bo of Borduria flew on the Hopper in 2010."""
    rows = toy_rows()
    rows["persons.csv"] = [
        {"id": f"person/{name.lower()}", "label": name, "nation": nation, **SAID}
        for name, nation in (("Ada", "nation/arc"), ("Bo", "nation/bor"))
    ]
    for row in rows["persons.csv"]:
        del row["confidence"]
    for number, year in (("1", "2010"), ("2", "2012")):
        rows["missions.csv"].append(
            {
                "id": f"mission/hopper-{number}",
                "label": f"Hopper {number}",
                "start": f"{year}-03-01",
                "source": "atlas",
                "verified": "https://example.org/",
            }
        )
    rows["flights.csv"] = [
        {
            "mission": f"mission/hopper-{number}",
            "spacecraft": "Hopper",
            "launched": f"{year}-03-01",
            "ended": f"{year}-03-09",
            "path": "earth-orbit",
            "launch_nation": "nation/arc",
            "operators": "agency/arsa",
            **SAID,
        }
        for number, year in (("1", "2010"), ("2", "2012"))
    ]
    rows["crew.csv"] = [
        {
            "flight": "mission/hopper-1",
            "person": person,
            "nation": nation,
            "role": "pilot",
            "down_flight": "mission/hopper-1",
            "first_of_nation": "yes",
            **SAID,
        }
        for person, nation in (("person/ada", "nation/arc"), ("person/bo", "nation/bor"))
    ]
    rows["satellites.csv"] = [
        {
            "id": "satellite/beeper",
            "label": "Beeper",
            "owners": "nation/bor|agency/bosa",
            "builders": "nation/arc",
            "builder": "Arcadian Works",
            "launched": "2011-05-05",
            "launch_nations": "nation/arc",
            "launcher": "Sling",
            "units": "1",
            "reached_orbit": "yes",
            "builder_source": "paper",
            **SAID,
            "source": "atlas|paper",
            "verified": "https://example.org/|https://example.org/paper",
        },
        {
            "id": "mission/probe",
            "label": "Probe",
            "owners": "nation/bor",
            "launched": "2021-05-01",
            "launch_nations": "nation/bor",
            "launcher": "Sling",
            "units": "1",
            "reached_orbit": "yes",
            **SAID,
        },
    ]
    return rows


def test_a_world_with_flights_has_no_faults(tmp_path: Path) -> None:
    tables = read_tables(write_rows(tmp_path, rows_with_flights()))
    assert [row.id for row in tables.entities if row.kind == "satellite"] == ["satellite/beeper"]
    assert (len(tables.flights), len(tables.crew), len(tables.satellites)) == (2, 2, 2)


def change(table: str, place: int, **cells: str) -> Callable[[Rows], None]:
    return lambda rows: rows[table][place].update(cells)


def second_seat(rows: Rows) -> None:
    rows["flights.csv"][1]["launched"] = "2010-03-05"
    rows["crew.csv"].append(
        {**rows["crew.csv"][0], "flight": "mission/hopper-2", "first_of_nation": ""}
    )


BROKEN: dict[str, tuple[Callable[[Rows], None], str]] = {
    "unknown flight": (
        change("crew.csv", 0, flight="mission/probe"),
        "crew.csv:2 flight: 'mission/probe' is not in flights.csv",
    ),
    "person of another kind": (
        change("crew.csv", 0, person="nation/arc"),
        "crew.csv:2 person: 'nation/arc' is not of the kind person",
    ),
    "landing before launch": (
        change("flights.csv", 0, ended="2010-02-01"),
        "flights.csv:2 ended: '2010-02-01' lies before 2010-03-01",
    ),
    "two flights at once": (
        second_seat,
        "crew.csv:4 person: 'person/ada' was still on mission/hopper-1 when mission/hopper-2",
    ),
    "sponsor without a source": (
        change("crew.csv", 0, seat_sponsors="agency/arsa"),
        "crew.csv:2 seat_source: '' has to be filled just where seat_sponsors is",
    ),
    "addresses that do not fit the sources": (
        change("satellites.csv", 0, verified="https://example.org/"),
        "satellites.csv:2 verified: 'https://example.org/' has 1 addresses for 2 sources",
    ),
    "one source at two addresses": (
        change("crew.csv", 1, verified="https://example.org/elsewhere"),
        "crew.csv:3 verified: 'https://example.org/elsewhere' is not the address of atlas",
    ),
    "unknown source": (
        change("flights.csv", 0, source="nowhere"),
        "flights.csv:2 source: 'nowhere' is not in sources.csv",
    ),
    "recalled and sure": (
        change("satellites.csv", 1, verified="recalled"),
        "satellites.csv:3 confidence: 'high' is too much for a recalled row",
    ),
    "builder without a source": (
        change("satellites.csv", 0, builder_source=""),
        "satellites.csv:2 builder_source: '' has to be filled just where a builder is",
    ),
    "no satellite at all": (
        change("satellites.csv", 0, units="0"),
        "satellites.csv:2 units: '0' must be 1 or more",
    ),
    "a thing of another kind": (
        change("satellites.csv", 1, id="nation/arc"),
        "satellites.csv:3 id: 'nation/arc' is no satellite, mission or instrument",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_named(name: str, tmp_path: Path) -> None:
    break_it, expected = BROKEN[name]
    rows = rows_with_flights()
    break_it(rows)
    with pytest.raises(TableFaults) as caught:
        read_tables(write_rows(tmp_path, rows))
    found = [str(fault) for fault in caught.value.faults]
    assert any(fault.startswith(expected) for fault in found), found
    assert len(found) == len(set(found))


def test_a_later_flight_is_no_first(tmp_path: Path) -> None:
    rows = rows_with_flights()
    later = {"flight": "mission/hopper-2", "down_flight": "mission/hopper-2"}
    rows["crew.csv"].append({**rows["crew.csv"][1], **later})
    with pytest.raises(TableFaults, match="is not so: nation/bor flew first on 2010-03-01"):
        read_tables(write_rows(tmp_path, rows))


def test_a_lost_flight_gives_no_second_fault(tmp_path: Path) -> None:
    rows = rows_with_flights()
    rows["flights.csv"][0]["path"] = "sideways"
    with pytest.raises(TableFaults) as caught:
        read_tables(write_rows(tmp_path, rows))
    assert [fault.column for fault in caught.value.faults] == ["path"]
