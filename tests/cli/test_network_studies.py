"""`comity network blocs`, `bridges` and `signed`."""

from __future__ import annotations

import csv
import io
import json

import pytest
from tests.cli.terminal import is_narrow
from tests.cli.terminal import run_network as run

FEW = ["--seeds", "10"]


pytestmark = pytest.mark.usefixtures("narrow")


def test_blocs_are_told_in_sentences(kg: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("blocs", "--years", "2023-2024", "--nulls", "19", *FEW) == 0
    text = capsys.readouterr().out
    words = " ".join(text.split())
    assert "Blocs by co-membership, 2023–2024" in words
    assert "more than chance gives: 19 null graphs" in words
    assert "p = 0.050" in words
    assert "found, not declared" in words
    assert "France" in words
    assert is_narrow(text)


def test_blocs_come_as_rows(kg: object, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["blocs", "--years", "2023-2024", "--nulls", "19", *FEW]
    assert run(*options, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["year"] for row in rows] == ["2023", "2024"]
    assert run(*options, "--format", "json", "--part", "events") == 0
    events = json.loads(capsys.readouterr().out)
    assert {each["year"] for each in events} == {2024}
    assert all(each["other"] is None for each in events if each["what"] == "continued")


def test_bridges_name_their_claims(kg: object, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["bridges", "--year", "2024", "--between", "coalitions", "--top", "3"]
    assert run(*options) == 0
    text = capsys.readouterr().out
    assert "1  China  (group 2; ILRS)" in text
    assert "[claim/arg-signatory-of-argentina-china-deep-space-station-2014]" in text
    assert "Thailand since 2024-12-16, the first" in text
    assert is_narrow(text)
    assert run(*options, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    first = found["bridges"]
    assert first[0]["actor"] == "nation/chn"
    strands = [strand for each in first for strand in each["strands"]]
    named = {claim for strand in strands for claim in strand["claims"]}
    assert named == set(found["claims"])
    assert run(*options, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["rank"] for row in rows] == ["1", "2", "3"]
    assert "claim/chn-member-of-ilrs" in rows[0]["claims"].split(" ")


def test_signed_networks_are_told_in_sentences(
    kg: object, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["signed", "--years", "2023-2024", "--nulls", "19"]
    assert run(*options) == 0
    text = capsys.readouterr().out
    words = " ".join(text.split())
    assert "triangles are balanced, more than by chance" in words
    assert "stands against the best division into two camps" in words
    assert is_narrow(text)
    assert run(*options, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["year"] for row in rows] == ["2023", "2024"]
    assert run("signed", "--years", "2024", "--nulls", "19", "--part", "members",
               "--format", "json") == 0  # fmt: skip
    members = json.loads(capsys.readouterr().out)
    assert {each["camp"] for each in members} == {0, 1}


def test_years_without_ties_say_so(kg: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("blocs", "--years", "1900") == 0
    assert "there are no blocs" in capsys.readouterr().out
    assert run("signed", "--years", "1900") == 0
    assert "No actors are tied" in capsys.readouterr().out
    assert run("bridges", "--year", "1900") == 0
    assert "leads through anyone" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["blocs", "--years", "24"], "is not a year or years"),
        (["blocs", "--years", "2024-2020"], "is not a year or years"),
        (["blocs", "--years", "2024", "--all-years"], "not both"),
        (["blocs", "restriction", "--years", "2024"], "no projection that joins 'restriction'"),
        (["blocs", "co-membershp", "--years", "2024"], "did you mean co-membership?"),
        (["signed", "--years", "2023-2024", "--part", "members", "--format", "csv", "--nulls", "1"],
         "needs one year"),
        (["blocks"], "Did you mean blocs?"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_a_usage_error(
    kg: object, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert run(*arguments) == 2
    assert words in capsys.readouterr().err
