"""Cells that a spreadsheet takes for text and does not run.

In: texts of cells. Out: the same, with an apostrophe before what a spreadsheet would run as a
formula: what begins with =, +, -, @, a tab or a line break. Numbers stay as they are, negative ones
too. What begins with an apostrophe gets another, so that taking one off gives each cell back.
What does not belong here: when that is wanted, which is an option.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_RUN: Final = re.compile(r"['=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")  # full-width forms too
_NUMBER: Final = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs.

    >>> harmless("=1+1"), harmless("-3"), harmless("- none")
    ("'=1+1", '-3', "'- none")
    """
    return f"'{cell}" if _RUN.match(cell) and not _NUMBER.fullmatch(cell) else cell


def original(cell: str) -> str:
    """Return a cell as it was before `harmless`.

    >>> original(harmless("'=1"))
    "'=1"
    """
    return cell[1:] if cell.startswith("'") and _RUN.match(cell, 1) else cell


def harmless_row(row: Sequence[str | None]) -> list[str | None]:
    """Return a row whose cells no spreadsheet runs."""
    return [harmless(cell) if cell else cell for cell in row]


def harmless_table(content: bytes) -> bytes:
    """Return CSV whose cells no spreadsheet runs."""
    buffer = io.StringIO(newline="")
    rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    csv.writer(buffer, lineterminator="\r\n").writerows(map(harmless_row, rows))
    return buffer.getvalue().encode("utf-8")
