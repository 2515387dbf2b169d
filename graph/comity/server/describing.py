"""The description of the service: SPARQL 1.1 Service Description, with VoID and DCAT of its data.

In: the release that a store says it holds, and the address of the service. Out: triples, without
blank nodes. What does not belong here: the description of the release (`comity.store.description`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Triple

from comity.rdf import literals, terms
from comity.rdf.dates import Moment
from comity.rdf.namespaces import GRAPH, PREFIXES
from comity.server.engines import engine_of
from comity.server.writing import write_triples
from comity.store.description import RELEASE, release_iri

if TYPE_CHECKING:
    from collections.abc import Iterator

    from comity.knowledge import KnowledgeGraph
    from comity.server.limits import Limits
    from comity.server.messages import Reply, Request
    from comity.store import Manifest

_FORMATS: Final = "http://www.w3.org/ns/formats/"
_RESULTS: Final = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads",
)  # fmt: skip
_GRAPH_COUNT: Final = "graph."


def describe(graph: KnowledgeGraph, request: Request, limits: Limits) -> Reply:
    """Describe the service and the release that it serves."""
    store = engine_of(graph.at(Moment()), request)
    release = [quad.triple for quad in store.quads_for_pattern(None, None, None, RELEASE)]
    base, asks_others = request.arguments["base"], bool(limits.allow_service)
    service = service_triples(graph.manifest, base, len(release), asks_others=asks_others)
    return write_triples([*service, *release], request.formats[0], limits)


def service_triples(
    manifest: Manifest, base: str, own: int, *, asks_others: bool = False
) -> Iterator[Triple]:
    """Yield what the service says of itself.

    Args:
        manifest: What the release holds.
        base: Address of the service, with a slash at its end.
        own: Number of triples of the release's description.
        asks_others: Whether SERVICE may ask any other endpoint.
    """
    release = release_iri(manifest)
    service = NamedNode(f"{base}sparql")
    dataset = NamedNode(f"{base}sparql#dataset")
    default = NamedNode(f"{base}sparql#default-graph")

    def said(subject: NamedNode, name: str, value: NamedNode | Literal) -> Triple:
        return Triple(subject, _term(name), value)

    for kind in ("sd:Service", "dcat:DataService"):
        yield Triple(service, terms.TYPE, _term(kind))
    yield said(service, "dcterms:title", literals.english("Comity over SPARQL"))
    yield said(service, "sd:endpoint", service)
    yield said(service, "sd:supportedLanguage", _term("sd:SPARQL11Query"))
    yield said(service, "sd:feature", _term("sd:UnionDefaultGraph"))
    if asks_others:
        yield said(service, "sd:feature", _term("sd:BasicFederatedQuery"))
    for name in _RESULTS:
        yield said(service, "sd:resultFormat", NamedNode(_FORMATS + name))
    yield said(service, "sd:defaultDataset", dataset)
    yield said(service, "dcat:endpointURL", service)
    yield said(service, "dcat:endpointDescription", NamedNode(f"{base}openapi.json"))
    yield said(service, "dcat:servesDataset", release)
    yield said(release, "void:sparqlEndpoint", service)
    yield Triple(dataset, terms.TYPE, _term("sd:Dataset"))
    yield said(dataset, "sd:defaultGraph", default)
    yield Triple(default, terms.TYPE, _term("sd:Graph"))
    yield said(default, "void:triples", literals.whole(manifest.counts["quads"] + own))
    counts = {
        key.removeprefix(_GRAPH_COUNT): count
        for key, count in manifest.counts.items()
        if key.startswith(_GRAPH_COUNT)
    }
    for name, count in {**counts, "release": own}.items():
        part = NamedNode(f"{base}graph/{name}")
        yield said(dataset, "sd:namedGraph", part)
        yield Triple(part, terms.TYPE, _term("sd:NamedGraph"))
        yield said(part, "sd:name", NamedNode(GRAPH + name))
        yield said(part, "sd:graph", NamedNode(GRAPH + name))
        yield Triple(NamedNode(GRAPH + name), terms.TYPE, _term("sd:Graph"))
        yield said(NamedNode(GRAPH + name), "void:triples", literals.whole(count))


def _term(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)
