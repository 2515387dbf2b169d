from datetime import date
from pathlib import Path

import pytest
from tests.world import toy_rows, write_rows

from comity.claims import Claim, assemble
from comity.claims.things import thing_quads
from comity.rdf.vocabulary import Comity
from comity.tables import read_tables
from comity.verdicts.evidence import side


@pytest.fixture(scope="module")
def claims(world: Path) -> dict[str, Claim]:
    return {claim.id: claim for claim in assemble(read_tables(world))}


def test_each_row_and_each_vote_is_a_claim(claims: dict[str, Claim]) -> None:
    assert len(claims) == 11 + 2 + 2 + 3
    assert claims["vote-res-1-arc"].predicate == "voted_for"


def test_one_claim_has_the_attestations_of_all_its_sources(claims: dict[str, Claim]) -> None:
    said = claims["bor-signatory-of-moon-pact"].attestations
    assert [each.source for each in said] == ["atlas", "paper"]
    assert str(said[1].stated.start if said[1].stated else "") == "2022"


def test_an_act_done_in_public_is_known_from_the_last_day_it_may_mean(
    claims: dict[str, Claim],
) -> None:
    assert claims["bor-signatory-of-moon-pact"].known == date(2022, 6, 30)


def test_another_claim_is_known_from_its_first_source(claims: dict[str, Claim]) -> None:
    claim = claims["arc-member-of-star-club"]
    assert claim.known == min(said.known for said in claim.attestations if said.known)


def test_a_memory_was_never_public(claims: dict[str, Claim]) -> None:
    assert claims["spec-provided-by-arsa"].known is None


def test_an_unstated_start_is_bounded_by_both_lifespans(claims: dict[str, Claim]) -> None:
    assert claims["bosa-operates-probe"].bounds.earliest_start == date(2021, 5, 1)


def test_a_membership_ends_with_its_member(claims: dict[str, Claim]) -> None:
    assert claims["dor-member-of-star-club"].bounds.latest_end == date(1992, 12, 31)


def test_that_an_instrument_flew_stays_true_after_the_mission(claims: dict[str, Claim]) -> None:
    assert claims["probe-carries-payload-spec"].bounds.latest_end is None


def test_a_relation_implies_a_legal_status(claims: dict[str, Claim]) -> None:
    assert claims["arc-signatory-of-moon-pact"].legal_status == Comity.Signed
    assert claims["bosa-operates-probe"].legal_status is None


def test_a_claim_knows_the_class_and_the_publisher_of_its_source(claims: dict[str, Claim]) -> None:
    own, further = claims["bor-signatory-of-moon-pact"].attestations
    assert (own.source_class, further.source_class) == ("official", "news")
    assert (own.group, further.group) == ("atlas", "paper")


def test_two_reprints_of_one_publisher_are_one_voice(tmp_path: Path) -> None:
    rows = toy_rows()
    for row, site in zip(rows["sources.csv"][::3], ("The Straits Times", ""), strict=True):
        row.update(publisher="Reuters", via=site)
    read = {claim.id: claim for claim in assemble(read_tables(write_rows(tmp_path, rows)))}
    said = read["bor-signatory-of-moon-pact"].attestations
    assert [each.source for each in said] == ["atlas", "paper"]
    assert (len({each.group for each in said}), side(said).voices) == (1, 1)


def test_a_source_keeps_where_its_words_were_seen(tmp_path: Path) -> None:
    rows = toy_rows()
    rows["sources.csv"][3].update(publisher="Reuters", via="The Straits Times")
    quads = [*thing_quads(read_tables(write_rows(tmp_path, rows)))]
    assert {
        (str(quad.object.value), quad.subject.value.rpartition("/")[2])
        for quad in quads
        if quad.predicate == Comity.via
    } == {("The Straits Times", "paper")}


def test_an_instrument_begins_with_the_first_mission_that_carries_it(
    claims: dict[str, Claim],
) -> None:
    assert claims["spec-provided-by-arsa"].bounds.earliest_start == date(2021, 5, 1)


def test_a_year_of_end_is_certain_up_to_its_first_day(claims: dict[str, Claim]) -> None:
    bounds = claims["arsa-cooperates-with-bosa"].bounds
    assert (bounds.latest_start, bounds.earliest_end) == (date(2005, 12, 31), date(2010, 1, 1))
    assert (bounds.earliest_start, bounds.latest_end) == (date(2005, 1, 1), date(2010, 12, 31))


def test_a_standing_ends_with_its_lifespan_and_begins_with_its_first_source(
    claims: dict[str, Claim],
) -> None:
    claim = claims["dor-member-of-star-club"]
    assert claim.bounds.earliest_end == date(1992, 12, 31)
    assert claim.bounds.latest_start == claim.known
