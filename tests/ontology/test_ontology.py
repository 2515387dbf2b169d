"""The ontology is complete and consistent in itself."""

from collections import defaultdict
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, parse

from comity.rdf.namespaces import NS, PREFIXES

PATH = Path(__file__).resolve().parents[2] / "ontology" / "comity.ttl"
TRIPLES = list(parse(path=PATH, format=RdfFormat.TURTLE))
TERMS = sorted({t.subject.value for t in TRIPLES if t.subject.value.startswith(NS)})
ONTOLOGY = NamedNode(NS.removesuffix("#"))


@cache
def statements():
    found = defaultdict(list)
    for triple in TRIPLES:
        found[triple.subject, triple.predicate].append(triple.object)
    return dict(found)


def values(subject, name):
    prefix, _, local = name.partition(":")
    predicate = NamedNode(PREFIXES[prefix] + local)
    return statements().get((NamedNode(subject), predicate), [])


def of_type(name):
    prefix, _, local = name.partition(":")
    type_ = NamedNode(PREFIXES[prefix] + local)
    return [term for term in TERMS if type_ in values(term, "rdf:type")]


RELATIONS = of_type("comity:RelationProperty")
QUALIFIERS = of_type("comity:QualifierProperty")
CONCEPTS = of_type("skos:Concept")
PROPERTIES = sorted(
    chain(
        of_type("owl:ObjectProperty"),
        of_type("owl:DatatypeProperty"),
        of_type("owl:AnnotationProperty"),
    )
)


def local(term):
    return term.removeprefix(NS)


def test_no_node_is_blank():
    assert not [
        t for t in TRIPLES if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)
    ]


def test_no_statement_stands_twice():
    assert len(set(TRIPLES)) == len(TRIPLES)


def test_header_names_version_and_licence():
    facts = {t.predicate.value: t.object.value for t in TRIPLES if t.subject == ONTOLOGY}
    assert facts["http://www.w3.org/2002/07/owl#versionInfo"] == "0.1.0"
    assert (
        facts["http://purl.org/dc/terms/license"] == "https://creativecommons.org/licenses/by/4.0/"
    )
    assert facts["http://purl.org/vocab/vann/preferredNamespacePrefix"] == "comity"


@pytest.mark.parametrize("term", TERMS, ids=local)
def test_term_is_labelled_commented_and_typed(term):
    for name in ("rdfs:label", "rdfs:comment"):
        (text,) = values(term, name)
        assert isinstance(text, Literal)
        assert text.language == "en"
        assert text.value.strip() == text.value != ""
    assert values(term, "rdfs:isDefinedBy") == [ONTOLOGY]
    assert values(term, "rdf:type")


def test_comments_are_sentences():
    comments = [values(term, "rdfs:comment")[0].value for term in TERMS]
    assert not [text for text in comments if not text.endswith(".")]


def test_every_term_that_is_named_is_defined():
    named = {
        node.value
        for t in TRIPLES
        for node in (t.predicate, t.object)
        if isinstance(node, NamedNode) and node.value.startswith(NS)
    }
    assert named <= set(TERMS)


@pytest.mark.parametrize("term", PROPERTIES, ids=local)
def test_property_has_one_domain_and_one_range(term):
    assert len(values(term, "rdfs:domain")) == 1
    assert len(values(term, "rdfs:range")) == 1


@pytest.mark.parametrize("term", RELATIONS, ids=local)
def test_relation_has_words_and_arrow_ends(term):
    ends = {values(term, "comity:arrowTail")[0].value, values(term, "comity:arrowHead")[0].value}
    assert ends == {PREFIXES["rdf"] + "subject", PREFIXES["rdf"] + "object"}
    (phrase,) = values(term, "comity:verbPhrase")
    assert phrase.language == "en"
    assert phrase.value[0].islower()
    assert len(values(term, "comity:impliesLegalStatus")) <= 1


def test_verb_phrases_tell_relations_apart():
    phrases = [values(term, "comity:verbPhrase")[0].value for term in RELATIONS]
    assert len(set(phrases)) == len(phrases)


def test_inverses_are_no_relations_of_their_own_and_swap_the_ends():
    for term in RELATIONS:
        for inverse in values(term, "owl:inverseOf"):
            assert inverse.value not in RELATIONS
            assert values(inverse.value, "rdfs:domain") == values(term, "rdfs:range")
            assert values(inverse.value, "rdfs:range") == values(term, "rdfs:domain")


def test_inverse_is_stated_from_the_relation_only():
    stated = {t.subject.value for t in TRIPLES if t.predicate.value.endswith("#inverseOf")}
    assert stated <= set(RELATIONS)


@pytest.mark.parametrize("term", QUALIFIERS, ids=local)
def test_qualifier_has_key_and_multiplicity(term):
    (key,) = values(term, "skos:notation")
    camel = key.value.split("_")[0] + "".join(part.title() for part in key.value.split("_")[1:])
    assert local(term) == camel
    (multi,) = values(term, "comity:multiValued")
    assert multi.value in {"true", "false"}
    assert values(term, "rdfs:domain") == [NamedNode(NS + "Claim")]


@pytest.mark.parametrize("term", CONCEPTS, ids=local)
def test_concept_has_a_word_a_scheme_and_the_same_text_for_both_readers(term):
    assert len(values(term, "skos:notation")) == 1
    (scheme,) = values(term, "skos:inScheme")
    assert scheme.value in of_type("skos:ConceptScheme")
    assert values(term, "skos:definition") == values(term, "rdfs:comment")
    assert values(term, "skos:prefLabel") == values(term, "rdfs:label")


def test_implied_legal_statuses_belong_to_their_scheme():
    implied = {t.object.value for t in TRIPLES if t.predicate.value == NS + "impliesLegalStatus"}
    assert {values(term, "skos:inScheme")[0].value for term in implied} == {
        NS + "LegalStatusScheme"
    }


def test_hierarchies_have_no_cycle():
    store = Store()
    store.load(path=PATH, format=RdfFormat.TURTLE)
    for name in ("rdfs:subClassOf", "rdfs:subPropertyOf"):
        assert not store.query(f"ASK {{ ?x {name}+ ?x }}", prefixes=dict(PREFIXES))
