#!/usr/bin/env python
"""Time path queries on the snapshot, and the search for ways against networkx.

In: nothing. Out: a table on stdout: processor seconds of reading the grounds from the store and
from the cache, of one query on a day not asked for before and on one that was, of all pairs of
agencies, and of the ways alone beside `networkx.shortest_simple_paths` on the same graph.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from itertools import combinations, islice
from typing import TYPE_CHECKING

import networkx as nx

import comity
from comity.networks.projections import Projector
from comity.pathways.grounds import read_grounds
from comity.pathways.routes import all_ways
from comity.pathways.ties import is_stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from comity.pathways.answers import Pathways
    from comity.pathways.costs import Costs
    from comity.pathways.model import Dealing

PAIR = ("agency/nasa", "agency/cnsa")
QUERY_TARGET = 0.2
ALL_TARGET = 20.0
WAYS = 3
RIVAL_PAIRS = 40


def seconds(action: Callable[[], object]) -> float:
    """Return the processor seconds that an action takes."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


def all_pairs(pathways: Pathways, dealing: Dealing, agencies: list[str]) -> int:
    """Return how many pairs of agencies have a way, each with its legs ruled."""
    return sum(
        bool(pathways.routes(replace(dealing, one=one, other=other), 1))
        for one, other in combinations(agencies, 2)
    )


def graph_between(costs: Costs, one: str, other: str) -> nx.Graph[str]:
    """Return the graph of the costs between two ends, as networkx wants it."""
    between = costs.between(one, other)
    graph: nx.Graph[str] = nx.Graph()
    for node, among in enumerate(costs.neighbours):
        for to, cost in among:
            weight = between.step(node, to, cost)
            graph.add_edge(costs.actors[node], costs.actors[to], weight=weight)
    graph.remove_nodes_from(
        [each for each in graph if each not in {one, other} and not is_stop(each)]
    )
    return graph


def rival(graph: nx.Graph[str], one: str, other: str) -> list[list[str]]:
    """Find the same ways with networkx."""
    if one not in graph or other not in graph or not nx.has_path(graph, one, other):
        return []
    return list(islice(nx.shortest_simple_paths(graph, one, other, "weight"), WAYS))


def main() -> None:
    """Read, ask, and print."""
    graph = comity.load()
    store = graph.store
    read = seconds(lambda: read_grounds(store, Projector(store)))
    kept = seconds(lambda: graph.pathways)
    first = seconds(lambda: graph.path(*PAIR, as_of="2019-01-03"))
    days = [date(year, 6, 25) for year in range(2012, 2022)]
    fresh = sorted(seconds(lambda day=day: graph.path(*PAIR, as_of=day)) for day in days)  # type: ignore[misc]  # a default binds the day
    again = sorted(seconds(lambda day=day: graph.path(*PAIR, as_of=day)) for day in days)  # type: ignore[misc]  # likewise
    pathways = graph.pathways
    agencies = [id_ for id_ in pathways.grounds.actors if id_.startswith("agency/")]
    rows = [
        ("grounds, from the store", read, None),
        ("grounds, kept or read", kept, None),
        ("first query", first, None),
        ("query, new day (median of 10)", fresh[5], QUERY_TARGET),
        ("query, known day (median of 10)", again[5], QUERY_TARGET),
    ]
    for activity in ("bilateral_cooperation", "technology_export"):
        dealing = graph.dealing(*PAIR, activity=activity, as_of="2024-06-25")
        count = len(agencies) * (len(agencies) - 1) // 2
        taken = seconds(lambda asked=dealing: all_pairs(pathways, asked, agencies))  # type: ignore[misc]  # likewise
        rows.append((f"all {count:,} pairs of agencies, {activity}", taken, ALL_TARGET))
    dealing = graph.dealing(*PAIR, as_of="2024-06-25")
    costs = pathways.costs(dealing)
    ends = list(combinations(agencies, 2))[:: len(agencies) * 2][:RIVAL_PAIRS]
    ours = seconds(lambda: [list(islice(all_ways(costs, *pair), WAYS)) for pair in ends])
    graphs: list[nx.Graph[str]] = []
    made = seconds(lambda: graphs.extend(graph_between(costs, *pair) for pair in ends))
    theirs = seconds(lambda: [rival(each, *pair) for each, pair in zip(graphs, ends, strict=True)])
    rows.append((f"{WAYS} ways for {len(ends)} pairs, ours", ours, None))
    rows.append((f"{WAYS} ways for {len(ends)} pairs, networkx", theirs, None))
    rows.append(("graphs that networkx needs for them", made, None))
    for words, taken, target in rows:
        limit = f"  target {target:g} s: {'met' if taken <= target else 'MISSED'}" if target else ""
        print(f"{words:<55} {taken:8.3f} s{limit}")


if __name__ == "__main__":
    main()
