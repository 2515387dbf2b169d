"""Evaluating a query on a store.

In: a store and a SPARQL text; the usual prefixes need not be declared. Out: pyoxigraph's results.
What does not belong here: what becomes of the results (`frames`, `formats`).

Without FROM, a query sees all graphs as one; with FROM, just those that it names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from comity.errors import QueryFailed, QuerySyntax
from comity.queries.safety import refuse_unsafe
from comity.rdf.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

    Results = QuerySolutions | QueryBoolean | QueryTriples

_POSITION: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_FORMS: Final = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_UPDATES: Final = frozenset(
    ["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"]
)
_PROLOGUE: Final = {"PREFIX", "BASE", "VERSION"}


def evaluate(store: Store, text: str) -> Results:
    """Return the results of a query.

    Raises:
        QuerySyntax: The text is not SPARQL; line and column are given.
        QueryRefused: The text is unsafe, see `safety`.
        QueryFailed: The engine could not evaluate it.
    """
    text = text.removeprefix("\ufeff")
    words = refuse_unsafe(text)
    names_graphs = any(word.upper() == "FROM" for word in words)
    try:
        return store.query(text, prefixes=PREFIXES, use_default_graph_as_union=not names_graphs)
    except SyntaxError as problem:
        raise _syntax(text, words, str(problem.msg)) from problem
    except (ValueError, OSError, RuntimeError) as problem:
        raise QueryFailed(str(problem)) from problem


def _syntax(text: str, words: Sequence[str], message: str) -> QuerySyntax:
    """Return the error with its position and without the list of all words that would have fit."""
    first = words[0].upper() if words else ""
    if first in _UPDATES:
        return QuerySyntax(f"{first} would change the graph, which is read-only")
    if first not in _FORMS | _PROLOGUE:
        begins = "a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE"
        return QuerySyntax(f"{begins}, not with {words[0]!r}" if words else begins)
    match = _POSITION.match(message)
    if match is None:
        return QuerySyntax(" ".join(message.split()))
    line, column = int(match[1]), int(match[2])
    lines = text.splitlines() or [""]
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    if "Prefix not found" in match[3]:
        name = re.search(r"([\w.-]*:)[\w.-]*$", before)
        which = f" {name[1]}" if name else ""
        return QuerySyntax(f"the prefix{which} is not declared", line, column)
    if line > len(lines) or not "".join([lines[line - 1][column - 1 :], *lines[line:]]).strip():
        return QuerySyntax("the query ends too early", line, column)
    return QuerySyntax(
        f"unexpected text after {before.split()[-1]!r}" if before.strip() else "unexpected text",
        line,
        column,
    )
