"""Pages about named graphs.

In: the name of a graph, or none. Out: a page that says what it holds and shows its first triples,
or a list of all. What does not belong here: graphs in other formats (`operations`).
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.errors import UnknownName
from comity.queries.evaluation import GraphChoice, evaluate
from comity.rdf.namespaces import GRAPH
from comity.server.engines import engine_of
from comity.server.formats import GRAPHS
from comity.server.rendering import frame_of, page_reply
from comity.server.tabling import Table, table_of

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph
    from comity.server.limits import Limits
    from comity.server.messages import Reply, Request
    from comity.store import Manifest

_SHOWN: Final = 100
_COUNT: Final = "graph."
_MEANINGS: Final = {
    "claims": "claims and attestations",
    "current": "direct triples for the day of the release",
    "documents": "claims that only texts under examination make, and the passages of those texts",
    "ontology": "the ontology",
    "release": "what the store says of the release that it holds",
    "things": "things, sources, and redirects of merged ids",
}


@dataclass(frozen=True, slots=True)
class GraphEntry:
    """A named graph in a list.

    Attributes:
        name: Its name.
        meaning: What it holds, in words.
        triples: How many triples it has in the whole release; None if that is not recorded.
    """

    name: str
    meaning: str
    triples: int | None


@dataclass(frozen=True, slots=True)
class GraphPage:
    """What the page of a named graph shows: the graph, its IRI, and its first triples."""

    entry: GraphEntry
    iri: str
    table: Table


def graph_entries(manifest: Manifest) -> list[GraphEntry]:
    """Return the named graphs of a release, by name."""
    names = {key.removeprefix(_COUNT) for key in manifest.counts if key.startswith(_COUNT)}
    return [
        GraphEntry(name, _meaning(name), manifest.counts.get(_COUNT + name))
        for name in sorted({*names, "release"})
    ]


def graph_page(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:  # noqa: ARG001
    """Show a named graph."""
    name = request.arguments["name"]
    entries = {entry.name: entry for entry in graph_entries(graph.manifest)}
    if name not in entries:
        raise UnknownName("graph", name, difflib.get_close_matches(name, entries, n=2))
    choice = GraphChoice(default=(GRAPH + name,))
    text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }} LIMIT {_SHOWN + 1}"
    table = table_of(evaluate(engine_of(graph, request), text, choice), _SHOWN)
    shown = GraphPage(entries[name], GRAPH + name, table)
    return page_reply("graph", shown, frame_of(request, graph, GRAPHS))


def _meaning(name: str) -> str:
    if name.startswith("inferred/"):
        return f"what the rule {name.partition('/')[2]} adds"
    return _MEANINGS.get(name, "")
