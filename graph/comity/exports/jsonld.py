"""The dataset as JSON-LD, written with the context of the ontology.

In: quads of RDF 1.1. Out: one JSON document that carries its context, so that a reader fetches
nothing: a graph object for each named graph, and in it one object a line for each thing, claim or
source. An attestation that speaks for one claim stands inside that claim; one that speaks for
several stands by itself. Expanded, the document gives the same quads. What does not belong here:
the context, which `scripts/generate_context.py` makes.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import Literal, NamedNode

from comity.errors import Unreadable
from comity.rdf import terms
from comity.rdf.literals import XSD
from comity.rdf.namespaces import ID, NS
from comity.rdf.vocabulary import Comity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pyoxigraph import Quad

_LARGEST: Final = 2**53  # beyond it, readers of JSON take whole numbers for floating ones
Facts = dict[NamedNode, list[NamedNode | Literal]]


@dataclass(frozen=True, slots=True)
class Context:
    """A JSON-LD context, read for writing with it.

    Attributes:
        source: The context itself.
        keys: The key of each term that has one.
        datatypes: The datatype, `@id` or `@vocab` that a key says of its values.
        languages: The language that a key says of its values.
        prefixes: The prefixes, with what they stand for.
    """

    source: Mapping[str, Any]
    keys: Mapping[str, str]
    datatypes: Mapping[str, str]
    languages: Mapping[str, str]
    prefixes: Mapping[str, str]


def read_context(path: Path) -> Context:
    """Return the context of a file.

    Raises:
        Unreadable: The file is missing or no JSON.
    """
    try:
        source = json.loads(path.read_bytes())["@context"]
    except (OSError, ValueError, KeyError) as problem:
        raise Unreadable(path, "the JSON-LD context is missing; reinstall the package") from problem
    prefixes = {
        key: value
        for key, value in source.items()
        if isinstance(value, str) and not key.startswith("@") and value.endswith(("/", "#"))
    }
    whole = {
        key: {**value, "@id": _expanded(value["@id"], prefixes)}
        for key, value in source.items()
        if isinstance(value, dict)
    }
    return Context(
        source,
        {value["@id"]: key for key, value in whole.items()},
        {
            key: _expanded(value["@type"], prefixes)
            for key, value in whole.items()
            if "@type" in value
        },
        {key: value["@language"] for key, value in whole.items() if "@language" in value},
        prefixes,
    )


def to_jsonld(quads: Iterable[Quad], context: Context) -> bytes:
    """Return quads as JSON-LD, with graphs, objects, keys and values in a fixed order."""
    graphs: dict[str, dict[str, Facts]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for quad in quads:
        facts = graphs[quad.graph_name.value][quad.subject.value]  # type: ignore[union-attr]  # neither blank nodes nor a default graph
        facts[quad.predicate].append(quad.object)  # type: ignore[arg-type]  # RDF 1.1, no blank nodes
    lines = [f'{{"@context": {_json(context.source)},', '"@graph": [']
    for number, (name, subjects) in enumerate(sorted(graphs.items())):
        lines.append(
            (",\n" if number else "") + f'{{"id": {_json(_id(name, context))}, "@graph": ['
        )
        lines.append(",\n".join(map(_json, _objects(subjects, context))))
        lines.append("]}")
    lines.append("]}\n")
    return "\n".join(lines).encode("utf-8")


def _objects(subjects: dict[str, Facts], context: Context) -> Iterable[dict[str, Any]]:
    """Yield the objects of a graph; what speaks for one claim is put inside it."""
    told = Counter(
        value.value
        for facts in subjects.values()
        for value in set(facts.get(Comity.attestation, ()))
    )
    inside = {name for name, count in told.items() if count == 1 and name in subjects}
    for subject in sorted(subjects.keys() - inside):
        yield _object(
            subject,
            subjects[subject],
            context,
            {name: subjects[name] for name in inside & _values(subjects[subject])},
        )


def _values(facts: Facts) -> set[str]:
    return {value.value for value in facts.get(Comity.attestation, ())}


def _object(
    subject: str, facts: Facts, context: Context, inside: Mapping[str, Facts]
) -> dict[str, Any]:
    found: dict[str, Any] = {"id": _id(subject, context)}
    if types := facts.get(terms.TYPE):
        found["type"] = _one_or_all(sorted(_name(each.value, context) for each in set(types)))
    keyed = {
        _key(predicate, context): values
        for predicate, values in facts.items()
        if predicate != terms.TYPE
    }
    for key in sorted(keyed):
        values = sorted(set(keyed[key]), key=str)
        found[key] = _one_or_all(
            [
                _object(value.value, inside[value.value], context, {})
                if key == "attestation" and value.value in inside
                else _value(key, value, context)
                for value in values
            ]
        )
    return found


def _value(key: str, value: NamedNode | Literal, context: Context) -> object:
    expected = context.datatypes.get(key)
    if isinstance(value, NamedNode):
        if expected == "@vocab" and value.value.startswith(NS):
            return _name(value.value, context)
        short = _id(value.value, context)
        return short if expected == "@id" else {"id": short}
    return _literal(key, value, context)


def _literal(key: str, value: Literal, context: Context) -> object:
    """Return a literal: as it is where the context or JSON says the rest, else with its type."""
    if value.language is not None:
        fits = value.language == context.languages.get(key)
        return value.value if fits else {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    is_free = key not in context.datatypes and key not in context.languages
    if datatype == context.datatypes.get(key) or (is_free and datatype == XSD + "string"):
        return value.value
    if is_free and datatype == XSD + "boolean" and value.value in {"true", "false"}:
        return value.value == "true"
    if is_free and datatype == XSD + "integer" and _is_plain_integer(value.value):
        return int(value.value)
    if datatype == XSD + "string":
        return {"@value": value.value}
    return {"@value": value.value, "@type": _name(datatype, context)}


def _is_plain_integer(text: str) -> bool:
    return text.lstrip("-").isdecimal() and str(int(text)) == text and abs(int(text)) < _LARGEST


def _key(predicate: NamedNode, context: Context) -> str:
    return context.keys.get(predicate.value) or _name(predicate.value, context)


def _name(iri: str, context: Context) -> str:
    """Return an IRI as a word of the ontology, with a prefix, or in full."""
    if iri.startswith(NS):
        return iri[len(NS) :]
    return _prefixed(iri, context)


def _id(iri: str, context: Context) -> str:
    """Return an IRI as an id, with a prefix, or in full."""
    return iri[len(ID) :] if iri.startswith(ID) else _prefixed(iri, context)


def _prefixed(iri: str, context: Context) -> str:
    for prefix, start in context.prefixes.items():
        if iri.startswith(start) and not iri.startswith("/", len(start)):
            return f"{prefix}:{iri[len(start) :]}"
    return iri


def _expanded(name: str, prefixes: Mapping[str, str]) -> str:
    prefix, _, local = name.partition(":")
    return prefixes[prefix] + local if prefix in prefixes else name


def _one_or_all(values: list[Any]) -> object:
    return values[0] if len(values) == 1 else values


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
