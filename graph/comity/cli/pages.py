"""Pages for readers at a terminal.

In: texts from the data. Out: headings, tables and paragraphs on stdout, within the width of the
terminal up to one that is easy to read, or within 80 columns (or `COLUMNS`) elsewhere. Colour only
repeats what words say, and is left out in pipes and when `NO_COLOR` is set. What does not belong
here: what a page says, and formats for programs (`rows`).

Rich is slow to import; so this module is imported only when a page is shown.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from comity.cli.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

WIDEST: Final = 100  # longer lines are hard to follow to their end
SHOWN: Final = 12  # rows of a group before the rest is only counted
_STYLES: Final = {
    "contradicted": "red",
    "disputed": "yellow",
    "outdated": "yellow",
    "unverified": "yellow",
    "warning": "yellow",
}


def show_page(parts: Iterable[RenderableType]) -> None:
    """Write the parts of a page to stdout, without blanks at the end of lines."""
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    lines = captured.get().split("\n")
    sys.stdout.write("\n".join(line.rstrip() for line in lines))
    sys.stdout.flush()


def plain(text: object, style: str = "") -> Text:
    """Return a text from the data; control characters are shown and not sent."""
    return Text(printable(str(text)), style=style)


def under(first: Text, second: Text) -> Text:
    """Return two texts as one, the second on a line of its own."""
    return Text("\n").join((first, second))


def title(name: str, id_: str = "") -> Text:
    """Return the first line of a page."""
    return Text.assemble(plain(name, "bold"), "  " if id_ else "", plain(id_, "dim"))


def heading(words: str, count: int | str | None = None) -> Text:
    """Return the line above a group, with an empty line before it."""
    counted = (
        "" if count is None else f"  ({count:,})" if isinstance(count, int) else f"  ({count})"
    )
    return Text.assemble("\n", plain(words, "bold"), (counted, "dim"))


def mark(verdict: str) -> Text:
    """Return a verdict in brackets, or nothing for one that needs no mark."""
    if verdict in {"", "supported"}:
        return Text("")
    return plain(f"[{verdict}]", _STYLES.get(verdict, ""))


def indented(part: RenderableType, by: int = 2) -> Padding:
    """Return a part with a margin at its left."""
    return Padding(part, (0, 0, 0, by))


def columns(rows: Sequence[Sequence[Text]], *, right: Iterable[int] = (), wide: int = 1) -> Table:
    """Return rows without a head; the column `wide` takes what width is left and is folded."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for position in range(max((len(row) for row in rows), default=0)):
        table.add_column(
            justify="right" if position in set(right) else "left",
            no_wrap=position != wide,
            overflow="fold",
            ratio=1 if position == wide else None,
        )
    table.expand = True
    for row in rows:
        table.add_row(*row)
    return table


def ruled(names: Sequence[str], rows: Sequence[Sequence[object]], *, gap: int = 2) -> Table:
    """Return rows under the names of their columns; columns of numbers are set to the right."""
    table = Table(box=None, padding=(0, gap, 0, 0), pad_edge=False, header_style="dim")
    for position, name in enumerate(names):
        are_numbers = bool(rows) and all(isinstance(row[position], int) for row in rows)
        table.add_column(
            Text(name.replace("_", " ")),
            justify="right" if are_numbers else "left",
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(_cell(cell) for cell in row))
    return table


def _cell(cell: object) -> Text:
    return Text(f"{cell:,}" if cell else "–") if isinstance(cell, int) else plain(cell)


def shortened(
    rows: Sequence[Sequence[Text]], *, everything: bool
) -> tuple[Sequence[Sequence[Text]], Text | None]:
    """Return the rows to show of a group, and the line that counts the others, if any are left."""
    if everything or len(rows) <= SHOWN + 1:  # one more row takes no more room than its count
        return rows, None
    left = len(rows) - SHOWN
    return rows[:SHOWN], Text(f"… and {left:,} more; --all shows them", style="dim")


def group(
    words: str,
    rows: Sequence[Sequence[Text]],
    *,
    everything: bool,
    right: Iterable[int] = (),
    wide: int = 1,
    count: str = "",
) -> Group:
    """Return a heading with its rows, of which a long list is shortened.

    The heading counts the rows, unless it is given a count in words.
    """
    shown, rest = shortened(rows, everything=everything)
    parts: list[RenderableType] = [
        heading(words, count or len(rows)),
        indented(columns(shown, right=right, wide=wide)),
    ]
    if rest is not None:
        parts.append(indented(rest))
    return Group(*parts)
