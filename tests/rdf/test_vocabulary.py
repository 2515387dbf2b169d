"""The generated vocabulary is what the ontology says."""

import subprocess
import sys
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from comity.rdf.namespaces import ENTITY_KINDS, KINDS, NS
from comity.rdf.vocabulary import CLASS_OF_KIND, CONCEPTS, QUALIFIERS, RELATIONS, Comity

ROOT = Path(__file__).resolve().parents[2]


def test_module_is_up_to_date():
    check = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "generate_vocabulary.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert check.returncode == 0, check.stdout + check.stderr


def test_constants_are_terms_of_the_namespace():
    assert Comity.memberOf == NamedNode(NS + "memberOf")
    assert Comity.Claim == NamedNode(NS + "Claim")


def test_every_kind_has_a_class():
    assert set(CLASS_OF_KIND) == set(KINDS)
    assert CLASS_OF_KIND["organisation"] == Comity.Organisation


def test_a_relation_knows_what_it_joins():
    party_to = RELATIONS["party_to"]
    assert party_to.iri == Comity.partyTo
    assert party_to.phrase == "is party to"
    assert party_to.domain == ("agency", "institution", "nation", "organisation")
    assert party_to.range == ("accord",)
    assert party_to.legal_status == Comity.Party


def test_supers_are_transitive_and_nearest_first():
    assert RELATIONS["party_to"].supers == ("member_of", "affiliated_with", "tied_to")
    assert RELATIONS["voted_for"].supers == ("voted_on", "tied_to")
    assert RELATIONS["tied_to"].supers == ()


def test_supers_leave_out_other_vocabularies():
    assert RELATIONS["carries_payload"].supers == ("tied_to",)


@pytest.mark.parametrize("name", sorted(RELATIONS))
def test_every_relation_is_consistent(name):
    relation = RELATIONS[name]
    assert relation.name == name
    assert {relation.tail, relation.head} == {"subject", "object"}
    assert set(relation.domain) <= set(ENTITY_KINDS)
    assert set(relation.range) <= set(ENTITY_KINDS)
    for general in map(RELATIONS.__getitem__, relation.supers):
        assert set(relation.domain) <= set(general.domain)
        assert set(relation.range) <= set(general.range)
    if name != "tied_to":
        assert relation.supers[-1] == "tied_to"


def test_arrows_follow_the_payload_and_the_restriction():
    backwards = {name for name, relation in RELATIONS.items() if relation.tail == "object"}
    assert backwards == {"carries_payload", "provided_by", "restricted_by"}


def test_only_cooperation_is_symmetric():
    assert [name for name, relation in RELATIONS.items() if relation.symmetric] == [
        "cooperates_with"
    ]


def test_qualifiers_know_their_values():
    assert QUALIFIERS["mass_kg"].iri == Comity.massKg
    assert QUALIFIERS["mass_kg"].range == "decimal"
    assert not QUALIFIERS["mass_kg"].multi
    assert QUALIFIERS["activity"].multi
    assert QUALIFIERS["activity"].concepts["launch"] == Comity.LaunchActivity
    assert QUALIFIERS["binds"].range == "party"
    assert QUALIFIERS["binds"].concepts["all_states"] == Comity.AllStates


def test_qualifiers_have_concepts_exactly_when_they_take_them():
    for key, qualifier in QUALIFIERS.items():
        assert qualifier.key == key
        assert bool(qualifier.concepts) == (qualifier.range in {"concept", "party"})


def test_concepts_are_found_by_their_word_in_tables():
    assert CONCEPTS["VerdictScheme"]["disputed"] == Comity.Disputed
    assert CONCEPTS["SourceClassScheme"]["depositary"] == Comity.DepositarySource
    assert CONCEPTS["LegalStatusScheme"]["signed_not_ratified"] == Comity.SignedNotRatified


def test_nothing_can_be_changed():
    with pytest.raises(TypeError):
        RELATIONS["new"] = RELATIONS["party_to"]
    with pytest.raises(FrozenInstanceError):
        RELATIONS["party_to"].name = "other"
