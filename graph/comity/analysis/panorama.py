"""The whole record at once: every thing and tie with who says so, for pictures of all of it.

In: a store. Out: a `Panorama`. What does not belong here: places, colours and pages
(`comity.views`), and what surrounds one thing (`surroundings`).

Persons and satellites, of which lists name thousands, are left out with their ties. Sums stand in
their place: how many flights or satellites joined two actors in each year (`dyads`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from comity.analysis.dyads import read_dyads
from comity.analysis.networks import NETWORKS
from comity.analysis.roll_calls import RollCall, Saying, read_roll_calls
from comity.analysis.ties import (
    LISTED_KINDS,
    VOTED,
    Node,
    Tie,
    finer_relations,
    read_nodes,
    read_ties,
    select,
)
from comity.rdf.namespaces import ID
from comity.rdf.vocabulary import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from comity.analysis.dyads import DyadKind
    from comity.rdf.engine import Engine

VOTES: Final = finer_relations(VOTED)
LAYERS: Final[Mapping[DyadKind, str]] = {
    "crews": "crews that flew together",
    "launches": "satellites launched for another",
    "builds": "satellites built for another",
}
"""Sums over flights and satellites, and what they are called."""


@dataclass(frozen=True, slots=True)
class Document:
    """A source: its title, whose words they are, seen where, and its class."""

    id: str
    title: str
    publisher: str
    via: str
    url: str
    published: str
    of_class: str


@dataclass(frozen=True, slots=True)
class Sum:
    """How many flights or satellites joined two actors in a year; `layer` is one of `LAYERS`."""

    layer: str
    first: str
    second: str
    year: int
    count: int


@dataclass(frozen=True, slots=True)
class Panorama:
    """The whole record but persons and satellites.

    Attributes:
        things: Things by id, sorted.
        names: Other names of things that have any.
        ties: All claims that tie two things, whatever their verdict, but votes.
        reasons: Why each claim has its verdict.
        inferred: Ids of the claims that follow from others.
        sayings: Who says so, sorted by claim.
        documents: The sources of the claims, by id.
        sums: Sums over flights and satellites.
        rolls: The votes.
    """

    things: Mapping[str, Node]
    names: Mapping[str, tuple[str, ...]]
    ties: tuple[Tie, ...]
    reasons: Mapping[str, str]
    inferred: frozenset[str]
    sayings: tuple[Saying, ...]
    documents: Mapping[str, Document]
    sums: tuple[Sum, ...]
    rolls: tuple[RollCall, ...] = ()


def read_panorama(store: Engine) -> Panorama:
    """Return the whole record that a store holds."""
    every = NETWORKS["all"]
    ties = tuple(
        tie
        for graph in ("claims", "documents")
        for tie in read_ties(store, every.names, without=every.without_kinds, graph=graph)
        if not {tie.subject.partition("/")[0], tie.object.partition("/")[0]} & {*LISTED_KINDS}
    )
    claims = {tie.claim for tie in ties}
    nodes = read_nodes(store)
    things = {name: nodes[name] for name in sorted(nodes) if nodes[name].kind not in LISTED_KINDS}
    sayings = _sayings(store, claims)
    reasons: dict[str, str] = dict(select(store, _REASONS))
    rolls = read_roll_calls(store, reasons)
    cited = {each.source for each in (*sayings, *(word for roll in rolls for word in roll.sayings))}
    return Panorama(
        things=things,
        names=_names(store, things),
        ties=ties,
        reasons={claim: reasons[claim] for claim in claims if claim in reasons},
        inferred=frozenset(name for (name,) in select(store, _DERIVED)) & claims,
        sayings=sayings,
        documents={
            row[0]: Document(*(cell or "" for cell in row))
            for row in select(store, _DOCUMENTS)
            if row[0] in cited
        },
        sums=_sums(store, things),
        rolls=rolls,
    )


def _sayings(store: Engine, claims: Collection[str]) -> tuple[Saying, ...]:
    found = {
        (claim, said): Saying(
            claim, source, stance.rpartition("#")[2].lower(), voice or "", quote or "", seen or ""
        )
        for claim, said, source, stance, voice, quote, seen in select(store, _SAID)
        if claim in claims
    }
    return tuple(found[key] for key in sorted(found))


def _names(store: Engine, things: Collection[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for thing, name in select(store, _NAMES):
        if thing in things:
            found[thing].add(name)
    return {thing: tuple(sorted(names)) for thing, names in sorted(found.items())}


def _sums(store: Engine, things: Collection[str]) -> tuple[Sum, ...]:
    counts: Counter[tuple[str, str, str, int]] = Counter()
    for layer in LAYERS:
        for dyad in read_dyads(store, layer):
            if dyad.first in things and dyad.second in things:
                counts[layer, dyad.first, dyad.second, int(dyad.day[:4])] += dyad.units
    return tuple(Sum(*key, count) for key, count in sorted(counts.items()))


_SAID: Final = f"""
SELECT ?claim ?said ?source ?stance ?voice ?quote ?seen
WHERE {{
  VALUES ?graph {{ graph:claims graph:documents }}
  GRAPH ?graph {{ ?claim rdf:predicate ?relation ; rdf:subject ?subject }}
  FILTER (?relation NOT IN ({", ".join(str(RELATIONS[name].iri) for name in sorted(VOTES))}))
  {"".join(f'FILTER (!STRSTARTS(STR(?subject), "{ID}{kind}/"))' for kind in LISTED_KINDS)}
  ?claim comity:attestation ?said .
  ?said prov:wasDerivedFrom ?source ; comity:stance ?stance .
  OPTIONAL {{ ?said comity:voice ?voice }}
  OPTIONAL {{ ?said oa:exact ?quote }}
  OPTIONAL {{ ?said comity:verifiedAt ?seen }}
}}"""
_REASONS: Final = """
SELECT ?claim ?reason WHERE { ?claim comity:verdictReason ?reason }"""
_DERIVED: Final = "SELECT DISTINCT ?claim WHERE { ?claim comity:derivedBy ?rule }"
_NAMES: Final = "SELECT ?thing ?name WHERE { GRAPH graph:things { ?thing skos:altLabel ?name } }"
_DOCUMENTS: Final = """
SELECT ?source ?title ?publisher ?via ?url ?published ?class
WHERE {
  ?source a comity:Source ; rdfs:label ?title .
  OPTIONAL { ?source dcterms:publisher ?publisher }
  OPTIONAL { ?source comity:via ?via }
  OPTIONAL { ?source schema:url ?url }
  OPTIONAL { ?source dcterms:issued ?published }
  OPTIONAL { ?source comity:sourceClass/skos:prefLabel ?class }
} ORDER BY ?source ?title ?publisher ?via ?url ?published"""
