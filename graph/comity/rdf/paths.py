"""Which statements a property path can touch.

In: the ends of a path and the path as rdflib reads it. Out: parts as in `patterns`. What does not
belong here: the rest of a query.

Along `*` and `+` any statement of the inner path may lie, so all of them are touched. Where a path
may have no steps it leads from each node of a graph to itself. The standard takes any term that is
named for a node, the engine those of the graph alone: so what is said of one end is touched too.

Like `query_algebra`, it is imported when it is needed, for rdflib is slow to import.
"""

from __future__ import annotations

from itertools import count, pairwise
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode
from rdflib import URIRef
from rdflib.paths import AlternativePath, InvPath, MulPath, NegatedPath, SequencePath

from comity.errors import QueryRefused
from comity.rdf.patterns import Either, Join, Match, Pattern, Scope

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from rdflib.paths import Path

    from comity.rdf.patterns import Part, Term

    Step = Path | URIRef

_NOBODY: Final[frozenset[str]] = frozenset()


class PathReader:
    """Reads the paths of one query; variables of its own get names that no query can write."""

    def __init__(self) -> None:
        self._numbers = count()

    def fresh(self) -> str:
        """Return the name of a new variable."""
        return f" {next(self._numbers)}"

    def parts(
        self, subject: Term, path: Step, object_: Term, bound: Collection[Term]
    ) -> list[Part]:
        """Return the parts that touch what a path touches.

        Args:
            subject: Where it begins.
            path: The path, or an IRI.
            object_: Where it ends.
            bound: Ends of plain patterns that must hold in the same graph.

        Raises:
            QueryRefused: The path is of an unknown kind.
        """
        found = self._steps(subject, path, object_)
        if _may_be_empty(path) and not {subject, object_} & set(bound):
            node = subject if isinstance(object_, str) else object_
            as_subject = Match((Pattern(node, self.fresh(), self.fresh()),))
            as_object = Match((Pattern(self.fresh(), self.fresh(), node),))
            found.append(Scope(Either((as_subject, as_object)), None, _NOBODY))
        return found

    def _steps(self, subject: Term, path: Step, object_: Term) -> list[Part]:
        """Return what a path of at least one step touches."""
        match path:
            case URIRef():
                return [Match((Pattern(subject, NamedNode(path), object_),))]
            case InvPath():
                return self._steps(object_, path.arg, subject)
            case SequencePath():
                return self._sequence(subject, path.args, object_)
            case AlternativePath():
                ways = (self._steps(subject, way, object_) for way in path.args)
                return [Either(tuple(Join(tuple(way)) for way in ways))]
            case NegatedPath():
                return [Either(tuple(self._negated(subject, path.args, object_)))]
            case MulPath():
                inner = self._steps(self.fresh(), path.path, self.fresh())
                return [Scope(Join(tuple(inner)), _NOBODY, _NOBODY)]
        raise QueryRefused(f"a path of the kind {type(path).__name__} is not understood")

    def _sequence(self, subject: Term, steps: Sequence[Step], object_: Term) -> list[Part]:
        """Return what the steps touch; one that may be left out narrows no other."""
        places = [subject, *(self.fresh() for _ in steps[1:]), object_]
        found: list[Part] = []
        for (start, end), step in zip(pairwise(places), steps, strict=True):
            found += self._steps(start, step, end)
        return found

    def _negated(self, subject: Term, steps: Sequence[Step], object_: Term) -> Iterator[Part]:
        """Yield what fits a negated set; rdflib does not say which its inverse members are."""
        is_plain = [isinstance(step, URIRef) for step in steps]
        if any(is_plain) or not is_plain:
            yield Match((Pattern(subject, self.fresh(), object_),))
        if not all(is_plain):
            yield Match((Pattern(object_, self.fresh(), subject),))


def _may_be_empty(path: Step) -> bool:
    """Tell whether a path may have no steps."""
    match path:
        case InvPath():
            return _may_be_empty(path.arg)
        case SequencePath():
            return all(map(_may_be_empty, path.args))
        case AlternativePath():
            return any(map(_may_be_empty, path.args))
        case MulPath():
            return path.zero or _may_be_empty(path.path)
    return False
