"""Ties: claims as edges.

In: a store, and which relations are wanted. Out: `Tie` values, `Node` values and the sources of
claims. What does not belong here: which ties make up which network (`networks`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from comity.queries.evaluation import evaluate
from comity.rdf.namespaces import ENTITY_KINDS, ID, identifier, iri
from comity.rdf.vocabulary import CONCEPTS, RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from comity.rdf.engine import Engine


VOTED: Final = "voted_on"
LISTED_KINDS: Final = ("person", "satellite")
"""Kinds of which there are so many that pictures and the network of all leave most of them out."""
_BY_IRI: Final = {relation.iri.value: relation for relation in RELATIONS.values()}
_VERDICTS: Final = {iri.value: word for word, iri in CONCEPTS["VerdictScheme"].items()}
_OF_FLIGHTS: Final = frozenset({"operates", "launched_by", "part_of", "visited"})
_BATCH: Final = 400


@dataclass(frozen=True, slots=True)
class Tie:
    """A claim as an edge.

    Attributes:
        claim: Id of the claim.
        subject: Id of its subject.
        relation: Name of its relation.
        object: Id of its object.
        start: When it began, as stated.
        end: When it ended, as stated.
        earliest: First day on which it may have held.
        latest: Last day on which it may have held.
        verdict: Its verdict.
        legal_status: Label of its legal status, or empty.
        note: Free text.
    """

    claim: str
    subject: str
    relation: str
    object: str
    start: str | None
    end: str | None
    earliest: str | None
    latest: str | None
    verdict: str
    legal_status: str
    note: str

    @property
    def is_accepted(self) -> bool:
        """Whether its verdict lets it count."""
        return self.verdict in {"supported", "unverified"}

    def may_hold(self, day: date) -> bool:
        """Tell whether the record does not exclude that it held on a day."""
        text = day.isoformat()  # ISO days sort as texts
        return (self.earliest or text) <= text <= (self.latest or text)

    @property
    def phrase(self) -> str:
        """The words between its subject and its object in a sentence."""
        return RELATIONS[self.relation].phrase

    @property
    def arrow(self) -> tuple[str, str]:
        """The ids from which and to which its arrow points in a picture."""
        ends = {"subject": self.subject, "object": self.object}
        relation = RELATIONS[self.relation]
        return ends[relation.tail], ends[relation.head]


@dataclass(frozen=True, slots=True)
class Node:
    """A thing as a node: id, kind, label, description and dates as stated."""

    id: str
    kind: str
    label: str
    description: str
    start: str | None
    end: str | None


def finer_relations(*names: str) -> frozenset[str]:
    """Return the names of some relations and of all that the ontology places below them.

    >>> "signatory_of" in finer_relations("member_of")
    True
    """
    return frozenset(
        relation.name
        for relation in RELATIONS.values()
        if relation.name in names or set(names) & set(relation.supers)
    )


def read_ties(
    store: Engine,
    relations: Collection[str],
    about: str | None = None,
    without: Collection[str] = (),
    *,
    graph: Literal["claims", "documents"] = "claims",
) -> list[Tie]:
    """Return the claims of some relations, sorted by id.

    Args:
        store: Where the claims are.
        relations: Names of the relations.
        about: Only the claims about this thing, as subject or object.
        without: Kinds of things; claims about them are left out. They stand as subjects only.
        graph: Whether curated claims are wanted, or those that stand in documents alone.
    """
    if about:  # few claims: the engine finds them by their ends, and the relation is looked at here
        thing = iri(about)
        found = f"{{ {_pattern(thing, '?object')} }} UNION {{ {_pattern('?subject', thing)} }}"
    else:
        wanted = " ".join(str(RELATIONS[name].iri) for name in sorted(relations))
        found = f"VALUES ?relation {{ {wanted} }} {_pattern('?subject', '?object')}"
    only = "".join(f' FILTER (!STRSTARTS(STR(?subject), "{ID}{kind}/"))' for kind in without)
    rows = select(
        store,
        f"""
        SELECT ?claim ?subject ?relation ?object ?start ?end ?earliest ?latest
               ?verdict ?status ?note
        WHERE {{
          GRAPH graph:{graph} {{ {found} }}{only}
          OPTIONAL {{ ?claim comity:validFrom ?start }}
          OPTIONAL {{ ?claim comity:validUntil ?end }}
          OPTIONAL {{ ?claim comity:earliestStart ?earliest }}
          OPTIONAL {{ ?claim comity:latestEnd ?latest }}
          OPTIONAL {{ ?claim comity:legalStatus/skos:prefLabel ?status }}
          OPTIONAL {{ ?claim skos:note ?note }}
        }}""",
    )
    ties = {
        claim: Tie(
            claim=claim,
            subject=subject or str(about),
            relation=_BY_IRI[relation].name,
            object=object_ or str(about),
            start=start,
            end=end,
            earliest=earliest,
            latest=latest,
            verdict=_VERDICTS[verdict],
            legal_status=status or "",
            note=note or "",
        )
        for claim, subject, relation, object_, start, end, earliest, latest, verdict, status, note
        in rows
        if relation in _BY_IRI and _BY_IRI[relation].name in relations
    }  # fmt: skip
    return [ties[claim] for claim in sorted(ties)]


def _pattern(subject: object, object_: object) -> str:
    return (
        f"?claim rdf:predicate ?relation ; rdf:subject {subject} ; rdf:object {object_} ; "
        "comity:verdict ?verdict ."
    )


def read_nodes(store: Engine, names: Collection[str] = ()) -> dict[str, Node]:
    """Return things by id: those of some ids at least, or all.

    What a restriction forbids, and the cases around it, are no things: nothing is tied to them.
    """
    few = sorted(names) if len(names) <= _BATCH else ()  # a longer query would be refused
    wanted = f"VALUES ?thing {{ {' '.join(str(iri(name)) for name in few)} }}" if few else ""
    rows = select(
        store,
        f"""
        SELECT ?thing ?label ?description ?start ?end
        WHERE {{
          GRAPH graph:things {{
            {wanted}
            ?thing rdfs:label ?label ; comity:verification ?any .
            OPTIONAL {{ ?thing dcterms:description ?description }}
            OPTIONAL {{ ?thing comity:startDate ?start }}
            OPTIONAL {{ ?thing comity:endDate ?end }}
          }}
        }}""",
    )
    return {
        id_: Node(id_, id_.partition("/")[0], label, description or "", start, end)
        for id_, label, description, start, end in rows
        if id_.partition("/")[0] in ENTITY_KINDS
    }


def read_flights(store: Engine) -> frozenset[str]:
    """Return the ids of the missions that are crewed flights."""
    text = "SELECT ?flight WHERE { GRAPH graph:things { ?flight comity:flightPath ?any } }"
    return frozenset(flight for (flight,) in select(store, text))


def plain_flights(store: Engine, ties: Iterable[Tie]) -> frozenset[str]:
    """Return the crewed flights of which no more is recorded than who ran and launched them.

    Args:
        store: Where the claims are.
        ties: All ties of missions that count.
    """
    told = {
        end for tie in ties if tie.relation not in _OF_FLIGHTS for end in (tie.subject, tie.object)
    }
    return read_flights(store) - told


def count_subjects(store: Engine, *, of: str, kind: str) -> int:
    """Return how many things of a kind have claims whose object is a thing.

    Args:
        store: Where the claims are.
        of: Id of the object.
        kind: Kind of the subjects.
    """
    text = f"""
        SELECT (COUNT(DISTINCT ?subject) AS ?count)
        WHERE {{
          ?claim rdf:object {iri(of)} ; rdf:subject ?subject .
          FILTER (STRSTARTS(STR(?subject), "{ID}{kind}/"))
        }}"""
    return sum(int(count) for (count,) in select(store, text))


def read_sources(store: Engine, claims: Iterable[str]) -> Mapping[str, list[dict[str, str]]]:
    """Return for each claim its sources, each with title, publisher, via, url and published.

    The oldest come first; those without a date, recollections among them, last.
    """
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    names = sorted(set(claims))
    for position in range(0, len(names), _BATCH):
        wanted = " ".join(str(iri(name)) for name in names[position : position + _BATCH])
        for claim, *fields in select(
            store,
            f"""
            SELECT DISTINCT ?claim ?title ?publisher ?via ?url ?published
            WHERE {{
              VALUES ?claim {{ {wanted} }}
              ?claim comity:attestation/prov:wasDerivedFrom ?source .
              ?source rdfs:label ?title .
              OPTIONAL {{ ?source dcterms:publisher ?publisher }}
              OPTIONAL {{ ?source comity:via ?via }}
              OPTIONAL {{ ?source schema:url ?url }}
              OPTIONAL {{ ?source dcterms:issued ?published }}
            }}""",
        ):
            keys = ("title", "publisher", "via", "url", "published")
            found[claim].append({key: value or "" for key, value in zip(keys, fields, strict=True)})
    for sources in found.values():
        sources.sort(
            key=lambda each: (not each["published"], each["published"], each["title"], each["url"])
        )
    return found


def select(store: Engine, text: str) -> Iterator[list[Any]]:
    """Yield rows of texts: ids for IRIs of Comity's things, None where nothing is bound.

    Args:
        store: Where the claims are.
        text: A SELECT query.
    """
    for solution in evaluate(store, text):  # type: ignore[union-attr]  # a SELECT gives solutions
        yield [_text(cell) for cell in solution]


def _text(cell: Any) -> str | None:
    if cell is None:
        return None
    name = identifier(cell)
    return name if name is not None and "/" in name else str(cell.value)
