from datetime import date

import pytest

from comity.analysis import NETWORKS, neighbourhood, network, tells_days
from comity.analysis.ties import finer_relations
from comity.errors import UnknownName
from comity.knowledge import KnowledgeGraph


@pytest.mark.parametrize("kind", NETWORKS)
def test_every_edge_carries_claims_that_exist(kind: str, kg: KnowledgeGraph) -> None:
    graph = kg.network(kind)
    claims = [name for *_, edge in graph.edges(data=True) for name in edge["claims"]]
    known = set(kg.query("SELECT ?c WHERE { ?c a comity:Claim }", ids=True)["c"])
    assert claims
    assert NETWORKS[kind].phrase or len(claims) == len(set(claims))
    assert set(claims) <= known


def test_contradicted_claims_make_no_edge(toy: KnowledgeGraph) -> None:
    graph = toy.network("membership")
    assert graph.has_edge("nation/arc", "accord/moon-pact", key="signatory_of")
    assert "nation/cor" not in graph


def test_a_network_of_a_day_has_that_days_ties(toy: KnowledgeGraph) -> None:
    assert "nation/dor" in toy.network("membership", as_of="1990-01-01")
    assert "nation/dor" not in toy.network("membership", as_of="1993-01-01")
    assert toy.network("membership", as_of="1990-01-01").graph["as_of"] == "1990-01-01"


@pytest.mark.parametrize("day", [date(1991, 5, 1), date(2010, 12, 31), date(2021, 7, 1)])
@pytest.mark.parametrize("kind", [kind for kind in NETWORKS if tells_days(kind)])
def test_a_network_of_a_day_is_that_of_the_store_of_the_day(
    kind: str, day: date, toy: KnowledgeGraph
) -> None:
    then = toy.as_of(day)
    found = then.network(kind)
    assert then._store is None  # no store of the day was made
    expected = network(then.store, kind)
    assert list(found.nodes(data=True)) == list(expected.nodes(data=True))
    assert list(found.edges(keys=True, data=True)) == list(expected.edges(keys=True, data=True))


def test_a_payload_points_from_provider_to_mission(toy: KnowledgeGraph) -> None:
    graph = toy.network("payload")
    assert graph.has_edge("agency/arsa", "instrument/spec", key="provided_by")
    assert graph.has_edge("instrument/spec", "mission/probe", key="carries_payload")
    edge = graph.edges["instrument/spec", "mission/probe", "carries_payload"]
    assert (edge["subject"], edge["phrase"], edge["along"]) == (
        "mission/probe",
        "carries",
        "payload of",
    )


def test_votes_are_apart_from_all_else(toy: KnowledgeGraph) -> None:
    assert toy.network("votes").number_of_edges() == 3
    assert not any(key.startswith("voted") for *_, key in toy.network("all").edges(keys=True))


def test_two_calls_give_the_same_order(toy: KnowledgeGraph) -> None:
    first, second = (toy.network("all") for _ in range(2))
    assert list(first.nodes) == list(second.nodes)
    assert list(first.edges(keys=True)) == list(second.edges(keys=True))


def test_an_unknown_network_offers_the_nearest(toy: KnowledgeGraph) -> None:
    with pytest.raises(UnknownName, match="did you mean membership"):
        toy.network("memberships")


def test_finer_relations_include_the_named_one() -> None:
    assert {"member_of", "party_to", "signatory_of"} <= finer_relations("member_of")
    assert "observer_of" not in finer_relations("member_of")


def around(toy: KnowledgeGraph, depth: int, limit: int = 50) -> dict[str, int]:
    found = neighbourhood(
        toy.store, ["mission/probe"], depth=depth, limit=limit, today=date(2026, 1, 1)
    )
    return dict(found.graph.nodes(data="distance"))


def test_depth_counts_ties(toy: KnowledgeGraph) -> None:
    assert around(toy, 0) == {"mission/probe": 0}
    assert around(toy, 1) == {"mission/probe": 0, "agency/bosa": 1, "instrument/spec": 1}
    assert around(toy, 2)["agency/arsa"] == 2


def test_what_is_left_out_is_counted(toy: KnowledgeGraph) -> None:
    found = neighbourhood(toy.store, ["mission/probe"], depth=2, limit=2, today=date(2026, 1, 1))
    assert len(found.graph) == 2
    assert found.omitted == 2


def test_edges_tell_whether_they_ended_and_who_says_so(toy: KnowledgeGraph) -> None:
    found = neighbourhood(toy.store, ["agency/arsa"], depth=1, limit=9, today=date(2026, 1, 1))
    edge = found.graph.edges["agency/arsa", "agency/bosa", "cooperates_with"]
    assert edge["ended"]
    assert edge["claims"][0]["id"] == "claim/arsa-cooperates-with-bosa"
    assert edge["claims"][0]["sources"] == [
        {
            "title": "Atlas of the toy world",
            "publisher": "",
            "via": "",
            "url": "https://example.org/",
            "published": "2024-01-01",
        }
    ]


def test_edges_tell_whether_they_have_begun(toy: KnowledgeGraph) -> None:
    found = neighbourhood(toy.store, ["agency/bosa"], depth=1, limit=9, today=date(2020, 1, 1))
    assert found.graph.edges["agency/bosa", "mission/probe", "operates"]["planned"]
    assert not found.graph.edges["agency/arsa", "agency/bosa", "cooperates_with"]["planned"]
