"""Published totals are counted again from the claims that stand."""

from pathlib import Path

import pytest

from comity import pipeline
from comity.errors import TableFaults
from tests.world import build_world, toy_rows, write_rows


def test_a_total_that_is_not_reached_is_a_fault(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["assertions.csv"][0].update(min="3", max="3")
    with pytest.raises(TableFaults) as caught:
        pipeline.check_tables(write_rows(tmp_path, rows))
    found = "2 signatory_of accord/moon-pact on 2024-01-01"
    assert str(caught.value) == f"assertions.csv:2 min: '3' fails: {found}, not 3"


def test_what_is_contradicted_does_not_count(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["attestations.csv"] = rows["attestations.csv"][:1]  # nobody denies Cordium's signature
    rows["treaty_actions.csv"][2].update(confidence="medium")
    with pytest.raises(TableFaults, match="3 signatory_of"):
        pipeline.check_tables(write_rows(tmp_path, rows))
    assert pipeline.check_tables(build_world(tmp_path / "whole")).row_count
