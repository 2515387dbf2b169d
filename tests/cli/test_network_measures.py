"""`comity network`: pages, forms and files."""

import io
import json
from pathlib import Path

import pandas as pd
import pytest
from tests.cli.terminal import run_network

from comity.knowledge import KnowledgeGraph
from comity.networks.projection_table import PROJECTIONS


def test_the_page_of_measures_fits_80_columns(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run_network("measures", "crews", "--window", "1976-1985", "--top", "3") == 0
    shown = capsys.readouterr().out
    assert "crews, level nation, 1976-01-01 to 1985-12-31" in shown
    assert "Soviet Union" in shown
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_measures_come_as_csv_and_json_with_the_same_rows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_network("measures", "samples", "--as-of", "2025-05-01", "--format", "csv") == 0
    rows = pd.read_csv(io.StringIO(capsys.readouterr().out))
    assert run_network("measures", "samples", "--as-of", "2025-05-01", "--format", "json") == 0
    records = json.loads(capsys.readouterr().out)
    assert rows["id"].tolist() == [record["id"] for record in records]
    assert rows["id"][0] == "nation/chn"


def test_projections_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_network("projections", "--format", "json") == 0
    assert [row["projection"] for row in json.loads(capsys.readouterr().out)] == list(PROJECTIONS)


def test_a_panel_is_written_with_its_codebook_and_the_same_bytes(
    short: KnowledgeGraph, tmp_path: Path
) -> None:
    place = ("--snapshot", str(short.snapshot.folder))
    files = [tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.parquet"]
    for file in files:
        assert run_network("panel", "state-year", "--years", "1980", "-o", str(file), *place) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    codebook = (tmp_path / "a.codebook.md").read_text(encoding="utf-8")
    assert "`memberships`" in codebook
    assert "The file `a.csv` holds" in codebook
    assert "rows, of 1980." in codebook
    assert f"Cite as: {short.manifest.citation}\n" in codebook
    from_csv, from_parquet = pd.read_csv(files[0]), pd.read_parquet(files[2])
    assert list(from_csv.columns) == list(from_parquet.columns)
    assert len(from_csv) == len(from_parquet)


@pytest.mark.parametrize(
    "arguments",
    [
        ("measures", "crews", "--year", "2000", "--as-of", "2000-01-01"),
        ("measures", "crews", "--window", "2024-2015"),
        ("measures", "crew"),
        ("panel", "dyads"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error(arguments: tuple[str, ...]) -> None:
    assert run_network(*arguments) == 2
