#!/usr/bin/env python3
"""Write graph/comity/rdf/vocabulary.py from ontology/comity.ttl.

In: the ontology. Out: the module with its terms as Python constants, the same bytes for the same
ontology. With --check nothing is written: the difference is shown and the exit code is 1 when the
module is out of date. Exit code 3: the ontology cannot be read, or says something unusable.
"""

from __future__ import annotations

import keyword
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from generated import bring_up_to_date, wants_check

ROOT: Final = Path(__file__).resolve().parent.parent
ONTOLOGY: Final = ROOT / "ontology" / "comity.ttl"
MODULE: Final = ROOT / "graph" / "comity" / "rdf" / "vocabulary.py"

NS: Final = "https://w3id.org/comity/ns#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

# Kinds that are no entities come last, in the order in which they build on each other.
RECORD_KINDS: Final = ("prohibition", "precedent", "claim", "attestation", "source")
RANGE_WORDS: Final = {
    XSD + "string": "text",
    XSD + "integer": "integer",
    XSD + "decimal": "decimal",
    XSD + "date": "date",
    NS + "Entity": "entity",
    SKOS + "Concept": "concept",
    RDFS + "Resource": "party",
}
ENDS: Final = {RDF + "subject": "subject", RDF + "object": "object"}

HEAD: Final = '''\
"""The terms of the ontology as Python constants.

In: nothing. Out: IRIs, and what the ontology says of relations, qualifiers and concepts. What does
not belong here: anything written by hand.

Generated from ontology/comity.ttl by scripts/generate_vocabulary.py; do not edit.
"""
# ruff: noqa: N815  (terms keep the names that the ontology gives)

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from comity.rdf.schema import Attribute, Qualifier, Relation

if TYPE_CHECKING:
    from collections.abc import Mapping

_NS: Final = "https://w3id.org/comity/ns#"
'''


class OntologyError(Exception):
    """The ontology says something that cannot become Python."""


class Ontology:
    """The statements of the ontology, by subject and predicate, as plain strings."""

    def __init__(self, path: Path) -> None:
        self._facts: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.terms: set[str] = set()
        for triple in parse(path=path, format=RdfFormat.TURTLE):
            subject, value = triple.subject, triple.object
            if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
                raise OntologyError(
                    f"{triple}: neither blank nodes nor quoted triples are used here"
                )
            self._facts[subject.value, triple.predicate.value].append(value.value)
            if subject.value.startswith(NS):
                self.terms.add(subject.value)

    def all(self, subject: str, predicate: str) -> list[str]:
        """Return the objects, sorted."""
        return sorted(self._facts.get((subject, predicate), ()))

    def one(self, subject: str, predicate: str) -> str:
        """Return the only object."""
        found = self.all(subject, predicate)
        if len(found) != 1:
            raise OntologyError(f"{subject} has {len(found)} values of {predicate}, not one")
        return found[0]

    def of_type(self, type_: str) -> list[str]:
        """Return the terms of a type, sorted."""
        return sorted(term for term in self.terms if type_ in self.all(term, RDF + "type"))

    def above(self, term: str, predicate: str) -> list[str]:
        """Return what lies above a term, nearest first."""
        found: list[str] = []
        level = [term]
        while level:
            level = sorted(
                {up for low in level for up in self.all(low, predicate)} - {*found, term}
            )
            found.extend(level)
        return found


def main() -> int:
    """Write or check the module and return the exit code."""
    check = wants_check(__doc__)
    try:
        return bring_up_to_date(MODULE, module_text(Ontology(ONTOLOGY)), check=check)
    except (OSError, SyntaxError, OntologyError) as problem:
        print(f"{ONTOLOGY.name}: {problem}", file=sys.stderr)
        return 3


def module_text(ontology: Ontology) -> str:
    """Return the text of the module."""
    return "".join(
        (
            HEAD,
            _terms(ontology),
            _classes(ontology),
            _concepts(ontology),
            _relations(ontology),
            _attributes(ontology),
            _qualifiers(ontology),
        )
    )


