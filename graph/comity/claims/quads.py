"""Claims as RDF statements.

In: judged claims. Out: quads of the graph `claims`, or `documents` for what only texts under
examination say: the claim, its reified relation and its attestations, in RDF 1.1 that every engine
reads. What does not belong here: direct triples, which depend on a day
and are made by a rule (`comity.inference`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from comity.rdf import literals, terms
from comity.rdf.dates import PartialDate
from comity.rdf.namespaces import graph_name, iri
from comity.rdf.vocabulary import ATTRIBUTES, CONCEPTS, QUALIFIERS, RELATIONS, Comity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comity.claims.model import Attestation, Claim, InForce, Judgement

CLAIMS: Final = graph_name("claims")
DOCUMENTS: Final = graph_name("documents")

Term = NamedNode | Literal


def claim_quads(claims: Iterable[Claim]) -> Iterator[Quad]:
    """Yield the quads of claims and of their attestations, each attestation once."""
    written: set[str] = set()
    for claim in claims:
        node = iri(f"claim/{claim.id}")
        graph = DOCUMENTS if claim.is_of_documents else CLAIMS
        for predicate, value in _claim_facts(claim):
            yield Quad(node, predicate, value, graph)
        for said in claim.attestations:
            if said.id not in written:
                written.add(said.id)
                node = iri(f"attestation/{said.id}")
                graph = DOCUMENTS if said.is_document else CLAIMS
                for predicate, value in _attestation_facts(said):
                    yield Quad(node, predicate, value, graph)


def _claim_facts(claim: Claim) -> Iterator[tuple[NamedNode, Term]]:
    yield terms.TYPE, Comity.Claim
    yield terms.SUBJECT, iri(claim.subject)
    yield from _predicate_and_object(claim)
    if claim.period.start:
        yield Comity.validFrom, literals.partial(claim.period.start)
    if claim.period.end:
        yield Comity.validUntil, literals.partial(claim.period.end)
    for predicate, day in (
        (Comity.earliestStart, claim.bounds.earliest_start),
        (Comity.latestStart, claim.bounds.latest_start),
        (Comity.earliestEnd, claim.bounds.earliest_end),
        (Comity.latestEnd, claim.bounds.latest_end),
        (Comity.knownFrom, claim.known),
    ):
        if day:
            yield predicate, literals.day(day)
    if claim.in_force:
        yield from _in_force_facts(claim.in_force)
    if claim.legal_status:
        yield Comity.legalStatus, claim.legal_status
    yield from _judgements(claim.judgement, claim.when_published)
    yield Comity.confidence, CONCEPTS["ConfidenceScheme"][claim.confidence]
    if claim.note:
        yield terms.NOTE, literals.english(claim.note)
    for said in claim.attestations:
        yield Comity.attestation, iri(f"attestation/{said.id}")
    for key, value in claim.qualifiers:
        yield from _qualifier(key, value)


def _in_force_facts(in_force: InForce) -> Iterator[tuple[NamedNode, Term]]:
    if in_force.start:
        yield Comity.inForceFrom, literals.partial(in_force.start)
    if in_force.end:
        yield Comity.inForceUntil, literals.partial(in_force.end)
    for rule, words in zip(in_force.rules, in_force.words, strict=True):
        yield Comity.derivedBy, CONCEPTS["LegalRuleScheme"][rule]
        yield Comity.derivation, literals.english(words)


def _predicate_and_object(claim: Claim) -> Iterator[tuple[NamedNode, Term]]:
    if not claim.is_value:
        yield terms.PREDICATE, RELATIONS[claim.predicate].iri
        yield terms.OBJECT, iri(claim.object)
        return
    attribute = ATTRIBUTES[claim.predicate]
    yield terms.PREDICATE, attribute.iri
    concept = attribute.concepts.get(claim.object)
    yield terms.OBJECT, concept or _literal(attribute.range, claim.object)


def _judgements(now: Judgement, then: Judgement | None) -> Iterator[tuple[NamedNode, Term]]:
    yield Comity.verdict, CONCEPTS["VerdictScheme"][now.verdict]
    yield Comity.verdictRule, CONCEPTS["RuleScheme"][now.rule]
    yield Comity.verdictReason, literals.english(now.reason)
    for id_ in dict.fromkeys(now.basis):
        yield Comity.verdictBasis, iri(id_)
    if then:
        yield Comity.verdictWhenPublished, CONCEPTS["VerdictScheme"][then.verdict]
        if then.reason != now.reason:
            yield Comity.verdictReasonWhenPublished, literals.english(then.reason)


def _literal(range_: str, value: str) -> Literal:
    match range_:
        case "integer":
            return Literal(value, datatype=literals.INTEGER)
        case "decimal":
            return Literal(value, datatype=literals.DECIMAL)
        case "date":
            return literals.partial(PartialDate.parse(value))
        case _:
            return literals.text(value)


def _qualifier(key: str, value: str) -> Iterator[tuple[NamedNode, Term]]:
    qualifier = QUALIFIERS[key]
    for part in value.split(",") if qualifier.multi else (value,):
        if qualifier.range in {"entity", "concept", "party"}:
            yield qualifier.iri, qualifier.concepts.get(part) or iri(part)
        else:
            yield qualifier.iri, _literal(qualifier.range, part)


def _attestation_facts(said: Attestation) -> Iterator[tuple[NamedNode, Term]]:
    yield terms.TYPE, Comity.Attestation
    yield terms.DERIVED_FROM, iri(f"source/{said.source}")
    yield Comity.stance, CONCEPTS["StanceScheme"][said.stance]
    yield Comity.verification, Comity.Seen if said.seen else Comity.Recalled
    yield Comity.confidence, CONCEPTS["ConfidenceScheme"][said.confidence]
    if said.known:
        yield Comity.knownFrom, literals.day(said.known)
    if said.verified:
        yield Comity.verifiedAt, literals.text(said.verified)
    if said.voice:
        yield Comity.voice, iri(said.voice)
    if said.stated and said.stated.start:
        yield Comity.statedFrom, literals.partial(said.stated.start)
    if said.stated and said.stated.end:
        yield Comity.statedUntil, literals.partial(said.stated.end)
    yield Comity.modality, CONCEPTS["ModalityScheme"][said.modality]
    if said.quote:
        yield terms.QUOTE, literals.text(said.quote)
    if said.offsets:
        yield terms.QUOTE_START, literals.whole(said.offsets[0])
        yield terms.QUOTE_END, literals.whole(said.offsets[1])
    if said.judgement:
        yield from _judgements(said.judgement, said.when_published)
    if said.note:
        yield terms.NOTE, literals.english(said.note)
