"""Checks that are faster, or only possible, as SPARQL.

In: a dataset and `ontology/checks/*.rq`, each a SELECT that gives `?focus` and, if it helps,
`?value` for what is wrong. Out: one finding for each row. What does not belong here: conditions
that a SHACL shape can state on one node (`shapes`).

The header of a check says its message and its severity: an error, unless it says otherwise, stops
a build; a warning is told.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, QuerySolutions

from comity.errors import Unreadable
from comity.rdf.namespaces import PREFIXES, identifier
from comity.rdf.query_files import read_query_files

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store


SEVERITIES: Final = ("error", "warning")


def run_checks(dataset: Store, folder: Path) -> dict[str, list[str]]:
    """Return what the checks find by severity, in the form `id: message (value)`, sorted.

    Raises:
        Unreadable: The folder has no checks, or a check is not a SELECT query with a message,
            or its severity is unknown.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for file in read_query_files(folder):
        message = file.word("message")
        severity = file.word("severity") if "severity" in file.header else "error"
        if severity not in SEVERITIES:
            raise Unreadable(f"{file.name}.rq", f"its severity is not {' or '.join(SEVERITIES)}")
        rows = dataset.query(file.text, prefixes=PREFIXES, use_default_graph_as_union=True)
        if not isinstance(rows, QuerySolutions):
            raise Unreadable(f"{file.name}.rq", "not a SELECT query")
        has_value = any(variable.value == "value" for variable in rows.variables)
        for row in rows:
            value = f" (found {_words(row['value'])})" if has_value and row["value"] else ""
            found[severity].add(f"{_words(row['focus'])}: {message}{value}")
    return {severity: sorted(found[severity]) for severity in SEVERITIES}


def _words(term: object) -> str:
    return (
        (identifier(term) or term.value)
        if isinstance(term, NamedNode)
        else getattr(term, "value", str(term))
    )
