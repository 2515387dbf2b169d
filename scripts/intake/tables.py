"""The curated tables as lists of rows of text, and their canonical, checked bytes.

In: rows by table. Out: the bytes of each file, once all of them together pass the checks of
`comity.tables`. Which rows there are does not belong here.
"""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from comity.files import write_atomically
from comity.tables import format_tables, read_tables
from comity.tables.rows import TABLES, EntityRow

Cells = dict[str, str]
Tables = dict[str, list[Cells]]

COLUMNS: Final = {name.removesuffix(".csv"): tuple(table.cells) for name, table in TABLES.items()}
TABLE_OF_KIND: Final = {
    table.kind: name.removesuffix(".csv")
    for name, table in TABLES.items()
    if table.row is EntityRow
}
COMPACT_TABLES: Final = ("flights", "crew", "satellites")
TABLE_OF_PREDICATE: Final = {
    predicate: name.removesuffix(".csv")
    for name, table in TABLES.items()
    for predicate in sorted(table.predicates)
}
CLAIM_TABLES: Final = tuple(dict.fromkeys(TABLE_OF_PREDICATE.values()))


def checked_bytes(tables: Tables) -> dict[str, bytes]:
    """Return the canonical bytes of every table, by file name.

    Raises:
        TableFaults: The tables break a rule; lines are those of the files as they would be.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        for table, columns in COLUMNS.items():
            with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
                writer = csv.DictWriter(stream, columns, lineterminator="\n")
                writer.writeheader()
                writer.writerows(tables[table])
        format_tables(folder)
        read_tables(folder)
        return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


def write_changed(folder: Path, contents: dict[str, bytes]) -> list[str]:
    """Write the files whose bytes differ from those that stand, and return their names.

    Raises:
        WriteFailed: A file could not be written; it is unchanged.
    """
    changed = []
    for name, content in contents.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != content:
            write_atomically(path, content)
            changed.append(name)
    return changed
