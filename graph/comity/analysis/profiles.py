"""All that is on record about one thing, but for its ties.

In: a store and an id. Out: names, identifiers, sources, values, and how many sources each of its
claims has. What does not belong here: the ties (`ties`) and the page (`comity.cli`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.queries.evaluation import evaluate
from comity.queries.moments import at_moment
from comity.rdf.namespaces import graph_name, identifier, iri

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import QuerySolution

    from comity.rdf.dates import Moment
    from comity.rdf.engine import Engine

_DOCUMENTS: Final = graph_name("documents")
_ROR: Final = "https://ror.org/"


@dataclass(frozen=True, slots=True)
class Record:
    """What a source is called and where it is."""

    id: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ValueClaim:
    """A claim whose object is a value.

    Attributes:
        claim: Id of the claim.
        label: What of the thing the value gives.
        value: The value.
        start: When it began, as stated, or empty.
        end: When it ended, as stated, or empty.
        verdict: Its verdict.
        in_documents: Whether it stands in documents alone.
    """

    claim: str
    label: str
    value: str
    start: str
    end: str
    verdict: str
    in_documents: bool


@dataclass(frozen=True, slots=True)
class Provision:
    """A claim that an accord provides for something, or is silent on it.

    Attributes:
        claim: Id of the claim.
        phrase: `provides for` or `is silent on`.
        label: The kind of provision.
        where: Where the text says so; empty when it does not.
        note: Free text.
        verdict: Its verdict.
    """

    claim: str
    phrase: str
    label: str
    where: str
    note: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is on record about a thing.

    Attributes:
        names: Its other names, sorted.
        identifiers: What it is called in other lists, and IRIs of the same thing elsewhere.
        sources: The sources of its own record.
        recalled: Whether its record is recalled only, not seen in a source.
        exception: Why its ties may lie outside its own dates, or empty.
        values: Claims about it whose object is a number, a date or words.
        provisions: What it provides for, then what it is silent on, if it is an accord.
        source_counts: Number of sources of each claim about it, by the claim's id.
    """

    names: tuple[str, ...]
    identifiers: tuple[str, ...]
    sources: tuple[Record, ...]
    recalled: bool
    exception: str
    values: tuple[ValueClaim, ...]
    provisions: tuple[Provision, ...]
    source_counts: Mapping[str, int]


def read_facts(store: Engine, id_: str) -> Facts:
    """Return what is on record about a thing that exists."""
    node = iri(id_)
    names = _texts(store, f"{node} skos:altLabel ?value")
    links = [
        *_codes(store, str(node)),
        *(_ROR + value for value in _texts(store, f"{node} comity:rorId ?value")),
        *_texts(store, f"{node} skos:exactMatch|owl:sameAs ?value"),
    ]
    sources = [
        Record(_text(row["source"]), _text(row["title"]), _text(row["url"]))
        for row in _rows(
            store,
            f"""SELECT DISTINCT ?source ?title ?url WHERE {{
              {node} dcterms:source ?source . ?source rdfs:label ?title .
              OPTIONAL {{ ?source comity:locator ?url }} }} ORDER BY ?title""",
        )
    ]
    return Facts(
        names=tuple(names),
        identifiers=tuple(links),
        sources=tuple(sources),
        recalled="comity:Recalled" in _texts(store, f"{node} comity:verification ?value"),
        exception=" ".join(_texts(store, f"{node} comity:exception ?value")),
        values=tuple(_values(store, str(node))),
        provisions=tuple(_provisions(store, str(node))),
        source_counts=_source_counts(store, str(node)),
    )


def held_claims(store: Engine, id_: str, moment: Moment) -> frozenset[str]:
    """Return the ids of the claims about a thing that a moment shows.

    Args:
        store: The whole record.
        id_: Id of the thing.
        moment: A day in the world, perhaps certain; not one by which a thing was known.
    """
    node = iri(id_)
    about = f"{{ ?claim rdf:subject {node} }} UNION {{ ?claim rdf:object {node} }}"
    text = f"SELECT ?claim WHERE {{ {about} ?claim comity:at $moment . }}"
    return frozenset(_text(row["claim"]) for row in _rows(store, at_moment(text, moment)))


def _codes(store: Engine, node: str) -> list[str]:
    rows = _rows(
        store,
        f"""
        SELECT ?label ?value
        WHERE {{
          VALUES ?property {{ comity:internationalDesignator comity:cowCode comity:untsNumber }}
          {node} ?property ?value . ?property rdfs:label ?label .
        }} ORDER BY ?label ?value""",
    )
    return [f"{_text(row['label'])} {_text(row['value'])}" for row in rows]


def _values(store: Engine, node: str) -> list[ValueClaim]:
    rows = _rows(
        store,
        f"""
        SELECT ?claim ?label ?value ?start ?end ?verdict ?graph
        WHERE {{
          GRAPH ?graph {{
            ?claim rdf:subject {node} ; rdf:predicate ?property ; rdf:object ?value ;
                   comity:verdict ?judged .
          }}
          ?judged skos:notation ?verdict .
          FILTER (isLiteral(?value))
          OPTIONAL {{ ?property rdfs:label ?name }}
          BIND (COALESCE(?name, ?property) AS ?label)
          OPTIONAL {{ ?claim comity:validFrom ?start }}
          OPTIONAL {{ ?claim comity:validUntil ?end }}
        }} ORDER BY ?label ?start ?claim""",
    )
    return [
        ValueClaim(
            claim=_text(row["claim"]),
            label=_text(row["label"]),
            value=_text(row["value"]),
            start=_text(row["start"]),
            end=_text(row["end"]),
            verdict=_text(row["verdict"]),
            in_documents=row["graph"] == _DOCUMENTS,
        )
        for row in rows
    ]


def _provisions(store: Engine, node: str) -> list[Provision]:
    keys = ("claim", "phrase", "label", "where", "note", "verdict")
    rows = _rows(
        store,
        f"""
        SELECT ?claim ?phrase ?label ?where ?note ?verdict
        WHERE {{
          VALUES ?property {{ comity:providesFor comity:isSilentOn }}
          ?claim rdf:subject {node} ; rdf:predicate ?property ; rdf:object ?provision ;
                 comity:verdict/skos:notation ?verdict .
          ?property comity:verbPhrase ?phrase .
          ?provision skos:prefLabel ?label .
          OPTIONAL {{ ?claim comity:placeInText ?where }}
          OPTIONAL {{ ?claim skos:note ?note }}
        }} ORDER BY DESC(?phrase) ?label ?claim""",
    )
    return [Provision(*(_text(row[key]) for key in keys)) for row in rows]


def _source_counts(store: Engine, node: str) -> dict[str, int]:
    rows = _rows(
        store,
        f"""
        SELECT ?claim (COUNT(DISTINCT ?source) AS ?count)
        WHERE {{
          {{ ?claim rdf:subject {node} }} UNION {{ ?claim rdf:object {node} }}
          ?claim comity:attestation/prov:wasDerivedFrom ?source .
        }} GROUP BY ?claim""",
    )
    return {_text(row["claim"]): int(row["count"].value) for row in rows}


def _texts(store: Engine, pattern: str) -> list[str]:
    rows = _rows(store, f"SELECT DISTINCT ?value WHERE {{ {pattern} }}")
    return sorted(_text(row["value"]) for row in rows)


def _rows(store: Engine, text: str) -> list[QuerySolution]:
    return list(evaluate(store, text))  # type: ignore[arg-type]  # a SELECT gives solutions


def _text(term: object) -> str:
    return "" if term is None else identifier(term) or str(getattr(term, "value", term))
