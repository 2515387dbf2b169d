"""Read CSV files as rows of text, each cell checked by the parser of its column.

In: folders of collected facts, or the tables. Out: rows that remember folder, file and line, or
one error with all faults. Nothing is changed here, and no row is compared with another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from comity.errors import Fault, TableFaults, Unreadable
from comity.tables import columns as c
from comity.tables.reading import read_cells
from comity.tables.rows import TABLES
from intake.qualifiers import parse
from intake.rules import SOURCE_KINDS, SOURCE_RANK
from intake.tables import TABLE_OF_KIND

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Parsers = Mapping[str, Callable[[str], Any]]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a CSV file with the place it came from.

    Attributes:
        folder: Name of the folder, such as `policy`.
        file: Name of the file, such as `relations.csv`.
        line: First line of the row, counted from 1.
        cells: Cells by column.
    """

    folder: str
    file: str
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """Return the cell of a column."""
        return self.cells[column]

    @property
    def place(self) -> str:
        """Folder and file, such as `policy/relations.csv`."""
        return f"{self.folder}/{self.file}"

    def fault(self, column: str, problem: str) -> Fault:
        """Return a fault of one of the row's cells."""
        return Fault(self.place, self.line, column, self[column], problem)


@dataclass(frozen=True, slots=True)
class Facts:
    """All rows of the folders, in the order of the folders."""

    entities: list[Row]
    relations: list[Row]
    sources: list[Row]
    resolutions: list[Row]
    votes: list[Row]


def _entity(cell: str) -> None:
    if c.identifier(cell).partition("/")[0] not in TABLE_OF_KIND:
        raise c.Misfit(f"is not of a kind that has a table ({', '.join(TABLE_OF_KIND)})")


def _source(cell: str) -> None:
    c.slug(cell.removeprefix("src/"))


def _sources(cell: str) -> None:
    for part in c.texts(cell):
        _source(part)


def _optional_source(cell: str) -> None:
    _sources(cell)
    if "|" in cell:
        raise c.Misfit("names more than one source")


def _like(table: str, *without: str, **others: Callable[[str], Any]) -> Parsers:
    """Return the parsers of a table's columns, without some, with others in addition."""
    kept = {name: parser for name, parser in TABLES[table].cells.items() if name not in without}
    return kept | others


COLLECTED: Final[Mapping[str, Parsers]] = {
    "entities.csv": _like(
        "agencies.csv", id=_entity, type=c.text, alt_labels=c.text, source=_sources
    ),
    "relations.csv": _like("memberships.csv", "id", qualifiers=parse, source=_optional_source),
    "sources.csv": _like(
        "sources.csv",
        "origin",
        "via",
        id=_source,
        kind=c.choice(*SOURCE_RANK, *SOURCE_KINDS),
        published=c.optional_date,
    ),
    "resolutions.csv": _like("resolutions.csv", "accord", id=c.identifier, source=_optional_source),
    "votes.csv": _like("votes.csv", date=c.partial_date, source=_source),
}


def read_rows(path: Path, parsers: Parsers, faults: list[Fault]) -> list[Row]:
    """Return the rows of a CSV file, and append what is wrong with it to the faults.

    Raises:
        Unreadable: The file is not CSV in UTF-8.
    """
    folder, name = path.parent.name, path.name
    place = f"{folder}/{name}"
    records = read_cells(path)
    _, header = next(records, (1, []))
    if sorted(header) != sorted(parsers):
        problem = f"is not the header; the columns are {','.join(parsers)}"
        faults.append(Fault(place, 1, "header", ",".join(header), problem))
        return []
    rows = []
    for line, cells in records:
        if len(cells) != len(header):
            problem = f"has {len(cells)} cells instead of {len(header)}"
            faults.append(Fault(place, line, "row", ",".join(cells)[:60], problem))
            continue
        row = Row(folder, name, line, dict(zip(header, map(str.strip, cells), strict=True)))
        faults.extend(_faults_of(row, parsers))
        rows.append(row)
    return rows


def _faults_of(row: Row, parsers: Parsers) -> list[Fault]:
    found = []
    for column, parser in parsers.items():
        try:
            parser(row[column])
        except c.Misfit as misfit:
            found.append(row.fault(column, str(misfit)))
    return found


def read_folders(folders: list[Path]) -> Facts:
    """Return the facts of several folders.

    Raises:
        Unreadable: A folder is missing or has none of the files, or a file is not CSV in UTF-8.
        TableFaults: Rows are faulty; every fault of every file is listed.
    """
    faults: list[Fault] = []
    rows: dict[str, list[Row]] = {name: [] for name in COLLECTED}
    for folder in folders:
        present = [name for name in COLLECTED if (folder / name).is_file()]
        if not present:
            raise Unreadable(folder, f"no folder with one of {', '.join(COLLECTED)}")
        for name in present:
            rows[name].extend(read_rows(folder / name, COLLECTED[name], faults))
    if faults:
        raise TableFaults(faults)
    return Facts(**{name.removesuffix(".csv"): found for name, found in rows.items()})


def read_standing(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Return the rows of the tables that stand, by table; a table that is missing has none.

    Raises:
        Unreadable: A table is not CSV in UTF-8.
        TableFaults: Cells are faulty; every fault of every table is listed.
    """
    faults: list[Fault] = []
    standing = {
        name.removesuffix(".csv"): [
            row.cells for row in read_rows(folder / name, table.cells, faults)
        ]
        if (folder / name).exists()
        else []
        for name, table in TABLES.items()
    }
    if faults:
        raise TableFaults(faults)
    return standing
