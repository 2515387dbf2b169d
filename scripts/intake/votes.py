"""Bring in resolutions and roll calls.

In: rows of `resolutions.csv` and `votes.csv`, and the relation rows that repeat votes. Out:
rows of the two tables. Votes as claims belong to the RDF, not here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.errors import Fault, TableFaults
from intake.rules import RECALL_SOURCE
from intake.tables import COLUMNS, Cells

if TYPE_CHECKING:
    from intake.account import Account
    from intake.reading import Facts, Row
    from intake.redirects import Redirects


def merge_resolutions(
    existing: list[Cells], rows: list[Row], redirects: Redirects, account: Account
) -> list[Cells]:
    """Return the resolutions; rows of the tables stay as they are."""
    merged = {row["accord"]: row for row in existing}
    for row in rows:
        cells = {column: row[column] for column in COLUMNS["resolutions"] if column != "accord"}
        cells["accord"] = redirects.resolve(row["id"])
        cells["source"] = redirects.resolve_source(row["source"] or RECALL_SOURCE)
        account.totals["resolution rows read"] += 1
        if cells["accord"] in merged:
            account.note_not_carried(row, "stands in the tables already")
        merged.setdefault(cells["accord"], cells)
    return list(merged.values())


def merge_votes(
    existing: list[Cells],
    rows: list[Row],
    resolutions: list[Cells],
    redirects: Redirects,
    account: Account,
) -> list[Cells]:
    """Return the votes; rows of the tables stay as they are.

    Raises:
        TableFaults: A vote has another date than its resolution, whose date stands for it.
    """
    dates = {row["accord"]: row["date"] for row in resolutions}
    merged = {(row["resolution"], row["nation"]): row for row in existing}
    faults: list[Fault] = []
    for row in rows:
        resolution = redirects.resolve(row["resolution"])
        nation = redirects.resolve(row["nation"])
        if row["date"] != dates.get(resolution):
            problem = f"is not the day of {resolution}, {dates.get(resolution, 'which is unknown')}"
            faults.append(row.fault("date", problem))
        account.totals["vote rows read"] += 1
        kept = merged.get((resolution, nation))
        if kept is not None:
            same = kept["vote"] == row["vote"]
            reason = "stands in the tables already" if same else "another vote stands and is kept"
            account.note_not_carried(row, reason)
            continue
        merged[resolution, nation] = {
            "resolution": resolution,
            "nation": nation,
            "vote": row["vote"],
            "source": redirects.resolve_source(row["source"]),
        }
    if faults:
        raise TableFaults(faults)
    return list(merged.values())


def check_voted_rows(facts: Facts, votes: list[Cells], redirects: Redirects) -> None:
    """Check that relation rows that repeat votes say the same as the votes.

    Raises:
        TableFaults: A row says another vote, or one that is not in the table.
    """
    cast = {(row["resolution"], row["nation"]): row["vote"] for row in votes}
    faults: list[Fault] = []
    for row in facts.relations:
        if row["predicate"] == "voted":
            key = (redirects.resolve(row["object"]), redirects.resolve(row["subject"]))
            if row["qualifiers"] != f"vote={cast.get(key)}":
                problem = f"differs from the vote in votes.csv ({cast.get(key, 'none')})"
                faults.append(row.fault("qualifiers", problem))
    if faults:
        raise TableFaults(faults)
