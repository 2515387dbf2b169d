"""Places of all things on one sheet, the same for the same record and near them for a near one.

In: the ids of things and the ties between them. Out: x and y of each. What does not belong here:
the picture of a neighbourhood, which has its own (`comity.views.layout`).

The idea is that of ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian, "ForceAtlas2, a continuous
graph layout algorithm", 2014): things push one another away in proportion to their ties, ties pull
with a force that grows with the logarithm of their length. Three additions keep a small change of
the record to a small move. Each thing starts where a hash of its id puts it, near an anchor; the
anchor of its kind, or that of its coalition, goes on pulling it; and the step shrinks on a fixed
schedule, so no run takes another path than the last. Things with one tie take no part: they are set
around what they are tied to, as the seeds of a sunflower are.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.spatial import cKDTree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

ROUNDS: Final = 220
SPREAD: Final = 900.0
REPULSION: Final = 5200.0
PULL: Final = 34.0
ANCHORAGE: Final = 0.045
GAP: Final = 15.0
WIDENED: Final = 1.34
"""Sheets are wider than high, as windows are."""
SOFTNESS: Final = np.float32(40)
BLOCK: Final = 96
GOLDEN: Final = math.pi * (3 - math.sqrt(5))

_KINDS: Final[Mapping[str, tuple[float, float]]] = {
    "nation": (0.0, 0.0),
    "organisation": (0.0, -0.35),
    "accord": (0.0, -0.8),
    "restriction": (-0.2, 0.75),
    "institution": (0.0, 0.6),
}
_COALITIONS: Final[Mapping[str, tuple[float, float]]] = {
    "Artemis": (-0.75, 0.0),
    "ILRS": (0.75, 0.05),
    "both": (0.0, 0.05),
}


def place_all(
    things: Sequence[str],
    ties: Iterable[tuple[str, str]],
    coalitions: Mapping[str, str],
) -> dict[str, tuple[float, float]]:
    """Return the place of each thing.

    Args:
        things: Ids, in any order.
        ties: Pairs of ids; several of one pair pull no more than one.
        coalitions: Coalition of those that are in one: `Artemis`, `ILRS` or `both`.

    Returns:
        x and y of each thing, about -1500 to 1500; no two stand closer than a few units.
    """
    beside: dict[str, set[str]] = {name: set() for name in sorted(things)}
    for one, other in ties:
        if one != other:
            beside[one].add(other)
            beside[other].add(one)
    hosts = {
        name: next(iter(near))
        for name, near in beside.items()
        if len(near) == 1 and len(beside[next(iter(near))]) > 1
    }
    core = [name for name, near in beside.items() if near and name not in hosts]
    places = _core_places(core, beside, coalitions) if core else {}
    places = {name: (x * WIDENED, y) for name, (x, y) in places.items()}
    _seat_leaves(places, hosts)
    _seat_untied(places, [name for name, near in beside.items() if not near])
    ties_of = {name: len(near) for name, near in beside.items()}
    return _kept_apart(places, ties_of)


def _core_places(
    core: Sequence[str], beside: Mapping[str, set[str]], coalitions: Mapping[str, str]
) -> dict[str, tuple[float, float]]:
    at = {name: place for place, name in enumerate(core)}
    anchors = np.array([_anchor(name, coalitions) for name in core], dtype=np.float32) * SPREAD
    place = anchors + np.array([_scatter(name) for name in core], dtype=np.float32) * SPREAD * 0.5
    pairs = [(at[a], at[b]) for a in core for b in sorted(beside[a]) if a < b and b in at]
    heads = np.array([a for a, _ in pairs], dtype=np.intp)
    tails = np.array([b for _, b in pairs], dtype=np.intp)
    mass = np.array([1 + len(beside[name]) for name in core], dtype=np.float32)
    lightness = 1 / np.sqrt(np.minimum(mass[heads], mass[tails]))
    for turn in range(ROUNDS):
        force = _pushes(place, mass) + (anchors - place) * ANCHORAGE * mass[:, None] ** 0.5
        delta = place[tails] - place[heads]
        length = np.hypot(delta[:, 0], delta[:, 1]) + 1
        pull = delta * (PULL * lightness * np.log1p(length / 30) / length)[:, None]
        size = len(core)
        for axis in (0, 1):
            force[:, axis] += _summed(heads, pull[:, axis], size)
            force[:, axis] -= _summed(tails, pull[:, axis], size)
        step = force / (mass[:, None] ** 0.5)
        most = 60 * (1 - turn / ROUNDS) ** 1.5 + 0.2
        norm = np.hypot(step[:, 0], step[:, 1]) + 1e-6
        place = place + step * (np.minimum(norm, most) / norm)[:, None]
    return {name: (float(x), float(y)) for name, (x, y) in zip(core, place, strict=True)}


def _summed(which: NDArray[np.intp], values: Floats, size: int) -> Floats:
    return np.bincount(which, weights=values, minlength=size).astype(np.float32)


def _pushes(place: Floats, mass: Floats) -> Floats:
    """Return the sum of what all others push a thing with, by mass over distance.

    It goes by blocks of rows that fit the processor's cache, and without BLAS, whose sums depend on
    the number of its threads.
    """
    x, y = np.ascontiguousarray(place[:, 0]), np.ascontiguousarray(place[:, 1])
    weight = mass**0.5
    scaled = weight * np.float32(REPULSION / 100)
    force = np.empty_like(place)
    first = np.empty((min(BLOCK, len(x)), len(x)), dtype=np.float32)
    second = np.empty_like(first)
    for start in range(0, len(x), BLOCK):
        rows = slice(start, min(start + BLOCK, len(x)))
        near, other = first[: rows.stop - start], second[: rows.stop - start]
        np.subtract(x[rows, None], x[None, :], out=near)
        np.multiply(near, near, out=near)
        np.subtract(y[rows, None], y[None, :], out=other)
        np.multiply(other, other, out=other)
        near += other
        near += SOFTNESS
        np.divide(scaled[None, :], near, out=near)
        total = near.sum(axis=1)
        for axis, spot in ((0, x), (1, y)):
            pulled = np.einsum("ij,j->i", near, spot)
            force[rows, axis] = (spot[rows] * total - pulled) * weight[rows]
    return force


def _anchor(name: str, coalitions: Mapping[str, str]) -> tuple[float, float]:
    return _COALITIONS.get(coalitions.get(name, "")) or _KINDS.get(
        name.partition("/")[0], (0.0, 0.25)
    )


def _scatter(name: str) -> tuple[float, float]:
    """Return a point of the unit disc that depends on the id alone."""
    digest = hashlib.sha256(name.encode()).digest()
    turn = int.from_bytes(digest[:4]) / 2**32 * 2 * math.pi
    radius = math.sqrt(int.from_bytes(digest[4:8]) / 2**32)
    return radius * math.cos(turn), radius * math.sin(turn)


def _seat_leaves(places: dict[str, tuple[float, float]], hosts: Mapping[str, str]) -> None:
    seated: dict[str, list[str]] = defaultdict(list)
    for name, host in hosts.items():
        seated[host].append(name)
    for host, names in seated.items():
        x, y = places[host]
        outward = math.atan2(y, x)
        for number, name in enumerate(sorted(names)):
            radius = 30 + GAP * 0.95 * math.sqrt(number)
            turn = outward + number * GOLDEN
            places[name] = (x + radius * math.cos(turn), y + radius * math.sin(turn))


def _seat_untied(places: dict[str, tuple[float, float]], names: Sequence[str]) -> None:
    """Set what has no tie in a block at the lower left, by kind."""
    left = min((x for x, _ in places.values()), default=0.0)
    low = max((y for _, y in places.values()), default=0.0)
    across = max(1, math.ceil(math.sqrt(len(names) * 1.6)))
    rows = math.ceil(len(names) / across)
    for number, name in enumerate(sorted(names)):
        row, column = divmod(number, across)
        places[name] = (left + column * GAP * 1.5, low + (row + 1 - rows) * GAP * 1.5)


def _kept_apart(
    places: Mapping[str, tuple[float, float]], ties_of: Mapping[str, int]
) -> dict[str, tuple[float, float]]:
    """Return the places with marks that would overlap pushed apart, the lighter one further."""
    names = sorted(places)
    if len(names) < 2:
        return dict(places)
    spots = np.array([places[name] for name in names])
    ties = np.array([ties_of[name] for name in names], dtype=np.float64)
    radius = GAP / 2 + np.minimum(2.3 * np.sqrt(ties), 30)
    for _ in range(40):
        pairs = cKDTree(spots).query_pairs(2 * float(radius.max()), output_type="ndarray")
        one, other = pairs[:, 0], pairs[:, 1]
        delta = spots[one] - spots[other]
        length = np.hypot(delta[:, 0], delta[:, 1])
        room = radius[one] + radius[other]
        close = length < room
        if not close.any():
            break
        one, other, delta = one[close], other[close], delta[close]
        length, room = length[close], room[close]
        # two on one spot part along a direction of their own
        lost = length < 1e-6
        delta[lost] = np.stack((np.cos(one[lost]), np.sin(one[lost])), axis=1)
        length[lost] = 1.0
        shift = delta / length[:, None] * ((room - length) * 0.55)[:, None]
        weight = radius[other] ** 2 / (radius[one] ** 2 + radius[other] ** 2)
        for axis in (0, 1):
            size = len(names)
            spots[:, axis] += np.bincount(one, shift[:, axis] * weight, size)
            spots[:, axis] -= np.bincount(other, shift[:, axis] * (1 - weight), size)
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, spots, strict=True)}
