from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.networks.graphs import karate, women

from comity.networks.arrays import Weights
from comity.networks.bridges import bridges, constraint, strands
from comity.networks.communities import communities
from comity.networks.links import Link, graph_of
from comity.networks.pathways import between_groups


def two_cliques() -> nx.Graph[str]:
    graph = nx.Graph()
    graph.add_edges_from(nx.complete_graph("abcd").edges)
    graph.add_edges_from(nx.complete_graph("wxyz").edges)
    graph.add_edges_from([("a", "m"), ("m", "w")])
    return nx.Graph(nx.subgraph(graph, sorted(graph)))


HALVES = dict.fromkeys("abcd", 0) | dict.fromkeys("wxyz", 1)


def test_who_alone_joins_two_groups_comes_first() -> None:
    found = bridges(two_cliques(), HALVES)
    first = found[0]
    assert first.actor == "m"
    assert first.betweenness == 1.0
    assert first.participation == 0.5
    assert first.group is None
    assert first.toward == (1.0, 1.0)
    assert {each.actor for each in found if each.betweenness == 0} == set("bcdxyz")


@pytest.mark.parametrize("graph", [karate(), graph_of(women()), two_cliques()])
def test_ways_between_groups_are_those_of_networkx(graph: nx.Graph[str]) -> None:
    names = list(graph)
    labels = np.array([place % 3 - 1 for place in range(len(names))])
    for *_, data in graph.edges(data=True):
        data["length"] = 1 / data.get("weight", 1.0)
    sides = [
        [name for name, label in zip(names, labels, strict=True) if label == each]
        for each in (0, 1)
    ]
    expected = nx.betweenness_centrality_subset(graph, *sides, weight="length")
    found = between_groups(Weights.of_graph(graph), [labels])[0]
    for place, name in enumerate(names):
        one, other = (len(set(side) - {name}) for side in sides)
        assert found[place] * one * other == pytest.approx(2 * expected[name])  # it halves them


def test_all_apart_it_is_plain_betweenness() -> None:
    graph = karate()
    found = between_groups(Weights.of_graph(graph), [np.arange(len(graph))])[0]
    expected = nx.betweenness_centrality(graph)
    assert found == pytest.approx([expected[name] for name in graph])


def test_groupings_are_answered_together_as_apart() -> None:
    weights = Weights.of_graph(graph_of(women()))
    groupings = [np.arange(18) % 2, np.arange(18) // 6, np.full(18, -1)]
    together = between_groups(weights, groupings)
    apart = np.concatenate([between_groups(weights, [each]) for each in groupings])
    np.testing.assert_allclose(together, apart)
    assert not together[2].any()


@pytest.mark.parametrize("graph", [karate(), graph_of(women()), nx.les_miserables_graph()])
def test_constraint_is_that_of_networkx(graph: nx.Graph[str]) -> None:
    expected = nx.constraint(graph, weight="weight")
    found = constraint(Weights.of_graph(graph))
    assert found == pytest.approx([expected[name] for name in graph])


@given(st.integers(0, 500))
def test_scores_stay_in_their_ranges(seed: int) -> None:
    graph = nx.relabel_nodes(nx.gnp_random_graph(12, 0.2, seed=seed), str)
    for each in bridges(graph, {str(node): node % 3 for node in range(10)}):
        assert -1e-12 <= each.betweenness <= 1 + 1e-12
        assert -1e-12 <= each.participation <= 2 / 3 + 1e-12


def test_bands_hold_what_other_runs_and_fewer_sources_give() -> None:
    graph = two_cliques()
    fewer = graph.copy()
    fewer.remove_edge("m", "w")
    found = bridges(
        graph,
        HALVES,
        runs=[HALVES, dict.fromkeys("abcdm", 0) | dict.fromkeys("wxyz", 1)],
        without=[(graph, HALVES), (fewer, HALVES)],
    )
    bands = {each.actor: (each.over_runs, each.over_sources) for each in found}
    assert bands["m"] == ((1.0, 1.0), (0.0, 1.0))
    assert bridges(graph, HALVES)[0].over_runs is None


def test_an_actor_whose_ties_all_rest_on_one_source_can_fall_out() -> None:
    graph = two_cliques()
    without = graph.subgraph(sorted(set(graph) - {"m"}))
    first = bridges(graph, HALVES, without=[(without, HALVES)])[0]
    assert first.over_sources == (0.0, 0.0)


def test_women_between_the_groups() -> None:
    graph = graph_of(women())
    first = [each.actor for each in bridges(graph, communities(graph, runs=10).of)][:2]
    assert first == ["Nora Fayette", "Theresa Anderson"]


def member(one: str, other: str, body: str) -> Link:
    claims = tuple(sorted((f"claim/{one}-in-{body}", f"claim/{other}-in-{body}")))
    return Link(one, other, body, None, None, 0.5, claims)


def test_strands_name_the_things_and_the_actors_own_claims() -> None:
    links = [
        member("m", "a", "north"),
        member("b", "m", "north"),
        member("a", "b", "north"),
        member("m", "x", "south"),
    ]
    found = strands(links, "m", {"a": 0, "b": 0, "x": 1})
    assert [(each.through, each.group, each.weight, each.partners) for each in found] == [
        ("north", 0, 1.0, ("a", "b")),
        ("south", 1, 0.5, ("x",)),
    ]
    assert found[0].claims == ("claim/m-in-north",)
    assert found[1].claims == ("claim/m-in-south", "claim/x-in-south")
    assert strands(links, "m", {}) == []


def test_places_over_runs_and_without_sources_are_given() -> None:
    graph = two_cliques()
    other = graph.copy()
    other.remove_node("m")
    other.add_edge("b", "w")
    runs = [HALVES, dict.fromkeys("abcdm", 0) | dict.fromkeys("wxyz", 1)]
    found = {
        each.actor: each for each in bridges(graph, HALVES, runs=runs, without=[(other, HALVES)])
    }
    assert found["m"].ranks_over_runs == (1, 1)
    assert found["a"].ranks_over_runs == (1, 3)  # beside both, then behind them
    assert found["m"].ranks_over_sources == (3, 3)  # behind b and w, beside all others
    assert found["w"].ranks_over_sources == (1, 1)
    assert bridges(graph, HALVES)[0].ranks_over_runs is None
