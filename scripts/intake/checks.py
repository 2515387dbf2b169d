"""Check statements before they are brought together: what they name must be known.

In: statements, and what the tables will know. Out: faults, each at the row that came in. What the
finished tables must satisfy belongs to `comity.tables`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from intake.rules import RECALL_SOURCE
from intake.tables import TABLE_OF_PREDICATE

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from comity.errors import Fault
    from intake.mapping import Statement


def faults_of(
    statement: Statement, entities: Container[str], sources: Container[str]
) -> Iterator[Fault]:
    """Yield where a statement names what is not known."""
    row = statement.row
    if statement.predicate not in TABLE_OF_PREDICATE:
        yield row.fault("predicate", "is not a relation of the ontology")
    for column, identifier in (("subject", statement.subject), ("object", statement.object)):
        if identifier not in entities:
            yield row.fault(column, "is not in any table of entities")
    if statement.source not in sources:
        missing = "is not in sources.csv"
        hint = "" if row["source"] else f": a row without a source needs {RECALL_SOURCE}"
        yield row.fault("source", missing + hint)
    for key, source in (
        ("date_source", statement.date_source),
        ("alternative_source", statement.alternative_start and statement.alternative_source),
    ):
        if source and source not in sources:
            yield row.fault("qualifiers", f"has a {key} that is not in sources.csv: {source!r}")
