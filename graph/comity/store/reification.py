"""RDF 1.2 reifiers of the claims.

In: the quads of a snapshot. Out: for each claim `claim rdf:reifies <<( … )>>`, with the triple of
its own relation and of each more general one, so that annotations (`{| … |}`) work in queries.
Snapshots stay RDF 1.1; the reifiers exist in the embedded store only.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from comity.rdf import terms
from comity.rdf.namespaces import graph_name
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CLAIMS: Final = graph_name("claims")
_ENDS: Final = {terms.SUBJECT: 0, terms.PREDICATE: 1, terms.OBJECT: 2}
_GENERAL: Final = {
    relation.iri: tuple(RELATIONS[name].iri for name in (relation.name, *relation.supers))
    for relation in RELATIONS.values()
}


def reifiers(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Yield the reifying quads of all claims among some quads."""
    ends: dict[NamedNode | BlankNode | Triple, list[NamedNode | None]]
    ends = defaultdict(lambda: [None, None, None])
    for quad in quads:
        end = _ENDS.get(quad.predicate)
        if end is not None and quad.graph_name == CLAIMS and isinstance(quad.object, NamedNode):
            ends[quad.subject][end] = quad.object
    for claim, (subject, predicate, object_) in ends.items():
        if subject is None or predicate is None or object_ is None:
            continue
        for relation in _GENERAL.get(predicate, (predicate,)):
            yield Quad(claim, terms.REIFIES, Triple(subject, relation, object_), CLAIMS)
