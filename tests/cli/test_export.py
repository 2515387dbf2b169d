"""`comity export`, and CSV that is safe for spreadsheets."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.test_cli import at, run  # noqa: F401  (a fixture)

from comity.exports import FORMATS


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "csv"])
def test_every_format_goes_to_a_file_or_to_stdout(
    form: str,
    at: list[str],  # noqa: F811  (the fixture)
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    path = tmp_path / f"x{FORMATS[form].suffixes[0]}"
    assert run("export", "-o", str(path), *at) == 0
    told = capfdbinary.readouterr()
    assert told.out == b""
    assert re.search(
        rb": [\d,]+ (statements|nodes|rows)[^\n]*\n  [\d.]+ \w+ in [\d.]+ s\n", told.err
    )
    assert run("export", "--format", form, "-o", "-", *at) == 0
    assert capfdbinary.readouterr().out == path.read_bytes()


def test_tables_go_to_a_folder(at: list[str], tmp_path: Path) -> None:  # noqa: F811  (the fixture)
    folder = tmp_path / "tables"
    assert run("export", "--format", "csv", "--as-of", "2021-01-01", "-o", str(folder), *at) == 0
    described = json.loads((folder / "datapackage.json").read_bytes())
    assert described["comity"]["asOf"] == "2021-01-01"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--format", "csv", "-o", "-"), "csv is several files; use -o FOLDER or -o FILE.zip"),
        (("-o", "x.docx"), "the ending of 'x.docx' names no format; use --format turtle|"),
        (("-o", "x.ttl", "--network", "all"), "a network does not go with turtle; use graphml"),
        (("-o", "x.gexf", "--graph", "claims"), "a choice of graphs does not go with gexf"),
        (("-o", "x.gexf", "--rdf", "1.2"), "RDF 1.2 does not go with gexf; use turtle"),
        (("-o", "x.ttl", "--spreadsheet-safe"), "spreadsheet-safe does not go with turtle"),
        (("-o", "x.jsonld", "--rdf", "1.2"), "RDF 1.2 cannot be written as jsonld; choose one"),
        (("-o", "x.gexf", "--network", "crew"), "no network 'crew'; did you mean crews?"),
        (("-o", "x.nq", "--graph", "claim"), "no graph 'claim'; did you mean claims?"),
        (("-o", "x.nq", "--certain"), "--certain needs --as-of DAY"),
    ],
)
def test_what_does_not_go_together_is_said(
    words: tuple[str, ...],
    message: str,
    at: list[str],  # noqa: F811  (the fixture)
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("export", *words, *at) == 2
    assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


FORMULA = 'SELECT ("=1+1" AS ?run) (-3 AS ?number) {}'


def test_query_gives_plain_csv(at: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:  # noqa: F811
    assert run("query", FORMULA, "--format", "csv", *at) == 0
    assert capfdbinary.readouterr().out == b"run,number\r\n=1+1,-3\r\n"


def test_query_gives_csv_for_spreadsheets(
    at: list[str],  # noqa: F811  (the fixture)
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run("query", FORMULA, "--format", "csv", "--spreadsheet-safe", *at) == 0
    assert capfdbinary.readouterr().out == b"run,number\r\n'=1+1,-3\r\n"


def test_only_csv_is_for_spreadsheets(
    at: list[str],  # noqa: F811  (the fixture)
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("claims", "--format", "tsv", "--spreadsheet-safe", *at) == 2
    assert "--spreadsheet-safe does not go with tsv; use --format csv" in capsys.readouterr().err
