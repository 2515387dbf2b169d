#!/usr/bin/env python
"""Time the blocs of a projection through the years, part by part, and the engine against NetworkX.

In: the name of a projection, years, numbers of runs and of null graphs. Out: a table on stdout: the
processor seconds of each part and their share of the whole, the seconds that passed, and how many
times slower NetworkX's Louvain is on the last year's graph, with the modularity of both. Processor
seconds do not depend on what else the machine does; divided by the number of processors, they are
about the seconds that pass on a machine that does nothing else, for years run side by side.
"""

from __future__ import annotations

import argparse
import os
import time
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import threadpool_limits

import comity
from comity.networks.arrays import Weights
from comity.networks.bloc_series import bloc_years, null_source
from comity.networks.communities import communities
from comity.networks.links import graph_of
from comity.networks.nullmodel import modularity_by_chance
from comity.networks.partitions import modularity, partitions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from comity.networks.links import Link

RIVAL_RUNS = 5


def parts(years: Mapping[int, Sequence[Link]], runs: int, nulls: int) -> dict[str, float]:
    """Return the processor seconds of each part, one after the other."""
    seconds = {"graphs": 0.0, "runs": 0.0, "consensus and likeness": 0.0, "null graphs": 0.0}
    for links in years.values():
        start = time.process_time()
        graph = graph_of(links)
        weights = Weights.of_graph(graph)
        made = time.process_time()
        partitions(weights, range(runs))
        found = time.process_time()
        communities(graph, runs=runs)
        agreed = time.process_time()
        if graph.number_of_edges():
            modularity_by_chance(null_source(links, graph), nulls=nulls)
        seconds["graphs"] += made - start
        seconds["runs"] += found - made
        seconds["consensus and likeness"] += agreed - found - (found - made)
        seconds["null graphs"] += time.process_time() - agreed
    return seconds


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--projection", default="co-membership")
    parser.add_argument("--first", type=int, default=1958)
    parser.add_argument("--last", type=int, default=0)
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--nulls", type=int, default=200)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    kg = comity.load()
    last = arguments.last or kg.today.year
    start = time.process_time()
    years = {
        year: kg.links(arguments.projection, year=year)
        for year in range(arguments.first, last + 1, arguments.step)
    }
    linking = time.process_time() - start
    began, busy = time.perf_counter(), time.process_time()
    bloc_years(years, runs=arguments.runs, nulls=arguments.nulls, workers=arguments.workers)
    passed, used = time.perf_counter() - began, time.process_time() - busy
    with threadpool_limits(1):
        seconds = {"links": linking, **parts(years, arguments.runs, arguments.nulls)}
    whole = sum(seconds.values())
    print(f"{arguments.projection}, {len(years)} years, {arguments.runs} runs, "
          f"{arguments.nulls} null graphs")  # fmt: skip
    for name, value in seconds.items():
        print(f"  {name:<24}{value:>8.1f} s of processor time {value / whole:>6.0%}")
    print(f"  {'whole':<24}{whole:>8.1f} s")
    own = used / arguments.workers
    print(f"  on {arguments.workers} threads, without links: {passed:.1f} s passed, {used:.1f} s "
          f"of processor time: {own:.1f} s on a machine of its own")  # fmt: skip
    weights = Weights.of_graph(graph_of(years[max(years)]))
    taken, best = {}, {}
    for method in ("leiden", "louvain"):
        start = time.process_time()
        found = partitions(weights, range(RIVAL_RUNS), method=method)
        taken[method] = time.process_time() - start
        best[method] = np.mean([modularity(weights, labels) for labels in found])
    ratio = taken["louvain"] / taken["leiden"]
    print(f"{max(years)}: NetworkX's Louvain takes {ratio:.1f} times as long; "
          f"mean modularity {best['louvain']:.4f}, Leiden {best['leiden']:.4f}")  # fmt: skip


if __name__ == "__main__":
    main()
