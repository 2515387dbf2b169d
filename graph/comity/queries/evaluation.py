"""Evaluating a query on a store.

In: a store and a SPARQL text; the usual prefixes need not be declared. Out: pyoxigraph's results.
What does not belong here: what becomes of the results (`frames`, `formats`).

Without FROM, a query sees all graphs as one; with FROM, just those that it names. Graphs that are
named beside the text, as the SPARQL protocol allows, count in place of FROM.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import NamedNode

from comity.errors import BadIri, QueryFailed, QuerySyntax
from comity.queries.calls import column_before, only_allowed
from comity.queries.safety import refuse_unsafe
from comity.rdf.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from comity.rdf.engine import Engine, Results

_POSITION: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_FORMS: Final = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_UPDATES: Final = frozenset(
    ["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"]
)
_PROLOGUE: Final = {"PREFIX", "BASE", "VERSION"}


@dataclass(frozen=True, slots=True)
class GraphChoice:
    """Graphs that a query is asked of, in place of those that its text names.

    Attributes:
        default: IRIs of graphs that together are the default graph.
        named: IRIs of graphs that GRAPH may name.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether any graph is chosen."""
        return bool(self.default or self.named)


ALL_GRAPHS: Final = GraphChoice()


def evaluate(
    store: Engine,
    text: str,
    graphs: GraphChoice = ALL_GRAPHS,
    allow_service: Collection[str] = (),
) -> Results:
    """Return the results of a query.

    Args:
        store: What is asked.
        text: The query.
        graphs: Graphs to ask, in place of those that the text names.
        allow_service: Addresses of SPARQL endpoints that SERVICE may ask.

    Raises:
        BadIri: A chosen graph has no IRI.
        QuerySyntax: The text is not SPARQL; line and column are given.
        QueryRefused: The text is unsafe, see `safety`, or calls another server, see `calls`.
        QueryFailed: The engine could not evaluate it.
    """
    text = text.removeprefix("\ufeff")
    words = refuse_unsafe(text)
    text = only_allowed(text, allow_service)
    names_graphs = any(word.upper() == "FROM" for word in words)
    default = [_graph(iri) for iri in graphs.default]
    named = [_graph(iri) for iri in graphs.named]
    try:
        return store.query(
            text,
            prefixes=PREFIXES,
            use_default_graph_as_union=not (names_graphs or graphs),
            default_graph=default if graphs else None,
            named_graphs=named if graphs else None,
        )
    except SyntaxError as problem:
        raise _syntax(text, words, str(problem.msg)) from problem
    except (ValueError, OSError, RuntimeError) as problem:
        raise QueryFailed(str(problem)) from problem


@contextmanager
def reading_on() -> Iterator[None]:
    """Translate what the engine raises while results are read, for it goes on evaluating then.

    Raises:
        QueryFailed: The engine gave up, such as when a server that SERVICE asks does not answer.
    """
    try:
        yield
    except OSError as problem:
        if problem.errno is not None:  # of a file or a pipe that is written to
            raise
        raise QueryFailed(str(problem)) from problem
    except RuntimeError as problem:
        raise QueryFailed(str(problem)) from problem


def _graph(iri: str) -> Any:
    try:
        return NamedNode(iri)
    except ValueError as problem:
        raise BadIri(iri) from problem


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
    place = column_before(lines[line - 1], column) if line <= len(lines) else column
    if "Prefix not found" in match[3]:
        name = re.search(r"([\w.-]*:)[\w.-]*$", before)
        which = f" {name[1]}" if name else ""
        return QuerySyntax(f"the prefix{which} is not declared", line, place)
    if line > len(lines) or not "".join([lines[line - 1][column - 1 :], *lines[line:]]).strip():
        return QuerySyntax("the query ends too early", line, place)
    return QuerySyntax(
        f"unexpected text after {before.split()[-1]!r}" if before.strip() else "unexpected text",
        line,
        place,
    )
