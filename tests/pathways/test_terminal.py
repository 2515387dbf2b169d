"""Pathways at the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.cli.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from comity.knowledge import KnowledgeGraph

ASKED = ("agency/nasa", "agency/cnsa")


def test_the_brief_fits_a_terminal_and_begins_with_the_answer(
    kg: KnowledgeGraph, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run("path", *ASKED, "--as-of", "2019-01-03", "--activity", "sample_request") == 0
    text = capsys.readouterr().out
    lines = text.splitlines()
    assert max(len(line) for line in lines) <= 80
    headings = ["Needs an exemption", "Why", "Ways round", "Used before", "Looked at"]
    places = [next(n for n, line in enumerate(lines) if line.startswith(h)) for h in headings]
    assert places == sorted(places)
    assert "not legal advice" in " ".join(lines[-3:])


def test_what_if_and_a_picture_from_the_terminal(
    kg: KnowledgeGraph, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    picture = tmp_path / "ways.html"
    arguments = ("--without", "restriction/wolf-amendment", "--picture", str(picture))
    assert run("path", *ASKED, "--as-of", "2024-06-25", *arguments, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["changes"]["pairs_of_agencies"] > 5000
    assert "wolf" not in json.dumps([each["rule"]["id"] for each in found["findings"]])
    assert picture.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("path", "agency/nasa", "agency/nasa"), "is one actor"),
        (("path", *ASKED, "--activity", "lanch"), "did you mean launch"),
        (("path", *ASKED, "--with", "a b"), "SUBJECT RELATION OBJECT"),
    ],
)
def test_mistakes_take_a_line(
    kg: KnowledgeGraph,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    words: str,
) -> None:
    assert run(*arguments) == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


def test_restrictions_as_table_csv_and_json(
    kg: KnowledgeGraph, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("restrictions", *ASKED, "--as-of", "2024-06-25", "--format", "csv") == 0
    table = capsys.readouterr().out
    assert table.startswith("activity,status,binds,rule")
    assert run("restrictions", *ASKED, "--as-of", "2024-06-25", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert table.count("\r\n") == len(rows) + 1
    assert run("restrictions", "agency/jaxa", "agency/esa", "--activity", "data_exchange") == 0
    assert "No rule on record" in capsys.readouterr().out
