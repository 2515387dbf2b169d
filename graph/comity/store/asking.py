"""Questions to a store elsewhere, by the SPARQL 1.1 protocol.

In: a SELECT or ASK query and the graphs to ask. Out: all its solutions, or its truth. What does not
belong here: which release the store holds (`endpoint`).

Virtuoso gives no more rows than its administrator allows and says so in a header; the rows are then
asked for in slices, each small enough. It answers ASK by a table of one number.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from comity.errors import EndpointAnswerUnusable, EndpointCut
from comity.store.connection import Connection, checked_address
from comity.store.query_text import Parts, parts_of, slices
from comity.store.results import joined
from comity.store.virtuoso import VIRTUOSO, adapted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from comity.store.connection import Answer

    Graphs = Mapping[str, Sequence[str]]

_XML: Final = "application/sparql-results+xml"
_LONG: Final = 1500  # characters; a longer query is posted, since addresses have limits
_HEX: Final = "0123456789abcdef"
_CUT: Final = "x-sparql-maxrows"  # Virtuoso says so when it gives fewer rows than there are
_PARTIAL: Final = "x-sql-state"  # and so when its time was up
_TRUTH: Final = "__ASK_RETVAL"  # and calls by this name what it answers to ASK


class Asker:
    """Whoever asks a store elsewhere."""

    def __init__(self, address: str, connection: Connection) -> None:
        """Take an address; nothing is sent yet.

        Raises:
            BadAddress: The address is none, or holds a user or password.
        """
        self.address = checked_address(address)
        self._connection = connection
        self._product: str | None = None

    @property
    def product(self) -> str:
        """The name of the server's product, without its version; asked for once."""
        if self._product is None:
            first = self._connection.send("GET", self.address, parameters={"query": "ASK {}"})
            self._product = first.headers.get("server", "").partition("/")[0]
        return self._product

    def truth(self, text: str, graphs: Graphs | None = None) -> bool:
        """Return the answer to an ASK query.

        Raises:
            EndpointUnreachable, EndpointFailed, EndpointAnswerUnusable: There is none.
        """
        parsed = self._parsed(self._ask(text, graphs or {}))
        if isinstance(parsed, ox.QueryBoolean):
            return bool(parsed)
        if [variable.value for variable in parsed.variables] == [_TRUTH]:
            return any(cell is not None and cell.value != "0" for (cell,) in parsed)
        raise EndpointAnswerUnusable(self.address, "it is no yes or no")

    def solutions(
        self, text: str, names: Sequence[str] = (), graphs: Graphs | None = None
    ) -> ox.QuerySolutions:
        """Return all solutions of a SELECT query.

        Args:
            text: The query.
            names: The variables that it selects; without them its answer is not sliced.
            graphs: Graphs to ask, by the names of the protocol's parameters.

        Raises:
            EndpointUnreachable, EndpointFailed, EndpointAnswerUnusable: There is no answer.
            EndpointCut: The answer is cut off, and cannot be had in slices.
        """
        graphs = graphs or {}
        answer = self._ask(text, graphs)
        if _CUT in answer.headers:
            parts = parts_of(text)
            if parts.modifiers or not names:
                raise EndpointCut(self.address, answer.headers[_CUT])
            answer = joined(list(self._slices(parts, names, graphs)))
        parsed = self._parsed(answer)
        if not isinstance(parsed, ox.QuerySolutions):
            raise EndpointAnswerUnusable(self.address, "it is no table of solutions")
        return parsed

    def _slices(self, parts: Parts, names: Sequence[str], graphs: Graphs) -> Iterator[Answer]:
        for start, text in zip(_HEX, slices(parts, names, _HEX), strict=True):
            answer = self._ask(text, graphs)
            if _CUT not in answer.headers:
                yield answer
                continue
            for finer in slices(parts, names, (start + digit for digit in _HEX)):
                answer = self._ask(finer, graphs)
                if _CUT in answer.headers:
                    raise EndpointCut(self.address, answer.headers[_CUT])
                yield answer

    def _ask(self, text: str, graphs: Graphs) -> Answer:
        if self.product == VIRTUOSO:
            text = adapted(text)
        fields = {"query": text, **graphs}
        length = len(text) + sum(len(iri) + 20 for iris in graphs.values() for iri in iris)
        if length > _LONG:
            answer = self._connection.send("POST", self.address, accept=_XML, form=fields)
        else:
            answer = self._connection.send("GET", self.address, accept=_XML, parameters=fields)
        if answer.media_type != _XML:
            kind = answer.media_type or "of no stated kind"
            raise EndpointAnswerUnusable(self.address, f"it is {kind}, not {_XML}")
        if _PARTIAL in answer.headers:
            raise EndpointAnswerUnusable(self.address, "the time of the store was up")
        return answer

    def _parsed(self, answer: Answer) -> ox.QuerySolutions | ox.QueryBoolean:
        fault = _fault(answer.content)
        if fault:
            raise EndpointAnswerUnusable(self.address, fault)
        return _parse(answer.content)


def _fault(content: bytes) -> str:
    """Return what is wrong with a document of results; one that breaks off is wrong, too.

    Results belong to the thread that made them. The traceback of an error keeps what its frames
    hold, for whatever thread clears it away; so nothing is raised here.
    """
    try:
        parsed = _parse(content)
        if isinstance(parsed, ox.QuerySolutions):
            deque(parsed, maxlen=0)
    except (SyntaxError, ValueError) as problem:
        return str(problem) or "it cannot be read"
    return ""


def _parse(content: bytes) -> ox.QuerySolutions | ox.QueryBoolean:
    return ox.parse_query_results(content, format=ox.QueryResultsFormat.XML)
