"""DataFrames as rows for programs.

In: a DataFrame. Out: rows with plain values, and None or an empty cell for what is missing. What
does not belong here: writing them (`rows`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def frame_records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows as mappings by column, for JSON; None for what is missing."""
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in _plain(frame)]


def frame_rows(frame: pd.DataFrame) -> list[list[Any]]:
    """Return rows for CSV: an empty cell for what is missing, lists as texts with blanks."""
    return [
        ["" if cell is None else " ".join(cell) if isinstance(cell, list) else cell for cell in row]
        for row in _plain(frame)
    ]


def _plain(frame: pd.DataFrame) -> list[list[Any]]:
    return [[_value(cell) for cell in row] for row in frame.astype(object).itertuples(index=False)]


def _value(cell: Any) -> Any:
    if isinstance(cell, list):
        return cell
    import pandas as pd  # noqa: PLC0415  (pandas is slow to import)

    if pd.isna(cell):
        return None
    if hasattr(cell, "isoformat"):
        return cell.isoformat()
    return cell.item() if hasattr(cell, "item") else cell
