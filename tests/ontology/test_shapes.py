"""Shapes say what is wrong, and both engines say the same."""

import re
from functools import cache
from pathlib import Path

import pyshacl
import pytest
import rdflib
import shacl
from rdflib.namespace import RDF, SH

from comity.rdf.namespaces import ENTITY_KINDS
from comity.rdf.vocabulary import ATTRIBUTES, CLASS_OF_KIND, CONCEPTS, RELATIONS
from comity.tables.policy_rows import BOUND_REACHES, TOWARD_REACHES

SHAPES = Path(__file__).resolve().parents[2] / "ontology" / "shapes"
EXAMPLES = Path(__file__).parent / "examples"
VALID = sorted(EXAMPLES.glob("valid/*.ttl"))
INVALID = sorted(EXAMPLES.glob("invalid/*.ttl"))
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SHAPES.glob("*.ttl")))
COMITY = rdflib.Namespace("https://w3id.org/comity/ns#")


@cache
def reference_shapes():
    return rdflib.Graph().parse(data=TEXT, format="turtle")


@cache
def fast_shapes():
    return shacl.Shapes.from_text(TEXT, format="turtle")


@cache
def by_reference(path):
    data = rdflib.Graph().parse(path, format="turtle")
    conforms, report, _ = pyshacl.validate(
        data, shacl_graph=reference_shapes(), inference="none", inplace=True
    )
    found = [
        (
            str(report.value(result, SH.focusNode)),
            str(report.value(result, SH.resultMessage)),
            str(report.value(result, SH.sourceConstraintComponent)).partition("#")[2],
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    ]
    return conforms, sorted(found)


@cache
def by_fast_engine(path):
    report = fast_shapes().validate_text(path.read_text(encoding="utf-8"), format="turtle")
    found = [
        (result.focus_node.strip("<>"), result.message, result.component)
        for result in report.results
    ]
    return report.conforms, sorted(found)


def expected(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# expect: ") for line in lines if line.startswith("# expect: ")]


def name(path):
    return path.stem


@pytest.mark.parametrize("path", [*VALID, *INVALID], ids=name)
def test_both_engines_find_the_same(path):
    assert by_fast_engine(path) == by_reference(path)


@pytest.mark.parametrize("path", VALID, ids=name)
def test_valid_example_conforms(path):
    assert not expected(path)
    assert by_fast_engine(path) == (True, [])


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_invalid_example_is_found_for_the_reason_it_gives_and_no_other(path):
    reasons = expected(path)
    conforms, found = by_fast_engine(path)
    messages = [message for _, message, _ in found]
    assert not conforms
    assert reasons
    for reason in reasons:
        assert any(reason in message for message in messages)
    for message in messages:
        assert any(reason in message for reason in reasons)


def targeted_shapes():
    shapes = reference_shapes()
    targets = (SH.targetClass, SH.targetSubjectsOf)
    return {shape for predicate in targets for shape in shapes.subjects(predicate, None)}


def test_every_node_shape_has_a_valid_and_an_invalid_example():
    stems = {path.stem.partition("-")[0] for path in VALID}
    invalid = {path.stem.partition("-")[0] for path in INVALID}
    for shape in targeted_shapes():
        word = str(shape).partition("#")[2].lower()
        assert word in invalid
        assert word in stems or word == "thing"  # every valid entity is a valid thing


def test_every_message_is_provoked_by_an_example():
    written = {str(text) for text in reference_shapes().objects(None, SH.message)}
    provoked = {message for path in INVALID for _, message, _ in by_fast_engine(path)[1]}
    assert provoked == written


def test_every_constraint_carries_a_message():
    shapes = reference_shapes()
    for shape in shapes.objects(None, SH.property):
        assert len(list(shapes.objects(shape, SH.message))) == 1


def test_shapes_use_no_sparql():
    assert not re.search(r"sh:(sparql|rule|js)\b", TEXT)


def listed(path):
    """Return the values of sh:in of the property shapes with this path."""
    shapes = reference_shapes()
    return [
        {str(item) for item in shapes.items(head)}
        for shape in shapes.subjects(SH.path, path)
        for head in shapes.objects(shape, SH["in"])
    ]


def test_predicates_are_the_relations_and_attributes_of_the_ontology():
    (values,) = listed(RDF.predicate)
    stated = (*RELATIONS.values(), *ATTRIBUTES.values())
    assert values == {each.iri.value for each in stated}


@pytest.mark.parametrize(
    ("term", "scheme", "times"),
    [
        ("verdict", "VerdictScheme", 1),
        ("verdictWhenPublished", "VerdictScheme", 1),
        ("verdictRule", "RuleScheme", 1),
        ("confidence", "ConfidenceScheme", 3),
        ("legalStatus", "LegalStatusScheme", 1),
        ("stance", "StanceScheme", 1),
        ("verification", "VerificationScheme", 4),
        ("modality", "ModalityScheme", 1),
        ("sourceClass", "SourceClassScheme", 1),
        ("bindingStrength", "BindingStrengthScheme", 1),
        ("setting", "SettingScheme", 1),
        ("ruleEffect", "RuleEffectScheme", 1),
        ("exemptionKind", "ExemptionScheme", 1),
        ("ruleForce", "RuleForceScheme", 1),
        ("way", "WayScheme", 1),
        ("inActivity", "ActivityScheme", 1),
        ("caseOutcome", "CaseOutcomeScheme", 1),
    ],
)
def test_concepts_are_those_of_the_scheme(term, scheme, times):
    concepts = {concept.value for concept in CONCEPTS[scheme].values()}
    assert listed(COMITY[term]) == [concepts] * times


def test_provisions_are_those_of_the_scheme():
    concepts = {concept.value for concept in CONCEPTS["ProvisionScheme"].values()}
    assert listed(RDF.object) == [concepts]


def test_reaches_of_both_sides_are_those_of_the_scheme_together():
    (bound,), (toward,) = listed(COMITY.boundReach), listed(COMITY.towardReach)
    assert bound | toward == {concept.value for concept in CONCEPTS["ReachScheme"].values()}
    own = {word for word in CONCEPTS["ReachScheme"] if CONCEPTS["ReachScheme"][word].value in bound}
    assert own == set(BOUND_REACHES)
    own = {
        word for word in CONCEPTS["ReachScheme"] if CONCEPTS["ReachScheme"][word].value in toward
    }
    assert own == set(TOWARD_REACHES)


def test_the_general_shape_covers_every_kind_of_entity():
    shapes = reference_shapes()
    thing = rdflib.URIRef("https://w3id.org/comity/shapes#Thing")
    targets = {str(target) for target in shapes.objects(thing, SH.targetClass)}
    assert targets == {CLASS_OF_KIND[kind].value for kind in ENTITY_KINDS}
