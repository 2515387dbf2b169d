"""Terms of other vocabularies that Comity uses.

In: nothing. Out: constants. What does not belong here: Comity's own terms, which are generated into
`vocabulary`.
"""

from typing import Final

from pyoxigraph import NamedNode

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_OA: Final = "http://www.w3.org/ns/oa#"
_ODRL: Final = "http://www.w3.org/ns/odrl/2/"

TYPE: Final = NamedNode(_RDF + "type")
SUBJECT: Final = NamedNode(_RDF + "subject")
PREDICATE: Final = NamedNode(_RDF + "predicate")
OBJECT: Final = NamedNode(_RDF + "object")
REIFIES: Final = NamedNode(_RDF + "reifies")
LABEL: Final = NamedNode(_RDFS + "label")
ALT_LABEL: Final = NamedNode(_SKOS + "altLabel")
EXACT_MATCH: Final = NamedNode(_SKOS + "exactMatch")
NOTE: Final = NamedNode(_SKOS + "note")
DEFINITION: Final = NamedNode(_SKOS + "definition")
IDENTIFIER: Final = NamedNode(_DCTERMS + "identifier")
DESCRIPTION: Final = NamedNode(_DCTERMS + "description")
SOURCE: Final = NamedNode(_DCTERMS + "source")
PUBLISHER: Final = NamedNode(_DCTERMS + "publisher")
ISSUED: Final = NamedNode(_DCTERMS + "issued")
DATE: Final = NamedNode(_DCTERMS + "date")
REPLACED_BY: Final = NamedNode(_DCTERMS + "isReplacedBy")
DEPRECATED: Final = NamedNode("http://www.w3.org/2002/07/owl#deprecated")
DERIVED_FROM: Final = NamedNode("http://www.w3.org/ns/prov#wasDerivedFrom")
URL: Final = NamedNode("https://schema.org/url")
QUOTE: Final = NamedNode(_OA + "exact")
QUOTE_START: Final = NamedNode(_OA + "start")
QUOTE_END: Final = NamedNode(_OA + "end")
PROHIBITION: Final = NamedNode(_ODRL + "prohibition")
ASSIGNEE: Final = NamedNode(_ODRL + "assignee")
ASSIGNER: Final = NamedNode(_ODRL + "assigner")
ACTION: Final = NamedNode(_ODRL + "action")
WIKIDATA: Final = "http://www.wikidata.org/entity/"
