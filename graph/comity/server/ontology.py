"""The ontology as a page: every term with its name, its meaning and what it is tied to.

In: the graph of the ontology. Out: a page in which each term has a place that `/ns#term` leads to,
or the graph in another format. What does not belong here: single things.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from comity.rdf.dates import Moment
from comity.rdf.namespaces import NS, PREFIXES, graph_name, short_name
from comity.server.engines import engine_of
from comity.server.formats import GRAPHS
from comity.server.links import Cell, address_of
from comity.server.rendering import frame_of, page_reply
from comity.server.writing import write_triples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.knowledge import KnowledgeGraph
    from comity.server.limits import Limits
    from comity.server.messages import Reply, Request

ONTOLOGY: Final = graph_name("ontology")
_IN_ENGLISH: Final = ("", "en")
_TYPE: Final = PREFIXES["rdf"] + "type"
_LABEL: Final = PREFIXES["rdfs"] + "label"
_COMMENT: Final = PREFIXES["rdfs"] + "comment"
_LINKED: Final = {
    PREFIXES["rdfs"] + "subClassOf": "kind of",
    PREFIXES["rdfs"] + "subPropertyOf": "kind of",
    PREFIXES["rdfs"] + "domain": "said of",
    PREFIXES["rdfs"] + "range": "value",
    PREFIXES["owl"] + "inverseOf": "inverse of",
    PREFIXES["skos"] + "inScheme": "one of",
    PREFIXES["skos"] + "broader": "narrower than",
    PREFIXES["skos"] + "closeMatch": "close to",
    PREFIXES["skos"] + "exactMatch": "same as",
    NS + "impliesLegalStatus": "legal status",
}
_GROUPS: Final = (
    ("Classes", PREFIXES["owl"] + "Class"),
    ("Properties to things", PREFIXES["owl"] + "ObjectProperty"),
    ("Properties to values", PREFIXES["owl"] + "DatatypeProperty"),
    ("Schemes of concepts", PREFIXES["skos"] + "ConceptScheme"),
    ("Concepts", PREFIXES["skos"] + "Concept"),
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the ontology: local name, label, meaning, and ties to others in words."""

    name: str
    label: str
    meaning: str
    ties: Sequence[tuple[str, Sequence[Cell]]]


@dataclass(frozen=True, slots=True)
class OntologyPage:
    """What the page shows: groups of terms under a heading."""

    groups: Sequence[tuple[str, Sequence[Term]]]


def ontology(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Show the ontology, or give it in a format."""
    store = engine_of(graph.at(Moment()), request)
    triples = [quad.triple for quad in store.quads_for_pattern(None, None, None, ONTOLOGY)]
    if request.formats[0] in GRAPHS:
        return write_triples(triples, request.formats[0], limits)
    frame = frame_of(request, graph, GRAPHS, has_moment=False)
    return page_reply("ontology", OntologyPage(_groups(triples)), frame)


def _groups(triples: Sequence[ox.Triple]) -> list[tuple[str, list[Term]]]:
    facts: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode) and triple.subject.value.startswith(NS):
            facts[triple.subject.value][triple.predicate.value].append(triple.object)  # type: ignore[arg-type]  # no triple terms here
    groups = []
    placed: set[str] = set()
    for heading, kind in _GROUPS:
        iris = [
            iri
            for iri, said in facts.items()
            if iri not in placed and any(term.value == kind for term in said[_TYPE])
        ]
        placed.update(iris)
        found = sorted((_term(iri, facts[iri]) for iri in iris), key=lambda each: each.name.lower())
        groups.append((heading, found))
    return groups


def _term(iri: str, said: dict[str, list[ox.NamedNode | ox.Literal]]) -> Term:
    ties: dict[str, list[Cell]] = defaultdict(list)
    for predicate, words in _LINKED.items():
        for other in said.get(predicate, ()):
            if isinstance(other, ox.NamedNode):
                ties[words].append(Cell(short_name(other), address_of(other.value)))
    shown = [(words, sorted(cells, key=lambda each: each.text)) for words, cells in ties.items()]
    return Term(iri[len(NS) :], _text(said, _LABEL), _text(said, _COMMENT), shown)


def _text(said: dict[str, list[ox.NamedNode | ox.Literal]], predicate: str) -> str:
    texts = (term for term in said.get(predicate, ()) if isinstance(term, ox.Literal))
    return next((term.value for term in texts if (term.language or "") in _IN_ENGLISH), "")
