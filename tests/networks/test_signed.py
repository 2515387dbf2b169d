from __future__ import annotations

from itertools import product

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from tests.networks.graphs import karate

from comity.networks.arrays import Weights
from comity.networks.frustration import frustration
from comity.networks.partitions import canonical, modularity
from comity.networks.signed import (
    SignedGraph,
    balance,
    balance_by_chance,
    dealt_signs,
    signed_communities,
    signed_modularity,
    signed_modularity_by_chance,
)


def made(size: int, share: float, negative: float, seed: int) -> SignedGraph:
    generator = np.random.default_rng(seed)
    there = generator.random((size, size)) < share
    signs = np.where(generator.random((size, size)) < negative, -1.0, 1.0)
    weights = np.triu(there * signs, 1)
    return SignedGraph(tuple(map(str, range(size))), weights + weights.T)


def camps(size: int) -> SignedGraph:
    sides = np.repeat([1.0, -1.0], size // 2)
    weights = np.outer(sides, sides)
    np.fill_diagonal(weights, 0)
    return SignedGraph(tuple(map(str, range(size))), weights)


GRAPHS = st.builds(made, st.integers(3, 9), st.just(0.7), st.floats(0, 1), st.integers(0, 99))


def test_two_camps_are_balanced_and_not_frustrated() -> None:
    graph = camps(10)
    assert balance(graph).balanced == 1.0
    found = frustration(graph)
    assert (found.least, found.found, found.is_exact) == (0.0, 0.0, True)
    assert found.camps == (0,) * 5 + (1,) * 5
    assert signed_communities(graph)[0].tolist() == [0] * 5 + [1] * 5
    chance = balance_by_chance(graph, nulls=99)
    assert chance is not None
    assert chance.p == 0.01
    assert signed_modularity_by_chance(graph, nulls=99).p == 0.01


@given(GRAPHS)
def test_triangles_are_counted_as_by_hand(graph: SignedGraph) -> None:
    size = len(graph.names)
    products = [
        graph.weights[a, b] * graph.weights[b, c] * graph.weights[a, c]
        for a in range(size)
        for b in range(a)
        for c in range(b)
    ]
    there = [each for each in products if each]
    found = balance(graph)
    assert found.triangles == len(there)
    if there:
        assert found.balanced == pytest.approx(np.mean([each > 0 for each in there]))
        assert found.weighted == pytest.approx(found.balanced)
    else:
        assert np.isnan(found.balanced)
        assert balance_by_chance(graph) is None


@given(GRAPHS)
def test_frustration_is_the_least_of_all_divisions(graph: SignedGraph) -> None:
    least = min(
        (np.abs(graph.weights) - graph.weights * np.outer(sides, sides)).sum() / 4
        for sides in product((-1.0, 1.0), repeat=len(graph.names))
    )
    found = frustration(graph)
    assert found.is_exact
    assert found.found == pytest.approx(least)


def test_bounds_hold_where_the_least_is_not_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("comity.networks.frustration._SOLVED", 5)
    for graph in (made(60, 0.5, 0.4, 1), made(20, 0.9, 0.5, 1)):
        found = frustration(graph)
        assert 0 < found.least <= found.found < found.total
        assert not found.is_exact


@given(GRAPHS)
def test_the_search_ends_no_lower_than_one_community_of_all(graph: SignedGraph) -> None:
    size = len(graph.names)
    best = signed_communities(graph)[1]
    everyone = signed_modularity(graph, np.zeros(size, dtype=np.int64))
    assert best >= max(everyone, signed_modularity(graph, np.arange(size))) - 1e-9


@given(st.builds(made, st.integers(3, 5), st.just(0.7), st.floats(0, 1), st.integers(0, 99)))
def test_the_search_finds_the_best_partition_of_small_graphs(graph: SignedGraph) -> None:
    size = len(graph.names)
    partitions = {tuple(canonical(np.array(each))) for each in product(range(size), repeat=size)}
    highest = max(signed_modularity(graph, np.array(each)) for each in sorted(partitions))
    assert signed_communities(graph)[1] == pytest.approx(highest)


def test_without_opposition_it_is_the_usual_modularity() -> None:
    club = karate()
    graph = SignedGraph.of_graphs(club, nx.Graph())
    weights = Weights.of_matrix(graph.weights)
    labels, value = signed_communities(graph)
    assert value == pytest.approx(modularity(weights, labels))
    assert value == pytest.approx(0.4198, abs=5e-5)


def test_a_usual_tie_of_each_kind_weighs_as_much() -> None:
    positive = nx.Graph()
    positive.add_weighted_edges_from([("a", "b", 10.0), ("b", "c", 30.0)])
    negative = nx.Graph()
    negative.add_weighted_edges_from([("a", "c", 0.5), ("b", "c", 0.5)])
    found = SignedGraph.of_graphs(positive, negative)
    assert found.weights.tolist() == [[0, 0.5, -1], [0.5, 0, 0.5], [-1, 0.5, 0]]
    plain = SignedGraph.of_graphs(positive, negative, scaled=False)
    assert plain.weights[1].tolist() == [10, 0, 29.5]


def test_dealt_signs_leave_ties_and_their_number() -> None:
    graph = made(20, 0.4, 0.3, 2)
    for each in dealt_signs(graph, 5):
        np.testing.assert_array_equal(np.abs(each.weights), np.abs(graph.weights))
        assert (each.weights < 0).sum() == (graph.weights < 0).sum()
        np.testing.assert_array_equal(each.weights, each.weights.T)


def test_p_is_uniform_where_signs_are_random() -> None:
    nulls = 39
    values = []
    for seed in range(100):
        found = balance_by_chance(made(16, 0.5, 0.3, seed), nulls=nulls, seed=seed)
        assert found is not None
        values.append(found.p)
    # shares of triangles take few values, and ties of them count as high: p is conservative
    assert stats.kstest(values, "uniform", alternative="greater").pvalue > 0.01


def test_nothing_is_signed_in_an_empty_graph() -> None:
    graph = SignedGraph.of_graphs(nx.Graph(), nx.Graph())
    assert signed_communities(graph)[1] == 0.0
    assert frustration(graph).camps == ()
    assert balance(graph).triangles == 0
