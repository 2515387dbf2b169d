"""RDF 1.2 reifiers of the claims.

In: a store with the claims. Out: for each claim `claim rdf:reifies <<( … )>>`, with the triple of
its own relation and of each more general one, so that annotations (`{| … |}`) work in queries.
Snapshots stay RDF 1.1; the reifiers exist in the embedded store only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Quad, Triple

from comity.rdf import terms
from comity.rdf.namespaces import graph_name
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

CLAIMS: Final = graph_name("claims")
_GENERAL: Final = {
    relation.iri: tuple(RELATIONS[name].iri for name in (relation.name, *relation.supers))
    for relation in RELATIONS.values()
}


def reifiers(store: Store) -> Iterator[Quad]:
    """Yield the reifying quads of all claims of a store.

    Three patterns are asked for: reading through all that is said of claims takes five times as
    long.
    """
    subjects, predicates, objects = (
        {quad.subject: quad.object for quad in store.quads_for_pattern(None, end, None, CLAIMS)}
        for end in (terms.SUBJECT, terms.PREDICATE, terms.OBJECT)
    )
    for claim, subject in subjects.items():
        predicate, object_ = predicates.get(claim), objects.get(claim)
        if not (
            isinstance(subject, NamedNode)
            and isinstance(predicate, NamedNode)
            and isinstance(object_, NamedNode)
        ):
            continue  # a claim of a value
        for relation in _GENERAL.get(predicate, (predicate,)):
            yield Quad(claim, terms.REIFIES, Triple(subject, relation, object_), CLAIMS)