def _terms(ontology: Ontology) -> str:
    lines = [
        "\n\nclass Comity:",
        '    """The terms of the namespace `comity:`, by their local names."""\n',
    ]
    lines += [
        f'    {_local(term)}: Final = NamedNode(_NS + "{_local(term)}")'
        for term in sorted(ontology.terms)
    ]
    return "\n".join(lines) + "\n"


def _classes(ontology: Ontology) -> str:
    lines = ["\n\nCLASS_OF_KIND: Final[Mapping[str, NamedNode]] = MappingProxyType(", "    {"]
    lines += [f'        "{kind}": {_constant(term)},' for kind, term in _kinds(ontology).items()]
    return "\n".join([*lines, "    }", ")"]) + "\n"


def _concepts(ontology: Ontology) -> str:
    lines = [
        "\nCONCEPTS: Final[Mapping[str, Mapping[str, NamedNode]]] = MappingProxyType(",
        "    {",
    ]
    for scheme in ontology.of_type(SKOS + "ConceptScheme"):
        lines += [f'        "{_local(scheme)}": MappingProxyType(', "            {"]
        lines += [
            f'                "{word}": {_constant(concept)},'
            for word, concept in _words(ontology, scheme).items()
        ]
        lines += ["            }", "        ),"]
    return "\n".join([*lines, "    }", ")"]) + "\n"


def _relations(ontology: Ontology) -> str:
    known = {term: _snake(term) for term in ontology.of_type(NS + "RelationProperty")}
    kinds = {
        kind: {term, *ontology.above(term, RDFS + "subClassOf")}
        for kind, term in _kinds(ontology).items()
        if kind not in RECORD_KINDS
    }
    symmetric = set(ontology.of_type(OWL + "SymmetricProperty"))
    entries = []
    for term, name in sorted(known.items(), key=lambda item: item[1]):
        supers = [known[up] for up in ontology.above(term, RDFS + "subPropertyOf") if up in known]
        status = ontology.all(term, NS + "impliesLegalStatus")
        fields = {
            "name": _string(name),
            "iri": _constant(term),
            "label": _string(ontology.one(term, RDFS + "label")),
            "phrase": _string(ontology.one(term, NS + "verbPhrase")),
            "along": _string(_words_along(ontology, term)),
            "domain": _strings(_allowed(kinds, ontology.one(term, RDFS + "domain"))),
            "range": _strings(_allowed(kinds, ontology.one(term, RDFS + "range"))),
            "supers": _strings(supers),
            "symmetric": str(term in symmetric),
            "tail": _string(ENDS[ontology.one(term, NS + "arrowTail")]),
            "head": _string(ENDS[ontology.one(term, NS + "arrowHead")]),
            "legal_status": _constant(ontology.one(term, NS + "impliesLegalStatus"))
            if status
            else "None",
            "public_act": str(ontology.all(term, NS + "publicAct") == ["true"]),
        }
        entries.append((name, fields))
    return _mapping("RELATIONS", "Relation", entries)


def _words_along(ontology: Ontology, term: str) -> str:
    """Return the words along a relation's arrow: the inverse's label if it starts at the object."""
    if ENDS[ontology.one(term, NS + "arrowTail")] == "subject":
        return ontology.one(term, NS + "verbPhrase")
    return ontology.one(ontology.one(term, OWL + "inverseOf"), RDFS + "label")


def _attributes(ontology: Ontology) -> str:
    kinds = {term: kind for kind, term in _kinds(ontology).items()}
    entries = []
    for term in ontology.of_type(NS + "AttributeProperty"):
        range_ = ontology.one(term, RDFS + "range")
        word = "date" if range_ == RDFS + "Literal" else RANGE_WORDS.get(range_, "")
        if word not in {"text", "integer", "decimal", "date", "concept"}:
            raise OntologyError(f"{term} has the range {range_}, which no attribute may have")
        counted = ontology.all(term, NS + "counts")
        fields = {
            "name": _string(_snake(term)),
            "iri": _constant(term),
            "label": _string(ontology.one(term, RDFS + "label")),
            "phrase": _string(ontology.one(term, NS + "verbPhrase")),
            "range": _string(word),
            "nature": _string(ontology.one(ontology.one(term, NS + "nature"), SKOS + "notation")),
            "multi": str(ontology.one(term, NS + "multiValued") == "true"),
            "counts": _string(_snake(counted[0])) if counted else "None",
            "counts_kind": _string(kinds[ontology.one(term, NS + "countsKind")])
            if counted
            else "None",
            "concepts": _concepts_of(ontology, term, wanted=word == "concept"),
        }
        entries.append((_snake(term), fields))
    return _mapping("ATTRIBUTES", "Attribute", sorted(entries))


