"""Bringing in facts about crews and satellites."""

from __future__ import annotations

import csv
import importlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.world import toy_rows, write_rows

from comity.tables import read_tables, unformatted_tables

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPTS = Path(__file__).parents[2] / "scripts"
ADA = {"person": "person/ada", "name": "Ada", "nationality": "nation/arc"}
SAID = {"source": "crew-list", "verified": "https://example.org/crews"}


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], int]:
    """The script, on the facts of a toy world and its own curated files for that world."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    script = importlib.import_module("import_flights")
    own = tmp_path / "own"
    write(
        own / "identities.csv",
        [{"from": "satellite/probe", "to": "mission/probe", "reason": "same craft"}],
    )
    write(
        own / "entities.csv",
        [{"id": "programme/hopper", "label": "Hopper", "source": "memory", "verified": "recalled"}],
    )
    monkeypatch.setattr(script, "OWN", own)
    crews, satellites = facts(tmp_path)
    write_rows(tmp_path / "tables", toy_rows())
    arguments = [str(crews), str(satellites), "-o", str(tmp_path / "tables")]
    return lambda: script.main(arguments)


def write(path: Path, rows: list[dict[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(
            stream, list(dict.fromkeys(key for row in rows for key in row)), restval=""
        )
        writer.writeheader()
        writer.writerows(rows)


def facts(root: Path) -> tuple[Path, Path]:
    crews, satellites = root / "crews", root / "satellites"
    flight = {
        "spacecraft": "Hopper",
        "programme": "programme/hopper",
        "station": "",
        "launch_nation": "nation/arc",
        "operator": "agency/arsa",
        "orbit": "earth-orbit",
        "note": "",
        "same_as": "",
        "wikidata": "",
        **SAID,
    }
    write(
        crews / "flights.csv",
        [
            {
                "id": "flight/hopper-1",
                "label": "Hopper 1",
                "launch_date": "2010-03-01",
                "end_date": "2010-03-09",
                **flight,
            },
            {
                "id": "flight/hopper-2",
                "label": "Hopper 2",
                "launch_date": "2012-03-01",
                "end_date": "2012-03-09",
                **flight,
            },
        ],
    )
    write(
        crews / "persons.csv",
        [
            {
                "person": "person/ada",
                "name": "Ada",
                "alt_labels": "",
                "birth_year": "1970",
                "nationalities": "nation/arc",
                "wikidata": "",
                "note": "also a pilot",
                **SAID,
            }
        ],
    )
    seat = {
        **ADA,
        "role": "pilot",
        "first_of_nation": "yes",
        "nationality_note": "also a pilot",
        "confidence": "high",
        "role_basis": "crew-list",
        **SAID,
    }
    write(
        crews / "crew.csv",
        [
            {
                "flight": "flight/hopper-1",
                "down_flight": "flight/hopper-2",
                "seat_sponsor": "agency/bosa",
                "seat_verified": "recalled",
                **seat,
            }
        ],
    )
    source = {"publisher": "", "published": "2020", "accessed": "2024-02-01", "kind": "dataset"}
    write(
        crews / "sources.csv",
        [
            {"id": "crew-list", "title": "Crews", "url": "https://example.org/crews", **source},
            {
                "id": "compiler-recall",
                "title": "Memory",
                "url": "",
                **source,
                "kind": "recollection",
            },
            {"id": "unused", "title": "Unused", "url": "", **source},
        ],
    )
    write(
        satellites / "satellites.csv",
        [
            {
                "id": f"satellite/{slug}",
                "name": name,
                "cospar": "",
                "catalog_id": "",
                "owner_nations": "nation/bor",
                "operator": "",
                "builder": builder,
                "builder_nation": "nation/arc" if builder else "",
                "builder_source": "compiler-recall" if builder else "",
                "launch_date": "2021-05-01",
                "launcher": "Sling",
                "launch_nation": "nation/arc",
                "launch_site": "",
                "purpose": "",
                "users": "",
                "first_of_nation": "",
                "units": "1",
                "reached_orbit": "yes",
                "source": "crew-list|compiler-recall" if builder else "crew-list",
                "verified": "https://example.org/crews|recalled"
                if builder
                else "https://example.org/crews",
                "confidence": "medium",
                "note": note,
            }
            for slug, name, builder, note in (
                ("probe", "Prober", "", "also Sounder"),
                ("beeper", "-", "Works", "builder recalled; also Beep; odd orbit"),
            )
        ],
    )
    write(
        satellites / "sources.csv",
        [{"id": "crew-list", "title": "Crews", "url": "https://example.org/crews", **source}],
    )
    return crews, satellites


def test_facts_become_rows_that_pass_the_checks(run: Callable[[], int], tmp_path: Path) -> None:
    assert run() == 0
    tables = read_tables(tmp_path / "tables")
    (seat,) = tables.crew
    assert (seat.flight, seat.down_flight) == ("mission/hopper-1", "mission/hopper-2")
    assert (seat.seat_source, seat.seat_verified) == ("compiler-recall", "recalled")
    assert seat.note == ""  # the person's description says it
    (beeper,) = (row for row in tables.satellites if row.is_thing_of_its_own)
    assert beeper.label == "Unnamed satellite launched on 2021-05-01"
    assert (beeper.alt_labels, beeper.note) == (("Beep",), "Odd orbit.")
    assert unformatted_tables(tmp_path / "tables") == []


def test_what_stands_under_another_id_keeps_it(run: Callable[[], int], tmp_path: Path) -> None:
    run()
    tables = read_tables(tmp_path / "tables")
    assert "mission/probe" in {row.id for row in tables.satellites}
    assert ("satellite/probe", "mission/probe") in {(row.old, row.new) for row in tables.redirects}
    assert [row.id for row in tables.entities if row.id == "mission/probe"] == ["mission/probe"]


def test_a_second_run_changes_nothing(
    run: Callable[[], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    before = {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()}
    capsys.readouterr()
    assert run() == 0
    assert "changed: nothing" in capsys.readouterr().out
    assert before == {path.name: path.read_bytes() for path in (tmp_path / "tables").iterdir()}


def test_what_is_left_out_is_reported(
    run: Callable[[], int], capsys: pytest.CaptureFixture[str]
) -> None:
    run()
    assert "sources: no row names it: 1\n  unused" in capsys.readouterr().out


def test_faulty_facts_write_nothing(
    run: Callable[[], int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "crews" / "crew.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("pilot", "juggler", 1), encoding="utf-8"
    )
    before = (tmp_path / "tables" / "crew.csv").read_bytes()
    assert run() == 1
    assert "'juggler' is not one of" in capsys.readouterr().err
    assert (tmp_path / "tables" / "crew.csv").read_bytes() == before
