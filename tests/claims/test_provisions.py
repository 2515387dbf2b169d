"""Rows about provisions become claims whose object is a concept."""

from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal
from tests.world import toy_rows, write_rows

from comity.claims import Claim, assemble
from comity.claims.quads import claim_quads
from comity.rdf import terms
from comity.rdf.namespaces import iri
from comity.rdf.vocabulary import Comity
from comity.tables import read_tables


@pytest.fixture(scope="module")
def claims(world: Path) -> dict[str, Claim]:
    return {claim.id: claim for claim in assemble(read_tables(world))}


def test_what_a_text_contains_is_a_claim_with_its_place(claims: dict[str, Claim]) -> None:
    claim = claims["moon-pact-provides-for-safety-zones"]
    assert (claim.subject, claim.predicate, claim.object) == (
        "accord/moon-pact",
        "provides_for",
        "safety-zones",
    )
    assert claim.qualifier("place_in_text") == "Article 2"
    assert claim.is_value


def test_what_a_text_does_not_contain_is_a_claim_too(claims: dict[str, Claim]) -> None:
    claim = claims["moon-pact-is-silent-on-dispute-settlement"]
    assert claim.predicate == "is_silent_on"
    assert claim.qualifier("place_in_text") is None


def test_a_text_says_so_since_it_was_opened(claims: dict[str, Claim]) -> None:
    bounds = claims["moon-pact-provides-for-safety-zones"].bounds
    assert (bounds.earliest_start, bounds.latest_start) == (date(2020, 10, 13), date(2020, 10, 13))


def test_the_day_of_opening_goes_before_the_start_of_the_accord(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["accord_terms.csv"] = [
        {
            "accord": "accord/moon-pact",
            "strength": "treaty",
            "opened": "2019-05",
            "source": "atlas",
            "verified": "https://example.org/",
        }
    ]
    rows["accords.csv"][0]["end"] = "2030"
    claims = {each.id: each for each in assemble(read_tables(write_rows(tmp_path, rows)))}
    bounds = claims["moon-pact-provides-for-safety-zones"].bounds
    assert (bounds.earliest_start, bounds.latest_start) == (date(2019, 5, 1), date(2019, 5, 31))
    assert (bounds.earliest_end, bounds.latest_end) == (date(2030, 1, 1), date(2030, 12, 31))


def test_a_scholar_may_deny_it(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["attestations.csv"].append(
        {
            "claim": "moon-pact-provides-for-safety-zones",
            "source": "paper",
            "stance": "denies",
            "modality": "asserted",
            "verified": "https://example.org/paper",
            "confidence": "medium",
        }
    )
    claims = {each.id: each for each in assemble(read_tables(write_rows(tmp_path, rows)))}
    said = claims["moon-pact-provides-for-safety-zones"].attestations
    assert [(each.source, each.stance) for each in said] == [
        ("atlas", "affirms"),
        ("paper", "denies"),
    ]


def test_its_object_is_the_concept_and_its_words_are_quoted(claims: dict[str, Claim]) -> None:
    claim = claims["moon-pact-provides-for-safety-zones"]
    facts = {(quad.subject, quad.predicate): quad.object for quad in claim_quads([claim])}
    node = iri(f"claim/{claim.id}")
    assert facts[node, terms.PREDICATE] == Comity.providesFor
    assert facts[node, terms.OBJECT] == Comity.SafetyZones
    said = iri(f"attestation/{claim.id}.atlas")
    assert facts[said, terms.QUOTE] == Literal("keep a safe distance")
    assert (said, terms.QUOTE_START) not in facts
