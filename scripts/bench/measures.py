"""Time measures by the fast engine and by NetworkX, on random graphs of growing size.

    python scripts/bench/measures.py            # NetworkX on the smallest graphs only
    python scripts/bench/measures.py --all      # on 2,000 nodes too: some minutes

Prints seconds of processor time, the ratio, and the greatest difference of any measure. Graphs and
weights are seeded.
"""

from __future__ import annotations

import argparse
import random
import time

import networkx as nx
import numpy as np

from comity.networks.engines import by_networkx, fast

SIZES = ((200, 1_500), (500, 5_000), (2_000, 20_000), (2_000, 100_000), (10_000, 100_000))


def graph(nodes: int, edges: int) -> nx.Graph[str]:
    """Return a random graph with seeded weights."""
    numbered = nx.gnm_random_graph(nodes, edges, seed=1)
    made: nx.Graph[str] = nx.relabel_nodes(numbered, str)
    draw = random.Random(1)  # noqa: S311  (weights, no secrets)
    for _, _, data in made.edges(data=True):
        data["weight"] = draw.uniform(0.1, 2.0)
    return made


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="NetworkX on 2,000 nodes too")
    upto = 2_000 if parser.parse_args().all else 500
    print(f"{'nodes':>7}{'edges':>9}{'fast':>9}{'networkx':>10}{'ratio':>7}  difference")
    for nodes, edges in SIZES:
        made = graph(nodes, edges)
        began = time.process_time()
        found = fast(made)
        quick = time.process_time() - began
        line = f"{nodes:>7,}{edges:>9,}{quick:>9.2f}"
        if nodes <= upto and edges <= 20_000:
            began = time.process_time()
            reference = by_networkx(made)
            slow = time.process_time() - began
            apart = max(float(np.nanmax(np.abs(found[name] - reference[name]))) for name in found)
            line += f"{slow:>10.2f}{slow / quick:>7.1f}  {apart:.0e}"
        print(line, flush=True)


if __name__ == "__main__":
    main()
