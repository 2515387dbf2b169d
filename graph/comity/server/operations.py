"""What a worker can do.

In: a knowledge graph and a request. Out: a reply. Each operation is a function that takes the graph
as it looks from the request's moment. What does not belong here: HTTP.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from comity.errors import FormatMismatch, UnknownName
from comity.queries.evaluation import ALL_GRAPHS, GraphChoice, evaluate
from comity.server.formats import GRAPHS, SOLUTIONS
from comity.server.messages import Reply, Request
from comity.server.writing import write_results

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from comity.knowledge import KnowledgeGraph
    from comity.rdf.engine import Engine
    from comity.server.limits import Limits

    Operation = Callable[[KnowledgeGraph, Request, Limits], Reply]


class Unprepared(Exception):
    """The store of the moment has to be made first, which takes longer than a query may."""


def answer(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Return the reply to a request.

    Raises:
        Unprepared: The store of its moment is not there yet.
        ComityError: What was asked cannot be answered.
    """
    return _OPERATIONS[request.operation](graph.at(request.moment), request, limits)


def engine_of(graph: KnowledgeGraph, request: Request) -> Engine:
    """Return the store of a graph.

    Raises:
        Unprepared: It has to be made first.
    """
    if not (graph.is_prepared or request.is_prepared):
        raise Unprepared
    return graph.store


def _prepare(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """Make the store of a moment."""
    _ = graph.store
    return Reply("data", leaving=True)


def _sparql(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Answer a SPARQL text."""
    arguments = request.arguments
    graph, text = graph.addressed(arguments["query"])
    graphs = GraphChoice(tuple(arguments["default_graphs"]), tuple(arguments["named_graphs"]))
    return _answer(engine_of(graph, request), text, request, limits, graphs)


def _question(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Answer a named query."""
    arguments = request.arguments
    graph, text = graph.question(arguments["name"], arguments["parameters"])
    return _answer(engine_of(graph, request), text, request, limits)


def _answer(
    engine: Engine,
    text: str,
    request: Request,
    limits: Limits,
    graphs: GraphChoice = ALL_GRAPHS,
) -> Reply:
    results = evaluate(engine, text, graphs)
    reply = write_results(results, request.formats, limits)
    if reply is None:
        is_graph = type(results).__name__ == "QueryTriples"
        kind = "a graph of triples" if is_graph else "a table of solutions"
        asked = ", ".join(request.formats) or "what was asked for"
        raise FormatMismatch(asked, kind, GRAPHS if is_graph else SOLUTIONS)
    return reply


def _graph(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Give a graph whole, or all graphs as one."""
    iri = request.arguments["graph"]
    graphs = GraphChoice(default=(iri,)) if iri else ALL_GRAPHS
    engine = engine_of(graph, request)
    if iri and not evaluate(engine, "ASK { ?s ?p ?o }", graphs):
        known = evaluate(engine, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")
        names = [solution["g"].value for solution in known]  # type: ignore[union-attr]
        raise UnknownName("graph", iri, difflib.get_close_matches(iri, names, n=2))
    return _answer(engine, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", request, limits, graphs)


_OPERATIONS: Final[Mapping[str, Operation]] = {
    "graph": _graph,
    "prepare": _prepare,
    "question": _question,
    "sparql": _sparql,
}