def _qualifiers(ontology: Ontology) -> str:
    entries = []
    for term in ontology.of_type(NS + "QualifierProperty"):
        key = ontology.one(term, SKOS + "notation")
        range_ = ontology.one(term, RDFS + "range")
        if range_ not in RANGE_WORDS:
            raise OntologyError(f"{term} has the range {range_}, which no qualifier may have")
        word = RANGE_WORDS[range_]
        fields = {
            "key": _string(key),
            "iri": _constant(term),
            "label": _string(ontology.one(term, RDFS + "label")),
            "range": _string(word),
            "multi": str(ontology.one(term, NS + "multiValued") == "true"),
            "concepts": _concepts_of(ontology, term, wanted=word in {"concept", "party"}),
        }
        entries.append((key, fields))
    return _mapping("QUALIFIERS", "Qualifier", sorted(entries))


def _concepts_of(ontology: Ontology, term: str, *, wanted: bool) -> str:
    schemes = ontology.all(term, NS + "valueScheme")
    if len(schemes) != int(wanted):
        raise OntologyError(f"{term} needs one comity:valueScheme if it takes concepts, else none")
    return f'CONCEPTS["{_local(schemes[0])}"]' if schemes else "MappingProxyType({})"


def _mapping(name: str, value: str, entries: list[tuple[str, dict[str, str]]]) -> str:
    if len(dict(entries)) != len(entries):
        raise OntologyError(f"two {value.lower()}s have the same word in tables")
    lines = [f"\n{name}: Final[Mapping[str, {value}]] = MappingProxyType(", "    {"]
    for key, fields in entries:
        lines.append(f'        "{key}": {value}(')
        for field, text in fields.items():
            line = f"            {field}={text},"
            if len(line) > 100 and text.startswith("("):
                parts = text.removeprefix("(").removesuffix(")").split(", ")
                lines.append(f"            {field}=(")
                lines += [f"                {part}," for part in parts]
                lines.append("            ),")
            else:
                lines.append(line)
        lines.append("        ),")
    return "\n".join([*lines, "    }", ")"]) + "\n"


def _kinds(ontology: Ontology) -> dict[str, str]:
    found = {
        word: term
        for term in ontology.of_type(OWL + "Class")
        for word in ontology.all(term, SKOS + "notation")
    }
    entities = sorted(set(found) - set(RECORD_KINDS))
    return {kind: found[kind] for kind in (*entities, *RECORD_KINDS)}


def _words(ontology: Ontology, scheme: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for concept in ontology.of_type(SKOS + "Concept"):
        if scheme in ontology.all(concept, SKOS + "inScheme"):
            word = ontology.one(concept, SKOS + "notation")
            if word in found:
                raise OntologyError(f"{scheme}: two concepts have the word {word}")
            found[word] = concept
    return dict(sorted(found.items()))


def _allowed(kinds: dict[str, set[str]], class_: str) -> list[str]:
    allowed = [kind for kind, classes in kinds.items() if class_ in classes]
    if not allowed:
        raise OntologyError(f"{class_} is no class of entities")
    return allowed


def _local(term: str) -> str:
    name = term.removeprefix(NS)
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", name) or keyword.iskeyword(name):
        raise OntologyError(f"{term} cannot be a Python name; choose another")
    return name


def _snake(term: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", _local(term)).lower()


def _constant(term: str) -> str:
    return f"Comity.{_local(term)}"


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _strings(texts: list[str]) -> str:
    inner = ", ".join(_string(text) for text in texts)
    return f"({inner},)" if len(texts) == 1 else f"({inner})"


if __name__ == "__main__":
    sys.exit(main())
