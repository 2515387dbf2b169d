from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from tests.networks.graphs import karate, planted, women

from comity.networks.affiliations import Affiliations, project
from comity.networks.arrays import Weights
from comity.networks.links import Link, graph_of
from comity.networks.nullmodel import compared, modularity_by_chance
from comity.networks.shuffling import shuffled_affiliations, shuffled_edges

if TYPE_CHECKING:
    from collections.abc import Callable


def random_graph(seed: int) -> Weights:
    return Weights.of_graph(nx.gnm_random_graph(25, 50, seed=seed))


def random_affiliations(seed: int) -> Affiliations:
    part = np.random.default_rng(seed).random((15, 20)) < 0.3
    part = part[part.sum(axis=1) > 1]
    things = tuple(f"thing/{row:02}" for row in range(len(part)))
    actors = tuple(f"actor/{column:02}" for column in range(20))
    return Affiliations(actors, things, part, 1 / (part.sum(axis=1) - 1))


@pytest.mark.parametrize("make", [random_graph, random_affiliations])
def test_p_is_uniform_on_random_graphs(make: Callable[[int], Affiliations | Weights]) -> None:
    nulls = 39
    values = np.array(
        [modularity_by_chance(make(seed), nulls=nulls, seed=seed).p for seed in range(100)]
    )
    # p takes 40 values only: spread each evenly over its step, as a continuous one would be
    spread = values - np.random.default_rng(0).random(100) / (nulls + 1)
    assert stats.kstest(spread, "uniform").pvalue > 0.01


@pytest.mark.parametrize(
    "graph",
    [
        Weights.of_graph(karate()),
        Affiliations.of_links(women()),
        Weights.of_graph(planted(4, 25, 0.4, 0.05, 7)),
    ],
)
def test_groups_that_are_there_are_no_chance(graph: Affiliations | Weights) -> None:
    found = modularity_by_chance(graph, nulls=99)
    assert found.p == 0.01
    assert found.z is not None
    assert found.z > 5


def test_swapped_edges_leave_degrees_and_weights() -> None:
    graph = nx.les_miserables_graph()
    weights = Weights.of_graph(graph)
    for each in shuffled_edges(weights, 5):
        np.testing.assert_array_equal(np.diff(each.starts), np.diff(weights.starts))
        np.testing.assert_array_equal(np.sort(each.values), np.sort(weights.values))
        matrix = each.matrix()
        np.testing.assert_array_equal(matrix, matrix.T)
        assert not np.diagonal(matrix).any()
        assert (matrix != weights.matrix()).any()


def test_all_graphs_of_the_same_degrees_are_equally_likely() -> None:
    path = Weights.of_edges(4, np.array([0, 1, 2]), np.array([1, 2, 3]), np.ones(3))
    seen: dict[bytes, int] = {}
    for each in shuffled_edges(path, 2000, seed=1):
        seen[each.matrix().tobytes()] = seen.get(each.matrix().tobytes(), 0) + 1
    assert len(seen) == 2  # 1-2 stays joined; 0 and 3 hang on either
    assert stats.chisquare(list(seen.values())).pvalue > 0.01


def test_all_affiliations_of_the_same_margins_are_equally_likely() -> None:
    part = np.array([[1, 1, 0], [0, 1, 1]], dtype=np.bool_)
    seen: dict[bytes, int] = {}
    given_ = Affiliations(("a", "b", "c"), ("x", "y"), part, np.array([1.0, 2.0]))
    for each in shuffled_affiliations(given_, 2000, seed=1):
        key = each.matrix().tobytes()
        seen[key] = seen.get(key, 0) + 1
    assert len(seen) == 2
    assert stats.chisquare(list(seen.values())).pvalue > 0.01


def test_shuffled_affiliations_leave_numbers_on_both_sides() -> None:
    given_ = Affiliations.of_links(women())
    counting = Affiliations(
        given_.actors, given_.things, given_.taking_part, np.ones(len(given_.things))
    )
    guests = given_.taking_part.sum(axis=1)
    pairs = (guests * (guests - 1)).sum()
    others = ((guests - 1)[:, None] * given_.taking_part).sum()
    for each in shuffled_affiliations(counting, 5):
        assert each.values.sum() == pairs == others
    strengths = Affiliations.of_links(women()).projected().strengths
    for each in shuffled_affiliations(given_, 5):  # 1/(k-1) a pair: one for each event attended
        np.testing.assert_allclose(each.strengths, strengths)


def test_the_projection_of_whole_cliques_is_the_graph_of_the_links() -> None:
    graph = graph_of(women())
    found = Affiliations.of_links(women())
    assert found.actors == tuple(graph)
    np.testing.assert_allclose(found.projected().matrix(), Weights.of_graph(graph).matrix())


def test_a_missing_pair_spreads_over_its_thing() -> None:
    links = [Link(*pair, "x", None, None, 1.0, ()) for pair in (("a", "b"), ("b", "c"))]
    found = Affiliations.of_links(links)
    assert found.weights == pytest.approx([2 / 3])
    assert found.projected().values.sum() == pytest.approx(4)


def test_one_thing_alone_cannot_be_shuffled() -> None:
    one = project(np.ones((1, 3), dtype=np.bool_), np.ones(1))
    affiliations = Affiliations(
        ("a", "b", "c"), ("x",), np.ones((1, 3), dtype=np.bool_), np.ones(1)
    )
    found = modularity_by_chance(affiliations, nulls=9)
    assert found.p == 1.0
    assert found.z is None
    assert modularity_by_chance(one, nulls=9).p == 1.0


def test_the_same_seed_gives_the_same_graphs() -> None:
    one, other, third = (list(shuffled_edges(random_graph(1), 3, seed)) for seed in (7, 7, 8))
    assert all((a.matrix() == b.matrix()).all() for a, b in zip(one, other, strict=True))
    assert any((a.matrix() != b.matrix()).any() for a, b in zip(one, third, strict=True))


@given(st.lists(st.floats(-1, 1), min_size=1, max_size=30), st.floats(-1, 1))
def test_p_is_never_nothing_and_never_above_one(values: list[float], observed: float) -> None:
    assert 0 < compared(observed, values, "edges").p <= 1


def test_the_band_holds_95_percent_of_the_null_graphs() -> None:
    found = compared(0.5, [number / 1000 for number in range(1001)], "edges")
    assert (found.low, found.high) == pytest.approx((0.025, 0.975))
