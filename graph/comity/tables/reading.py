"""Reading one CSV file into typed rows.

In: a path and the table that it should be. Out: its rows and all its faults. A faulty row gives
faults and no row. What does not belong here: whether a row fits the other rows (`checks`).
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from comity.errors import Fault, Unreadable
from comity.tables.columns import Misfit
from comity.tables.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from comity.tables.rows import Table


def read_text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        Unreadable: The file is missing, may not be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as problem:
        line = path.read_bytes()[: problem.start].count(b"\n") + 1
        raise Unreadable(f"{path}:{line}", "not UTF-8; save the file as UTF-8") from problem
    except OSError as problem:
        raise Unreadable(path, problem.strerror or str(problem)) from problem


def read_cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the first line and the cells of each record, the header included.

    Raises:
        Unreadable: The file cannot be read, or its quoting is broken.
    """
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as problem:
        raise Unreadable(f"{path}:{line}", f"not CSV: {problem}") from problem


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading a file gave.

    Attributes:
        rows: Instances of the table's row type.
        faults: Everything that is wrong in the file.
        lost: First cells of rows that were not read, so that references to them are not taken for
            faults of their own.
    """

    rows: list[Any]
    faults: list[Fault]
    lost: list[str]

    @property
    def is_partial(self) -> bool:
        """Whether rows are missing of which not even the ids are known."""
        return any(fault.line <= 1 for fault in self.faults)


def read_rows(path: Path, table: Table) -> Reading:
    """Return the rows of a file and all faults found in it.

    Raises:
        Unreadable: The file cannot be read as CSV.
    """
    name = path.name
    records = read_cells(path)
    header = next(records, (1, []))[1]
    if header != list(table.cells):
        problem = _header_problem(header, list(table.cells))
        lost = [cells[0] for _, cells in records if cells]
        return Reading([], [Fault(name, 1, "header", ",".join(header), problem)], lost)
    reading = Reading([], [], [])
    for line, cells in records:
        if len(cells) != len(header):
            problem = f"has {len(cells)} cells instead of {len(header)}"
            reading.faults.append(Fault(name, line, "row", ",".join(cells)[:60], problem))
            reading.lost.extend(cells[:1])
            continue
        values, misfits = _parse(table, cells, Place(name, line))
        if misfits:
            reading.faults.extend(misfits)
            reading.lost.append(cells[0])
        else:
            reading.rows.append(table.row(place=Place(name, line), **values))
    return reading


def _header_problem(found: list[str], wanted: list[str]) -> str:
    if found and found[0].startswith("\ufeff"):
        return "begins with a byte order mark; save the file as UTF-8 without one"
    lacking = [name for name in wanted if name not in found]
    odd = [name for name in found if name not in wanted]
    parts = [f"lacks {', '.join(lacking)}"] if lacking else []
    parts += [f"has the unknown {', '.join(odd)}"] if odd else []
    return " and ".join(parts or ["has its columns in another order"]) + f": {','.join(wanted)}"


def _parse(table: Table, cells: list[str], place: Place) -> tuple[dict[str, Any], list[Fault]]:
    values: dict[str, Any] = {}
    faults = []
    for (column, parse), cell in zip(table.cells.items(), cells, strict=True):
        try:
            values[table.fields.get(column, column)] = parse(cell)
        except Misfit as misfit:
            faults.append(Fault(place.file, place.line, column, cell, str(misfit)))
    return values, faults
