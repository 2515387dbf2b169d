"""Merge source rows: one source, one id.

In: rows of `sources.csv` of the folders and of the tables. Out: table rows; redirects for ids
given up. Deciding which source of a claim is the best does not belong here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from intake.dates import agree, fuller
from intake.rules import LISTING_URLS, RECALL_SOURCE, SOURCE_KINDS
from intake.tables import COLUMNS, Cells

if TYPE_CHECKING:
    from intake.account import Account
    from intake.reading import Row
    from intake.redirects import Redirects

_UNTOLD: Final = ("via", "origin")
"""Columns of the table that the folders do not have."""


def merge_sources(
    existing: list[Cells], rows: list[Row], redirects: Redirects, account: Account
) -> dict[str, Cells]:
    """Return the sources by id; equal ids and equal addresses are one source.

    Addresses of changing lists (`LISTING_URLS`) do not make two sources one.
    """
    merged = {row["id"]: dict(row) for row in existing}
    fixed = frozenset(merged)
    by_url = {row["url"]: row["id"] for row in existing if _identifies(row["url"])}
    for row in rows:
        account.source_rows[row.folder] += 1
        cells = _as_table_row(row)
        identifier = redirects.resolve_source(cells["id"])
        if identifier not in merged and cells["url"] in by_url:
            target = by_url[cells["url"]]
            redirects.add(f"source/{identifier}", f"source/{target}", "same address")
            account.remark("Sources merged by address", f"`{identifier}` into `{target}`")
            identifier = target
        if identifier in fixed:
            account.totals["source rows that stand in the tables already"] += 1
            continue
        if identifier in merged:
            _complete(merged[identifier], cells, row, account)
        else:
            merged[identifier] = cells | {"id": identifier}
            if _identifies(cells["url"]):
                by_url[cells["url"]] = identifier
    return merged


def _identifies(url: str) -> bool:
    return bool(url) and url not in LISTING_URLS


def _as_table_row(row: Row) -> Cells:
    cells = {column: row[column] for column in COLUMNS["sources"] if column not in _UNTOLD}
    cells |= dict.fromkeys(_UNTOLD, "")
    cells["id"] = cells["id"].removeprefix("src/")
    kind = "recollection" if cells["id"] == RECALL_SOURCE else cells["kind"]
    cells["kind"] = SOURCE_KINDS.get(kind, kind)
    if cells["publisher"] == "(none)":
        cells["publisher"] = ""
    return cells


def _complete(kept: Cells, cells: Cells, row: Row, account: Account) -> None:
    heading = "Sources with one id and different cells (the first folder wins)"
    if agree(kept["published"], cells["published"]):
        kept["published"] = fuller(kept["published"], cells["published"])
    else:
        account.remark(
            heading,
            f"`{kept['id']}` published: {kept['published']} kept, "
            f"{cells['published']} in {row.place}:{row.line}",
        )
    if kept["kind"] != cells["kind"]:
        account.remark(
            heading,
            f"`{kept['id']}` kind: {kept['kind']} kept, {cells['kind']} in {row.place}:{row.line}",
        )
    account.totals["sources merged"] += 1
