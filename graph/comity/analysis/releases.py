"""What changed between two releases of the data.

In: two snapshots. Out: `Difference` values: things, claims and sources that were added, removed or
changed, in words. What does not belong here: what changed in the world (`changes`), and what a
build derives anew each time, such as direct triples, the days that bound a claim and the words
that explain a verdict.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode, RdfFormat, parse

from comity.rdf import terms
from comity.rdf.namespaces import NS, graph_name, identifier, short_name
from comity.rdf.vocabulary import RELATIONS, Comity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from comity.store import Snapshot

_TOLD: Final = frozenset(graph_name(name) for name in ("things", "claims", "documents"))
_DERIVED: Final = frozenset(
    NamedNode(NS + name)
    for name in (
        "earliestStart",
        "latestStart",
        "earliestEnd",
        "latestEnd",
        "knownFrom",
        "verdictBasis",
        "verdictReason",
        "verdictReasonWhenPublished",
        "verdictRule",
        "verdictWhenPublished",
    )
)
_FIELDS: Final[Mapping[NamedNode, str]] = {
    terms.LABEL: "name",
    terms.ALT_LABEL: "other names",
    terms.DESCRIPTION: "description",
    terms.SOURCE: "sources",
    terms.NOTE: "note",
    terms.EXACT_MATCH: "Wikidata",
    terms.ISSUED: "published",
    terms.PUBLISHER: "publisher",
    Comity.via: "via",
    terms.REPLACED_BY: "merged into",
    terms.SUBJECT: "subject",
    terms.PREDICATE: "relation",
    terms.OBJECT: "object",
    Comity.validFrom: "start",
    Comity.validUntil: "end",
    Comity.startDate: "start",
    Comity.endDate: "end",
    Comity.legalStatus: "legal status",
    Comity.verifiedAt: "verified at",
}
_PHRASES: Final = {relation.iri.value: relation.phrase for relation in RELATIONS.values()}
_VOTES: Final = {
    relation.iri.value for relation in RELATIONS.values() if "voted_on" in relation.supers
}

Facts = dict[NamedNode, set[str]]


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two releases.

    Attributes:
        kind: `thing`, `claim`, `vote` or `source`.
        what: `added`, `removed` or `changed`.
        id: Id of the thing, claim or source.
        words: Its name, or the claim as a sentence.
        field: What of it changed, such as `start` or `verdict`; empty when it came or went whole.
        before: What the field held in the older release.
        after: What it holds in the newer one.
    """

    kind: str
    what: str
    id: str
    words: str
    field: str = ""
    before: str = ""
    after: str = ""


def differences(old: Snapshot, new: Snapshot) -> list[Difference]:
    """Return what changed from one release to another, sorted by kind, what happened and id.

    A claim's sources are those that attest it; that one is now seen and not recalled, or that it
    speaks with another voice, is told as a change of the source's words about it.

    Raises:
        SnapshotDamaged: A snapshot is not what its manifest says.
    """
    before, after = _read(old), _read(new)
    found: list[Difference] = []
    for id_ in sorted(before.keys() | after.keys()):
        then, now = before.get(id_), after.get(id_)
        kind = _kind(id_, now or then or {})
        if then is None or now is None:
            what = "added" if then is None else "removed"
            found.append(Difference(kind, what, id_, _words(id_, before if now is None else after)))
        elif then != now:
            found.extend(
                Difference(kind, "changed", id_, _words(id_, after), *field)
                for field in _fields(then, now)
            )
    order = ("thing", "claim", "source", "vote")
    return sorted(found, key=lambda each: (order.index(each.kind), each.what, each.id, each.field))


def _read(snapshot: Snapshot) -> dict[str, Facts]:
    records: dict[str, Facts] = defaultdict(lambda: defaultdict(set))
    said: dict[str, str] = {}
    spoken: dict[str, list[str]] = defaultdict(list)
    attested: list[tuple[str, str]] = []
    for quad in parse(snapshot.read(), format=RdfFormat.N_QUADS):
        if quad.graph_name not in _TOLD:
            continue
        id_ = identifier(quad.subject)
        if id_ is None:
            continue
        value = short_name(quad.object) if isinstance(quad.object, NamedNode) else quad.object.value
        if id_.startswith("attestation/"):
            if quad.predicate == terms.DERIVED_FROM:
                said[id_] = value.removeprefix("source/")
            elif quad.predicate in {Comity.stance, Comity.verification}:
                spoken[id_].append(value.removeprefix("comity:").lower())
        elif quad.predicate == Comity.attestation:
            attested.append((id_, value))
        elif quad.predicate not in _DERIVED:
            records[id_][quad.predicate].add(value)
    for claim, attestation in attested:
        words = ", ".join(sorted(spoken[attestation]))
        records[claim][Comity.attestation].add(f"{said.get(attestation, attestation)} ({words})")
    return {id_: dict(facts) for id_, facts in records.items()}


def _kind(id_: str, facts: Facts) -> str:
    kind = id_.partition("/")[0]
    if kind == "claim":
        is_vote = any(_VOTES & {_iri(name) for name in facts.get(terms.PREDICATE, ())})
        return "vote" if is_vote else "claim"
    return kind if kind == "source" else "thing"


def _iri(name: str) -> str:
    return NS + name.removeprefix("comity:")


def _words(id_: str, records: Mapping[str, Facts]) -> str:
    facts = records[id_]
    if not id_.startswith("claim/"):
        return _first(facts, terms.LABEL) or id_
    subject, object_ = _first(facts, terms.SUBJECT), _first(facts, terms.OBJECT)
    phrase = _PHRASES.get(_iri(_first(facts, terms.PREDICATE)), _first(facts, terms.PREDICATE))
    return f"{_name(subject, records)} {phrase} {_name(object_, records)}"


def _name(id_: str, records: Mapping[str, Facts]) -> str:
    return _first(records.get(id_, {}), terms.LABEL) or id_


def _first(facts: Facts, predicate: NamedNode) -> str:
    return min(facts.get(predicate, ()), default="")


def _fields(then: Facts, now: Facts) -> Iterator[tuple[str, str, str]]:
    for predicate in sorted(then.keys() | now.keys(), key=str):
        before, after = then.get(predicate, set()), now.get(predicate, set())
        if before != after:
            both = before & after if len(before | after) > 2 else set()
            yield _field(predicate), _listed(before - both), _listed(after - both)


def _field(predicate: NamedNode) -> str:
    if predicate == Comity.attestation:
        return "sources"
    return _FIELDS.get(predicate) or short_name(predicate).removeprefix("comity:")


def _listed(values: set[str]) -> str:
    return "; ".join(sorted(value.removeprefix("comity:") for value in values))
