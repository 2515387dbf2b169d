"""Cells that a spreadsheet would run are made harmless, and can be had back."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.queries.spreadsheets import harmless, harmless_table, original

RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@given(st.text())
def test_every_cell_comes_back(cell: str) -> None:
    assert original(harmless(cell)) == cell


@given(st.sampled_from(RUN), st.text(min_size=1, alphabet="ABC()!|'\"= "))
def test_no_formula_is_left(start: str, rest: str) -> None:
    assert harmless(start + rest)[0] == "'"


@pytest.mark.parametrize("cell", ["-3", "+3", "-3.50", "2024-06", "1e-3", "-1E5", "", "a=b"])
def test_numbers_and_plain_texts_stay(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1))
def test_a_table_keeps_its_cells(rows: list[list[str]]) -> None:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    text = harmless_table(buffer.getvalue().encode("utf-8")).decode("utf-8")
    read = [[original(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]
    assert read == rows
