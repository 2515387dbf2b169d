"""Standard graphs with known answers, with nodes named by texts in a fixed order."""

from __future__ import annotations

from itertools import combinations

import networkx as nx

from comity.networks.links import Link

FIRST_GROUP = frozenset(
    {
        "Brenda Rogers",
        "Charlotte McDowd",
        "Eleanor Nye",
        "Evelyn Jefferson",
        "Frances Anderson",
        "Laura Mandeville",
        "Pearl Oglethorpe",
        "Ruth DeSand",
        "Theresa Anderson",
    }
)
"""One of two groups of the women of Davis, Gardner and Gardner 1941: the consensus of 21 analyses
that Freeman 2003 (Finding social groups: a meta-analysis) finds; the others are the second."""


def karate() -> nx.Graph[str]:
    """The club of Zachary 1977 without weights; nodes have `club`, the one they went to."""
    club = nx.relabel_nodes(nx.karate_club_graph(), str)
    graph = nx.Graph(club.edges)
    graph.add_nodes_from(club.nodes(data=True))
    return graph


def women() -> list[Link]:
    """Women who came to the same event, each event's links weighing 1/(k-1) for its k guests."""
    whole = nx.davis_southern_women_graph()
    links = []
    for event in sorted(node for node, data in whole.nodes(data=True) if data["bipartite"] == 1):
        guests = sorted(whole[event])
        links += [
            Link(one, other, event, None, None, 1 / (len(guests) - 1), ())
            for one, other in combinations(guests, 2)
        ]
    return links


def planted(groups: int, size: int, within: float, between: float, seed: int) -> nx.Graph[str]:
    """Groups of one size: node n belongs to group n // size."""
    graph = nx.planted_partition_graph(groups, size, within, between, seed=seed)
    return nx.relabel_nodes(nx.Graph(graph.edges), str)
