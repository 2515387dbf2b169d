"""Persons, satellites and crewed flights in pictures: in full where few, left out where many."""

import pytest

from comity.analysis import Neighbourhood, neighbourhood
from comity.analysis.listed import FEW
from comity.knowledge import KnowledgeGraph


def around(kg: KnowledgeGraph, *centre: str, depth: int = 1) -> Neighbourhood:
    return neighbourhood(kg.store, centre, depth=depth, limit=300, today=kg.day)


def kinds(found: Neighbourhood) -> set[str]:
    return {str(kind) for _, kind in found.graph.nodes(data="kind")}


def test_a_great_power_is_not_flooded_by_lists(kg: KnowledgeGraph) -> None:
    found = around(kg, "nation/usa")
    assert not kinds(found) & {"person", "satellite"}
    assert "mission/sts-1" not in found.graph
    assert found.unlisted["satellite"] > 1_000
    assert found.unlisted["person"] > 300


def test_a_mission_with_more_on_record_stays_beside_its_nation(kg: KnowledgeGraph) -> None:
    assert "mission/apollo-11" in around(kg, "agency/nasa").graph


def test_a_flight_has_its_crew(kg: KnowledgeGraph) -> None:
    found = around(kg, "mission/soyuz-t-11")
    crew = {name for name, kind in found.graph.nodes(data="kind") if kind == "person"}
    assert "person/rakesh-sharma" in crew
    assert len(crew) <= FEW


def test_a_state_with_few_satellites_has_them_all(kg: KnowledgeGraph) -> None:
    assert "satellite/bhutan-1" in around(kg, "nation/btn").graph


@pytest.mark.parametrize(
    ("thing", "beside"),
    [
        ("satellite/aryabhata", {"nation/ind", "nation/sun"}),
        ("person/rakesh-sharma", {"mission/soyuz-t-11", "nation/ind"}),
        ("mission/sts-1", {"nation/usa", "person/john-young"}),
    ],
)
def test_what_is_asked_for_is_shown(thing: str, beside: set[str], kg: KnowledgeGraph) -> None:
    found = around(kg, thing)
    assert beside <= set(found.graph)
    assert not found.unlisted


def test_a_page_says_what_it_leaves_out(kg: KnowledgeGraph) -> None:
    page = kg.view("nation/ind").page
    assert "satellites left out" in page
    assert "votes, " in page


def test_the_network_of_all_has_no_persons_and_satellites(kg: KnowledgeGraph) -> None:
    found = {kind for _, kind in kg.network("all").nodes(data="kind")}
    assert "mission" in found
    assert not found & {"person", "satellite"}


def test_payloads_are_not_mixed_with_crewed_flights(kg: KnowledgeGraph) -> None:
    graph = kg.network("payload")
    assert "mission/apollo-11" in graph
    assert "mission/sts-1" not in graph
    assert "satellite" not in {kind for _, kind in graph.nodes(data="kind")}
