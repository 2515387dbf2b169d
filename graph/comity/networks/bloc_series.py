"""Blocs year by year: communities, their firmness, and chance, for each year of a projection.

In: links of each year. Out: `BlocYear` values, in order. What does not belong here: which claims
make links (`projections`), what becomes of blocs from year to year (`evolution`), how they are
called, and DataFrames.

Years do not depend on each other, and the engine lets go of Python's lock: they are worked out side
by side in threads. The result is the same however many there are.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from threadpoolctl import threadpool_limits

from comity.memory import free_before_threads
from comity.networks.affiliations import Affiliations
from comity.networks.arrays import Weights
from comity.networks.communities import Communities, communities, weight_within
from comity.networks.links import graph_of
from comity.networks.nullmodel import Chance, modularity_by_chance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import networkx as nx

    from comity.networks.links import Link


@dataclass(frozen=True, slots=True)
class BlocYear:
    """The blocs of one year.

    Attributes:
        year: The year.
        actors: How many actors have a tie.
        ties: How many pairs are tied.
        found: The blocs.
        chance: Their modularity beside that of null graphs; None without ties or null graphs.
        within: For each actor, the weight of its ties within its bloc.
    """

    year: int
    actors: int
    ties: int
    found: Communities
    chance: Chance | None
    within: dict[str, float]


def bloc_year(
    year: int,
    links: Sequence[Link],
    *,
    runs: int = 100,
    nulls: int = 200,
    seed: int = 0,
    resolution: float = 1.0,
) -> BlocYear:
    """Return the blocs of one year.

    Args:
        year: The year.
        links: Its links.
        runs: How many partitions are found.
        nulls: How many null graphs.
        seed: The first seed of either.
        resolution: Above 1 more and smaller blocs, below 1 fewer and larger.
    """
    graph = graph_of(links)
    found = communities(graph, runs=runs, seed=seed, resolution=resolution)
    chance = None
    if graph.number_of_edges() and nulls:
        chance = modularity_by_chance(
            null_source(links, graph), nulls=nulls, seed=seed, resolution=resolution
        )
    within = weight_within(graph, found.of)
    actors = graph.number_of_nodes() - len(found.alone)
    return BlocYear(year, actors, graph.number_of_edges(), found, chance, within)


def null_source(links: Sequence[Link], graph: nx.Graph[str]) -> Affiliations | Weights:
    """Return what is shuffled to see what chance gives.

    Links through several things are a projection, whose affiliations are shuffled: who takes part
    in what. Links that all name one thing, such as agreement in votes, are none; then edges are
    swapped and weights dealt anew.
    """
    if len({link.through for link in links}) > 1:
        return Affiliations.of_links(links)
    return Weights.of_graph(graph)


def bloc_years(
    years: Mapping[int, Sequence[Link]],
    *,
    runs: int = 100,
    nulls: int = 200,
    seed: int = 0,
    resolution: float = 1.0,
    workers: int | None = None,
    tell: Callable[[int], None] | None = None,
) -> list[BlocYear]:
    """Return the blocs of some years, in order.

    Args:
        years: The links of each year.
        runs: How many partitions are found each year.
        nulls: How many null graphs each year.
        seed: The first seed of either; every year begins with it.
        resolution: Above 1 more and smaller blocs, below 1 fewer and larger.
        workers: How many threads; as many as the machine has processors unless given.
        tell: Is called with each year when it is done, in order.
    """

    def one(year: int) -> BlocYear:
        return bloc_year(
            year, years[year], runs=runs, nulls=nulls, seed=seed, resolution=resolution
        )

    found = []
    free_before_threads()
    # threads of the matrix library would compete with ours
    with threadpool_limits(1), ThreadPoolExecutor(workers or os.cpu_count()) as pool:
        for each in pool.map(one, sorted(years)):
            found.append(each)
            if tell is not None:
                tell(each.year)
    return found
