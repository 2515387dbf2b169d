"""What is asked of a SPARQL engine, wherever it runs.

In: nothing. Out: the protocol that pyoxigraph's `Store` and an engine behind an address both fit.
What does not belong here: any engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import (
        BlankNode,
        DefaultGraph,
        Literal,
        NamedNode,
        Quad,
        QueryBoolean,
        QuerySolutions,
        QueryTriples,
        Triple,
    )

    Results = QuerySolutions | QueryBoolean | QueryTriples


class Engine(Protocol):
    """A store that answers SPARQL queries and finds quads."""

    def query(
        self,
        query: str,
        /,
        *,
        prefixes: dict[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: list[NamedNode | BlankNode | DefaultGraph] | None = None,
        named_graphs: list[NamedNode | BlankNode] | None = None,
    ) -> Results:
        """Return the results of a query.

        Args:
            query: The SPARQL text.
            prefixes: Prefixes that need no declaration in the text.
            use_default_graph_as_union: Whether the default graph is the union of all graphs.
            default_graph: Graphs that together are the default graph, in place of FROM.
            named_graphs: Graphs that GRAPH may name, in place of FROM NAMED.

        Raises:
            SyntaxError: The text is not SPARQL.
            ValueError, OSError, RuntimeError: It could not be evaluated.
        """
        ...

    def quads_for_pattern(
        self,
        subject: NamedNode | BlankNode | Triple | None,
        predicate: NamedNode | None,
        object: NamedNode | BlankNode | Literal | Triple | None,  # noqa: A002  (the word of RDF)
        graph_name: NamedNode | BlankNode | DefaultGraph | None = None,
        /,
    ) -> Iterator[Quad]:
        """Yield the quads that fit a pattern, in which None fits everything."""
        ...
