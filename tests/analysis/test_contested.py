from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from comity.analysis.contested import read_contested
from comity.rdf.dates import Moment

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph


def test_a_contested_claim_says_by_which_rule_why_and_who_says_what(toy: KnowledgeGraph) -> None:
    found = {each.claim: each for each in read_contested(toy.store, Moment())}
    claim = found["claim/cor-signatory-of-moon-pact"]
    assert claim.verdict == "contradicted"
    assert (claim.subject_name, claim.predicate, claim.object_name) == (
        "Cordium",
        "signatory_of",
        "Moon Pact",
    )
    assert claim.rule
    assert claim.reason
    assert [(voice.source, voice.stance) for voice in claim.voices] == [
        ("source/paper", "affirms"),
        ("source/atlas", "denies"),
    ]


def test_claims_that_hold_are_left_out(toy: KnowledgeGraph) -> None:
    found = {each.claim for each in read_contested(toy.store, Moment())}
    assert "claim/arc-signatory-of-moon-pact" not in found


def test_a_number_that_is_outdated_is_found_by_its_verdict(toy: KnowledgeGraph) -> None:
    (found,) = read_contested(toy.store, Moment(), ["outdated"])
    assert (found.claim, found.object) == ("claim/moon-pact-signatory-count-1", "1")


def test_as_of_a_day_before_it_a_claim_is_not_there(toy: KnowledgeGraph) -> None:
    assert read_contested(toy.store, Moment(date(2020, 1, 1)), ["outdated"]) == []


def test_counts_are_those_of_the_list_of_claims(kg: KnowledgeGraph) -> None:
    for verdict in ("contradicted", "disputed", "outdated"):
        listed = kg.claims(verdict=verdict, ids=True)
        found = read_contested(kg.store, Moment(), [verdict])
        assert {each.claim for each in found} == set(listed["claim"])
