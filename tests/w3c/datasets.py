"""The data of the W3C's tests, in stores.

In: tests. Out: a store with the data of one test, as the test describes it; or the quads of all
tests, each file a named graph, of which a query then chooses its own. What does not belong here:
asking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from tests.w3c.manifests import RDF, W3CTest, path_of, read_tests, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.w3c.manifests import Kinds

NOTHING: Final = "http://w3c.example/a-graph-without-triples"
PROTOCOL_GRAPH: Final = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
_DOCUMENT: Final = "http://xmlns.com/foaf/0.1/Document"
_AS_DEFAULT: Final = "#as-default"
LEFT_OUT: Final = {
    "sparql11/entailment": "asks for inference while querying; rules run when the graph is built",
    "sparql11/service": "asks other servers, which is switched off",
    "sparql11/syntax-fed": "asks other servers, which is switched off",
}


def runnable(suites: Path, kinds: Kinds) -> list[W3CTest]:
    """Return the tests that apply to an endpoint that asks no other servers."""
    return [test for test in read_tests(suites, kinds) if test.folder not in LEFT_OUT]


def own_store(suites: Path, test: W3CTest) -> ox.Store:
    """Return a store with the default graph and the named graphs of one test."""
    store = ox.Store()
    for address in test.data:
        store.extend(_quads(suites, address, ox.DefaultGraph()))
    for address in test.graphs:
        store.extend(_quads(suites, address, ox.NamedNode(address)))
    return store


def all_quads(suites: Path, tests: list[W3CTest]) -> Iterator[ox.Quad]:
    """Give the quads of all files that tests name, in a graph each.

    A file that is part of a default graph has another graph for that, with blank nodes of its own,
    since some tests load one file as both.
    """
    for address in sorted({address for test in tests for address in test.graphs}):
        yield from _quads(suites, address, ox.NamedNode(address))
    for address in sorted({address for test in tests for address in test.data}):
        yield from _quads(suites, address, ox.NamedNode(address + _AS_DEFAULT))


def protocol_quads() -> Iterator[ox.Quad]:
    """Give the graphs that the tests of the protocol speak of: each says what it is itself."""
    for number in (1, 2, 3):
        graph = ox.NamedNode(PROTOCOL_GRAPH.format(number))
        yield ox.Quad(graph, ox.NamedNode(RDF + "type"), ox.NamedNode(_DOCUMENT), graph)


def chosen_graphs(test: W3CTest) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the graphs to choose among those of all tests: of the default graph, and named.

    Nothing is chosen when the query itself names its graphs.
    """
    if test.names_graphs:
        return (), ()
    return tuple(address + _AS_DEFAULT for address in test.data) or (NOTHING,), test.graphs


def query_of(suites: Path, test: W3CTest) -> str:
    """Return the text of a query, with its address as base."""
    return f"BASE <{test.query}>\n{text_of(suites, test.query)}"


def _quads(suites: Path, address: str, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    path = str(path_of(suites, address))
    for quad in ox.parse(path=path, base_iri=address, rename_blank_nodes=True):
        yield ox.Quad(*quad.triple, graph)
