"""Evaluating a query on a store.

In: a store and a SPARQL text; the usual prefixes need not be declared. Out: pyoxigraph's results.
What does not belong here: what becomes of the results (`frames`, `formats`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from comity.errors import QueryFailed, QuerySyntax
from comity.queries.safety import refuse_unsafe
from comity.rdf.namespaces import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

    Results = QuerySolutions | QueryBoolean | QueryTriples

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def evaluate(store: Store, text: str) -> Results:
    """Return the results of a query over all graphs of a store.

    Raises:
        QuerySyntax: The text is not SPARQL; line and column are given.
        QueryRefused: The text is unsafe, see `safety`.
        QueryFailed: The engine could not evaluate it.
    """
    refuse_unsafe(text)
    try:
        return store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
    except SyntaxError as problem:
        raise _syntax(str(problem.msg)) from problem
    except (ValueError, OSError, RuntimeError) as problem:
        raise QueryFailed(str(problem)) from problem


def _syntax(message: str) -> QuerySyntax:
    """Return the error with its position and without the list of all tokens that would have fit."""
    match = _POSITION.match(message)
    if match is None:
        return QuerySyntax(" ".join(message.split()))
    line, column, rest = int(match[1]), int(match[2]), " ".join(match[3].split())
    unknown = re.match(r"expected one of (.*? not found)", rest)
    words = unknown[1].lower() if unknown else "unexpected text here"
    return QuerySyntax(words, line, column)
