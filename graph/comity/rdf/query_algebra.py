"""What a SPARQL query can touch, read from its algebra.

In: the text of a SELECT or ASK query of SPARQL 1.1, with all prefixes declared. Out: `patterns`.
What does not belong here: fetching what is touched.

rdflib reads the text. Where its algebra or ours would lose something, more is touched than need be:
a number or a date in a pattern stands for any term, since rdflib writes them anew.

This module is imported when it is needed, for rdflib is slow to import.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox
from pyparsing import ParseException
from rdflib import BNode, Literal, URIRef, Variable
from rdflib.plugins.sparql import algebra
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from comity.errors import QueryRefused
from comity.rdf.bridge import from_rdflib_term
from comity.rdf.paths import PathReader
from comity.rdf.patterns import (
    Beside,
    Either,
    Join,
    Match,
    Pattern,
    Renamed,
    Scope,
    Touched,
    Values,
    Within,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.paths import Path

    from comity.rdf.patterns import Part, Term

_KEPT: Final = 64  # texts whose reading is kept; a long one takes half a second
_EXISTS: Final = frozenset({"Builtin_EXISTS", "Builtin_NOTEXISTS"})
_UNTRANSLATED: Final = frozenset({"GroupGraphPatternSub", "SubSelect"})
_STRINGS: Final = frozenset({"string", "langString"})
_NOBODY: Final[frozenset[str]] = frozenset()


@lru_cache(maxsize=_KEPT)
def touched_by(text: str) -> Touched:
    """Return what a query touches.

    Raises:
        QueryRefused: It calls another server, or rdflib does not understand it.
    """
    try:
        query = algebra.translateQuery(parseQuery(text)).algebra
        part = _Reader().part(query.p)
    except ParseException as problem:
        raise _not_understood(str(problem).partition("\n")[0]) from problem
    except RecursionError as problem:
        raise _not_understood("it is nested too deeply") from problem
    clauses = query.datasetClause or ()
    default = tuple(str(clause.default) for clause in clauses if clause.default)
    named = tuple(str(clause.named) for clause in clauses if clause.named)
    return Touched(part, default, named)


def _not_understood(reason: str) -> QueryRefused:
    return QueryRefused(f"which statements it touches is not understood: {reason}")


class _Reader:
    """Reads the algebra of one query."""

    def __init__(self) -> None:
        self._paths = PathReader()

    def part(self, node: Any) -> Part:  # noqa: PLR0911, PLR0912  (a branch for each operator)
        """Return the part that a node of the algebra is."""
        match node.name:
            case "BGP":
                return self._basic(node.triples)
            case "Join":
                return Join((self.part(node.p1), self.part(node.p2)))
            case "Union":
                return Either((self.part(node.p1), self.part(node.p2)))
            case "Minus":
                return Beside(self.part(node.p1), (self.part(node.p2),))
            case "LeftJoin":
                return self._optional(node)
            case "Filter" | "OrderBy":
                return Beside(self.part(node.p), tuple(self._exists(node.expr)))
            case "Extend":
                return self._extended(node)
            case "AggregateJoin":
                return self._aggregated(node)
            case "Graph":
                name = str(node.term)
                graph = ox.NamedNode(name) if isinstance(node.term, URIRef) else name
                return Within(graph, self.part(node.p))
            case "ToMultiSet":
                return self._given(node.p)
            case "Project":
                names = frozenset(map(str, node.PV))
                return Scope(self.part(node.p), names, names)
            case "Distinct" | "Reduced":
                return self.part(node.p)
            case "Slice":
                return Scope(self.part(node.p), _NOBODY)
            case "ServiceGraphPattern":
                raise QueryRefused("SERVICE calls another server")
        raise _not_understood(node.name)

    def _basic(self, triples: Iterable[Any]) -> Part:
        plain: list[Pattern] = []
        paths: list[tuple[Term, Path, Term]] = []
        for subject, predicate, object_ in triples:
            ends = self._term(subject), self._term(object_)
            if isinstance(predicate, URIRef | Variable):
                plain.append(Pattern(ends[0], self._term(predicate), ends[1]))
            else:
                paths.append((ends[0], predicate, ends[1]))
        bound = {end for pattern in plain for end in (pattern.subject, pattern.object)}
        parts: list[Part] = [Match(tuple(plain))]
        for start, path, end in paths:
            parts += self._paths.parts(start, path, end, bound)
        return Join(tuple(parts))

    def _optional(self, node: Any) -> Part:
        """Return a part and an optional one, whose filter sees the variables of both."""
        part, other = self.part(node.p1), self.part(node.p2)
        looked_at = tuple(self._exists(node.expr))
        filtered = (Beside(Join((part, other)), looked_at),) if looked_at else ()
        return Beside(part, (other, *filtered))

    def _extended(self, node: Any) -> Part:
        part = Beside(self.part(node.p), tuple(self._exists(node.expr)))
        is_copy = isinstance(node.expr, Variable)
        return Renamed(part, str(node.var), str(node.expr)) if is_copy else part

    def _aggregated(self, node: Any) -> Part:
        """Return a part of groups, of which the variables that they are grouped by are seen."""
        expressions = node.p.expr or []
        names = frozenset(str(one) for one in expressions if isinstance(one, Variable))
        looked_at = (*self._exists(expressions), *self._exists(node.A))
        part: Part = Scope(Beside(self.part(node.p.p), looked_at), names, names)
        for aggregate in node.A:
            if aggregate.name == "Aggregate_Sample" and isinstance(aggregate.vars, Variable):
                part = Renamed(part, str(aggregate.res), str(aggregate.vars))
        return part

    def _given(self, node: Any) -> Part:
        """Return a sub-query, or a table of values."""
        if not node:
            return Values({})
        if node.name != "values":
            return self.part(node)
        rows = node.res
        columns = {name: [self._value(row[name]) for row in rows] for name in rows[0]}
        return Values(
            {
                str(name): frozenset(value for value in column if value is not None)
                for name, column in columns.items()
                if None not in column
            }
        )

    def _exists(self, expression: Any) -> Iterator[Part]:
        """Yield the patterns of EXISTS and NOT EXISTS anywhere in an expression."""
        if isinstance(expression, list | tuple):
            for one in expression:
                yield from self._exists(one)
        elif isinstance(expression, CompValue) and expression.name in _EXISTS:
            yield self.part(_translated(expression.graph))
        elif isinstance(expression, CompValue):
            yield from self._exists(list(expression.values()))

    def _value(self, value: Any) -> ox.NamedNode | ox.Literal | None:
        """Return a value of a table; None where it is left open, or may be written otherwise."""
        found = self._term(value) if isinstance(value, URIRef | Literal) else ""
        return None if isinstance(found, str) else found

    def _term(self, term: Any) -> Term:
        """Return a term of a pattern, or a name for one that may be any."""
        if isinstance(term, Variable):
            return str(term)
        if isinstance(term, BNode):
            return f"_:{term}"
        found = from_rdflib_term(term)
        if isinstance(found, ox.Literal) and found.datatype.value.rpartition("#")[2] in _STRINGS:
            return found
        return found if isinstance(found, ox.NamedNode) else self._paths.fresh()


def _translated(group: Any) -> Any:
    """Return the algebra of a group; rdflib leaves those in SELECT and HAVING as they are."""
    if group.name not in _UNTRANSLATED or group.translated:
        return group
    with_paths = algebra.traverse(group, visitPost=algebra.translatePath)
    return algebra.translateGroupGraphPattern(with_paths)
