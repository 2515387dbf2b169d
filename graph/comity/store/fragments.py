"""Statements of a store elsewhere, held here.

In: triple patterns, and values that their variables may have. Out: an embedded store with all
statements that match, and the values found. What does not belong here: which patterns a query has
(`comity.rdf.query_algebra`), and in which order they are fetched (`gathering`).

Each request has one pattern, and some values of one variable at most: any store answers that. The
statements of the default graph, which may be a union there, are held apart from those that were
asked for by the name of their graph.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Protocol

import pyoxigraph as ox

from comity.errors import EndpointAnswerUnusable, QueryTooBroad

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from comity.rdf.patterns import Pattern
    from comity.store.asking import Graphs

    Place = ox.NamedNode | str | None
    Known = Mapping[str, frozenset[ox.NamedNode | ox.Literal]]
    Choice = tuple[int, frozenset[ox.NamedNode]]

LIMIT: Final = 250_000  # statements for one question; more would take minutes
_AT_ONCE: Final = 500  # values in one request
_PLACES: Final = ("s", "p", "o")
_GRAPH: Final = "g"


class Source(Protocol):
    """Whoever gives solutions, as `comity.store.asking.Asker` does."""

    @property
    def address(self) -> str:
        """Where they come from."""
        ...

    def solutions(
        self, text: str, names: Sequence[str] = (), graphs: Graphs | None = None
    ) -> ox.QuerySolutions:
        """Return all solutions of a SELECT query."""
        ...


class Fragments:
    """The statements of a release that were fetched so far."""

    def __init__(self, source: Source, graphs: Graphs, limit: int = LIMIT) -> None:
        """Take whom to ask, and the graphs that are asked; nothing is sent yet."""
        self.graphs = graphs
        self.store = ox.Store()
        self.named = [ox.NamedNode(iri) for iri in graphs.get("named-graph-uri", ())]
        for graph in self.named:
            self.store.add_graph(graph)
        self._source = source
        self._limit = limit
        self._held = self._held_before = 0
        self._sizes: dict[str, int] = {}
        self._whole: set[str] = set()
        self._some: defaultdict[tuple[str, int], set[ox.NamedNode]] = defaultdict(set)

    @property
    def is_full(self) -> bool:
        """Whether so much is held that another question had better begin anew."""
        return self._held > self._limit

    def begin(self) -> None:
        """Begin another question, which may need as many statements as the limit allows."""
        self._held_before = self._held

    def cost(self, pattern: Pattern, place: Place, known: Known) -> int:
        """Return about how many statements would be fetched for a pattern."""
        chosen = _choice(pattern, known)
        if chosen and len(chosen[1]) <= _AT_ONCE:
            return len(chosen[1])
        size = self._size(pattern, place)
        return min(size, len(chosen[1])) if chosen else size

    def fetch(self, pattern: Pattern, place: Place, known: Known) -> Known:
        """Hold all statements that match a pattern and known values.

        Args:
            pattern: The pattern.
            place: The graph that is matched; a name means each named graph, None the default graph.
            known: Values of some variables; statements with others are not wanted.

        Returns:
            The values of the pattern's variables in those statements.

        Raises:
            QueryTooBroad: They are too many.
            EndpointUnreachable, EndpointFailed, EndpointAnswerUnusable, EndpointCut: The store did
                not give them.
        """
        if not self._may_match(pattern, place):
            return {name: frozenset() for name in pattern if isinstance(name, str)}
        chosen = _choice(pattern, known)
        if chosen and len(chosen[1]) > _AT_ONCE and self._size(pattern, place) < len(chosen[1]):
            chosen = None
        self._hold(pattern, place, chosen)
        free = [(name, n) for n, name in enumerate(pattern) if isinstance(name, str)]
        found: dict[str, set[ox.NamedNode | ox.Literal]] = {name: set() for name, _ in free}
        for quad in self._matching(pattern, place, chosen):
            row = [(name, quad[n]) for name, n in free]
            if all(name not in known or term in known[name] for name, term in row):
                for name, term in row:
                    found[name].add(term)
        return {name: frozenset(values) for name, values in found.items()}

    def _may_match(self, pattern: Pattern, place: Place) -> bool:
        if isinstance(pattern.subject, ox.Literal) or isinstance(pattern.predicate, ox.Literal):
            return False
        return not isinstance(place, ox.NamedNode) or place in self.named

    def _hold(self, pattern: Pattern, place: Place, chosen: Choice | None) -> None:
        """Fetch what is not held yet."""
        text = _text(pattern, place)
        if text in self._whole:
            return
        if chosen is None:
            size = self._size(pattern, place)
            self._expect_room(size)
            rows = self._request(pattern, place)
            if rows < size:
                reason = f"it has {rows} of {size} statements"
                raise EndpointAnswerUnusable(self._source.address, reason)
            self._whole.add(text)
            return
        position, terms = chosen
        held = self._some[text, position]
        missing = sorted(terms - held, key=str)
        for start in range(0, len(missing), _AT_ONCE):
            some = missing[start : start + _AT_ONCE]
            listed = " ".join(map(str, some))
            self._request(pattern, place, f"VALUES ?{_PLACES[position]} {{ {listed} }} ")
            self._expect_room()
            held.update(some)

    def _request(self, pattern: Pattern, place: Place, values: str = "") -> int:
        """Ask for statements, add them, and return how many came."""
        names = _free(pattern) + ([_GRAPH] if isinstance(place, str) else [])
        chosen = " ".join(f"?{name}" for name in names) or "(1 AS ?one)"
        text = f"SELECT {chosen} WHERE {{ {values}{_text(pattern, place)} }}"
        rows = 0
        quads = []
        for solution in self._source.solutions(text, names, self.graphs):
            found = dict(zip(names, solution, strict=True)) if names else {}
            quad = [found.get(name, term) for name, term in zip(_PLACES, pattern, strict=True)]
            quad.append(found.get(_GRAPH, place) or ox.DefaultGraph())
            quads.append(ox.Quad(*quad))
            rows += 1
        self.store.extend(quads)
        self._held += rows
        return rows

    def _size(self, pattern: Pattern, place: Place) -> int:
        """Return how many statements match a pattern; asked for once."""
        text = _text(pattern, place)
        if text not in self._sizes:
            asked = f"SELECT (COUNT(*) AS ?n) WHERE {{ {text} }}"
            ((number,),) = self._source.solutions(asked, (), self.graphs)
            self._sizes[text] = int(number.value) if isinstance(number, ox.Literal) else 0
        return self._sizes[text]

    def _expect_room(self, more: int = 0) -> None:
        if self._held - self._held_before + more > self._limit:
            raise QueryTooBroad(self._source.address, self._limit)

    def _matching(self, pattern: Pattern, place: Place, chosen: Choice | None) -> Iterator[ox.Quad]:
        """Yield the statements held that match a pattern, with the chosen values."""
        graph = ox.DefaultGraph() if place is None else place
        terms = [None if isinstance(term, str) else term for term in (*pattern, graph)]
        if chosen is None:
            yield from self.store.quads_for_pattern(*terms)
            return
        position, values = chosen
        for value in values:
            terms[position] = value
            yield from self.store.quads_for_pattern(*terms)


def _choice(pattern: Pattern, known: Known) -> Choice | None:
    """Return the place of the variable with fewest known values, and these; None if none helps.

    Literals are neither subjects nor predicates; as objects they may be written otherwise there.
    Blank nodes cannot be named to another store.
    """
    choices = []
    for position, name in enumerate(pattern):
        if not isinstance(name, str) or name not in known:
            continue
        is_object = position == len(_PLACES) - 1
        terms = [t for t in known[name] if is_object or not isinstance(t, ox.Literal)]
        things = frozenset(term for term in terms if isinstance(term, ox.NamedNode))
        if len(things) == len(terms):
            choices.append((position, things))
    return min(choices, key=lambda choice: len(choice[1]), default=None)


def _free(pattern: Pattern) -> list[str]:
    return [name for name, term in zip(_PLACES, pattern, strict=True) if isinstance(term, str)]


def _text(pattern: Pattern, place: Place) -> str:
    """Return the group that a store is asked for; variables are named for their places."""
    words = (
        f"?{name}" if isinstance(term, str) else str(term)
        for name, term in zip(_PLACES, pattern, strict=True)
    )
    triple = " ".join(words)
    if place is None:
        return triple
    return f"GRAPH {f'?{_GRAPH}' if isinstance(place, str) else place} {{ {triple} }}"
