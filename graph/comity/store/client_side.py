"""Questions that are evaluated here, on statements of a store elsewhere.

In: a SELECT or ASK query and the graphs to ask. Out: its solutions, or its truth, as from `asking`;
the store elsewhere is only asked for the statements that the query can touch. What does not belong
here: which release the store holds (`endpoint`).

What was fetched is kept for the next question, up to a size, until it is told to forget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from comity.errors import ComityError
from comity.store.fragments import LIMIT, Fragments
from comity.store.gathering import gather

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.store.asking import Graphs
    from comity.store.fragments import Source


class ClientSide:
    """Whoever answers here what a store elsewhere would be asked."""

    def __init__(self, source: Source, limit: int = LIMIT) -> None:
        """Take whom to ask for statements, and how many of them one question may need."""
        self._source = source
        self._limit = limit
        self._fragments: Fragments | None = None

    def truth(self, text: str, graphs: Graphs | None = None) -> bool:
        """Return the answer to an ASK query; errors are those of `solutions`."""
        return bool(self._evaluated(text, graphs or {}))

    def solutions(
        self,
        text: str,
        names: Sequence[str] = (),  # noqa: ARG002  (no answer is cut here)
        graphs: Graphs | None = None,
    ) -> ox.QuerySolutions:
        """Return all solutions of a SELECT query.

        Raises:
            QueryRefused: It calls another server, or what it touches is not understood.
            QueryTooBroad: It can touch too many statements.
            EndpointUnreachable, EndpointFailed, EndpointAnswerUnusable, EndpointCut: The store did
                not give them.
        """
        return cast("ox.QuerySolutions", self._evaluated(text, graphs or {}))

    def forget(self) -> None:
        """Drop what was fetched."""
        self._fragments = None

    def _evaluated(self, text: str, graphs: Graphs) -> ox.QuerySolutions | ox.QueryBoolean:
        from comity.rdf.query_algebra import touched_by  # noqa: PLC0415  (rdflib is slow to import)

        touched = touched_by(text)
        if not graphs:
            graphs = {"default-graph-uri": touched.default, "named-graph-uri": touched.named}
        fragments = self._fragments
        if fragments is None or fragments.is_full or fragments.graphs != graphs:
            fragments = Fragments(self._source, graphs, self._limit)
        fragments.begin()
        try:
            gather(touched.part, fragments)
        except ComityError:
            self.forget()  # of two parts, a release may have gone away in between
            raise
        self._fragments = fragments
        result = fragments.store.query(
            text, default_graph=[ox.DefaultGraph()], named_graphs=[*fragments.named]
        )
        return cast("ox.QuerySolutions | ox.QueryBoolean", result)
