"""Claims that rows of the compact tables make."""

from collections import Counter
from datetime import date

import pytest

from comity import resources
from comity.claims import Claim, assemble
from comity.tables import Tables, read_tables


@pytest.fixture(scope="module")
def tables() -> Tables:
    return read_tables(resources.tables_folder())


@pytest.fixture(scope="module")
def claims(tables: Tables) -> list[Claim]:
    return assemble(tables)


@pytest.fixture(scope="module")
def by_id(claims: list[Claim]) -> dict[str, Claim]:
    return {claim.id: claim for claim in claims}


def test_no_two_claims_share_an_id(claims: list[Claim]) -> None:
    counted = Counter(claim.id for claim in claims)
    assert [id_ for id_, count in counted.items() if count > 1] == []


def test_what_a_claim_table_states_is_not_stated_again(claims: list[Claim]) -> None:
    operated = [
        claim.id
        for claim in claims
        if (claim.predicate, claim.object) == ("operates", "mission/apollo-11")
    ]
    assert operated == ["nasa-operates-apollo-11"]


def test_seats_that_one_list_states_share_its_attestation(claims: list[Claim]) -> None:
    said = {
        attestation.id
        for claim in claims
        if claim.predicate == "flew_on"
        for attestation in claim.attestations
    }
    assert len(said) == 6


def test_who_changed_craft_flew_on_both(by_id: dict[str, Claim]) -> None:
    up = by_id["crew-soyuz-31-sigmund-jahn"]
    down = by_id["crew-soyuz-29-sigmund-jahn-down"]
    assert dict(up.qualifiers)["leg"] == "up"
    assert dict(up.qualifiers)["returned"] == "1978-09-03"
    assert dict(down.qualifiers) == {"for_nation": "nation/ddr", "leg": "down"}
    assert str(down.period.start) == "1978-09-03"


def test_who_is_still_in_orbit_has_not_returned(by_id: dict[str, Claim]) -> None:
    aboard = [
        claim
        for claim in by_id.values()
        if claim.predicate == "flew_on" and ("leg", "up") in claim.qualifiers
        if "returned" not in dict(claim.qualifiers)
    ]
    assert {claim.object for claim in aboard} == {
        "mission/shenzhou-23",
        "mission/soyuz-ms-29",
        "mission/spacex-crew-13",
    }


def test_a_flight_lost_before_orbit_ends_where_it_came_down(by_id: dict[str, Claim]) -> None:
    seat = by_id["crew-sts-51-l-christa-mcauliffe"]
    assert dict(seat.qualifiers)["returned"] == "1986-01-28"
    assert "leg" not in dict(seat.qualifiers)


def test_citizenship_is_bounded_by_birth_and_first_flight(by_id: dict[str, Claim]) -> None:
    claim = by_id["citizen-yuri-gagarin-sun"]
    assert claim.bounds.earliest_start == date(1934, 1, 1)
    assert claim.bounds.latest_start == date(1961, 4, 12)
    assert claim.bounds.latest_end == date(1991, 12, 25)


def test_a_launch_is_known_from_its_day(by_id: dict[str, Claim]) -> None:
    assert by_id["satellite-aryabhata-launched-by-sun"].known == date(1975, 4, 19)


def test_a_builder_who_is_only_recalled_was_never_public(by_id: dict[str, Claim]) -> None:
    claim = by_id["satellite-ariel-1-built-by-usa"]
    assert claim.known is None
    assert claim.verdict == "unverified"


def test_only_owners_of_several_have_a_rank(by_id: dict[str, Claim]) -> None:
    assert by_id["satellite-aryabhata-owned-by-ind"].qualifiers == (("first_of_nation", "yes"),)
    ranks = [
        dict(by_id[f"mission-topex-poseidon-owned-by-{owner}"].qualifiers)["owner_rank"]
        for owner in ("usa", "fra")
    ]
    assert ranks == ["1", "2"]
