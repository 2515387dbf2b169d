"""Merge entity rows: one thing, one id, one row.

In: rows of `entities.csv` of the folders, in order of priority, and of the tables. Out: table
rows by id. Deciding that two ids mean one thing is a curator's work (`redirects.csv`).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from intake.dates import agree, fuller
from intake.rules import RECALL_SOURCE
from intake.tables import COLUMNS, Cells

if TYPE_CHECKING:
    from intake.account import Account
    from intake.reading import Row
    from intake.redirects import Redirects

_SHORTEST_TELLING_NAME = 4


def merge_entities(
    existing: list[Cells], rows: list[Row], redirects: Redirects, account: Account
) -> dict[str, Cells]:
    """Return the entities by id; rows of the tables stay as they are."""
    merged = {row["id"]: dict(row) for row in existing}
    fixed = frozenset(merged)
    for row in _own_ids_first(rows, redirects):
        account.entity_rows[row.folder] += 1
        identifier = redirects.resolve(row["id"])
        if identifier in fixed:
            account.totals["entity rows that stand in the tables already"] += 1
        elif identifier in merged:
            account.totals["entity rows merged into another"] += 1
            _complete(merged[identifier], _as_table_row(row, identifier, redirects), row, account)
        else:
            merged[identifier] = _as_table_row(row, identifier, redirects)
    return merged


def _own_ids_first(rows: list[Row], redirects: Redirects) -> list[Row]:
    folders = list(dict.fromkeys(row.folder for row in rows))
    return sorted(
        rows, key=lambda row: (folders.index(row.folder), redirects.resolve(row["id"]) != row["id"])
    )


def _as_table_row(row: Row, identifier: str, redirects: Redirects) -> Cells:
    cells = {column: row[column] for column in COLUMNS["agencies"]}
    cells["id"] = identifier
    cells["nation"] = redirects.resolve(cells["nation"]) if cells["nation"] else ""
    cells["source"] = "|".join(
        redirects.resolve_source(source) for source in (row["source"] or RECALL_SOURCE).split("|")
    )
    cells["alt_labels"] = _joined([cells["alt_labels"]], cells["label"])
    return cells


def _joined(lists: list[str], label: str) -> str:
    names = dict.fromkeys(name.strip() for names in lists for name in names.split("|"))
    return "|".join(name for name in names if name and name != label)


def _complete(kept: Cells, cells: Cells, row: Row, account: Account) -> None:
    kept["alt_labels"] = _joined(
        [kept["alt_labels"], cells["label"], cells["alt_labels"]], kept["label"]
    )
    for column in ("start", "end"):
        if agree(kept[column], cells[column]):
            kept[column] = fuller(kept[column], cells[column])
        else:
            _report(kept, cells, column, row, account)
    for column in ("wikidata", "nation"):
        if not kept[column]:
            kept[column] = cells[column]
        elif cells[column] and cells[column] != kept[column]:
            _report(kept, cells, column, row, account)
    kept["description"] = kept["description"] or cells["description"]
    sources = dict.fromkeys((kept["source"] + "|" + cells["source"]).split("|"))
    if len(sources) > 1:
        sources.pop(RECALL_SOURCE, None)
    kept["source"] = "|".join(sources)
    if kept["verified"] == "recalled":
        kept["verified"] = cells["verified"]


def _report(kept: Cells, cells: Cells, column: str, row: Row, account: Account) -> None:
    account.remark(
        "Entities: conflicting cells (the folder named first wins)",
        f"`{kept['id']}` {column}: {kept[column]} kept, {cells[column]} in {row.place}:{row.line}",
    )


def report_similar_names(entities: dict[str, Cells], account: Account) -> None:
    """Note pairs of entities that share a name, for a curator to judge."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for identifier, cells in entities.items():
        for name in (cells["label"] + "|" + cells["alt_labels"]).split("|"):
            key = _plain(name)
            if len(key) >= _SHORTEST_TELLING_NAME or key == _plain(cells["label"]):
                bearers[key].add(identifier)
    pairs: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, identifiers in bearers.items():
        if name and len(identifiers) > 1:
            pairs[tuple(sorted(identifiers))].append(name)
    for group, names in sorted(pairs.items()):
        shared = ", ".join(f"“{name}”" for name in sorted(names))
        account.remark(
            "Entities left apart although they share a name",
            f"{', '.join(f'`{one}`' for one in group)}: {shared}",
        )


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in folded if letter.isalnum())
