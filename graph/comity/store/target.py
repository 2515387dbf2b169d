"""A store elsewhere that is written to.

In: its addresses. Out: statements put into its graphs, graphs taken away, statements read back.
What does not belong here: which statements, in which order (`publishing`).

Statements go by the Graph Store protocol where its address is known, else by SPARQL update. Both
add to a graph without minding what is there already, so that the same batch can be sent twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit, urlunsplit

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from comity.errors import BadAddress
from comity.store.asking import Asker
from comity.store.connection import Connection, checked_address

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from pyoxigraph import Triple

_UPDATE_PATHS: Final = {"query": "update", "sparql": "update"}
_VIRTUOSO: Final = ("sparql-auth", "sparql-graph-crud-auth")


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a store is asked, changed, and given whole graphs; the last may be unknown."""

    query: str
    update: str
    graphs: str | None


def find_addresses(
    query: str, update: str | None, graphs: str | None, connection: Connection
) -> Addresses:
    """Return the addresses of a store: those given, others as its kind of server has them.

    Virtuoso changes things at `/sparql-auth` and takes graphs at `/sparql-graph-crud-auth`; other
    servers, when they answer at `…/query` or `…/sparql`, at `…/update`.

    Raises:
        BadAddress: An address is none, or that of updates is neither given nor known.
        EndpointUnreachable, EndpointFailed, EndpointAnswerUnusable: The store does not answer.
    """
    query = checked_address(query)
    answer = connection.send("GET", query, accept="*/*", parameters={"query": "ASK {}"})
    parts = urlsplit(query)
    folder, _, name = parts.path.rpartition("/")
    beside = {
        word: urlunsplit(parts._replace(path=f"{folder}/{word}", query=""))
        for word in (*_VIRTUOSO, *_UPDATE_PATHS.values())
    }
    if answer.headers.get("server", "").startswith("Virtuoso"):
        update = update or beside[_VIRTUOSO[0]]
        graphs = graphs or beside[_VIRTUOSO[1]]
    elif update is None and name in _UPDATE_PATHS:
        update = beside[_UPDATE_PATHS[name]]
    if update is None:
        raise BadAddress(query, "where it takes updates is not known; give --update-url")
    return Addresses(query, checked_address(update), graphs and checked_address(graphs))


class Target:
    """A store elsewhere, to be written and read back."""

    def __init__(self, addresses: Addresses, connection: Connection) -> None:
        self.addresses = addresses
        self._connection = connection
        self._asker = Asker(addresses.query, connection)

    def update(self, text: str) -> None:
        """Carry out a SPARQL update."""
        self._connection.send(
            "POST",
            self.addresses.update,
            content=text.encode("utf-8"),
            media_type="application/sparql-update",
        )

    def add(self, graph: NamedNode, triples: Collection[Triple]) -> None:
        """Add statements to a graph."""
        lines = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
        if self.addresses.graphs is None:
            self.update(f"INSERT DATA {{ GRAPH {graph} {{\n{lines.decode('utf-8')}}} }}")
            return
        self._connection.send(
            "POST",
            self.addresses.graphs,
            parameters={"graph": graph.value},
            content=lines,
            media_type="application/n-triples",
        )

    def drop(self, graph: NamedNode) -> None:
        """Take a graph away, if it is there."""
        self.update(f"DROP SILENT GRAPH {graph}")

    def graphs_below(self, start: str) -> list[NamedNode]:
        """Return the graphs whose IRIs begin with a text, sorted."""
        below = f'FILTER (STRSTARTS(STR(?g), "{start}"))'
        text = f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?s ?p ?o }} {below} }}"
        found = (graph for (graph,) in self._asker.solutions(text, ["g"]))
        return sorted((graph for graph in found if isinstance(graph, NamedNode)), key=str)

    def count(self, graph: NamedNode) -> int:
        """Return how many statements a graph holds."""
        text = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
        ((number,),) = self._asker.solutions(text)
        return int(number.value) if isinstance(number, Literal) else 0

    def statements(self, graph: NamedNode, subjects: Sequence[str] = ()) -> Iterator[Quad]:
        """Yield what a graph says, of some subjects or of all."""
        only = f"VALUES ?s {{ {' '.join(subjects)} }} " if subjects else ""
        text = f"SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ {only}?s ?p ?o }} }}"
        for subject, predicate, object_ in self._asker.solutions(text, ["s", "p", "o"]):
            yield Quad(subject, predicate, object_, graph)
