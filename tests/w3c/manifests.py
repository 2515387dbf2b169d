"""The tests that the W3C's manifests list.

In: the folder of the suites. Out: tests, each with its query, its data and the answer it expects.
What does not belong here: running them, comparing answers (`answers`).

Files are known by web addresses below `BASE`, never by their place on this machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BASE: Final = "http://w3c.example/"
MF: Final = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT: Final = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
Kinds = frozenset[str]

EVALUATION: Final[Kinds] = frozenset({"QueryEvaluationTest"})
CSV: Final[Kinds] = frozenset({"CSVResultFormatTest"})
SYNTAX: Final[Kinds] = frozenset({"PositiveSyntaxTest", "PositiveSyntaxTest11"}) | frozenset(
    {"NegativeSyntaxTest", "NegativeSyntaxTest11"}
)
_FROM: Final = re.compile(r"\bFROM\s+(?:NAMED\s+)?<([^>]*)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class W3CTest:
    """One test.

    Attributes:
        name: Suite, folder and fragment, such as `sparql11/bind/bind01`.
        kind: The local name of its type, such as `QueryEvaluationTest`.
        query: Address of the query.
        data: Addresses of the files that make up the default graph.
        graphs: Addresses of the named graphs.
        result: Address of the expected answer; empty for tests of syntax.
        names_graphs: Whether the query itself says of which graphs it is asked.
    """

    name: str
    kind: str
    query: str
    data: tuple[str, ...] = ()
    graphs: tuple[str, ...] = ()
    result: str = ""
    names_graphs: bool = False

    @property
    def folder(self) -> str:
        """Suite and folder, such as `sparql11/bind`."""
        return self.name.rsplit("/", 1)[0]


def path_of(suites: Path, address: str) -> Path:
    """Return the file that an address means."""
    return suites / address.removeprefix(BASE)


def text_of(suites: Path, address: str) -> str:
    """Return a query as its author wrote it, line ends included."""
    return path_of(suites, address).read_bytes().decode("utf-8")


def read_tests(suites: Path, kinds: Kinds) -> Iterator[W3CTest]:
    """Give the tests of some kinds, in the manifests' order."""
    for manifest in sorted(suites.glob("*/*/manifest.ttl")):
        folder = manifest.parent.relative_to(suites).as_posix()
        graph = ox.Store()
        graph.load(path=str(manifest), base_iri=f"{BASE}{folder}/manifest.ttl")
        for entry in _list(graph, next(_objects(graph, None, MF + "entries"), None)):
            for type_ in _objects(graph, entry, RDF + "type"):
                kind = type_.value.removeprefix(MF)
                if kind in kinds:
                    yield _test(graph, entry, folder, kind, suites)


def _test(graph: ox.Store, entry: ox.NamedNode, folder: str, kind: str, suites: Path) -> W3CTest:
    name = f"{folder}/{entry.value.rpartition('#')[2]}"
    action = next(_objects(graph, entry, MF + "action"), None)
    if action is None:  # the tests of the protocol are told in words
        return W3CTest(name, kind, query="")
    result = next((node.value for node in _objects(graph, entry, MF + "result")), "")
    if isinstance(action, ox.NamedNode):
        return W3CTest(name, kind, action.value)
    query = next(_objects(graph, action, QT + "query")).value
    data = tuple(node.value for node in _objects(graph, action, QT + "data"))
    graphs = tuple(node.value for node in _objects(graph, action, QT + "graphData"))
    said = () if data or graphs else _FROM.findall(text_of(suites, query))
    graphs = graphs or tuple(dict.fromkeys(f"{BASE}{folder}/{each}" for each in said))
    return W3CTest(name, kind, query, data, graphs, result, names_graphs=bool(said))


def _objects(
    graph: ox.Store, subject: ox.NamedNode | None, predicate: str
) -> Iterator[ox.NamedNode]:
    for quad in graph.quads_for_pattern(subject, ox.NamedNode(predicate), None):
        yield quad.object


def _list(graph: ox.Store, node: ox.NamedNode | None) -> Iterator[ox.NamedNode]:
    while node is not None and node.value != RDF + "nil":
        yield next(_objects(graph, node, RDF + "first"))
        node = next(_objects(graph, node, RDF + "rest"), None)
