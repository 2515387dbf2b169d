"""What is told of an id in RDF.

In: a store and a node. Out: triples: its own, those of its claims or attestations, and the labels
of what they name, so that nobody has to ask again for a name. Triples of RDF 1.2 are left out by
whoever writes them. What does not belong here: formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, Triple

from comity.rdf import terms
from comity.rdf.namespaces import ID
from comity.rdf.vocabulary import RELATIONS, Comity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.rdf.engine import Engine

_ENDS: Final = (terms.SUBJECT, terms.OBJECT)
_ABOUT_CLAIMS: Final = frozenset(
    {terms.SUBJECT, terms.OBJECT, Comity.verdictBasis, Comity.attestation}
)
_VOTES: Final = frozenset(
    relation.iri
    for relation in RELATIONS.values()
    if "voted_on" in (relation.name, *relation.supers)
)


def portrait_of_thing(store: Engine, node: NamedNode) -> Iterator[Triple]:
    """Yield the triples of a thing, direct ones to it, and its claims but for single votes."""
    claims = {
        quad.subject
        for end in _ENDS
        for quad in store.quads_for_pattern(None, end, node)
        if isinstance(quad.subject, NamedNode) and not _is_vote(store, quad.subject)
    }
    incoming = (
        quad.triple
        for quad in store.quads_for_pattern(None, None, node)
        if quad.predicate not in _ABOUT_CLAIMS | _VOTES
    )
    ordered = sorted(claims, key=lambda each: each.value)
    own = _of(store, [node, *ordered])
    yield from _with_labels(store, [*own, *incoming])


def portrait_of_claim(store: Engine, node: NamedNode) -> Iterator[Triple]:
    """Yield the triples of a claim and of its attestations."""
    said = [quad.object for quad in store.quads_for_pattern(node, Comity.attestation, None)]
    yield from _with_labels(store, list(_of(store, [node, *said])))


def portrait_of_node(store: Engine, node: NamedNode) -> Iterator[Triple]:
    """Yield the triples of a node and those to it."""
    incoming = (quad.triple for quad in store.quads_for_pattern(None, None, node))
    yield from _with_labels(store, [*_of(store, [node]), *incoming])


def portrait_of_source(store: Engine, node: NamedNode) -> Iterator[Triple]:
    """Yield the triples of a source and of its attestations, with the claims that they are of."""
    said = [quad.subject for quad in store.quads_for_pattern(None, terms.DERIVED_FROM, node)]
    claims = (
        quad.triple
        for each in said
        for quad in store.quads_for_pattern(None, Comity.attestation, each)
    )
    yield from _with_labels(store, [*_of(store, [node, *said]), *claims])


def _of(store: Engine, nodes: Iterable[object]) -> Iterator[Triple]:
    for node in nodes:
        if isinstance(node, NamedNode):
            yield from (quad.triple for quad in store.quads_for_pattern(node, None, None))


def _is_vote(store: Engine, claim: NamedNode) -> bool:
    quads = store.quads_for_pattern(claim, terms.PREDICATE, None)
    return any(quad.object in _VOTES for quad in quads)


def _with_labels(store: Engine, triples: list[Triple]) -> Iterator[Triple]:
    yield from triples
    named = {end for triple in triples for end in (triple.subject, triple.object)}
    ours = [node for node in named if isinstance(node, NamedNode) and node.value.startswith(ID)]
    for node in sorted(ours, key=lambda each: each.value):
        yield from (quad.triple for quad in store.quads_for_pattern(node, terms.LABEL, None))
