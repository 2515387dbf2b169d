"""What a worker can do.

In: a knowledge graph and a request. Out: a reply. Each operation is a function that takes the graph
as it looks from the request's moment. What does not belong here: HTTP.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from comity.errors import UnknownName
from comity.queries.evaluation import ALL_GRAPHS, GraphChoice, evaluate
from comity.rdf.namespaces import GRAPH
from comity.server import (
    describing,
    kinds,
    listings,
    named_graphs,
    ontology,
    pathways,
    policies,
    questions,
    things,
)
from comity.server.engines import engine_of
from comity.server.explorer import board, comparing, matrix, stories, world
from comity.server.messages import Reply, Request
from comity.server.writing import answer_in_format

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from comity.knowledge import KnowledgeGraph
    from comity.server.limits import Limits

    Operation = Callable[[KnowledgeGraph, Request, Limits], Reply]


def answer(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Return the reply to a request.

    Raises:
        Unprepared: The store of its moment is not there yet.
        ComityError: What was asked cannot be answered.
    """
    return _OPERATIONS[request.operation](graph.at(request.moment), request, limits)


def _prepare(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """Make the store of a moment."""
    _ = graph.store
    return Reply("data", leaving=True)


def _sparql(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Answer a SPARQL text."""
    arguments = request.arguments
    graph, text = graph.addressed(arguments["query"])
    graphs = GraphChoice(tuple(arguments["default_graphs"]), tuple(arguments["named_graphs"]))
    results = evaluate(engine_of(graph, request), text, graphs, limits.allow_service)
    return answer_in_format(results, request, limits)


def _graph(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Give a graph whole, or all graphs as one."""
    iri = request.arguments["graph"]
    graphs = GraphChoice(default=(iri,)) if iri else ALL_GRAPHS
    engine = engine_of(graph, request)
    if iri and not evaluate(engine, "ASK { ?s ?p ?o }", graphs):
        names = [GRAPH + entry.name for entry in named_graphs.graph_entries(graph.manifest)]
        raise UnknownName("graph", iri, difflib.get_close_matches(iri, names, n=2))
    results = evaluate(engine, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", graphs)
    return answer_in_format(results, request, limits)


_OPERATIONS: Final[Mapping[str, Operation]] = {
    "attestation": things.attestation,
    "board": board.board,
    "claim": things.claim,
    "claims": listings.claims,
    "compare": comparing.compare,
    "describe": describing.describe,
    "graph": _graph,
    "graph_page": named_graphs.graph_page,
    "kind": kinds.kind,
    "kinds": kinds.kinds,
    "map": world.world_map,
    "matrix": matrix.matrix,
    "ontology": ontology.ontology,
    "path": pathways.path,
    "policy": policies.policy,
    "prepare": _prepare,
    "question": questions.question,
    "question_page": questions.question_page,
    "search": listings.search,
    "source": things.source,
    "sources": listings.sources,
    "sparql": _sparql,
    "sparql_page": questions.sparql_page,
    "stories": stories.stories,
    "story": stories.story,
    "thing": things.thing,
}
