"""Answers of the release, checked by hand against published figures."""

import pytest

from comity.knowledge import KnowledgeGraph


@pytest.mark.parametrize(
    ("day", "count"),
    [("2020-10-12", 0), ("2020-10-13", 8), ("2023-10-02", 29), ("2024-12-20", 52)],
)
def test_signatories_of_the_artemis_accords(day: str, count: int, kg: KnowledgeGraph) -> None:
    assert len(kg.as_of(day).ask("artemis-signatories")) == count


def test_every_signatory_in_the_tables_is_there_in_june_2026(kg: KnowledgeGraph) -> None:
    now = kg.ask("artemis-signatories")
    assert len(now) == len(kg.as_of("2026-06-30").ask("artemis-signatories")) == 67


def test_parties_to_the_outer_space_treaty(kg: KnowledgeGraph) -> None:
    parties = kg.ask("treaty-parties", ids=True)
    assert len(parties) == parties["party"].nunique() == 117
    assert "nation/twn" not in set(parties["party"])  # a disputed ratification


def test_members_of_copuos_by_year(kg: KnowledgeGraph) -> None:
    by_year = kg.ask("members-by-year").set_index("year")["members"]
    assert by_year[1958] == 18
    assert by_year[2024] >= 101  # three of the 104 joined on an unknown day


def test_a_newcomer_finds_the_members_of_copuos(kg: KnowledgeGraph) -> None:
    members = kg.query("SELECT ?n WHERE { ?n comity:memberOf organisation:copuos }", ids=True)
    assert len(members) == members["n"].nunique() == 104
    assert not any(name.startswith("organisation/") for name in members["n"])  # no observers


def test_foreign_instruments_aboard_change_6(kg: KnowledgeGraph) -> None:
    found = kg.ask("foreign-instruments", mission="mission/change-6", ids=True)
    nations = dict(zip(found["instrument"], found["nations"], strict=True))
    assert nations == {
        "instrument/dorn": "France",
        "instrument/nils": "European Space Agency, Sweden",
        "instrument/inrri-ce6": "Italy",
        "instrument/icube-q": "Pakistan",
    }


def test_roll_call_of_resolution_77_41(kg: KnowledgeGraph) -> None:
    totals = kg.ask("roll-call-totals", resolution="accord/unga-res-77-41")
    votes = dict(zip(totals["vote"], totals["states"], strict=True))
    assert (votes["voted for"], votes["voted against"], votes["abstained on"]) == (155, 9, 9)
    assert len(kg.ask("roll-call", resolution="accord/unga-res-77-41")) == 193


def test_actors_bound_by_the_wolf_amendment(kg: KnowledgeGraph) -> None:
    bound = kg.ask("actors-bound", restriction="restriction/wolf-amendment", ids=True)
    assert set(bound["actor"]) == {"agency/nasa", "agency/ostp", "agency/national-space-council"}
    assert set(bound["toward"]) == {"China"}


def test_thailand_is_the_first_state_tied_to_both_coalitions(kg: KnowledgeGraph) -> None:
    assert kg.as_of("2024-12-15").ask("both-coalitions").empty
    first = kg.as_of("2024-12-31").ask("both-coalitions", ids=True)
    assert first["nation"].tolist() == ["nation/tha"]


def test_a_contradicted_claim_is_shown_and_gives_no_direct_triple(kg: KnowledgeGraph) -> None:
    claims = kg.ask("who-says-so", subject="nation/egy", object="accord/artemis-accords")
    assert set(claims["verdict"]) == {"contradicted"}
    direct = kg.query("ASK { nation:egy comity:signatoryOf accord:artemis-accords }")
    assert direct["answer"].tolist() == [False]


def test_a_general_relation_finds_finer_ones(kg: KnowledgeGraph) -> None:
    text = "SELECT (COUNT(DISTINCT ?n) AS ?count) WHERE {{ ?n comity:{} accord:artemis-accords }}"
    fine = kg.query(text.format("signatoryOf"))["count"][0]
    general = kg.query(text.format("memberOf"))["count"][0]
    assert fine == general == 67


@pytest.mark.parametrize("relation", ["signatoryOf", "memberOf"])
def test_annotations_of_rdf_1_2_reach_the_claim(relation: str, kg: KnowledgeGraph) -> None:
    dates = kg.query(
        f"""SELECT ?n ?since ?source WHERE {{
          ?n comity:{relation} accord:artemis-accords
             {{| comity:validFrom ?since ; comity:attestation/prov:wasDerivedFrom ?source |}} }}""",
        ids=True,
    )
    assert dates["n"].nunique() == 67
    assert "2020-10-13" in set(dates["since"])


def test_the_same_on_a_day(kg: KnowledgeGraph) -> None:
    signed = kg.query(
        """SELECT DISTINCT ?n WHERE {
          ?n comity:signatoryOf accord:artemis-accords {| comity:validFrom ?day |} }""",
        as_of="2023-10-02",
    )
    assert len(signed) == 29
