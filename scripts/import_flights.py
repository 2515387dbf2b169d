"""Bring the collected facts about crews and satellites into the compact tables.

In: the folders `crews` and `satellites` of facts, and a tables folder. Out: the tables `persons`,
`flights`, `crew` and `satellites`, with the missions, other entities, sources and redirects that
they need; and a report on standard output of what was left out. Either all tables pass the checks
of Comity or no file is written.

Usage::

    python scripts/import_flights.py CREWS SATELLITES -o TABLES_DIR

Rows that stand in the tables win, so a second run changes nothing; empty cells of missions that are
flights are filled. `scripts/intake/flights/identities.csv` says which things stand in the tables
under other ids, and `entities.csv` beside it describes those that no folder describes.

Exit codes are those of the command line: 0 done, 1 faults in the rows, 2 usage, 3 a file cannot be
read or written.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from comity.cli.exits import exit_code
from comity.errors import ComityError
from comity.tables.reading import read_text
from comity.tables.rows import TABLES
from intake.flight_facts import (
    Ids,
    crew_row,
    flight_row,
    mission_row,
    person_row,
    satellite_row,
)
from intake.tables import TABLE_OF_KIND, Cells, Tables, checked_bytes, write_changed

if TYPE_CHECKING:
    from collections.abc import Iterable

OWN: Final = Path(__file__).resolve().parent / "intake" / "flights"


@dataclass(slots=True)
class Account:
    """What became of the rows.

    Attributes:
        came_in: Number of rows that came in, by table.
        left_out: Sentences about what did not, by reason.
    """

    came_in: Counter[str] = field(default_factory=Counter)
    left_out: dict[str, list[str]] = field(default_factory=dict)

    def leave_out(self, reason: str, what: str) -> None:
        """Note something that is not in the tables as it was collected."""
        self.left_out.setdefault(reason, []).append(what)

    def text(self) -> str:
        """Return the report."""
        lines = [f"{table}: {count} rows came in" for table, count in sorted(self.came_in.items())]
        for reason, among in sorted(self.left_out.items()):
            lines.append(f"{reason}: {len(among)}")
            lines.extend(f"  {what}" for what in among)
        return "\n".join(lines)


def bring_in(crews: Path, satellites: Path, tables: Tables) -> Account:
    """Add the facts of two folders to the tables, in place, and return the account."""
    account = Account()
    flights = _rows(crews / "flights.csv")
    ids = Ids([*tables["redirects"], *_rows(OWN / "identities.csv")], flights)
    people = _rows(crews / "persons.csv")
    described = {row["person"]: row["note"] for row in people}
    seats = [crew_row(row, ids, described) for row in _rows(crews / "crew.csv")]
    craft = [satellite_row(row, ids) for row in _rows(satellites / "satellites.csv")]
    _add(tables, "persons", ("id",), map(person_row, people), account)
    _add_missions(tables, [mission_row(row, ids) for row in flights], account)
    for row in _rows(OWN / "entities.csv"):
        table = TABLE_OF_KIND[row["id"].partition("/")[0]]
        _add(tables, table, ("id",), [row], account)
    _add(tables, "flights", ("mission",), [flight_row(row, ids) for row in flights], account)
    _add(tables, "crew", ("flight", "person"), seats, account)
    _add(tables, "satellites", ("id",), craft, account)
    _add_redirects(tables, account)
    _add_sources(tables, [crews, satellites], account)
    return account


def _add(
    tables: Tables, table: str, key: tuple[str, ...], rows: Iterable[Cells], account: Account
) -> None:
    columns = TABLES[f"{table}.csv"].cells
    standing = {tuple(row[column] for column in key) for row in tables[table]}
    for row in rows:
        name = tuple(row[column] for column in key)
        if name in standing:
            account.leave_out(f"{table}: stands in the tables already", " ".join(name))
            continue
        standing.add(name)
        tables[table].append({column: row.get(column, "") for column in columns})
        account.came_in[table] += 1


def _add_missions(tables: Tables, rows: list[Cells], account: Account) -> None:
    standing = {row["id"]: row for row in tables["missions"]}
    for row in rows:
        kept = standing.get(row["id"])
        if kept is None:
            continue
        for column in ("wikidata", "start", "end"):
            if not kept[column] and row[column]:
                kept[column] = row[column]
                account.came_in[f"missions, empty {column}"] += 1
            elif row[column] and row[column] != kept[column]:
                what = f"{row['id']} {column}: {kept[column]} kept, {row[column]} collected"
                account.leave_out("missions: another value stands", what)
    _add(tables, "missions", ("id",), rows, account)


def _add_redirects(tables: Tables, account: Account) -> None:
    """Add a redirect for each id of a kind that Comity has; `flight/…` never was one."""
    rows = [
        {**row, "reason": f"{row['reason']} collected under two ids"}
        for row in _rows(OWN / "identities.csv")
        if row["from"].startswith("satellite/")
    ]
    _add(tables, "redirects", ("from",), rows, account)


def _add_sources(tables: Tables, folders: list[Path], account: Account) -> None:
    """Add the sources that rows name; an address or title that stands already is the same one."""
    named = {
        source
        for table in ("persons", "missions", "flights", "crew", "satellites", "organisations")
        for row in tables[table]
        for source in row["source"].split("|")
    }
    known = {row["id"] for row in tables["sources"]}
    for folder in folders:
        for row in _rows(folder / "sources.csv"):
            if row["id"] not in named | known:
                account.leave_out("sources: no row names it", row["id"])
                continue
            twins = [
                each["id"]
                for each in tables["sources"]
                if each["id"] in known
                and (row["url"], row["title"]) == (each["url"], each["title"])
            ]
            if twins and row["id"] not in known:
                account.leave_out("sources: stands under another id", f"{row['id']}: {twins[0]}")
            _add(tables, "sources", ("id",), [row], account)


def _rows(path: Path) -> list[Cells]:
    return list(csv.DictReader(io.StringIO(read_text(path), newline="")))


def main(arguments: list[str]) -> int:
    """Run the import and return the exit code."""
    parser = argparse.ArgumentParser(description="Bring in facts about crews and satellites.")
    parser.add_argument("crews", type=Path, help="folder of facts about crews")
    parser.add_argument("satellites", type=Path, help="folder of facts about satellites")
    parser.add_argument("-o", "--output", required=True, type=Path, help="folder of the tables")
    options = parser.parse_args(arguments)
    try:
        tables = {
            name.removesuffix(".csv"): _rows(path) if path.exists() else []
            for name in TABLES
            for path in [options.output / name]
        }
        account = bring_in(options.crews, options.satellites, tables)
        changed = write_changed(options.output, checked_bytes(tables))
    except ComityError as error:
        print(f"import_flights: {error}", file=sys.stderr)
        return exit_code(error)
    print(account.text())
    print(f"changed: {', '.join(changed) or 'nothing'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
