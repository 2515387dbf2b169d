"""Checks of rows about provisions against the other rows.

In: all tables. Out: faults, each at the row that is wrong. What does not belong here: single cells
(`columns`), and whether a text really says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.errors import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from comity.tables.catalogue import Tables
    from comity.tables.provision_rows import ProvisionRow

_RECALLED = "recalled"


def faults_of_provisions(
    tables: Tables, entities: Collection[str], sources: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with rows about provisions.

    Args:
        tables: All rows that could be read.
        entities: Ids of all things, and of rows that could not be read.
        sources: Slugs of all sources, likewise.
    """
    first: dict[tuple[str, str], ProvisionRow] = {}
    for row in tables.provisions:
        before = first.setdefault((row.accord, row.provision), row)
        if before is not row:
            words = f"stands already at {before.place.file}:{before.place.line}"
            yield _fault(row, "provision", row.provision, words)
        if not row.accord.startswith("accord/"):
            yield _fault(row, "accord", row.accord, "is not of the kind accord")
        elif row.accord not in entities:
            yield _fault(row, "accord", row.accord, "is not in any table of entities")
        if row.source not in sources:
            yield _fault(row, "source", row.source, "is not in sources.csv")
        if row.verified == _RECALLED and row.confidence == "high":
            yield _fault(row, "confidence", row.confidence, "is too much for a recalled row")
        yield from _of_presence(row)


def _of_presence(row: ProvisionRow) -> Iterator[Fault]:
    """Yield where a row does not say where, or says that something absent stands somewhere."""
    if row.presence == "present":
        if not row.where.strip():
            yield _fault(row, "where", row.where, "must name the place in the text")
        return
    for column, value in (("where", row.where), ("quote", row.quote)):
        if value:
            yield _fault(row, column, value, "is not wanted for what is absent")
    if row.verified == _RECALLED:
        words = "is not enough: absence is coded only from a text that was read as a whole"
        yield _fault(row, "verified", row.verified, words)


def _fault(row: ProvisionRow, column: str, value: str, problem: str) -> Fault:
    return Fault(row.place.file, row.place.line, column, value, problem)
