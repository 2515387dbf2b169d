"""The parts of single pictures."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pictures.invented import (
    LABELS,
    ORIGIN,
    bloc_study,
    bridge_study,
    signed_study,
    standings,
)

from comity.errors import BadNumber
from comity.networks.bloc_study import BlocStudy
from comity.networks.bridge_study import BridgeStudy
from comity.networks.evolution import Evolution
from comity.pictures.bloc_modularity import bloc_modularity
from comity.pictures.bloc_strip import Strip
from comity.pictures.bloc_timeline import bloc_timeline, drawn_years, stacking
from comity.pictures.bridge_ranking import bridge_ranking
from comity.pictures.calibration import interval
from comity.pictures.memberships import drawn_bodies
from comity.pictures.signed_balance import signed_balance
from comity.pictures.spreading import spread


@given(
    st.lists(st.tuples(st.floats(0, 10), st.floats(0.1, 1)), max_size=10),
    st.floats(0, 0.2),
)
def test_labels_that_fit_do_not_touch(labels: list[tuple[float, float]], gap: float) -> None:
    wanted, heights = [one for one, _ in labels], [other for _, other in labels]
    found = spread(wanted, heights, low=0, high=15, gap=gap)
    order = sorted(range(len(labels)), key=lambda at: (wanted[at], at))
    ends = [0.0 - gap]
    for place in order:
        assert found[place] - heights[place] / 2 >= ends[-1] + gap - 1e-6
        ends.append(found[place] + heights[place] / 2)
    assert ends[-1] <= 15 + 1e-6


def test_a_label_with_room_stays() -> None:
    assert spread([3.0, 8.0], [1.0, 1.0], low=0, high=10) == [3.0, 8.0]


@pytest.mark.parametrize("count", [1, 5, 11, 12, 30, 67])
def test_the_last_year_is_always_drawn(count: int) -> None:
    years = range(2000, 2000 + count)
    drawn = drawn_years(years)
    assert drawn[-1] == years[-1]
    assert len(drawn) <= 11
    assert len({b - a for a, b in itertools.pairwise(drawn)}) <= 1


def test_what_split_off_lies_beside_what_it_split_from() -> None:
    order = stacking(bloc_study())
    assert order.index(4) == order.index(1) + 1


def test_the_strip_tells_every_event_and_switch() -> None:
    rows = Strip(bloc_study(), (2020, 2021, 2022, 2023), 1.0).rows
    assert rows["split off"] == {2021: ["4 from 1"]}
    assert rows["ended"] == {2022: ["2"]}
    assert rows["went over"] == {2023: ["S19 0→1"]}
    assert rows["runs alike (ARI)"][2020] == ["0.80"]
    assert "merged" not in rows


def test_events_of_years_between_stand_at_the_next_one() -> None:
    rows = Strip(bloc_study(), (2020, 2023), 1.0).rows
    assert rows["split off"] == {2023: ["4 from 1"]}
    assert rows["ended"] == {2023: ["2"]}


def test_modularity_needs_null_graphs() -> None:
    with pytest.raises(BadNumber, match="null graphs"):
        bloc_modularity(bloc_study(nulls=False), ORIGIN, projection="co-membership")


def test_balance_needs_null_graphs_and_leaves_out_years_without_triangles() -> None:
    words = {"positive": ["cooperation"], "negative": ["restriction"]}
    assert signed_balance(signed_study(), ORIGIN, **words).title.endswith("2021–2023")
    with pytest.raises(BadNumber, match="null graphs"):
        signed_balance(signed_study()[:1], ORIGIN, **words)


def test_years_without_ties_are_a_picture_that_says_so() -> None:
    blocs = bloc_study()
    found = blocs.years[0].found
    empty = type(found)((), {}, 0.0, 0.0, 1.0, 1.0, 20, ())
    year = type(blocs.years[0])(1900, 0, 0, empty, None, {})
    study = BlocStudy((year,), Evolution({1900: ()}, (), ()), {}, {1900: {}})
    picture = bloc_timeline(study, LABELS, ORIGIN, projection="co-membership")
    assert picture.description == "No actors are tied in 1900, so there are no blocs."
    assert picture.svg()


def test_a_year_in_which_no_way_leads_through_anyone_says_so() -> None:
    none = BridgeStudy((), (), (), {}, {}, ())
    studies = {2019: none, 2020: bridge_study(2020)}
    options = {"projection": "co-membership", "between": "coalitions"}
    assert b"no way" in bridge_ranking(studies, LABELS, ORIGIN, **options).svg()
    alone = bridge_ranking({2019: none}, LABELS, ORIGIN, **options)
    assert "leads through anyone" in alone.description
    with pytest.raises(BadNumber):
        bridge_ranking({}, LABELS, ORIGIN, **options)


def test_intervals_are_those_of_wilson() -> None:
    # as scipy.stats.binomtest(0, 10).proportion_ci(method="wilson") gives them
    assert interval(0.0, 10) == pytest.approx((0.0, 0.277533), abs=1e-6)
    assert interval(1.0, 1) == pytest.approx((0.206549, 1.0), abs=1e-6)


def test_accords_come_before_bodies_and_the_largest_first() -> None:
    bodies = drawn_bodies(standings())
    kinds = [name.partition("/")[0] for name in bodies]
    assert kinds == sorted(kinds)
    assert bodies[0] == "accord/a0"
