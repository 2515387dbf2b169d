"""Results of a query as a table for a page.

In: results of the engine. Out: names of columns, and rows of cells, up to a limit: a page with a
million rows helps nobody. What does not belong here: other formats (`writing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from comity.errors import QueryFailed
from comity.server.links import Cell, cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.rdf.engine import Results

MOST_ROWS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Table:
    """A table for a page.

    Attributes:
        columns: Names of the columns.
        rows: Rows of cells.
        is_cut: Whether there are more rows than it shows.
        is_graph: Whether its rows are triples.
        answer: The answer to a question of yes or no; then there are no rows.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    is_cut: bool = False
    is_graph: bool = False
    answer: bool | None = None

    @property
    def numbers(self) -> frozenset[int]:
        """Places of the columns that hold nothing but numbers."""
        return frozenset(
            place
            for place in range(len(self.columns))
            if any(row[place].is_number for row in self.rows)
            and all(row[place].is_number or not row[place].text for row in self.rows)
        )


def table_of(results: Results, limit: int = MOST_ROWS) -> Table:
    """Return results as a table.

    Raises:
        QueryFailed: The engine gave up while it went on evaluating.
    """
    try:
        match results:
            case ox.QueryBoolean():
                return Table((), (), answer=bool(results))
            case ox.QueryTriples():
                seen = dict.fromkeys(islice(results, limit + 1))
                rows = [[cell(term) for term in (t.subject, t.predicate, t.object)] for t in seen]
                columns = ("subject", "predicate", "object")
                return Table(columns, rows[:limit], len(rows) > limit, is_graph=True)
            case _:
                names = [variable.value for variable in results.variables]
                found = list(islice(results, limit + 1))
                rows = [[cell(row[name]) for name in names] for row in found[:limit]]
                return Table(names, rows, len(found) > limit)
    except (ValueError, OSError, RuntimeError) as problem:
        raise QueryFailed(str(problem)) from problem
