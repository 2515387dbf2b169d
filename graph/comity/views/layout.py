"""Places of the nodes of a small network on a sheet, the same for the same network.

In: a graph, how many steps each node is from the centre, and how large its label is. Out: whole
numbers x and y, in pixels at full size. What does not belong here: colours, and drawing.

The idea is stress majorisation (Gansner, Koren and North, "Graph drawing by stress majorization",
2004): distances on the sheet follow distances in the network, with more weight on the distances to
the centre, so the neighbours of the centre lie around it. Labels that still overlap are then pushed
apart.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import networkx as nx
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STEP: Final = 200.0
ROUNDS: Final = 220
PUSHES: Final = 300
CENTRE_WEIGHT: Final = 3.0
STRETCH: Final = 1.3


def place_nodes(
    graph: nx.MultiDiGraph[str],
    distances: Mapping[str, int],
    boxes: Mapping[str, tuple[float, float]],
) -> dict[str, tuple[int, int]]:
    """Return the place of each node.

    Args:
        graph: The network; directions and parallel ties do not matter.
        distances: Steps of each node from the nearest centre, 0 for a centre itself.
        boxes: Width and height in pixels that each node takes with its label; the node stands in
            the middle of its box.

    Returns:
        x and y of each node, in the order of the graph's nodes; boxes do not overlap unless there
        are very many of them.
    """
    nodes = sorted(graph)
    if not nodes:
        return {}
    wanted = _wanted_lengths(graph, nodes)
    depths = np.array([distances[node] for node in nodes])
    places = _relax(_rings(graph, nodes, distances), wanted, depths)
    places = _level(places, depths) * np.array([STRETCH, 1.0])
    places = _push_apart(places, np.array([boxes[node] for node in nodes], dtype=float))
    middle = (places.min(axis=0) + places.max(axis=0)) / 2
    whole = np.rint(places - middle).astype(int)
    found = {node: (int(x), int(y)) for node, (x, y) in zip(nodes, whole, strict=True)}
    return {node: found[node] for node in graph}


def _wanted_lengths(graph: nx.MultiDiGraph[str], nodes: list[str]) -> Floats:
    """Return the wanted distance of each pair: shape (n, n), pixels."""
    plain = nx.Graph(graph.to_undirected(as_view=True))
    index = {node: at for at, node in enumerate(nodes)}
    steps = np.full((len(nodes), len(nodes)), np.inf)
    for node, reached in nx.all_pairs_shortest_path_length(plain):
        for other, length in reached.items():
            steps[index[node], index[other]] = length
    finite = steps[np.isfinite(steps)]
    steps[~np.isfinite(steps)] = finite.max() + 1
    degrees = np.array([plain.degree(node) for node in nodes], dtype=float)
    room = np.sqrt(np.maximum(np.maximum.outer(degrees, degrees) / 8.0, 1.0))
    lengths: Floats = STEP * steps * np.where(steps == 1, room, np.sqrt(room))
    return lengths


def _rings(graph: nx.MultiDiGraph[str], nodes: list[str], distances: Mapping[str, int]) -> Floats:
    """Return starting places: a ring a distance, each node near those it hangs on."""
    angles: dict[str, float] = {}
    for distance in sorted(set(distances.values())):
        ring = [node for node in nodes if distances[node] == distance]
        neighbours = {
            node: sorted(
                {*graph.predecessors(node), *graph.successors(node)}.intersection(angles) - {node}
            )
            for node in ring
        }
        ring.sort(key=lambda node: (_mean_angle([angles[n] for n in neighbours[node]]), node))
        for at, node in enumerate(ring):
            angles[node] = 2 * math.pi * (at + 0.25) / len(ring)
    alone = sum(1 for node in nodes if distances[node] == 0) == 1
    return np.array(
        [
            (
                (0.0 if alone and distances[n] == 0 else 0.5 + distances[n])
                * STEP
                * np.array([math.cos(angles[n]), math.sin(angles[n])])
            )
            for n in nodes
        ]
    )


def _mean_angle(angles: list[float]) -> float:
    """Return the direction between directions, in radians from 0 to 2π."""
    if not angles:
        return 0.0
    x, y = sum(map(math.cos, angles)), sum(map(math.sin, angles))
    return round(math.atan2(y, x) % (2 * math.pi), 6)


def _relax(places: Floats, wanted: Floats, depths: NDArray[np.int_]) -> Floats:
    """Return places of lower stress: Jacobi steps of the majorising function."""
    if len(places) == 1:
        return places
    safe = np.where(wanted > 0, wanted, 1.0)
    weights = 1.0 / safe**2
    boost = np.where((depths[:, None] == 0) ^ (depths[None, :] == 0), CENTRE_WEIGHT, 1.0)
    weights = weights * boost
    np.fill_diagonal(weights, 0.0)
    total = weights.sum(axis=1)[:, None]
    for _ in range(ROUNDS):
        apart = places[:, None, :] - places[None, :, :]
        lengths = np.sqrt((apart**2).sum(axis=2))
        ratio = np.where(lengths > 1e-9, wanted / np.maximum(lengths, 1e-9), 0.0)
        pull = places[None, :, :] + apart * ratio[:, :, None]
        places = (weights[:, :, None] * pull).sum(axis=1) / total
    return places


def _level(places: Floats, depths: NDArray[np.int_]) -> Floats:
    """Return places turned so that they spread most from left to right, centre first."""
    centre = places[depths == depths.min()].mean(axis=0)
    moved = places - centre
    xx, yy = (moved**2).mean(axis=0)
    xy = (moved[:, 0] * moved[:, 1]).mean()
    turn = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(turn), math.sin(turn)
    turned: Floats = moved @ np.array([[cos, -sin], [sin, cos]])
    return turned


def _push_apart(places: Floats, boxes: Floats) -> Floats:
    """Return places at which boxes do not overlap: pairs move along their smaller overlap."""
    places = places.copy()
    least = (boxes[:, None, :] + boxes[None, :, :]) / 2
    for _ in range(PUSHES):
        apart = places[:, None, :] - places[None, :, :]
        over = least - np.abs(apart)
        hit: NDArray[np.bool_] = np.logical_and(over[:, :, 0] > 0, over[:, :, 1] > 0)
        np.fill_diagonal(hit, val=False)
        if not hit.any():
            break
        across = over[:, :, 0] < over[:, :, 1]
        order = np.sign(np.arange(len(places))[:, None] - np.arange(len(places))[None, :])
        signs = np.where(apart == 0, order[:, :, None], np.sign(apart))
        along_x = np.where(hit & across, over[:, :, 0] * signs[:, :, 0], 0.0)
        along_y = np.where(hit & ~across, over[:, :, 1] * signs[:, :, 1], 0.0)
        hits = np.maximum(hit.sum(axis=1), 1)
        moves = np.stack([along_x.sum(axis=1), along_y.sum(axis=1)], axis=1)
        places += moves * (0.55 / np.sqrt(hits))[:, None] + np.sign(moves) * 0.5
    return places
