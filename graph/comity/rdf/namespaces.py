"""Namespaces, prefixes and identifiers.

In: identifiers such as `nation/chn`, or IRIs. Out: the other of the two, and the prefixes that
queries and serialisations share. What does not belong here: single terms (`vocabulary`, `terms`).
"""

from __future__ import annotations

import re
from typing import Final

from pyoxigraph import NamedNode

from comity.errors import BadIdentifier

BASE: Final = "https://w3id.org/comity/"
NS: Final = BASE + "ns#"
ID: Final = BASE + "id/"
GRAPH: Final = BASE + "graph/"

ENTITY_KINDS: Final = (
    "nation",
    "agency",
    "mission",
    "accord",
    "instrument",
    "institution",
    "organisation",
    "programme",
    "restriction",
    "sample",
    "event",
    "person",
    "satellite",
)
KINDS: Final = (*ENTITY_KINDS, "prohibition", "precedent", "claim", "attestation", "source")

PREFIXES: Final[dict[str, str]] = {
    "comity": NS,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "sosa": "http://www.w3.org/ns/sosa/",
    "odrl": "http://www.w3.org/ns/odrl/2/",
    "oa": "http://www.w3.org/ns/oa#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    **{kind: f"{ID}{kind}/" for kind in KINDS},
    "graph": GRAPH,
}

_SLUG: Final = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PLAIN: Final = re.compile(_SLUG)
_ATTESTATION: Final = re.compile(rf"{_SLUG}\.{_SLUG}")
_TERM: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*")


def iri(id_: str) -> NamedNode:
    """Return the IRI of an identifier.

    >>> iri("nation/chn").value
    'https://w3id.org/comity/id/nation/chn'

    Raises:
        BadIdentifier: The text is not a kind and a slug that fit each other.
    """
    reason = _fault_of(id_)
    if reason:
        raise BadIdentifier(id_, reason)
    return NamedNode(ID + id_)


def parse_identifier(text: str) -> str:
    """Return the identifier that a text means: itself, an IRI of Comity, or a prefixed name.

    >>> parse_identifier("https://w3id.org/comity/id/nation/chn")
    'nation/chn'
    >>> parse_identifier("nation:chn")
    'nation/chn'

    Raises:
        BadIdentifier: The text is none of the three.
    """
    bare = text.strip().removeprefix("<").removesuffix(">").removeprefix(ID)
    kind, colon, slug = bare.partition(":")
    id_ = f"{kind}/{slug}" if colon and kind in KINDS else bare
    reason = _fault_of(id_)
    if reason:
        raise BadIdentifier(text, reason)
    return id_


def graph_name(name: str) -> NamedNode:
    """Return the IRI of a named graph.

    >>> graph_name("inferred/general-classes").value
    'https://w3id.org/comity/graph/inferred/general-classes'

    Raises:
        BadIdentifier: The name is not a path of slugs.
    """
    if not all(_PLAIN.fullmatch(part) for part in name.split("/")):
        raise BadIdentifier(name, "a graph's name is slugs with slashes between them")
    return NamedNode(GRAPH + name)


def identifier(node: object) -> str | None:
    """Return the identifier of an IRI, a short name for a term of the ontology, or None.

    >>> identifier(NamedNode("https://w3id.org/comity/id/nation/chn"))
    'nation/chn'
    >>> identifier(NamedNode("https://w3id.org/comity/ns#memberOf"))
    'comity:memberOf'
    >>> identifier(NamedNode("https://example.org/")) is None
    True

    Args:
        node: Any RDF term; only a `NamedNode` has an identifier.
    """
    if not isinstance(node, NamedNode):
        return None
    value = node.value
    if value.startswith(ID):
        id_ = value[len(ID) :]
        return None if _fault_of(id_) else id_
    if value.startswith(NS) and _TERM.fullmatch(value, len(NS)):
        return f"comity:{value[len(NS) :]}"
    return None


def short_name(node: NamedNode) -> str:
    """Return how an IRI is shown: as an identifier, with a known prefix, or in full.

    >>> short_name(NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"))
    'rdf:type'
    """
    own = identifier(node)
    if own is not None:
        return own
    for prefix, start in PREFIXES.items():
        if node.value.startswith(start) and _TERM.fullmatch(node.value, len(start)):
            return f"{prefix}:{node.value[len(start) :]}"
    return node.value


def prologue() -> str:
    """Return the PREFIX lines of a SPARQL query, one for each prefix, in the order of `PREFIXES`.

    >>> prologue().splitlines()[0]
    'PREFIX comity: <https://w3id.org/comity/ns#>'
    """
    return "".join(f"PREFIX {prefix}: <{start}>\n" for prefix, start in PREFIXES.items())


def _fault_of(id_: str) -> str:
    kind, slash, slug = id_.partition("/")
    if not slash:
        return "it needs a kind, a slash and a slug, such as nation/chn; `comity search` finds it"
    if kind not in KINDS:
        return f"no kind {kind!r}; the kinds are {', '.join(KINDS)}"
    if kind == "attestation":
        if not _ATTESTATION.fullmatch(slug):
            return "an attestation's slug is the claim's slug, a full stop and the source's slug"
    elif not _PLAIN.fullmatch(slug):
        return "a slug is lower-case letters, digits and single hyphens"
    return ""
