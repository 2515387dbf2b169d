"""The whole border between pyoxigraph and rdflib.

In: terms and quads of one library. Out: those of the other. rdflib is imported when a function is
called, since the import is slow. What does not belong here: parsing and serialising, which each
library does itself, and rdflib's reading of queries (`query_algebra`).

`"a"` and `"a"^^xsd:string` are one term in RDF 1.1 and for pyoxigraph, two for rdflib: they are all
mapped to the plain literal. Triple terms of RDF 1.2 have no counterpart in rdflib and are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pyoxigraph as ox

from comity.errors import FormatMismatch

if TYPE_CHECKING:
    from collections.abc import Iterable

    import rdflib
    from rdflib.term import Identifier

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def to_rdflib_term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Identifier:
    """Return the rdflib term that means the same.

    Raises:
        FormatMismatch: The term is a triple term, which rdflib does not know.
    """
    import rdflib  # noqa: PLC0415  (290 ms that most callers never need)

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language is not None:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype.value == _STRING:
            return rdflib.Literal(term.value)
        datatype = rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    raise FormatMismatch("an rdflib term", "a triple term", ["RDF 1.1 statements"])


def from_rdflib_term(term: Identifier) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """Return the pyoxigraph term that means the same.

    Raises:
        FormatMismatch: The term is neither IRI, blank node nor literal (a variable, say).
    """
    import rdflib  # noqa: PLC0415

    if isinstance(term, rdflib.URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language is not None:
            return ox.Literal(str(term), language=term.language)
        if term.datatype is None or str(term.datatype) == _STRING:
            return ox.Literal(str(term))
        return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype)))
    raise FormatMismatch("a pyoxigraph term", type(term).__name__, ["IRI", "blank node", "literal"])


def to_rdflib(quads: Iterable[ox.Quad]) -> rdflib.Dataset:
    """Return an rdflib Dataset with the same quads."""
    import rdflib  # noqa: PLC0415

    dataset = rdflib.Dataset()
    for quad in quads:
        graph = (
            dataset.default_graph
            if isinstance(quad.graph_name, ox.DefaultGraph)
            else dataset.graph(to_rdflib_term(quad.graph_name))
        )
        graph.add(
            (
                to_rdflib_term(quad.subject),
                to_rdflib_term(quad.predicate),
                to_rdflib_term(quad.object),
            )
        )
    return dataset


def from_rdflib(dataset: rdflib.Dataset) -> list[ox.Quad]:
    """Return the quads of an rdflib Dataset, in no particular order."""
    default = dataset.default_graph.identifier
    quads = []
    for *triple, graph in dataset.quads((None, None, None, None)):
        name = getattr(graph, "identifier", graph)
        where = ox.DefaultGraph() if name in (None, default) else ox.NamedNode(str(name))
        subject, predicate, object_ = (from_rdflib_term(cast("Identifier", t)) for t in triple)
        quads.append(ox.Quad(subject, predicate, object_, where))  # type: ignore[arg-type]
    return quads
