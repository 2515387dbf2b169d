"""The data package holds the record, is valid for Frictionless, and hides no formula."""

import csv
import io
import json
import warnings
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from comity.errors import WriteFailed
from comity.exports.datapackage import DESCRIPTOR, to_files
from comity.exports.editions import Origin
from comity.exports.records import read_records
from comity.exports.schema import TABLES
from comity.exports.tables import table_rows
from comity.knowledge import KnowledgeGraph
from comity.queries.spreadsheets import original
from comity.rdf.dates import Moment


def rows_of(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def problems(folder: Path) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Frictionless and what it imports
        import frictionless  # noqa: PLC0415  (slow to import)

        report = frictionless.validate(str(folder / DESCRIPTOR))
    return [str(error) for error in report.flatten(["message"])]


@pytest.fixture(scope="module")
def package(toy: KnowledgeGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables") / "toy"
    toy.export(folder, "csv")
    return folder


def test_frictionless_finds_no_fault(package: Path) -> None:
    assert problems(package) == []


def test_frictionless_finds_no_fault_in_the_record(short: KnowledgeGraph, tmp_path: Path) -> None:
    short.export(tmp_path / "all", "csv")
    assert problems(tmp_path / "all") == []
    described = json.loads((tmp_path / "all" / DESCRIPTOR).read_bytes())
    rows = {each["name"]: each["rows"] for each in described["resources"]}
    assert rows["claims"] == short.manifest.counts["claims"]
    assert rows["sources"] == short.manifest.counts["sources"]


@pytest.mark.parametrize("day", ["1961-04-12", "2021-01-01"])
def test_a_package_of_what_was_known_by_a_day_is_valid_too(
    toy: KnowledgeGraph, tmp_path: Path, day: str
) -> None:
    toy.export(tmp_path / "then", "csv", as_of=day, known_by=day)
    assert problems(tmp_path / "then") == []


def test_frictionless_does_find_faults(package: Path, tmp_path: Path) -> None:
    for path in package.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    claims = tmp_path / "claims.csv"
    claims.write_bytes(claims.read_bytes().replace(b"nation/arc,", b"nation/nowhere,", 1))
    assert problems(tmp_path)


def test_licence_release_and_snapshot_are_said(package: Path, toy: KnowledgeGraph) -> None:
    described = json.loads((package / DESCRIPTOR).read_bytes())
    assert described["licenses"][0]["name"] == "CC-BY-4.0"
    assert described["comity"]["snapshot"] == toy.manifest.sha256
    assert described["comity"]["release"] == toy.manifest.date
    assert {each["name"] for each in described["resources"]} == set(TABLES)


def test_every_statement_stands_in_some_cell(toy: KnowledgeGraph) -> None:
    """Count the values that were read and those that are written, but what an id implies."""
    records = read_records(toy.store)
    read = Counter[str]()
    for group in (records.things, records.claims, records.attestations, records.sources):
        for facts in group.values():
            read.update(name for name, _ in facts.rest())
    table_rows(records)
    left = [
        (id_, name)
        for group in (records.things, records.claims, records.attestations, records.sources)
        for id_, facts in group.items()
        for name, _ in facts.rest()
    ]
    written = {name for name, count in read.items() if count}
    unwritten = Counter(name for _, name in left)
    in_general_tables = Counter(
        row[1]
        for name in ("values", "qualifiers")
        for row in table_rows(read_records(toy.store))[name]
    )
    assert unwritten == in_general_tables
    assert written >= set(unwritten)


def test_a_claim_has_its_dates_and_its_sources(package: Path) -> None:
    claims = {row["id"]: row for row in rows_of(package, "claims")}
    signed = claims["claim/bor-signatory-of-moon-pact"]
    assert (signed["subject"], signed["predicate"], signed["object"]) == (
        "nation/bor",
        "signatory_of",
        "accord/moon-pact",
    )
    assert (signed["since"], signed["earliest_start"], signed["latest_start"]) == (
        "2022-06",
        "2022-06-01",
        "2022-06-30",
    )
    joined = [row for row in rows_of(package, "claim_attestations") if row["claim"] == signed["id"]]
    said = {row["id"]: row["source"] for row in rows_of(package, "attestations")}
    assert [said[row["attestation"]] for row in joined] == ["source/atlas", "source/paper"]


def test_values_of_attributes_have_their_type(package: Path) -> None:
    claims = {row["id"]: row for row in rows_of(package, "claims")}
    count = claims["claim/moon-pact-signatory-count-2"]
    assert (count["object"], count["value"], count["value_type"]) == ("", "2", "integer")
    assert claims["claim/moon-pact-signatory-count-1"]["graph"] == "documents"


def test_other_facts_stand_in_values_and_qualifiers(package: Path) -> None:
    values = {(row["thing"], row["property"]): row["value"] for row in rows_of(package, "values")}
    assert values["accord/res-1", "comity:votesFor"] == "2"
    names = {row["name"] for row in rows_of(package, "names") if row["thing"] == "nation/arc"}
    assert names == {"ARC", "Republic of Arcadia"}
    (order,) = [row for row in rows_of(package, "qualifiers") if row["property"] == "comity:order"]
    assert (order["about"], order["value"]) == ("claim/arc-signatory-of-moon-pact", "1")


def test_an_archive_is_the_same_each_time(toy: KnowledgeGraph, tmp_path: Path) -> None:
    toy.export(tmp_path / "a.zip")
    toy.export(tmp_path / "b.zip", "csv")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [DESCRIPTOR, *(f"{name}.csv" for name in TABLES)]


def _files(cells: list[str], *, safe: bool) -> dict[str, bytes]:
    rows: dict[str, Any] = {name: [] for name in TABLES}
    rows["names"] = [("nation/arc", cell) for cell in cells]
    origin = Origin("1.0", "2026-01-02", "0" * 64, Moment())
    return to_files(rows, origin, spreadsheet_safe=safe)


def test_cells_that_would_run_are_harmless_only_when_asked() -> None:
    cells = ["=1+1", "+1 day", "-3", "@SUM(A1)", "\t=1", "\r=1", "'=1", "plain", "-"]
    for safe in (False, True):
        content = _files(cells, safe=safe)["names.csv"].decode()
        read = [row[1] for row in csv.reader(io.StringIO(content, newline=""))][1:]
        assert [original(cell) if safe else cell for cell in read] == cells
        assert ("'=1+1" in read) is safe
        assert "-3" in read
    described = json.loads(_files(cells, safe=True)[DESCRIPTOR])
    assert described["comity"]["spreadsheetSafe"] is True


def test_a_folder_with_other_files_is_not_replaced(toy: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(WriteFailed, match=r"other files and no datapackage\.json"):
        toy.export(tmp_path, "csv")
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_an_older_package_is_replaced_as_a_whole(toy: KnowledgeGraph, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    toy.export(folder, "csv")
    (folder / "former.csv").touch()
    toy.export(folder, "csv")
    assert {path.stem for path in folder.glob("*.csv")} == set(TABLES)
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]
