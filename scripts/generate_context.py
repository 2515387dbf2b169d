#!/usr/bin/env python3
"""Write ontology/context.jsonld from ontology/comity.ttl.

In: the ontology. Out: the JSON-LD context of exports, the same bytes for the same ontology: short
keys for the terms that Comity takes from elsewhere, and what the values of a term are. With --check
nothing is written: the difference is shown and the exit code is 1 when the context is out of date.
Exit code 3: the ontology cannot be read, or two terms would have one key.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from comity.rdf.namespaces import ID, KINDS, NS
from comity.rdf.namespaces import PREFIXES as OURS
from generated import bring_up_to_date, wants_check

ROOT: Final = Path(__file__).resolve().parent.parent
ONTOLOGY: Final = ROOT / "ontology" / "comity.ttl"
CONTEXT: Final = ROOT / "ontology" / "context.jsonld"

XSD, RDF, RDFS, OWL, SKOS = (OURS[name] for name in ("xsd", "rdf", "rdfs", "owl", "skos"))

# Prefixes of kinds are left out: their names are those of properties, and ids need none.
PREFIXES: Final = dict(
    sorted(
        {
            **{prefix: start for prefix, start in OURS.items() if prefix not in KINDS},
            "vann": "http://purl.org/vocab/vann/",
            "wd": "http://www.wikidata.org/entity/",
        }.items()
    )
)
ENGLISH: Final = {"@language": "en"}
NODE: Final = {"@type": "@id"}
TERM: Final = {"@type": "@vocab"}
# Keys for the terms of other vocabularies; dcterms:issued is not comity:issued.
REUSED: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "altLabel": ("skos:altLabel", {}),
    "broader": ("skos:broader", TERM),
    "closeMatch": ("skos:closeMatch", NODE),
    "comment": ("rdfs:comment", ENGLISH),
    "date": ("dcterms:date", {}),
    "definition": ("skos:definition", ENGLISH),
    "deprecated": ("owl:deprecated", {}),
    "derivedFrom": ("prov:wasDerivedFrom", NODE),
    "description": ("dcterms:description", ENGLISH),
    "domain": ("rdfs:domain", TERM),
    "exactMatch": ("skos:exactMatch", NODE),
    "identifier": ("dcterms:identifier", {}),
    "inScheme": ("skos:inScheme", TERM),
    "inverseOf": ("owl:inverseOf", TERM),
    "isDefinedBy": ("rdfs:isDefinedBy", NODE),
    "label": ("rdfs:label", ENGLISH),
    "notation": ("skos:notation", {}),
    "note": ("skos:note", ENGLISH),
    "object": ("rdf:object", NODE),
    "predicate": ("rdf:predicate", TERM),
    "prefLabel": ("skos:prefLabel", ENGLISH),
    "published": ("dcterms:issued", {}),
    "publisher": ("dcterms:publisher", {}),
    "quote": ("oa:exact", {}),
    "quoteEnd": ("oa:end", {}),
    "quoteStart": ("oa:start", {}),
    "range": ("rdfs:range", TERM),
    "replacedBy": ("dcterms:isReplacedBy", NODE),
    "source": ("dcterms:source", NODE),
    "subClassOf": ("rdfs:subClassOf", TERM),
    "subPropertyOf": ("rdfs:subPropertyOf", TERM),
    "subject": ("rdf:subject", NODE),
    "url": ("schema:url", {"@type": "xsd:anyURI"}),
}
# JSON has texts, integers and truth values of its own; partial dates have three datatypes.
PLAIN: Final = {XSD + "string", XSD + "integer", XSD + "boolean", RDFS + "Literal"}
OF_RANGE: Final = {
    XSD + "decimal": {"@type": "xsd:decimal"},
    XSD + "date": {"@type": "xsd:date"},
    RDF + "langString": ENGLISH,
}
TERMS: Final = {
    SKOS + "Concept",
    SKOS + "ConceptScheme",
    OWL + "Class",
    RDF + "Property",
    RDFS + "Resource",
    NS + "RelationProperty",
}
PROPERTIES: Final = ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")


class ContextError(Exception):
    """The ontology says something that the context cannot."""


def main() -> int:
    """Write or check the context and return the exit code."""
    check = wants_check(__doc__)
    try:
        return bring_up_to_date(CONTEXT, context_text(ONTOLOGY), check=check)
    except (OSError, SyntaxError, ContextError) as problem:
        print(f"{ONTOLOGY.name}: {problem}", file=sys.stderr)
        return 3


def context_text(ontology: Path) -> str:
    """Return the text of the context."""
    store = ox.Store()
    store.load(path=str(ontology), format=ox.RdfFormat.TURTLE)
    context: dict[str, Any] = {
        "@version": 1.1,
        "@base": ID,
        "@vocab": NS,
        "id": "@id",
        "type": "@type",
        **PREFIXES,
    }
    terms = {key: {"@id": term, **what} for key, (term, what) in REUSED.items()}
    taken = {*context, *terms}
    for name, ranges in sorted(_properties(store).items()):
        if what := _values(name, ranges):
            terms[name] = {"@id": f"comity:{name}", **what}
    clashes = sorted(taken & _local_names(store))
    if clashes:
        raise ContextError(f"these keys of the context are terms of ours: {', '.join(clashes)}")
    context |= {key: terms[key] for key in sorted(terms)}
    return json.dumps({"@context": context}, indent=2, ensure_ascii=False) + "\n"


def _values(name: str, ranges: set[str]) -> dict[str, str]:
    """Return what the context says of a property's values, from its range."""
    if len(ranges) != 1:
        raise ContextError(f"comity:{name} has {len(ranges)} ranges, not one")
    (range_,) = ranges
    if range_ in PLAIN:
        return {}
    if range_ in TERMS:
        return TERM
    if range_ in OF_RANGE:
        return OF_RANGE[range_]
    if range_.startswith(NS):
        return NODE
    raise ContextError(f"comity:{name} has the range {range_}, which is not provided for")


def _properties(store: ox.Store) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for kind in PROPERTIES:
        for name in _subjects(store, RDF + "type", OWL + kind):
            ranges = store.quads_for_pattern(ox.NamedNode(name), ox.NamedNode(RDFS + "range"), None)
            found[name.removeprefix(NS)] = {str(quad.object).strip("<>") for quad in ranges}
    return found


def _local_names(store: ox.Store) -> set[str]:
    return {
        name.removeprefix(NS)
        for name in _subjects(store, RDF + "type", None)
        if name.startswith(NS)
    }


def _subjects(store: ox.Store, predicate: str, value: str | None) -> list[str]:
    wanted = ox.NamedNode(value) if value else None
    quads = store.quads_for_pattern(None, ox.NamedNode(predicate), wanted)
    return sorted({quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)})


if __name__ == "__main__":
    sys.exit(main())
