"""Why a claim has its verdict, also where a snapshot records more than this one does."""

import pyoxigraph as ox
import pytest

from comity.analysis.explanations import claim_id, explain
from comity.analysis.profiles import read_facts
from comity.analysis.ties import finer_relations, read_ties
from comity.errors import BadIdentifier, UnknownName
from comity.knowledge import KnowledgeGraph
from comity.rdf.namespaces import graph_name, iri

NS = "https://w3id.org/comity/ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
BOR = "claim/bor-signatory-of-moon-pact"
SAID = "attestation/bor-signatory-of-moon-pact.paper"


def test_affirming_sources_come_with_class_date_and_statement(toy: KnowledgeGraph) -> None:
    found = explain(toy.store, BOR)
    assert found.words == "Borduria is a signatory of Moon Pact"
    assert found.verdict == "supported"
    assert found.reason
    assert {said.source for said in found.attestations} == {"source/atlas", "source/paper"}
    paper = next(said for said in found.attestations if said.source == "source/paper")
    assert (paper.source_class, paper.published, paper.stance) == ("news", "2022-07", "affirms")
    assert paper.stated == ("2022", "")
    assert paper.seen


def test_a_recalled_claim_says_that_nothing_was_seen(toy: KnowledgeGraph) -> None:
    found = explain(toy.store, "claim/spec-provided-by-arsa")
    assert found.verdict == "unverified"
    assert [said.seen for said in found.attestations] == [False]


@pytest.fixture
def richer(toy: KnowledgeGraph) -> ox.Store:
    """The toy world's store with a rule, a reason, a voice, a quotation and a denial."""
    store = ox.Store()
    store.bulk_extend(toy.store.quads_for_pattern(None, None, None, None))
    claims = graph_name("claims")
    for graph, subject, predicate, value in (
        (claims, iri(BOR), "verdictRule", ox.NamedNode(NS + "RuleToy")),
        (claims, ox.NamedNode(NS + "RuleToy"), SKOS + "prefLabel", ox.Literal("weighing")),
        (claims, iri(BOR), "verdictReason", ox.Literal("The Atlas says so.", language="en")),
        (claims, iri(BOR), "verdictBasis", iri(SAID)),
        (claims, iri(BOR), "verdictBasis", iri("claim/arc-signatory-of-moon-pact")),
        (claims, iri(BOR), "verdictWhenPublished", ox.NamedNode(NS + "Unverified")),
        (claims, iri(SAID), "voice", iri("agency/bosa")),
        (claims, iri(SAID), "http://www.w3.org/ns/oa#exact", ox.Literal("signed in June")),
        (claims, iri(SAID), "modality", ox.NamedNode(NS + "Reported")),
    ):
        name = predicate if predicate.startswith("http") else NS + predicate
        if predicate in {"verdictRule", "verdictReason", "modality"}:
            for quad in list(store.quads_for_pattern(subject, ox.NamedNode(name), None)):
                store.remove(quad)
        store.add(ox.Quad(subject, ox.NamedNode(name), value, graph))
    return store


def test_rule_reason_basis_voice_and_quote_are_told(richer: ox.Store) -> None:
    found = explain(richer, BOR)
    assert found.rule == "weighing"
    assert found.reason == "The Atlas says so."
    assert "claim/arc-signatory-of-moon-pact" in found.other_claims
    said = next(each for each in found.attestations if each.source == "source/paper")
    assert (said.voice, said.quote) == ("Bordurian Space Agency", "signed in June")
    assert said.modality == "reported"
    assert said.decided


@pytest.mark.parametrize("text", ["bor-signatory-of-moon-pact", BOR, BOR.replace("/", ":", 1)])
def test_a_claim_is_named_in_several_ways(text: str, toy: KnowledgeGraph) -> None:
    assert claim_id(toy.store, text) == BOR


def test_unknown_claims_offer_the_nearest(toy: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean claim/bor-signatory-of-moon-pact"):
        claim_id(toy.store, "bor-signatory-of-moon-pakt")
    with pytest.raises(BadIdentifier, match="to join two things, name both"):
        claim_id(toy.store, "nation/bor")


def test_a_claim_whose_object_is_a_value_is_a_sentence_too(richer: ox.Store) -> None:
    claim = "claim/moon-pact-count"
    attribute = ox.NamedNode(NS + "toyCount")
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    for subject, predicate, value in (
        (attribute, label, ox.Literal("number of signatories", language="en")),
        (iri(claim), ox.NamedNode(rdf + "type"), ox.NamedNode(NS + "Claim")),
        (iri(claim), ox.NamedNode(rdf + "subject"), iri("accord/moon-pact")),
        (iri(claim), ox.NamedNode(rdf + "predicate"), attribute),
        (iri(claim), ox.NamedNode(rdf + "object"), ox.Literal(2)),
        (iri(claim), ox.NamedNode(NS + "verdict"), ox.NamedNode(NS + "Outdated")),
    ):
        richer.add(ox.Quad(subject, predicate, value, graph_name("claims")))
    found = explain(richer, claim)
    assert found.words == "Moon Pact number of signatories: 2"
    assert (found.verdict, found.attestations) == ("outdated", ())
    values = read_facts(richer, "accord/moon-pact").values
    value = next(value for value in values if value.claim == claim)
    assert (value.label, value.value, value.verdict) == ("number of signatories", "2", "outdated")
    assert not value.in_documents


def test_what_stands_in_documents_alone_is_no_tie(richer: ox.Store) -> None:
    for quad in list(richer.quads_for_pattern(iri(BOR), None, None, graph_name("claims"))):
        richer.remove(quad)
        richer.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph_name("documents")))
    signatures = finer_relations("signatory_of")
    assert BOR not in {tie.claim for tie in read_ties(richer, signatures)}
    said = read_ties(richer, signatures, about="nation/bor", graph="documents")
    assert [tie.claim for tie in said] == [BOR]
