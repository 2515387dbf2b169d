from __future__ import annotations

import os
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.networks.graphs import FIRST_GROUP, karate, planted, women

from comity.errors import BadNumber
from comity.networks.arrays import Weights
from comity.networks.communities import co_assignment, communities, consensus
from comity.networks.links import graph_of
from comity.networks.partitions import canonical, likeness, modularity, partitions

GRAPHS = {
    "karate": karate(),
    "les miserables": nx.les_miserables_graph(),
    "women": graph_of(women()),
    "caves": nx.relabel_nodes(nx.connected_caveman_graph(12, 6), str),
    "planted": planted(4, 25, 0.4, 0.1, 7),
    "random": nx.relabel_nodes(nx.gnm_random_graph(60, 150, seed=3), str),
}
LABELS = st.lists(st.integers(0, 3), min_size=6, max_size=6).map(np.array)


def test_the_club_splits_as_it_did() -> None:
    club = karate()
    found = communities(club)
    assert 2 <= len(found.members) <= 4
    assert found.modularity == pytest.approx(0.4198, abs=5e-5)  # the highest there is
    misplaced = [
        member
        for names in found.members
        for member in names
        if sum(club.nodes[name]["club"] == club.nodes[member]["club"] for name in names)
        < len(names) / 2
    ]
    assert misplaced == ["8"]  # he was about to take his test with Mr. Hi; Zachary 1977


def test_the_women_fall_into_the_two_groups_of_the_literature() -> None:
    found = communities(graph_of(women()))
    assert {frozenset(names) for names in found.members} == {
        FIRST_GROUP,
        frozenset(graph_of(women())) - FIRST_GROUP,
    }
    assert found.ari == 1.0


def test_planted_groups_are_found_until_they_are_too_mixed() -> None:
    likenesses = []
    truth = canonical(np.arange(100) // 25)
    for between in (0.02, 0.1, 0.2, 0.4):
        graph = planted(4, 25, 0.4, between, seed=7)
        of = communities(graph, runs=20).of
        labels = canonical(np.array([of[str(node)] for node in range(100)]))
        likenesses.append(likeness(np.stack((truth, labels)))[1])
    assert likenesses[:2] == [1.0, 1.0]
    assert 1.0 > likenesses[2] > likenesses[3]
    assert likenesses[3] < 0.05  # nothing is planted any more


def test_runs_agree_less_the_more_groups_mix() -> None:
    firm, loose = (communities(planted(4, 25, 0.4, mix, 7), runs=20) for mix in (0.02, 0.3))
    assert firm.ari == firm.nmi == 1.0
    assert loose.ari < 0.5
    assert min(firm.support.values()) == 1.0
    assert min(loose.support.values()) < 0.8


@pytest.mark.parametrize("name", GRAPHS)
def test_the_fast_engine_finds_no_less_modularity_than_networkx(name: str) -> None:
    weights = Weights.of_graph(GRAPHS[name])
    best = {
        method: [
            modularity(weights, each) for each in partitions(weights, range(20), method=method)
        ]
        for method in ("leiden", "louvain")
    }
    assert max(best["leiden"]) >= max(best["louvain"]) - 1e-12
    assert np.mean(best["leiden"]) >= np.mean(best["louvain"]) - 1e-12


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("resolution", [0.5, 1.0, 2.0])
def test_modularity_is_that_of_networkx(name: str, resolution: float) -> None:
    graph = GRAPHS[name]
    weights = Weights.of_graph(graph)
    labels = partitions(weights, [4], resolution=resolution)[0]
    nodes = list(graph)
    groups = [{nodes[place] for place in np.flatnonzero(labels == each)} for each in set(labels)]
    assert modularity(weights, labels, resolution=resolution) == pytest.approx(
        nx.community.modularity(graph, groups, resolution=resolution), abs=1e-12
    )


def test_a_higher_resolution_gives_more_communities() -> None:
    counts = [len(communities(karate(), runs=10, resolution=each).members) for each in (0.3, 1, 3)]
    assert counts == sorted(counts)
    assert counts[0] < counts[2]


def test_nodes_without_ties_belong_to_no_community() -> None:
    graph = nx.Graph([("a", "b")])
    graph.add_node("c")
    found = communities(graph, runs=3)
    assert found.members == (("a", "b"),)
    assert found.alone == ("c",)
    assert communities(nx.Graph(), runs=3).members == ()


def test_the_order_of_nodes_and_edges_does_not_matter() -> None:
    graph = GRAPHS["random"]
    turned: nx.Graph[str] = nx.Graph()
    turned.add_edges_from([(two, one) for one, two in reversed(list(graph.edges))])
    assert communities(turned, runs=10) == communities(graph, runs=10)


def test_runs_are_counted_from_one() -> None:
    with pytest.raises(BadNumber):
        communities(karate(), runs=0)


def test_consensus_settles_what_runs_leave_open() -> None:
    runs = np.array([[0, 0, 1, 1, 1], [0, 0, 0, 1, 1], [0, 0, 1, 1, 1]])
    assert consensus(runs).tolist() == [0, 0, 1, 1, 1]


def test_a_node_that_is_seldom_with_anyone_keeps_its_nearest() -> None:
    runs = np.array([[0, 0, 1, 1, 0], [0, 0, 1, 1, 2], [0, 0, 1, 1, 2], [0, 0, 1, 1, 2]])
    assert consensus(runs).tolist() == [0, 0, 1, 1, 0]


@given(LABELS, LABELS)
def test_likeness_does_not_depend_on_order_or_names(one: np.ndarray, other: np.ndarray) -> None:
    one, other = canonical(one), canonical(other)
    nmi, ari = likeness(np.stack((one, other)))
    assert likeness(np.stack((other, one))) == pytest.approx((nmi, ari))
    assert -1 <= ari <= 1 + 1e-12
    assert -1e-12 <= nmi <= 1 + 1e-12
    if (one == other).all():
        assert (nmi, ari) == pytest.approx((1, 1))


@given(st.tuples(LABELS, LABELS, LABELS))
def test_likeness_of_many_is_the_mean_over_pairs(three: tuple[np.ndarray, ...]) -> None:
    runs = np.stack([canonical(each) for each in three])
    pairs = [likeness(runs[[one, other]]) for one, other in ((0, 1), (0, 2), (1, 2))]
    assert likeness(runs) == pytest.approx(tuple(np.mean(pairs, axis=0)))


def test_co_assignment_is_the_share_of_runs() -> None:
    runs = partitions(Weights.of_graph(GRAPHS["random"]), range(20))
    expected = (runs[:, :, None] == runs[:, None, :]).mean(axis=0)
    np.testing.assert_allclose(co_assignment(runs), expected)


def test_hash_seeds_do_not_matter() -> None:
    text = (
        "from tests.networks.graphs import women, karate\n"
        "from comity.networks.links import graph_of\n"
        "from comity.networks.communities import communities\n"
        "from comity.networks.affiliations import Affiliations\n"
        "from comity.networks.nullmodel import modularity_by_chance\n"
        "print(communities(graph_of(set(women())), runs=5), communities(karate(), runs=5),"
        " modularity_by_chance(Affiliations.of_links(set(women())), nulls=9))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", text],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
