"""Claims about values are listed beside ties."""

from comity.knowledge import KnowledgeGraph


def test_claims_about_values_are_listed_with_their_value(toy: KnowledgeGraph) -> None:
    found = toy.claims(subject="accord/moon-pact", predicate="signatory_count", ids=True)
    assert found["object_name"].tolist() == ["1", "2"]
    assert found["verdict"].tolist() == ["outdated", "supported"]
    assert set(toy.claims()["relation"]) > {"number of signatories", "signatory of"}
