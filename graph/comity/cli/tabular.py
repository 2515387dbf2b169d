"""Tables on the terminal.

In: the results of a query. Out: lines on stdout that fit the width. What does not belong here:
formats that other programs read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from comity.cli.pages import columns, mark, plain, under
from comity.cli.printable import printable
from comity.rdf.namespaces import short_name
from comity.rdf.vocabulary import ATTRIBUTES, RELATIONS
from comity.views.wording import period

if TYPE_CHECKING:
    from datetime import date

    from comity.rdf.engine import Results

_NARROWEST: Final = 12  # columns narrower than this are not read but deciphered
_CLAIM: Final = (
    "claim", "subject_name", "relation", "object_name", "since", "until", "verdict", "sources",
)  # fmt: skip
_PHRASES: Final = {
    **{relation.label: relation.phrase for relation in RELATIONS.values()},
    **{attribute.label: attribute.phrase for attribute in ATTRIBUTES.values()},
}


def print_results(results: Results, today: date, *, width: int | None = None) -> int:
    """Print results as a table with a line that counts the rows, and return that count.

    Control characters of the data are shown, not sent to the terminal.
    """
    console = Console(width=width, highlight=False)
    if isinstance(results, ox.QueryBoolean):
        console.print("yes" if results else "no")
        return 1
    if isinstance(results, ox.QueryTriples):
        names = ["subject", "predicate", "object"]
        rows: list[tuple[object, ...]] = sorted(
            ((t.subject, t.predicate, t.object) for t in results), key=str
        )
    else:
        names = [variable.value for variable in results.variables]
        rows = [tuple(solution) for solution in results]
    cells = [[_printable(cell) for cell in row] for row in rows]
    left_out = _columns_to_leave_out(names, cells, console.width)
    shown = [position for position, name in enumerate(names) if name not in left_out]
    if console.width < _NARROWEST * len(shown) and set(_CLAIM) <= set(names):
        _print_claims(console, [dict(zip(names, row, strict=True)) for row in cells], today)
        left_out = []
    elif console.width < _NARROWEST * len(shown):
        _print_records(
            console,
            [names[position] for position in shown],
            [[row[position] for position in shown] for row in cells],
        )
    else:
        numbers = _number_columns(names, rows)
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
        for position in shown:
            table.add_column(
                names[position].replace("_", " "),
                justify="right" if names[position] in numbers else "left",
                overflow="fold",
            )
        for row in cells:
            table.add_row(*(Text(row[position]) for position in shown))
        console.print(table)
    count = f"{len(rows):,} row{'' if len(rows) == 1 else 's'}"
    note = f"; left out to fit the width: {', '.join(left_out)}" if left_out else ""
    console.print(count + note, style="dim")
    return len(rows)


def _print_claims(console: Console, rows: list[dict[str, str]], today: date) -> None:
    """Print claims as sentences, with dates, a verdict that is not supported, and their sources."""
    lines = []
    for row in rows:
        phrase = _PHRASES.get(row["relation"], row["relation"])
        words = plain(f"{row['subject_name']} {phrase} {row['object_name']}")
        if row["verdict"] != "supported":
            words.append_text(plain("  ")).append_text(mark(row["verdict"]))
        words = under(words, plain(row["claim"], "dim"))
        dates = period(row["since"] or None, row["until"] or None, today)
        lines.append((plain(dates), words, plain(row["sources"], "dim")))
    console.print(columns(lines, right=(2,)))
    console.print(Text("\nThe number at the right of a claim counts its sources.", style="dim"))


def _print_records(console: Console, names: list[str], cells: list[list[str]]) -> None:
    """Print each row as a block of lines, for rows of more columns than fit side by side."""
    for row in cells:
        table = Table.grid(padding=(0, 2))
        for name, cell in zip(names, row, strict=True):
            if cell:
                table.add_row(Text(name.replace("_", " "), style="dim"), Text(cell))
        console.print(table)
        console.print()


def _columns_to_leave_out(names: list[str], cells: list[list[str]], width: int) -> list[str]:
    """Return the columns of ids that a column of names stands for, if not all columns fit.

    A column `x` has its names in `x_name`; the first column may have them in `name`.
    """
    needed = [
        max([len(name), *(len(row[position]) for row in cells)])
        for position, name in enumerate(names)
    ]
    if sum(needed) + 2 * len(names) <= width:
        return []
    paired = [name for name in names if f"{name}_name" in names]
    if names and "name" in names[1:]:
        paired.insert(0, names[0])
    return paired


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
        text = short_name(cell)
    elif isinstance(cell, ox.Literal):
        text = cell.value
    else:
        text = str(cell)
    return printable(text)
