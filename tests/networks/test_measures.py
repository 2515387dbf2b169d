"""Measures: both engines, graphs from the literature, and what is not defined."""

import random
import subprocess
import sys
from dataclasses import asdict
from math import isnan

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import UnknownName
from comity.networks.engines import by_networkx, fast
from comity.networks.measure_table import GRAPH_MEASURES, MEASURES, NODE_MEASURES
from comity.networks.measures import GraphMeasures, NodeMeasures, measures, positive


def weighted(graph: nx.Graph, seed: int) -> nx.Graph:
    draw = random.Random(seed)  # noqa: S311  (weights, no secrets)
    for _, _, data in graph.edges(data=True):
        data["weight"] = draw.choice([0.25, 0.5, 1.0, 2.0, 3.5])
    return graph


def same(graph: nx.Graph) -> None:
    reference, found = by_networkx(graph), fast(graph)
    assert list(found) == list(reference) == list(NODE_MEASURES)
    for name, values in reference.items():
        np.testing.assert_allclose(found[name], values, rtol=0, atol=1e-9, err_msg=name)


@pytest.mark.parametrize(
    "graph",
    [
        nx.karate_club_graph(),
        nx.davis_southern_women_graph(),
        nx.les_miserables_graph(),
        weighted(nx.gnm_random_graph(150, 400, seed=7), 7),
        weighted(nx.disjoint_union(nx.path_graph(4), nx.star_graph(5)), 3),
        weighted(nx.path_graph(60), 5),  # farther apart than levels are held
    ],
    ids=["karate", "women", "miserables", "random", "two parts", "long path"],
)
def test_the_fast_engine_gives_the_numbers_of_networkx(graph: nx.Graph) -> None:
    for _, _, data in graph.edges(data=True):
        data.setdefault("weight", 1.0)
    same(graph)


@settings(max_examples=40)
@given(st.integers(2, 14), st.floats(0.1, 0.9), st.integers(0, 10_000))
def test_both_engines_agree_on_any_graph(size: int, density: float, seed: int) -> None:
    graph = weighted(nx.gnp_random_graph(size, density, seed=seed), seed)
    reference, found = by_networkx(graph), fast(graph)
    for name in set(NODE_MEASURES) - {"effective_size", "constraint", "eigenvector"}:
        np.testing.assert_allclose(found[name], reference[name], rtol=0, atol=1e-9, err_msg=name)
    for name in ("effective_size", "constraint"):
        np.testing.assert_allclose(found[name], reference[name], rtol=0, atol=1e-9, err_msg=name)


def test_the_engines_agree_on_the_record(kg) -> None:  # type: ignore[no-untyped-def]
    same(positive(kg.actor_network("cooperation", year=2024)))


def test_the_karate_club_is_as_published() -> None:
    """Betweenness and clustering as in Freeman's and Watts and Strogatz's measures of the club."""
    club = nx.karate_club_graph()
    for _, _, data in club.edges(data=True):
        data["weight"] = 1.0
    found = measures(club)
    nodes = {each.name: each for each in found.nodes}
    assert (nodes[0].degree, nodes[33].degree) == (16, 17)
    assert nodes[0].betweenness == pytest.approx(231.0714 / 528, abs=1e-6)
    assert max(each.core for each in found.nodes) == 4
    assert found.whole.average_clustering == pytest.approx(0.5706, abs=1e-4)
    assert found.whole.transitivity == pytest.approx(0.2557, abs=1e-4)
    assert found.whole.degree_assortativity == pytest.approx(-0.4756, abs=1e-4)


def test_assortativity_is_that_of_networkx() -> None:
    club = nx.karate_club_graph()
    nx.set_node_attributes(club, dict(club.nodes(data="club")), "coalition")
    assert measures(club).whole.coalition_assortativity == pytest.approx(
        nx.attribute_assortativity_coefficient(club, "club")
    )
    assert measures(club).whole.degree_assortativity == pytest.approx(
        nx.degree_assortativity_coefficient(club)
    )


def test_what_is_not_defined_is_nan() -> None:
    graph = nx.complete_graph(4)
    graph.add_node("alone")
    nx.set_edge_attributes(graph, 1.0, "weight")
    found = measures(graph)
    alone = found.nodes[-1]
    assert isnan(alone.constraint)
    assert isnan(alone.effective_size)
    assert alone.clustering == alone.closeness == 0
    assert isnan(found.whole.coalition_assortativity)
    assert isnan(found.whole.degree_assortativity)
    assert measures(nx.Graph()).nodes == ()


def test_edges_without_positive_weight_are_left_out() -> None:
    graph = nx.Graph()
    graph.add_edge("a", "b", weight=-0.5)
    graph.add_edge("a", "c", weight=0.0)
    graph.add_edge("b", "c", weight=1.0)
    assert list(positive(graph).edges) == [("b", "c")]


def test_edges_to_and_fro_are_one() -> None:
    graph = nx.DiGraph()
    graph.add_edge("a", "b", weight=2.0)
    graph.add_edge("b", "a", weight=3.0)
    assert positive(graph).edges["a", "b"]["weight"] == 5.0


def test_every_measure_is_in_the_table() -> None:
    node = NodeMeasures("x", *([0] * len(NODE_MEASURES)))
    assert tuple(asdict(node))[1:] == NODE_MEASURES
    assert tuple(GraphMeasures.__dataclass_fields__)[2:] == GRAPH_MEASURES
    assert all(each.sentence.endswith(".") and each.caveat for each in MEASURES.values())


def test_an_unknown_engine_is_named() -> None:
    with pytest.raises(UnknownName, match="did you mean networkx"):
        measures(nx.karate_club_graph(), engine="networks")


def test_numbers_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "import networkx as nx; from comity.networks.measures import measures;"
        "g = nx.relabel_nodes(nx.les_miserables_graph(), str);"
        "print(repr(measures(g)))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
