"""Claims by RDF 1.1 reification or by RDF 1.2 triple terms: the same, written in two ways.

In: quads. Out: the same quads, with `claim rdf:subject s ; rdf:predicate p ; rdf:object o` in place
of `claim rdf:reifies <<( s p o )>>` or the other way round. Each function undoes the other. What
does not belong here: the reifiers of the embedded store, which repeat the general relations
(`comity.store.reification`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pyoxigraph import Quad, Triple

from comity.rdf import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENDS: Final = (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)
_ENDS: Final = frozenset(ENDS)


def to_rdf12(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield RDF 1.1 quads with one reifier for the three ends of each claim.

    What has not just one of each end is left as it is.
    """
    found: dict[tuple[object, object], list[Quad]] = defaultdict(list)
    for quad in quads:
        if quad.predicate in _ENDS:
            found[quad.subject, quad.graph_name].append(quad)
        else:
            yield quad
    for ends in found.values():
        values = {quad.predicate: quad.object for quad in ends}
        if len(ends) == len(values) == len(ENDS):
            first = ends[0]
            term = Triple(*(values[end] for end in ENDS))  # type: ignore[arg-type]  # claims have IRIs there
            yield Quad(first.subject, terms.REIFIES, term, first.graph_name)
        else:
            yield from ends


def to_rdf11(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield RDF 1.2 quads with the three ends of each claim for its reifier."""
    for quad in quads:
        term = quad.object
        if quad.predicate == terms.REIFIES and isinstance(term, Triple):
            for end, value in zip(ENDS, (term.subject, term.predicate, term.object), strict=True):
                yield Quad(quad.subject, end, value, quad.graph_name)
        else:
            yield quad
