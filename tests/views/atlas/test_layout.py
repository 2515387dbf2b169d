"""Places of the atlas: the same every time, none over another, and steady when the record grows."""

from __future__ import annotations

import math
import pickle
import random
import statistics
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from comity.analysis.panorama import read_panorama
from comity.networks.coalitions import coalitions_in, read_coalitions
from comity.views.atlas.layout import place_all

if TYPE_CHECKING:
    from comity.knowledge import KnowledgeGraph

pytestmark = pytest.mark.xdist_group("atlas")
Places = dict[str, tuple[float, float]]
World = tuple[list[str], list[tuple[str, str]], dict[str, str]]


@pytest.fixture(scope="module")
def curated(kg: KnowledgeGraph) -> World:
    record = read_panorama(kg.store)
    ties = [(tie.subject, tie.object) for tie in record.ties]
    return list(record.things), ties, coalitions_in(read_coalitions(kg.store), None)


@pytest.fixture(scope="module")
def places(curated: World) -> Places:
    return place_all(*curated)


def far(one: Places, other: Places) -> list[float]:
    return sorted(math.dist(one[name], other[name]) for name in one.keys() & other.keys())


def width(places: Places) -> float:
    across = sorted(x for x, _ in places.values())
    return across[-1] - across[0]


def test_order_does_not_matter(toy: KnowledgeGraph) -> None:
    record = read_panorama(toy.store)
    things, ties = list(record.things), [(t.subject, t.object) for t in record.ties]
    shuffled = random.Random(7)  # noqa: S311  (a test's own order)
    once = place_all(things, ties, {})
    shuffled.shuffle(things)
    shuffled.shuffle(ties)
    assert pickle.dumps(place_all(things, ties, {})) == pickle.dumps(once)


def test_nothing_stands_on_another(places: Places) -> None:
    spots = sorted(places.values())
    near = [
        math.dist(one, other)
        for number, one in enumerate(spots)
        for other in spots[number + 1 : number + 60]
        if other[0] - one[0] < 4
    ]
    assert min(near, default=99) > 2


def test_a_small_change_of_the_record_is_a_small_move(
    curated: World, places: Places, record_property: pytest.RecordProperty
) -> None:
    things, ties, coalitions = curated
    more = [*ties, ("nation/prt", "organisation/ilrs"), ("mission/new", "nation/prt")]
    moved = far(places, place_all([*things, "mission/new"], more, coalitions))
    share = statistics.median(moved) / width(places)
    most = moved[int(len(moved) * 0.95)] / width(places)
    record_property(
        "figure",
        f"atlas layout: two ties more move the median thing by {share:.2%} of the width, "
        f"95 of 100 by at most {most:.2%}",
    )
    assert share < 0.01
    assert most < 0.06


def test_coalitions_lie_on_their_sides(curated: World, places: Places) -> None:
    *_, coalitions = curated
    side = {
        name: statistics.mean(
            places[thing][0]
            for thing, of in coalitions.items()
            if of == name and thing.startswith("nation/")
        )
        for name in ("Artemis", "ILRS")
    }
    assert side["Artemis"] < side["ILRS"] - 0.15 * width(places)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_tiny_records_have_places(count: int) -> None:
    things = [f"nation/{number}" for number in range(count)]
    assert set(place_all(things, list(pairwise(things)), {})) == set(things)
