"""Rows about prohibitions and precedents that cannot be right are named with their place."""

from pathlib import Path

import pytest
from tests.world import toy_rows, write_rows

from comity.errors import TableFaults
from comity.tables import read_tables


def faults(tmp_path: Path, table: str, **cells: str) -> list[tuple[str, str]]:
    """Return the columns and words of what is wrong when cells of the first row are changed."""
    rows = toy_rows()
    rows[table][0] |= cells
    try:
        read_tables(write_rows(tmp_path, rows))
    except TableFaults as found:
        return [(fault.column, fault.problem) for fault in found.faults if fault.file == table]
    return []


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"restriction": "accord/moon-pact"}, "restriction", "is not of the kind restriction"),
        ({"restriction": "restriction/other"}, "restriction", "is not in any table"),
        ({"issuer": "nation/nowhere"}, "issuer", "is not in any table"),
        ({"bound": "agency/arsa|agency/nobody"}, "bound", "is not in any table"),
        ({"bound": "everybody"}, "bound", "is not an identifier"),
        ({"toward": ""}, "toward", "must not be empty"),
        ({"toward_reach": "funded"}, "toward_reach", "is not one of"),
        ({"activities": "launch|dance"}, "activities", "is not one of"),
        ({"claims": "nobody-said-so"}, "claims", "is not a claim"),
        ({"claims": ""}, "claims", "must not be empty"),
        ({"source": "hearsay"}, "source", "is not in sources.csv"),
        ({"end": "2010"}, "end", "lies before the start"),
        ({"verified": "recalled"}, "confidence", "is too much for a recalled row"),
        ({"start": ""}, "confidence", "is too much without a first day"),
        ({"duty": ""}, "duty", "must say what has to be done"),
        ({"exemption": "unknown", "lead_days": ""}, "duty", "is not wanted"),
        ({"exemption": "none", "duty": ""}, "lead_days", "is not wanted"),
        ({"effect": "needs-licence", "exemption": "none"}, "exemption", "asks for leave"),
    ],
)
def test_a_prohibition_that_cannot_be_right_is_found(
    tmp_path: Path, cells: dict[str, str], column: str, words: str
) -> None:
    assert any(
        where == column and words in problem
        for where, problem in faults(tmp_path, "prohibitions.csv", **cells)
    )


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ({"prohibition": "rule-of-none"}, "prohibition", "is not in prohibitions.csv"),
        ({"way": "prevented"}, "way", "does not fit the outcome"),
        ({"outcome": "prevented"}, "way", "does not fit the outcome"),
        ({"other": "agency/arsa"}, "other", "is the same as the one side"),
        ({"one": "agency/nobody"}, "one", "is not in any table"),
        ({"mission_or_event": "mission/none"}, "mission_or_event", "is not in any table"),
        ({"date": "2011-04-14"}, "prohibition", "held from 2011-04-15 to 2013"),
        ({"date": "2014"}, "prohibition", "not on 2014"),
        ({"date": ""}, "date", "is not a date"),
    ],
)
def test_a_precedent_that_cannot_be_right_is_found(
    tmp_path: Path, cells: dict[str, str], column: str, words: str
) -> None:
    assert any(
        where == column and words in problem
        for where, problem in faults(tmp_path, "precedents.csv", **cells)
    )


def test_a_precedent_belongs_to_the_restriction_of_its_prohibition(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["restrictions.csv"].append(rows["restrictions.csv"][0] | {"id": "restriction/second"})
    rows["precedents.csv"][0]["restriction"] = "restriction/second"
    with pytest.raises(TableFaults, match=r"belongs to restriction/rule, not to"):
        read_tables(write_rows(tmp_path, rows))


def test_a_case_of_a_year_fits_a_rule_of_part_of_it(tmp_path: Path) -> None:
    assert faults(tmp_path, "precedents.csv", date="2011") == []


def test_a_row_stands_once(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["prohibitions.csv"].append(rows["prohibitions.csv"][0])
    with pytest.raises(TableFaults, match=r"stands already at prohibitions\.csv:2"):
        read_tables(write_rows(tmp_path, rows))
