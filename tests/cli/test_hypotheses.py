"""`comity network hypotheses`."""

from __future__ import annotations

import csv
import io
import json

import pytest
from tests.cli.terminal import is_narrow, run_network

from comity.cli.hypothesis_pages import findings_page
from comity.cli.pages import show_page
from comity.networks.evidence import LeftOut
from comity.networks.hypothesis_values import Check, Finding, Outcome

WOLF = "wolf-2011"


pytestmark = pytest.mark.usefixtures("narrow")


def run(*arguments: str) -> int:
    return run_network("hypotheses", *arguments)


def test_one_is_told_with_who_states_it_and_how_it_is_tested(
    kg: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(WOLF) == 0
    text = capsys.readouterr().out
    words = " ".join(text.split())
    assert "Does not hold. Effect +" in words
    assert "R. Ronci, Dividing Heaven" in words
    assert "Year by year 2001" in words
    assert "tied to both coalitions are left out" in words
    assert "launches and builds relation kind" in words
    assert is_narrow(text)


def test_checks_come_as_rows(kg: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(WOLF, "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows[0]["kind"] == ""
    kinds = {row["kind"] for row in rows[1:]}
    assert kinds == {"source class", "relation kind", "another measure"}
    assert run(WOLF, "--format", "json") == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert float(rows[0]["effect"]) == pytest.approx(found["outcome"]["effect"])
    assert len(found["checks"]) == len(rows) - 1
    assert "R. Ronci" in found["stated_by"]


def test_all_stand_in_one_table(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome(-0.5, -0.9, -0.3, 0.04, "20 years", series=((2001, 0.5),))
    turned = Check(LeftOut("source class", "dataset"), 0.2, survives=False)
    show_page(
        findings_page(
            [
                Finding("wolf-2011", outcome, "", (turned,)),
                Finding("rupture-2022", outcome, "", ()),
                Finding("blocs-since-2008", None, "no year since 2008 is over", ()),
            ]
        )
    )
    text = capsys.readouterr().out
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "wolf-2011 cannot be told -0.50 0.040 0.080 0/1" in lines
    assert "blocs-since-2008 cannot be told – – – –" in lines
    words = " ".join(lines)
    assert "corrected for 2 tests (Holm)" in words
    assert "Tested alone it would hold." in words
    assert "The sign is another: without dataset." in words
    assert "Cannot be told: no year since 2008 is over." in words
    assert is_narrow(text)


def test_an_unknown_name_is_a_usage_error(kg: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("wolf-2012") == 2
    assert "wolf-2011" in capsys.readouterr().err
