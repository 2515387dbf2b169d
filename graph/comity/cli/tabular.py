"""Tables on the terminal.

In: the results of a query. Out: lines on stdout that fit the width. What does not belong here:
formats that other programs read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from comity.rdf.namespaces import identifier

if TYPE_CHECKING:
    from comity.queries.evaluation import Results


def print_results(results: Results, *, width: int | None = None) -> None:
    """Print results as a table with a line that counts the rows.

    Control characters of the data are shown, not sent to the terminal.
    """
    console = Console(width=width, highlight=False)
    if isinstance(results, ox.QueryBoolean):
        console.print("yes" if results else "no")
        return
    if isinstance(results, ox.QueryTriples):
        names = ["subject", "predicate", "object"]
        rows: list[tuple[object, ...]] = sorted(
            ((t.subject, t.predicate, t.object) for t in results), key=str
        )
    else:
        names = [variable.value for variable in results.variables]
        rows = [tuple(solution) for solution in results]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    numbers = _number_columns(names, rows)
    for name in names:
        table.add_column(name, justify="right" if name in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_printable(cell)) for cell in row))
    console.print(table)
    console.print(f"{len(rows):,} row{'' if len(rows) == 1 else 's'}", style="dim")


def _number_columns(names: list[str], rows: list[tuple[object, ...]]) -> set[str]:
    def is_number(cell: object) -> bool:
        return isinstance(cell, ox.Literal) and cell.datatype.value.endswith(
            ("#integer", "#decimal", "#double")
        )

    columns = zip(*rows, strict=True) if rows else ()
    return {
        name
        for name, cells in zip(names, columns, strict=False)
        if all(cell is None or is_number(cell) for cell in cells) and any(cells)
    }


def _printable(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, ox.NamedNode):
        text = identifier(cell) or cell.value
    elif isinstance(cell, ox.Literal):
        text = cell.value
    else:
        text = str(cell)
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)
