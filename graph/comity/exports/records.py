"""Things, claims, attestations and sources, read from the record as a whole.

In: a store. Out: what is said of each, by property, in a fixed order. What does not belong here:
which of it becomes which column (`tables`, `statements`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from comity.rdf import terms
from comity.rdf.literals import XSD
from comity.rdf.namespaces import ID, NS, graph_name, short_name
from comity.rdf.vocabulary import CONCEPTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from comity.rdf.engine import Engine

Value = NamedNode | Literal
GRAPHS: Final = ("things", "claims", "documents")
WORDS: Final[Mapping[str, str]] = {
    concept.value: word for words in CONCEPTS.values() for word, concept in words.items()
}
"""The word in tables of each concept, by its IRI."""


class Facts:
    """What is said of one thing; each value can be taken once, so that none is lost unseen."""

    __slots__ = ("_values", "graph")

    def __init__(self, graph: str) -> None:
        self.graph = graph
        self._values: dict[str, list[Value]] = defaultdict(list)

    def add(self, predicate: NamedNode, value: Value) -> None:
        """Add a value."""
        self._values[predicate.value].append(value)

    def all(self, predicate: NamedNode) -> list[Value]:
        """Return the values of a property, sorted, and leave them there."""
        return sorted(self._values.get(predicate.value, ()), key=str)

    def text(self, predicate: NamedNode) -> str | None:
        """Take the first value of a property as a text; None without one."""
        values = self.all(predicate)
        if not values:
            return None
        self._values[predicate.value] = values[1:]
        return as_text(values[0])

    def texts(self, predicate: NamedNode) -> list[str]:
        """Take all values of a property as texts, sorted."""
        return [as_text(value) for value in sorted(self._values.pop(predicate.value, ()), key=str)]

    def rest(self) -> Iterator[tuple[str, Value]]:
        """Yield the names of the properties that were not taken, with their values, sorted."""
        for predicate in sorted(self._values):
            for value in sorted(self._values[predicate], key=str):
                yield short_name(NamedNode(predicate)), value


@dataclass(frozen=True, slots=True)
class Records:
    """What the record says, by id and kind; the ids are sorted.

    Attributes:
        things: Entities, and ids that were merged into others.
        claims: Claims, those of documents too.
        attestations: Attestations, passages of documents too.
        sources: Sources.
    """

    things: dict[str, Facts]
    claims: dict[str, Facts]
    attestations: dict[str, Facts]
    sources: dict[str, Facts]


def read_records(store: Engine) -> Records:
    """Return all things, claims, attestations and sources."""
    found: dict[str, Facts] = {}
    for name in GRAPHS:
        for quad in store.quads_for_pattern(None, None, None, graph_name(name)):
            if quad.predicate == terms.REIFIES:
                continue
            id_ = as_text(quad.subject)  # type: ignore[arg-type]  # no blank nodes, no triple terms
            if id_ not in found:
                found[id_] = Facts(name)
            found[id_].add(quad.predicate, quad.object)  # type: ignore[arg-type]  # the same
    records = Records({}, {}, {}, {})
    of_kind = {
        "claim": records.claims,
        "attestation": records.attestations,
        "source": records.sources,
    }
    for id_ in sorted(found):
        of_kind.get(id_.partition("/")[0], records.things)[id_] = found[id_]
    return records


def as_text(value: Value) -> str:
    """Return a value as it stands in a cell: an id, a concept's word, a short name, or its text.

    >>> as_text(NamedNode("https://w3id.org/comity/id/nation/chn"))
    'nation/chn'
    >>> as_text(NamedNode("https://w3id.org/comity/ns#Supported"))
    'supported'
    """
    if isinstance(value, Literal):
        return value.value
    iri = value.value
    if iri.startswith(ID):
        return iri[len(ID) :]
    return WORDS.get(iri) or short_name(value)


def type_of(value: Value) -> str:
    """Return what a value is: `thing`, `concept`, `iri`, or the datatype of a literal.

    >>> type_of(Literal("Bahrain", language="en"))
    'text@en'
    """
    if isinstance(value, NamedNode):
        if value.value.startswith(ID):
            return "thing"
        return "concept" if value.value.startswith(NS) else "iri"
    if value.language:
        return f"text@{value.language}"
    datatype = value.datatype.value
    return "text" if datatype == XSD + "string" else datatype.removeprefix(XSD)
