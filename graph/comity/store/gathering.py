"""Fetching what a query can touch.

In: the parts of a query. Out: fragments that hold every statement that its answer depends on. What
does not belong here: evaluating the query.

A query's answer depends on a dataset through the solutions of its basic graph patterns alone. So
the statements that match its patterns are enough (triple pattern fragments: Verborgh et al., 2016,
doi:10.1016/j.websem.2016.03.003), and of these the ones that agree with what is joined to them
(bindings-restricted fragments: Hartig and Buil-Aranda, 2016, doi:10.1007/978-3-319-48472-3_48).
More statements of the same dataset do no harm.

`known` narrows a part to the solutions that count: those in which each variable is unbound or has a
known value. What comes back are the values, in those solutions, of the variables that all of them
bind. An optional part may only be narrowed by what the part before it binds, since a solution
without it would come up where it should not; a part whose solutions are counted by none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from comity.rdf.patterns import Beside, Either, Join, Match, Renamed, Scope, Values, Within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.rdf.patterns import Part
    from comity.store.fragments import Fragments, Known, Place

NOTHING: Final[Known] = {}


def gather(  # noqa: PLR0911  (one return for each kind of part)
    part: Part, fragments: Fragments, place: Place = None, known: Known = NOTHING
) -> Known:
    """Fetch what a part of a query can touch.

    Args:
        part: The part.
        fragments: What is held so far.
        place: The graph that it is matched in; a name means each named graph, None the default.
        known: Values outside of which solutions do not count.

    Returns:
        The values of variables that every solution binds.

    Raises:
        QueryTooBroad: It can touch too many statements.
        EndpointUnreachable, EndpointFailed, EndpointAnswerUnusable, EndpointCut: The store did not
            give them.
    """
    match part:
        case Match():
            return _matched(part, fragments, place, known)
        case Values():
            return _met(part.values, {n: v for n, v in known.items() if n in part.values})
        case Join():
            found = NOTHING
            for one in _values_first(_flat(part)):
                found = _met(found, gather(one, fragments, place, _met(known, found)))
            return found
        case Either():
            return _common([gather(one, fragments, place, known) for one in part.parts])
        case Beside():
            found = gather(part.part, fragments, place, known)
            for other in part.others:
                gather(other, fragments, place, found)
            return found
        case Within():
            return gather(part.part, fragments, part.graph, known)
        case Scope():
            return _seen(
                gather(part.part, fragments, place, _seen(known, part.inward)), part.outward
            )
        case Renamed():
            inner = {name: values for name, values in known.items() if name != part.name}
            found = gather(part.part, fragments, place, inner)
            return {**found, part.name: found[part.of]} if part.of in found else found


def _matched(part: Match, fragments: Fragments, place: Place, known: Known) -> Known:
    """Fetch patterns that must all hold, the one of which least is wanted first."""
    left = list(part.patterns)
    found = NOTHING
    while left:
        narrowed = _met(known, found)
        cheapest = min(left, key=lambda one: fragments.cost(one, place, narrowed))
        left.remove(cheapest)
        values = fragments.fetch(cheapest, place, narrowed)
        found = _met(found, values)
        if not all(values.values()):
            break  # nothing fits, whatever else is there
    return found


def _flat(part: Part) -> Iterator[Part]:
    if isinstance(part, Join):
        for one in part.parts:
            yield from _flat(one)
    else:
        yield part


def _values_first(parts: Iterable[Part]) -> list[Part]:
    return sorted(parts, key=lambda part: not isinstance(part, Values))


def _met(one: Known, other: Known) -> Known:
    """Return values that both allow; a variable that one does not know has those of the other."""
    both = {name: one[name] & other[name] for name in one.keys() & other.keys()}
    return {**one, **other, **both}


def _common(found: list[Known]) -> Known:
    """Return values that any allows, of the variables that all know."""
    names = set.intersection(*(set(one) for one in found)) if found else set()
    return {name: frozenset().union(*(one[name] for one in found)) for name in names}


def _seen(known: Known, names: frozenset[str] | None) -> Known:
    if names is None:
        return known
    return {name: values for name, values in known.items() if name in names}
