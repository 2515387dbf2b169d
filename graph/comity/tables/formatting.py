"""Canonical bytes of the tables.

In: a folder of tables. Out: the same rows sorted, trimmed, in Unicode normal form C, quoted only
where needed, with LF. What does not belong here: whether the rows are right (`checks`).
"""

from __future__ import annotations

import csv
import io
import unicodedata
from typing import TYPE_CHECKING

from comity.errors import Fault, TableFaults
from comity.files import write_atomically
from comity.tables.reading import read_cells
from comity.tables.rows import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from comity.tables.rows import Table


def unformatted_tables(folder: Path) -> list[str]:
    """Return the names of the tables whose bytes are not canonical.

    Raises:
        Unreadable: A table cannot be read as CSV.
        TableFaults: A row has too many or too few cells.
    """
    return [path.name for path, _ in _changes(folder)]


def format_tables(folder: Path) -> list[str]:
    """Write all tables in canonical bytes and return the names of those that changed.

    Raises:
        Unreadable: A table cannot be read as CSV; nothing is written then.
        TableFaults: A row has too many or too few cells; nothing is written then.
        WriteFailed: A file could not be written; it is unchanged.
    """
    changes = list(_changes(folder))
    for path, content in changes:
        write_atomically(path, content)
    return [path.name for path, _ in changes]


def _changes(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for name, table in TABLES.items():
        path = folder / name
        content = _canonical(path, table)
        if path.read_bytes() != content:
            yield path, content


def _canonical(path: Path, table: Table) -> bytes:
    header = list(table.cells)
    rows = []
    faults = []
    for line, cells in read_cells(path):
        if len(cells) != len(header):
            problem = f"has {len(cells)} cells instead of {len(header)}"
            faults.append(Fault(path.name, line, "row", ",".join(cells)[:60], problem))
        rows.append([unicodedata.normalize("NFC", cell.strip()) for cell in cells])
    if faults:
        raise TableFaults(faults)
    positions = [header.index(column) for column in table.key]
    first, *rest = rows or [header]
    rest.sort(key=lambda row: ([row[position] for position in positions], row))
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\n", quoting=csv.QUOTE_MINIMAL).writerows([first, *rest])
    return buffer.getvalue().encode("utf-8")
