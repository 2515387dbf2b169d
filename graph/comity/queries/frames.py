"""Results as pandas DataFrames.

In: the results of a SELECT, ASK or CONSTRUCT query. Out: a DataFrame with a column for each
variable and a dtype that fits all its values. What does not belong here: writing files (`formats`).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyoxigraph as ox

from comity.rdf.literals import value_of
from comity.rdf.namespaces import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.rdf.engine import Results

Cell = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None


def to_frame(results: Results, *, ids: bool = False) -> pd.DataFrame:
    """Return results as a DataFrame.

    Args:
        results: Solutions give a column for each variable; triples give `subject`, `predicate` and
            `object`; a truth value gives one cell `answer`.
        ids: Whether IRIs are shortened to ids such as `nation/chn` and names such as `rdf:type`.

    Returns:
        Columns of IRIs and texts have dtype `str`, whole numbers `Int64` or `int64`, other numbers
        `float64`, truth values `boolean`, whole days `datetime64[s]`; a column that mixes kinds
        (partial dates and days, say) has texts. Unbound cells are missing values.
    """
    if isinstance(results, ox.QueryBoolean):
        return pd.DataFrame({"answer": [bool(results)]})
    if isinstance(results, ox.QueryTriples):
        rows: list[tuple[Cell, ...]] = [(t.subject, t.predicate, t.object) for t in results]
        names = ["subject", "predicate", "object"]
    else:
        names = [variable.value for variable in results.variables]
        rows = [tuple(solution) for solution in results]
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    return pd.DataFrame(
        {name: _column(cells, ids=ids) for name, cells in zip(names, columns, strict=True)}
    )


def _column(cells: Sequence[Cell], *, ids: bool) -> pd.Series[Any]:
    values: list[Any] = [_value(cell, ids=ids) for cell in cells]
    present = [value for value in values if value is not None]
    kinds = {type(value) for value in present}
    missing = len(present) < len(values)
    if kinds == {int}:
        return pd.Series(values, dtype="Int64" if missing else "int64")
    if kinds and kinds <= {int, float, Decimal}:
        floats = [None if value is None else float(value) for value in values]
        return pd.Series(floats, dtype="float64")
    if kinds == {bool}:
        return pd.Series(values, dtype="boolean")
    if kinds == {date}:
        return pd.Series(pd.to_datetime(values)).astype("datetime64[s]")
    texts = [None if value is None else str(value) for value in values]
    return pd.Series(texts, dtype="str")


def _value(cell: Cell, *, ids: bool) -> object:
    if cell is None:
        return None
    if isinstance(cell, ox.Literal):
        return value_of(cell)
    if isinstance(cell, ox.NamedNode):
        return short_name(cell) if ids else cell.value
    return str(cell)
