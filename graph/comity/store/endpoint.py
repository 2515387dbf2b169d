"""A SPARQL engine behind an address.

In: an address of the SPARQL 1.1 protocol at which a release of Comity is published. Out: what
`comity.rdf.engine` asks of an engine. What does not belong here: publishing (`publishing`), and
what a question means.

The graphs of the release are named in every request, so that other data in that store does not mix
in, and so that it does not matter what the store takes for its default graph. After each answer the
store is asked whether the release is still there: an answer from a store that was being filled anew
is an error, not an answer.

The engine `here` evaluates queries itself, on statements that it fetches from the store.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import pyoxigraph as ox

from comity.errors import NeedsSnapshot, ReleaseReplaced
from comity.rdf.vocabulary import Comity
from comity.store.asking import Asker
from comity.store.client_side import ClientSide
from comity.store.connection import Connection
from comity.store.description import RELEASE, read_manifest, release_graphs
from comity.store.query_text import (
    Parts,
    declared,
    parts_of,
    refuse_annotations,
    solutions_of_construct,
    variables_in,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from comity.rdf.engine import Results
    from comity.store.snapshot import Manifest

    Graphs = Sequence[ox.NamedNode | ox.BlankNode | ox.DefaultGraph]

_DESCRIBED_AT_ONCE: Final = 200
_TRUTHS: Final = {
    truth: b'<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head/><boolean>%s</boolean>'
    b"</sparql>" % word
    for truth, word in ((True, b"true"), (False, b"false"))
}


class EndpointEngine:
    """A store elsewhere that answers SPARQL queries and finds quads."""

    def __init__(self, address: str, connection: Connection | None = None) -> None:
        """Take an address; nothing is sent yet.

        Raises:
            BadAddress: The address is none, or holds a user or password.
        """
        self._connection = connection or Connection()
        self._asker = Asker(address, self._connection)
        self._manifest: Manifest | None = None
        self._graphs: tuple[str, ...] = ()
        self._syntax = ox.Store()
        self._client_side: ClientSide | None = None
        self._here: EndpointEngine | None = None

    def __repr__(self) -> str:
        return f"<EndpointEngine {self.address}>"

    @property
    def here(self) -> EndpointEngine:
        """The engine that asks the same store for statements, and evaluates queries itself."""
        if self._client_side is not None:
            return self
        if self._here is None:
            self._here = EndpointEngine(self.address, self._connection)
            self._here._client_side = ClientSide(self._here._asker)
        return self._here

    @property
    def address(self) -> str:
        """Where it is."""
        return self._asker.address

    @property
    def product(self) -> str:
        """The name of the server's product, without its version."""
        return self._asker.product

    @property
    def manifest(self) -> Manifest:
        """What the release there holds; read when it is first needed.

        Raises:
            NotAComityStore: No release is published there.
            ReleaseNotUnderstood: It is described in a way that is not understood.
        """
        if self._manifest is None:
            described = ox.Store()
            described.extend(self._quads(None, None, None, RELEASE))
            self._manifest = read_manifest(described, self.address)
            self._graphs = release_graphs(described)
        return self._manifest

    def query(
        self,
        query: str,
        /,
        *,
        prefixes: dict[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: Graphs | None = None,
        named_graphs: Sequence[ox.NamedNode | ox.BlankNode] | None = None,
    ) -> Results:
        """Return the results of a query; see `comity.rdf.engine.Engine`.

        Raises:
            SyntaxError: The text is not SPARQL.
            NeedsSnapshot: It uses annotations of RDF 1.2.
            QueryRefused, QueryTooBroad: It cannot be evaluated here.
            EndpointUnreachable, EndpointFailed, EndpointAnswerUnusable: The store gave no result.
            EndpointCut: The store gave only part of the result.
            NotAComityStore: No release is published there.
            ReleaseReplaced: The release went away while the store was asked.
        """
        prefixes = prefixes or {}
        names = self._names(query, prefixes)
        refuse_annotations(query)
        graphs: dict[str, Sequence[str]] = {}
        if use_default_graph_as_union:
            _ = self.manifest
            graphs = {"default-graph-uri": self._graphs, "named-graph-uri": self._graphs}
        elif default_graph is not None or named_graphs is not None:
            graphs = {
                "default-graph-uri": _iris(default_graph),
                "named-graph-uri": _iris(named_graphs),
            }
        if self._client_side is not None:
            _ = self.manifest  # what is fetched belongs to a release
        parts = parts_of(declared(query, prefixes))
        result = self._result(parts, names, graphs)
        self._expect_same_release()
        return result

    def quads_for_pattern(
        self,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None,
        predicate: ox.NamedNode | None,
        object: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None,  # noqa: A002
        graph_name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph | None = None,
        /,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that fit a pattern; None fits everything. Errors are those of `query`.

        Raises:
            NeedsSnapshot: All quads are wanted, of which a store elsewhere has too many.
        """
        if subject is predicate is object is graph_name is None:
            raise NeedsSnapshot("all statements at once")
        _ = self.manifest
        found = list(self._quads(subject, predicate, object, graph_name))
        self._expect_same_release()
        return iter(found)

    def _quads(
        self,
        subject: object | None,
        predicate: object | None,
        object_: object | None,
        graph: object | None,
    ) -> Iterator[ox.Quad]:
        terms = (subject, predicate, object_, graph)
        if any(isinstance(term, ox.BlankNode | ox.Triple | ox.DefaultGraph) for term in terms):
            return  # a published release has none of them
        names = ("subject", "predicate", "object", "graph")
        free = [name for name, term in zip(names, terms, strict=True) if term is None]
        s, p, o, g = (term or f"?{name}" for name, term in zip(names, terms, strict=True))
        chosen = " ".join(f"?{name}" for name in free) or "(1 AS ?one)"
        text = f"SELECT {chosen} WHERE {{ GRAPH {g} {{ {s} {p} {o} }} }}"
        named = {"named-graph-uri": self._graphs} if graph is None else {}
        for solution in self._asker.solutions(text, free, named):
            found = dict(zip(free, solution, strict=True)) if free else {}
            quad = [found.get(name, term) for name, term in zip(names, terms, strict=True)]
            yield ox.Quad(*quad)

    def _names(self, text: str, prefixes: dict[str, str]) -> list[str]:
        """Return the variables that a query selects, if it is SPARQL; asked of an empty store."""
        found = self._syntax.query(text, prefixes=prefixes)
        if not isinstance(found, ox.QuerySolutions):
            return []
        return [variable.value for variable in found.variables]

    @property
    def _answering(self) -> Asker | ClientSide:
        return self._client_side or self._asker

    def _result(
        self, parts: Parts, names: Sequence[str], graphs: Mapping[str, Sequence[str]]
    ) -> Results:
        if parts.form == "ASK":
            return _truth(answer=self._answering.truth(parts.text, graphs))
        if parts.form == "SELECT":
            return self._answering.solutions(parts.text, names, graphs)
        if parts.form == "DESCRIBE":
            return self._described(parts, graphs)
        names = variables_in(parts.template)
        rows = self._answering.solutions(solutions_of_construct(parts), names, graphs)
        values = _values(names, rows)
        text = f"{parts.prologue}CONSTRUCT {{ {parts.template} }} WHERE {{ {values} }}"
        return self._syntax.query(text)

    def _described(self, parts: Parts, graphs: Mapping[str, Sequence[str]]) -> Results:
        """Return what is said of some things, which is what the embedded engine describes."""
        variables = variables_in(parts.head)
        iris = [word for word in parts.head.split() if word[0] not in "?$*"]
        if parts.rest:
            chosen = " ".join(f"?{name}" for name in variables) or "*"
            text = f"{parts.prologue}SELECT DISTINCT {chosen} {parts.rest}"
            names = self._names(text, {})
            found = self._answering.solutions(text, names, graphs)
            terms = {term for solution in found for term in solution}
            iris += sorted(str(term) for term in terms if isinstance(term, ox.NamedNode))
        triples = ox.Store()
        for place in range(0, len(iris), _DESCRIBED_AT_ONCE):
            wanted = " ".join(iris[place : place + _DESCRIBED_AT_ONCE])
            text = f"{parts.prologue}SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {wanted} }} ?s ?p ?o }}"
            for s, p, o in self._answering.solutions(text, ["s", "p", "o"], graphs):
                triples.add(ox.Quad(s, p, o))
        return triples.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")

    def _expect_same_release(self) -> None:
        if self._manifest is None:
            return
        text = f'ASK {{ GRAPH {RELEASE} {{ ?r {Comity.snapshotHash} "{self._manifest.sha256}" }} }}'
        if not self._asker.truth(text):
            self._manifest, self._graphs = None, ()
            if self._client_side is not None:
                self._client_side.forget()
            raise ReleaseReplaced(self.address)


def _truth(*, answer: bool) -> ox.QueryBoolean:
    """Return a truth value as the engine's own result, which can only be read from a document."""
    read = ox.parse_query_results(_TRUTHS[answer], format=ox.QueryResultsFormat.XML)
    return cast("ox.QueryBoolean", read)


def _iris(graphs: Graphs | None) -> list[str]:
    return [graph.value for graph in graphs or () if isinstance(graph, ox.NamedNode)]


def _values(names: Sequence[str], rows: Iterable[ox.QuerySolution]) -> str:
    if not names:
        return "" if next(iter(rows), None) is not None else "FILTER (false)"
    lines = (
        f"({' '.join('UNDEF' if cell is None else str(cell) for cell in row)})" for row in rows
    )
    return f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ {' '.join(lines)} }}"
